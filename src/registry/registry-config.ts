import path from 'node:path';
import registryFetch from 'npm-registry-fetch';
import type { Manifest } from '../workspace/manifest.ts';
import { isPrivateTransport, parseRegistryUrl, publicRegistry } from './registry-url.ts';
import type { Environment, UserNpmrc } from './user-npmrc.ts';
import { readUserNpmrc, setting } from './user-npmrc.ts';
import type { RegistryMapping } from './workspace-registries.ts';
import { readWorkspaceRegistries } from './workspace-registries.ts';

/** Where to ask about one package, and with what. */
export interface Registry {
  /** Address without secrets, ending in `/`. */
  readonly url: string;
  /** Value of the `authorization` header. */
  readonly authorization?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** Which registry knows which package, by the user's settings and those of the workspace. */
export interface RegistryConfig {
  readonly user: UserNpmrc;
  /** Registry of a package that a manifest declares; undefined when the configured address is unusable. */
  registryFor(name: string, manifest: string): Registry | undefined;
}

/**
 * Reads the settings in npm's order: environment, the manifest's folder, the workspace's root, the user.
 * Secrets come from the user's file alone and stay with the host they are written for.
 */
export async function readRegistryConfig(
  root: string,
  manifests: readonly Manifest[],
  environment: Environment,
  homeFolder: string,
): Promise<RegistryConfig> {
  const user = await readUserNpmrc(environment, homeFolder);
  const folders = new Set(['.', ...manifests.map((manifest) => path.posix.dirname(manifest.file))]);
  const byFolder = new Map<string, RegistryMapping>();
  for (const folder of folders) byFolder.set(folder, await readWorkspaceRegistries(root, path.join(root, folder)));
  const fromEnvironment = setting(environment, 'registry');
  return {
    user,
    registryFor: (name, manifest) => {
      const mappings = [path.posix.dirname(manifest), '.'].map((folder) => byFolder.get(folder));
      const choice = chooseAddress(scopeOf(name), mappings, user, fromEnvironment);
      return registryAt(choice, user);
    },
  };
}

interface Choice {
  readonly address: string;
  readonly isFromWorkspace: boolean;
}

function chooseAddress(
  scope: string | undefined,
  mappings: readonly (RegistryMapping | undefined)[],
  user: UserNpmrc,
  fromEnvironment: string | undefined,
): Choice {
  const ofWorkspace = (pick: (mapping: RegistryMapping) => string | undefined) =>
    mappings.map((mapping) => mapping && pick(mapping)).find((address) => address !== undefined);
  if (scope !== undefined) {
    const scoped = ofWorkspace((mapping) => mapping.registryByScope.get(scope));
    if (scoped !== undefined) return { address: scoped, isFromWorkspace: true };
    const own = user.registryByScope.get(scope);
    if (own !== undefined) return { address: own, isFromWorkspace: false };
  }
  if (fromEnvironment !== undefined) return { address: fromEnvironment, isFromWorkspace: false };
  const general = ofWorkspace((mapping) => mapping.registry);
  if (general !== undefined) return { address: general, isFromWorkspace: true };
  return { address: user.registry ?? publicRegistry, isFromWorkspace: false };
}

function registryAt({ address, isFromWorkspace }: Choice, user: UserNpmrc): Registry | undefined {
  const parsed = parseRegistryUrl(address);
  if (!parsed) return undefined;
  // A workspace that names the user's own host with `http:` would have the token sent in the clear.
  if (isFromWorkspace && !isPrivateTransport(parsed.url)) return { url: parsed.url };
  const { token, auth, cert, key } = registryFetch.getAuth(parsed.url, { ...user.credentials });
  const userInfo = isFromWorkspace ? undefined : parsed.userInfo;
  const basic = auth ?? (userInfo === undefined ? null : Buffer.from(userInfo).toString('base64'));
  const authorization = token !== null ? `Bearer ${token}` : basic !== null ? `Basic ${basic}` : undefined;
  return {
    url: parsed.url,
    ...(authorization === undefined ? {} : { authorization }),
    ...(cert !== null && key !== null ? { cert, key } : {}),
  };
}

function scopeOf(name: string): string | undefined {
  return name.startsWith('@') ? name.slice(0, name.indexOf('/')) : undefined;
}
