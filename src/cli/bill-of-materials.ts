import { ComponentScope, ComponentType, HashAlgorithm } from '@cyclonedx/cyclonedx-library/Enums';
import {
  Bom,
  Component,
  HashDictionary,
  LicenseExpression,
  LicenseRepository,
  Metadata,
  NamedLicense,
  SpdxLicense,
} from '@cyclonedx/cyclonedx-library/Models';
import { JSON as CycloneDxJson, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize';
import { isSupportedSpdxId } from '@cyclonedx/cyclonedx-library/SPDX';
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec';
import { version as ownVersion } from '../../package.json';
import type { LockedPackage, Manifest } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * The packages of a workspace's lock files as a CycloneDX 1.6 bill of materials, JSON: names, versions, licences,
 * hashes, what production needs, and who depends on whom. The same lock files give the same text, so it has neither
 * date nor serial number.
 */
export function billOfMaterials({ manifests, lockFiles }: Workspace): string {
  const root = rootComponent(manifests);
  const bom = new Bom({ metadata: new Metadata({ component: root }) });
  bom.metadata.tools.components.add(
    new Component(ComponentType.Application, 'cto-guardrails', { version: ownVersion }),
  );
  const components = new Map<string, Component>();
  for (const { packages } of lockFiles) for (const locked of packages) addComponent(components, locked);
  for (const component of components.values()) bom.components.add(component);
  for (const lockFile of lockFiles) {
    for (const locked of lockFile.packages) {
      const parent = components.get(purlOf(locked));
      for (const child of lockFile.dependenciesOf(locked)) addEdge(parent, components.get(purlOf(child)));
    }
  }
  for (const { file, lockFile, dependencies } of manifests) {
    for (const { name } of dependencies) {
      const locked = lockFile?.lockedPackage(file, name);
      addEdge(root, locked && components.get(purlOf(locked)));
    }
  }
  const serializer = new JsonSerializer(new CycloneDxJson.Normalize.Factory(Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function rootComponent(manifests: readonly Manifest[]): Component {
  const { name = 'workspace', version } = manifests.find(({ file }) => file === 'package.json') ?? {};
  return new Component(ComponentType.Application, name, {
    bomRef: `root:${name}`,
    ...(version === undefined ? {} : { version }),
  });
}

/** A package in several places is one component; production wins. */
function addComponent(components: Map<string, Component>, locked: LockedPackage): void {
  const purl = purlOf(locked);
  const known = components.get(purl);
  if (known) {
    if (!locked.isDevelopment) known.scope = ComponentScope.Required;
    return;
  }
  const slash = locked.name.indexOf('/');
  const component = new Component(ComponentType.Library, locked.name.slice(slash + 1), {
    bomRef: purl,
    purl,
    version: locked.version,
    scope: locked.isDevelopment ? ComponentScope.Excluded : ComponentScope.Required,
    hashes: new HashDictionary(hashesOf(locked)),
    licenses: new LicenseRepository(locked.license === undefined ? [] : [licenceOf(locked.license)]),
    ...(slash < 0 ? {} : { group: locked.name.slice(0, slash) }),
  });
  components.set(purl, component);
}

function addEdge(parent: Component | undefined, child: Component | undefined): void {
  if (parent && child && parent !== child) parent.dependencies.add(child.bomRef);
}

/** https://github.com/package-url/purl-spec: the scope is the namespace, its `@` encoded. */
function purlOf({ name, version }: LockedPackage): string {
  return `pkg:npm/${name.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`;
}

const algorithms = new Map([
  ['sha1', HashAlgorithm['SHA-1']],
  ['sha256', HashAlgorithm['SHA-256']],
  ['sha384', HashAlgorithm['SHA-384']],
  ['sha512', HashAlgorithm['SHA-512']],
]);

/** Hashes of the form `sha512-base64`, of which there may be several; other managers' own sums are none. */
function hashesOf({ integrity = '' }: LockedPackage): [HashAlgorithm, string][] {
  return integrity.split(/\s+/).flatMap((text): [HashAlgorithm, string][] => {
    const dash = text.indexOf('-');
    const algorithm = algorithms.get(text.slice(0, Math.max(dash, 0)));
    return algorithm === undefined ? [] : [[algorithm, Buffer.from(text.slice(dash + 1), 'base64').toString('hex')]];
  });
}

function licenceOf(text: string): SpdxLicense | LicenseExpression | NamedLicense {
  if (isSupportedSpdxId(text)) return new SpdxLicense(text);
  return /^\(.*\)$|\s(?:AND|OR|WITH)\s/.test(text) ? new LicenseExpression(text) : new NamedLicense(text);
}
