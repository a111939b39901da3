import semver from 'semver';
import { z } from 'zod';
import type { FileRange } from '../../base/text-range.ts';
import type { LibraryPolicy } from '../../registry/library-policy.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { defineRule } from '../define-rule.ts';
import { createPathFinder, placeOfLocked } from './dependency-paths.ts';
import { libraryUses, placeOfName, targetName } from './library-use.ts';
import { isExcepted, matchesName } from './library-policy.ts';

export const rule = defineRule({
  id: 'libraries/forbidden-dependency',
  weakness: 'deprecated-library',
  cwe: [1357],
  profile: 'essential',
  precision: 0.9,
  needs: 'libraries',
  docs: {
    title: { en: 'Package that the team’s policy excludes', fr: 'Paquet exclu par la règle de l’équipe' },
    why: {
      en: 'The `libraries` section of `cto-guardrails.json` forbids this package or version, or requires another range. The reason given there is shown. Packages that came along with others count too.',
      fr: 'La section `libraries` de `cto-guardrails.json` interdit ce paquet ou cette version, ou exige un autre intervalle. La raison donnée là-bas est affichée. Les paquets venus avec d’autres comptent aussi.',
    },
    forLeads: {
      en: 'The team has decided against this building block, and it is in the product all the same.',
      fr: 'L’équipe a écarté cette brique, et elle est tout de même dans le produit.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "moment": "2.30.1" } }
// @file: cto-guardrails.json
{ "libraries": { "forbidden": [{ "package": "moment", "reason": "We format dates with Intl" }] } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "dayjs": "1.11.10" } }
// @file: cto-guardrails.json
{ "libraries": { "forbidden": [{ "package": "moment", "reason": "We format dates with Intl" }] } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, version, required, reason }: MessageFacts) =>
      required === ''
        ? `\`${name}\` ${version} is forbidden: ${reason}`
        : `\`${name}\` ${version} must be in \`${required}\`: ${reason}`,
    fr: ({ name, version, required, reason }) =>
      required === ''
        ? `\`${name}\` ${version} est interdit\u00a0: ${reason}`
        : `\`${name}\` ${version} doit être dans \`${required}\`\u00a0: ${reason}`,
  },
  detect: ({ workspace, libraries: { policy, today }, report }) => {
    if (policy.forbidden.length + policy.required.length === 0) return;
    const told = new Set<string>();
    for (const { at, name, version } of installedPackages(workspace)) {
      const found = violationOf(policy, name, version);
      const key = JSON.stringify([name, version, at.file]);
      if (!found || told.has(key) || isExcepted(policy, rule.id, name, today)) continue;
      told.add(key);
      report(at, { name, version, ...found }, { package: { name, version } });
    }
  },
});

interface Violation {
  /** Empty for a package that is forbidden. */
  readonly required: string;
  readonly reason: string;
}

interface MessageFacts extends Violation, Readonly<Record<string, string>> {
  readonly name: string;
  readonly version: string;
}

function violationOf({ forbidden, required }: LibraryPolicy, name: string, version: string): Violation | undefined {
  const isIn = (range: string): boolean =>
    range === '*' || semver.satisfies(version, range, { includePrerelease: true, loose: true });
  const banned = forbidden.find((one) => matchesName(one.package, name) && isIn(one.range));
  if (banned) return { required: '', reason: banned.reason };
  const missed = required.find((one) => matchesName(one.package, name) && !isIn(one.range));
  return missed && { required: missed.range, reason: missed.reason };
}

interface Installed {
  readonly at: FileRange;
  readonly name: string;
  readonly version: string;
}

/** Declared packages first, at their declaration; then what came along, at its entry in the lock file. */
function* installedPackages(workspace: Workspace): Generator<Installed> {
  const declared = new Set<string>();
  for (const use of libraryUses(workspace)) {
    if (!('name' in use.range) && use.range.kind !== 'git' && use.range.kind !== 'tarball') continue;
    const lowest =
      use.range.kind === 'registry' ? semver.minVersion(use.range.range, { loose: true })?.version : undefined;
    const name = targetName(use);
    const version = use.installed ?? lowest ?? use.dependency.range;
    declared.add(JSON.stringify([name, version]));
    yield { at: placeOfName(use), name, version };
  }
  const pathTo = createPathFinder(workspace);
  for (const lockFile of workspace.lockFiles) {
    for (const locked of lockFile.packages) {
      const { name, version } = locked;
      if (declared.has(JSON.stringify([name, version]))) continue;
      yield { at: placeOfLocked(lockFile, locked, pathTo(lockFile, locked)), name, version };
    }
  }
}
