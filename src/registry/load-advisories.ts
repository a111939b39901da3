import type { Localized } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import type { Manifest } from '../workspace/manifest.ts';
import type { AdvisoryAnswer, AdvisorySource, InstalledVersions } from './advisory.ts';
import type { ServiceAccess } from './ask-service.ts';
import { installedVersions } from './installed-versions.ts';
import type { LibraryPolicy } from './library-policy.ts';
import { failureTexts } from './lookup-failure.ts';
import type { AdvisoryMatcher } from './match-advisories.ts';
import type { RegistryConfig } from './registry-config.ts';

interface AdvisoriesRequest {
  readonly root: string;
  readonly manifests: readonly Manifest[];
  readonly policy: LibraryPolicy;
  /** Path of an OSV export. */
  readonly advisories?: string;
  /** Undefined without a network. */
  readonly online?: OnlineSources;
  readonly signal?: AbortSignal;
  readonly onNotice: (notice: Notice) => void;
}

/** What asking over the network takes. */
export interface OnlineSources {
  readonly access: ServiceAccess;
  readonly config: RegistryConfig;
  readonly osvAddress?: string;
}

/** Reads what the sources say of the packages in the manifests and lock files, and tells how old that is. */
export async function loadAdvisories(request: AdvisoriesRequest): Promise<AdvisoryMatcher> {
  const packages = installedVersions(request.manifests);
  const sources = await sourcesOf(request);
  if (sources.length === 0) {
    if (packages.size > 0) request.onNotice(noAdvisories);
    return () => [];
  }
  const { policy, root, online, signal, onNotice } = request;
  // Scoring vectors is dear to load, and most runs need none.
  const [{ createAdvisoryMatcher }, { withExploitation }, { loadExploitation }] = await Promise.all([
    import('./match-advisories.ts'),
    import('./exploitation.ts'),
    import('./load-exploitation.ts'),
  ]);
  const answers = packages.size === 0 ? [] : await askAll(sources, packages, request);
  const exploitation = await loadExploitation({
    ...{ root, onNotice },
    ...(policy.epss === undefined ? {} : { epss: policy.epss }),
    ...(policy.knownExploited === undefined ? {} : { knownExploited: policy.knownExploited }),
    ...(online === undefined ? {} : { access: online.access }),
    ...(signal === undefined ? {} : { signal }),
  });
  const advisories = answers.flatMap((answer) => answer.advisories);
  return createAdvisoryMatcher(advisories.map((advisory) => withExploitation(advisory, exploitation)));
}

async function sourcesOf({ advisories, online, manifests, policy }: AdvisoriesRequest): Promise<AdvisorySource[]> {
  const sources: AdvisorySource[] = [];
  if (advisories !== undefined) sources.push((await import('./osv-export.ts')).osvExport(advisories));
  if (!online) return sources;
  const [{ npmAdvisories }, { osvApi }, { registryOf, isPublicPackage }] = await Promise.all([
    import('./npm-advisories.ts'),
    import('./osv-api.ts'),
    import('./registry-of.ts'),
  ]);
  const registryFor = registryOf(online.config, manifests);
  if (policy.sources.includes('registry')) sources.push(npmAdvisories(online.access, registryFor));
  if (policy.sources.includes('osv'))
    sources.push(osvApi(online.access, (name) => isPublicPackage(registryFor(name)), online.osvAddress));
  return sources;
}

async function askAll(
  sources: readonly AdvisorySource[],
  packages: InstalledVersions,
  { signal, onNotice }: AdvisoriesRequest,
): Promise<readonly AdvisoryAnswer[]> {
  const answers: AdvisoryAnswer[] = [];
  for (const source of sources) {
    const answer = await source.advisoriesFor(packages, signal);
    const { unreadable, unanswered } = answer;
    if (!unanswered || answer.askedAt !== undefined) onNotice(ageOf(source, answer));
    if (unreadable > 0) onNotice(unreadableRecords(source, unreadable));
    if (unanswered) onNotice(sourceSilent(source, unanswered));
    answers.push(answer);
  }
  return answers;
}

const noAdvisories: Notice = {
  level: 'info',
  code: 'advisories-not-given',
  text: {
    en: 'Vulnerable packages were not looked for; give an OSV export with `--advisories`, or set `libraries.online`',
    fr: 'Les paquets vulnérables n’ont pas été recherchés\u202f; indiquez un export OSV avec `--advisories`, ou activez `libraries.online`',
  },
};

function ageOf({ name }: AdvisorySource, { newest, askedAt }: AdvisoryAnswer): Notice {
  if (askedAt !== undefined) {
    const time = `${askedAt.slice(0, 10)} ${askedAt.slice(11, 16)} UTC`;
    const text: Localized = {
      en: `Vulnerabilities are those that ${name} knew on ${time}`,
      fr: `Les vulnérabilités sont celles que ${name} connaissait le ${time}`,
    };
    return { level: 'info', code: 'advisories-age', text };
  }
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

function sourceSilent(
  { name }: AdvisorySource,
  { packages, reason }: NonNullable<AdvisoryAnswer['unanswered']>,
): Notice {
  return {
    level: 'warning',
    code: 'advisories-incomplete',
    text: {
      en: `${name} did not tell the vulnerabilities of ${packages} ${packages === 1 ? 'package' : 'packages'} (${failureTexts[reason].en}); they are missing from this result`,
      fr: `${name} n’a pas donné les vulnérabilités de ${packages} paquet${packages === 1 ? '' : 's'} (${failureTexts[reason].fr})\u202f; elles manquent à ce résultat`,
    },
  };
}
