import semver from 'semver';
import { parseDependencyRange } from '../workspace/dependency-range.ts';
import type { DeclaredDependency, Manifest } from '../workspace/manifest.ts';

/** What a registry takes for a package's name; nothing else is ever put into an address or a question. */
export const validName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i;

/** A package that a registry is worth asking about. */
export interface LookupTarget {
  readonly name: string;
  /** A manifest that declares it; settings beside that file may name its registry. */
  readonly manifest: string;
}

/**
 * The packages that the manifests take from a registry, each once, sorted by name. Packages of the workspace
 * itself are left out: their names are nobody's business.
 */
export function lookupTargets(manifests: readonly Manifest[]): LookupTarget[] {
  const members = new Map(
    manifests.flatMap((manifest) => (manifest.name === undefined ? [] : [[manifest.name, manifest]])),
  );
  const targets = new Map<string, LookupTarget>();
  for (const manifest of manifests) {
    for (const dependency of manifest.dependencies) {
      const name = registryName(dependency);
      if (name === undefined || targets.has(name) || isMember(members.get(name), dependency)) continue;
      targets.set(name, { name, manifest: manifest.file });
    }
  }
  return [...targets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function registryName({ name, range }: DeclaredDependency): string | undefined {
  const parsed = parseDependencyRange(name, range);
  return 'name' in parsed ? parsed.name : undefined;
}

/** A namesake of another version, such as an example that calls itself `express`, is no member. */
function isMember(member: Manifest | undefined, dependency: DeclaredDependency): boolean {
  if (!member) return false;
  if (member.isPrivate || member.version === undefined) return true;
  return semver.satisfies(member.version, dependency.range, { includePrerelease: true });
}
