import { parseDependencyRange } from '../workspace/dependency-range.ts';
import type { Manifest } from '../workspace/manifest.ts';
import type { InstalledVersions } from './advisory.ts';

/** The versions of every package in the lock files, and of declared ones outside them, by name. */
export function installedVersions(manifests: readonly Manifest[]): InstalledVersions {
  const versions = new Map<string, Set<string>>();
  const add = (name: string, version?: string): void => {
    const known = versions.get(name) ?? new Set<string>();
    if (version !== undefined && /^\d/.test(version)) known.add(version);
    versions.set(name, known);
  };
  for (const lockFile of new Set(manifests.flatMap((manifest) => manifest.lockFile ?? [])))
    for (const { name, version } of lockFile.packages) add(name, version);
  for (const manifest of manifests) {
    for (const { name, range } of manifest.dependencies) {
      const parsed = parseDependencyRange(name, range);
      const exact = parsed.kind === 'registry' ? /^[=v]?(\d+\.\d+\.\d+[\w.+-]*)$/.exec(parsed.range)?.[1] : undefined;
      add('name' in parsed ? parsed.name : name, manifest.installedVersion(name) ?? exact);
    }
  }
  return versions;
}
