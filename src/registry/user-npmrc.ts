import fs from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'ini';

/** Environment variables of this process, or what stands for them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The user's own npm settings: the only ones that may hold secrets, proxies and certificates. */
export interface UserNpmrc {
  readonly registry?: string;
  readonly registryByScope: ReadonlyMap<string, string>;
  /** Settings bound to a host, such as `//host/path/:_authToken`, as npm writes them. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly proxy?: string;
  readonly noProxy?: string;
  readonly strictSSL?: boolean;
  /** PEM texts. */
  readonly ca?: string[];
}

/** Reads the user's `.npmrc` with `${VARIABLE}` expanded; a missing file gives empty settings. */
export async function readUserNpmrc(environment: Environment, homeFolder: string): Promise<UserNpmrc> {
  const file = setting(environment, 'userconfig') ?? path.join(homeFolder, '.npmrc');
  const entries = expandAll(parse(await readIfExists(file)), environment);
  const registry = textOf(entries.get('registry'));
  const proxy =
    setting(environment, 'https_proxy') ?? textOf(entries.get('https-proxy')) ?? textOf(entries.get('proxy'));
  const noProxy = textOf(entries.get('noproxy') ?? entries.get('no-proxy'));
  const strictSSL = entries.get('strict-ssl');
  const ca = await certificateAuthorities(entries);
  return {
    registryByScope: scopedRegistries(entries),
    credentials: hostBound(entries),
    ...(registry === undefined ? {} : { registry }),
    ...(proxy === undefined || proxy === 'null' ? {} : { proxy }),
    ...(noProxy === undefined ? {} : { noProxy }),
    ...(strictSSL === false || strictSSL === 'false' ? { strictSSL: false } : {}),
    ...(ca.length === 0 ? {} : { ca }),
  };
}

/** Value of `npm_config_<name>` in any case, as npm reads it. */
export function setting(environment: Environment, name: string): string | undefined {
  const wanted = `npm_config_${name}`;
  const key = Object.keys(environment).find((candidate) => candidate.toLowerCase() === wanted);
  const value = key === undefined ? undefined : environment[key];
  return value === '' ? undefined : value;
}

/** Registries by scope (`@scope`) among the entries of an `.npmrc`. */
export function scopedRegistries(entries: ReadonlyMap<string, unknown>): Map<string, string> {
  const registries = new Map<string, string>();
  for (const [key, value] of entries) {
    const scope = /^(?<scope>@[^:/]+):registry$/.exec(key)?.groups?.scope;
    if (scope !== undefined && typeof value === 'string') registries.set(scope, value);
  }
  return registries;
}

async function readIfExists(file: string): Promise<string> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Entries with variables put in; one that names a variable nobody set is left out rather than sent as text. */
function expandAll(parsed: Record<string, unknown>, environment: Environment): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  for (const [key, value] of Object.entries(parsed)) {
    const expanded = typeof value === 'string' ? expand(value, environment) : value;
    if (expanded !== undefined) entries.set(key, expanded);
  }
  return entries;
}

function expand(value: string, environment: Environment): string | undefined {
  const missing: string[] = [];
  const expanded = value.replace(/\$\{([^${}?]+)(\?)?\}/g, (_, name: string, optional: string | undefined) => {
    const found = environment[name];
    if (found === undefined && optional === undefined) missing.push(name);
    return found ?? '';
  });
  return missing.length === 0 ? expanded : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function hostBound(entries: ReadonlyMap<string, unknown>): Record<string, string> {
  const credentials = Object.create(null) as Record<string, string>;
  for (const [key, value] of entries) if (key.startsWith('//') && typeof value === 'string') credentials[key] = value;
  return credentials;
}

async function certificateAuthorities(entries: ReadonlyMap<string, unknown>): Promise<string[]> {
  const inline = [entries.get('ca')].flat().filter((value): value is string => typeof value === 'string');
  const file = textOf(entries.get('cafile'));
  const fromFile = file === undefined ? '' : await readIfExists(file);
  const bundle = fromFile.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return [...inline.map((text) => text.replaceAll('\\n', '\n')), ...bundle].filter((text) => text !== '');
}
