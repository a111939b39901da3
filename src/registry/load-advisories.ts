import type { Localized } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import { parseDependencyRange } from '../workspace/dependency-range.ts';
import type { Manifest } from '../workspace/manifest.ts';
import type { AdvisoryAnswer, AdvisorySource } from './advisory.ts';
import type { AdvisoryMatcher } from './match-advisories.ts';

interface AdvisoriesRequest {
  readonly manifests: readonly Manifest[];
  readonly advisories?: string;
  readonly signal?: AbortSignal;
  readonly onNotice: (notice: Notice) => void;
}

/** Reads what the given advisories say of the packages in the manifests and lock files, and how old that is. */
export async function loadAdvisories({
  manifests,
  advisories,
  signal,
  onNotice,
}: AdvisoriesRequest): Promise<AdvisoryMatcher> {
  const packages = namesOf(manifests);
  if (advisories === undefined) {
    if (packages.size > 0) onNotice(noAdvisories);
    return () => [];
  }
  // Reading zips and scoring vectors is dear to load, and most runs need neither.
  const [{ osvExport }, { createAdvisoryMatcher }] = await Promise.all([
    import('./osv-export.ts'),
    import('./match-advisories.ts'),
  ]);
  const source = osvExport(advisories);
  const answer = await source.advisoriesFor(packages, signal);
  onNotice(ageOf(source, answer));
  if (answer.unreadable > 0) onNotice(unreadableRecords(source, answer.unreadable));
  return createAdvisoryMatcher(answer.advisories);
}

function namesOf(manifests: readonly Manifest[]): Set<string> {
  const locked = manifests.flatMap((manifest) => manifest.lockFile?.packages ?? []);
  const declared = manifests.flatMap((manifest) => manifest.dependencies);
  const aliased = declared.flatMap(({ name, range }) => {
    const parsed = parseDependencyRange(name, range);
    return 'name' in parsed ? [parsed] : [];
  });
  return new Set([...locked, ...declared, ...aliased].map(({ name }) => name));
}

const noAdvisories: Notice = {
  level: 'info',
  code: 'advisories-not-given',
  text: {
    en: 'Vulnerable packages were not looked for; give an OSV export with `--advisories`',
    fr: 'Les paquets vulnérables n’ont pas été recherchés\u202f; indiquez un export OSV avec `--advisories`',
  },
};

function ageOf({ name }: AdvisorySource, { newest }: AdvisoryAnswer): Notice {
  const day = newest?.slice(0, 10);
  const text: Localized =
    day === undefined
      ? { en: `${name} says nothing of these packages`, fr: `${name} ne dit rien de ces paquets` }
      : {
          en: `Vulnerabilities are those known to ${name}, whose newest record about these packages is of ${day}`,
          fr: `Les vulnérabilités sont celles de ${name}, dont la fiche la plus récente sur ces paquets date du ${day}`,
        };
  return { level: 'info', code: 'advisories-age', text };
}

function unreadableRecords({ name }: AdvisorySource, count: number): Notice {
  return {
    level: 'warning',
    code: 'advisories-unreadable',
    text: {
      en: `${count} ${count === 1 ? 'record' : 'records'} of ${name} could not be read; vulnerabilities told there alone are missing`,
      fr: `${count} ${count === 1 ? 'fiche illisible' : 'fiches illisibles'} dans ${name}\u202f; les vulnérabilités décrites là seulement manquent`,
    },
  };
}
