import type { Fix } from '../../findings/finding.ts';
import { parseDependencyRange } from '../../workspace/dependency-range.ts';
import type { Manifest } from '../../workspace/manifest.ts';
import type { LibraryUse } from './library-use.ts';
import { placeOfRange } from './library-use.ts';

const fullRange = /^(?<prefix>[\^~=v]?)\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;

/** A range for a version in the form of another range: `^`, `~` or exact; undefined for any other form. */
export function rangeLike(range: string, version: string): string | undefined {
  const prefix = fullRange.exec(range.trim())?.groups?.prefix;
  return prefix === undefined ? undefined : prefix + version;
}

/** A range for a version in the form that most ranges of a manifest have; `^` where there is no majority. */
export function rangeInTeamStyle(manifest: Manifest, version: string): string {
  const counts = new Map<string, number>([['^', 0]]);
  for (const { name, range, kind } of manifest.dependencies) {
    const prefix = fullRange.exec(range.trim())?.groups?.prefix;
    if (prefix === undefined || kind === 'peerDependencies' || parseDependencyRange(name, range).kind !== 'registry') {
      continue;
    }
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [style = '^'] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return style + version;
}

/** A fix that writes another range in the place of the declared one; what stands before an alias's range stays. */
export function rewriteRange(use: LibraryUse, range: string): Fix {
  const { dependency } = use;
  const isAlias = 'isAlias' in use.range && use.range.isAlias;
  const newText = isAlias ? dependency.range.slice(0, dependency.range.lastIndexOf('@') + 1) + range : range;
  return {
    title: { en: `Change the range to \`${newText}\``, fr: `Remplacer l’intervalle par \`${newText}\`` },
    edits: [{ ...placeOfRange(use), newText }],
  };
}
