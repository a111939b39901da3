import fs from 'node:fs/promises';
import path from 'node:path';
import { parse as parseIni } from 'ini';
import { parse as parseYaml } from 'yaml';
import { isInside } from '../base/paths.ts';
import { scopedRegistries } from './user-npmrc.ts';

/** Which registry a folder of the workspace names for which scope; nothing else is taken from its files. */
export interface RegistryMapping {
  readonly registry?: string;
  readonly registryByScope: ReadonlyMap<string, string>;
}

const maxBytes = 256 * 1024;
const readers: readonly { file: string; read: (text: string) => RegistryMapping }[] = [
  { file: '.npmrc', read: readNpmrc },
  { file: '.yarnrc.yml', read: readYarnrc },
  { file: 'pnpm-workspace.yaml', read: readPnpmWorkspace },
];

/**
 * The registries that the configuration of npm, yarn or pnpm in one folder names. The files belong to the
 * workspace, which is hostile: variables in them are not expanded, and secrets, proxies and certificates ignored.
 */
export async function readWorkspaceRegistries(root: string, folder: string): Promise<RegistryMapping> {
  const mappings = await Promise.all(
    readers.map(async ({ file, read }) => {
      const text = await readInside(root, path.join(folder, file));
      return text === undefined ? undefined : containedRead(read, text);
    }),
  );
  const found = mappings.filter((mapping) => mapping !== undefined);
  const registry = found.map((mapping) => mapping.registry).find(isUsable);
  const registryByScope = new Map(
    found.flatMap((mapping) => [...mapping.registryByScope]).filter(([, value]) => isUsable(value)),
  );
  return { registryByScope, ...(registry === undefined ? {} : { registry }) };
}

/** A text with a variable in it would have to be expanded, which could carry a secret to the address it names. */
function isUsable(value: string | undefined): value is string {
  return value !== undefined && !value.includes('${');
}

/** Text of a regular, small file whose real place is inside the root. */
async function readInside(root: string, file: string): Promise<string | undefined> {
  try {
    const real = await fs.realpath(file);
    const { size } = await fs.stat(real);
    return isInside(root, real) && size <= maxBytes ? await fs.readFile(real, 'utf8') : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** A file that does not parse names no registry; its package manager will say so itself. */
function containedRead(read: (text: string) => RegistryMapping, text: string): RegistryMapping | undefined {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function readNpmrc(text: string): RegistryMapping {
  const entries = new Map<string, unknown>(Object.entries(parseIni(text)));
  return mapping(entries.get('registry'), scopedRegistries(entries));
}

function readYarnrc(text: string): RegistryMapping {
  const settings = entriesOf(parseYaml(text, { maxAliasCount: 0 }));
  const scopes = [...entriesOf(settings.get('npmScopes'))].flatMap(([scope, value]) => {
    const server = entriesOf(value).get('npmRegistryServer');
    return typeof server === 'string' ? [[`@${scope}`, server] as const] : [];
  });
  return mapping(settings.get('npmRegistryServer'), new Map(scopes));
}

function readPnpmWorkspace(text: string): RegistryMapping {
  const registries = entriesOf(entriesOf(parseYaml(text, { maxAliasCount: 0 })).get('registries'));
  const scopes = [...registries].flatMap(([scope, value]) =>
    scope.startsWith('@') && typeof value === 'string' ? [[scope, value] as const] : [],
  );
  return mapping(registries.get('default'), new Map(scopes));
}

function mapping(registry: unknown, registryByScope: ReadonlyMap<string, string>): RegistryMapping {
  return { registryByScope, ...(typeof registry === 'string' ? { registry } : {}) };
}

function entriesOf(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
