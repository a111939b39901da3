import { lookupTargets, validName } from './lookup-targets.ts';
import type { Manifest } from '../workspace/manifest.ts';
import type { Registry, RegistryConfig } from './registry-config.ts';
import { publicRegistry } from './registry-url.ts';

/**
 * Gives the registry that may hear of a package, declared or brought along. Packages of the workspace itself, and
 * those whose lock entry comes from another place than a registry, have none.
 */
export function registryOf(
  config: RegistryConfig,
  manifests: readonly Manifest[],
): (name: string) => Registry | undefined {
  const declaring = new Map(lookupTargets(manifests).map(({ name, manifest }) => [name, manifest]));
  const members = new Set(manifests.flatMap(({ name }) => name ?? []));
  const lockedBeside = new Map<string, string>();
  for (const manifest of manifests)
    for (const locked of manifest.lockFile?.packages ?? [])
      if (isFromRegistry(locked.resolved) && !lockedBeside.has(locked.name))
        lockedBeside.set(locked.name, manifest.file);
  return (name) => {
    if (!validName.test(name)) return undefined;
    const manifest = declaring.get(name) ?? (members.has(name) ? undefined : lockedBeside.get(name));
    return manifest === undefined ? undefined : config.registryFor(name, manifest);
  };
}

/** Whether strangers may hear of a package: it comes from the public registry. */
export function isPublicPackage(registry: Registry | undefined): boolean {
  return registry?.url === publicRegistry;
}

/** Lock files of pnpm, berry and bun write no address for what comes from the registry. */
function isFromRegistry(resolved: string | undefined): boolean {
  return resolved === undefined || /^https?:/.test(resolved);
}
