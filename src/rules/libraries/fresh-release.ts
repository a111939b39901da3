import { z } from 'zod';
import type { PackageFacts } from '../../registry/library-facts.ts';
import { defineRule } from '../define-rule.ts';
import { isExcepted } from './library-policy.ts';
import { freshInstall } from './lateness.ts';
import { libraryUses, placeOfRange, targetName, type LibraryUse } from './library-use.ts';

export const rule = defineRule({
  id: 'libraries/fresh-release',
  weakness: 'untrusted-package-source',
  cwe: [829, 506],
  precision: 0.9,
  needs: 'libraries',
  docs: {
    title: { en: 'Release younger than the cool-down', fr: 'Version plus jeune que le délai de prudence' },
    why: {
      en: 'Hijacked releases are mostly found and taken down within days. The policy asks to wait for `libraries.coolDownDays` before a release is installed; this one is younger. Needs the registry’s dates, so only with the network.',
      fr: 'Les versions piratées sont le plus souvent trouvées et retirées en quelques jours. La règle demande d’attendre `libraries.coolDownDays` avant d’installer une version\u202f; celle-ci est plus jeune. Demande les dates du registre, donc le réseau.',
    },
    forLeads: {
      en: 'A part was built in before others had the time to find out whether it is sound.',
      fr: 'Une pièce a été montée avant que d’autres aient eu le temps de voir si elle est saine.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "brand-new": "1.0.1" } }
// @file: cto-guardrails.json
{ "libraries": { "coolDownDays": 7 } }
// @registry
{ "brand-new": { "name": "brand-new", "latest": "1.0.1", "versions": ["1.0.0", "1.0.1"], "fetchedAt": "2026-11-01", "released": { "1.0.1": "2026-10-30T10:00:00.000Z" } } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "brand-new": "1.0.1" } }
// @file: cto-guardrails.json
{ "libraries": { "coolDownDays": 7 } }
// @registry
{ "brand-new": { "name": "brand-new", "latest": "1.0.1", "versions": ["1.0.0", "1.0.1"], "fetchedAt": "2026-11-01", "released": { "1.0.1": "2026-10-01T10:00:00.000Z" } } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, version, date, days }: MessageFacts) =>
      `\`${name}\` ${version} was published on ${date}, less than ${days} days ago`,
    fr: ({ name, version, date, days }) =>
      `\`${name}\` ${version} a été publié le ${date}, il y a moins de ${days} jours`,
  },
  detect: ({ workspace, libraries, report }) => {
    const { policy, today } = libraries;
    const days = policy.coolDownDays;
    if (days === 0) return;
    const limit = Date.parse(today) - days * 24 * 60 * 60 * 1000;
    for (const use of libraryUses(workspace)) {
      const name = targetName(use);
      const facts = libraries.packageFacts(name);
      const version = facts && installedNow(use, facts);
      const date = version === undefined ? undefined : facts?.released?.get(version);
      if (version === undefined || date === undefined || Date.parse(date) < limit) continue;
      if (isExcepted(policy, rule.id, name, today)) continue;
      report(placeOfRange(use), { name, version, date: date.slice(0, 10), days }, { package: { name, version } });
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string | number>> {
  readonly name: string;
  readonly version: string;
  readonly date: string;
  readonly days: number;
}

function installedNow({ installed, range }: LibraryUse, facts: PackageFacts): string | undefined {
  return installed ?? freshInstall(range, facts);
}
