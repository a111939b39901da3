import type { DatedVersion, DependencyCard } from '../audit/dependency-card.ts';
import { formatEffort } from '../base/duration.ts';
import type { Language } from '../base/language.ts';
import { createMoneyFormat, type Currency } from '../base/money.ts';
import { french } from '../base/typography.ts';
import { markdownCode, markdownText } from '../reports/markdown-text.ts';
import type { AssessedFinding } from '../triage/assessment.ts';
import type { ShownFinding } from './findings-at.ts';

/**
 * What a dependency is, since when, and what it costs to stay and to move, as Markdown in which nothing of the
 * workspace or of a registry is markup. `findings` are those on its line, left out while nobody knows them.
 */
export function dependencyText(
  card: DependencyCard,
  findings: readonly ShownFinding[] | undefined,
  language: Language,
  currency: Currency,
): string {
  const words = labels[language];
  const assessed = findings?.flatMap((one) => one.assessed ?? []);
  const rows: readonly (readonly [string, string])[] = [
    [words.installed, installedText(card, language)],
    [words.newest, newestText(card, language)],
    ...lateRows(card, language),
    [words.used, usedText(card, language)],
    [words.licence, card.licence === undefined ? words.unknown : markdownText(card.licence)],
    ...(assessed ? costRows(card, assessed, language, currency) : []),
  ];
  const lines = rows.map(([label, value]) => `| ${markdownText(label)} | ${value} |`);
  const table = ['| | |', '|---|---|', ...lines].join('\n');
  const title = `**${markdownCode(card.dependency.name)}** ${markdownCode(card.dependency.range)}`;
  return [title, table, ...linksOf(card, language)].join('\n\n');
}

function installedText({ installed }: DependencyCard, language: Language): string {
  return installed ? datedText(installed, language) : labels[language].notInstalled;
}

function datedText({ version, day }: DatedVersion, language: Language): string {
  return day === undefined ? markdownCode(version) : `${markdownCode(version)} (${labels[language].since(day)})`;
}

function newestText({ published, installed }: DependencyCard, language: Language): string {
  const words = labels[language];
  if (!published || !installed) return words.notAsked;
  const newest = [...published.newest].map(([part, version]) => `${words[part]} ${datedText(version, language)}`);
  return newest.length > 0 ? newest.join(' · ') : words.isNewest(published.askedOn);
}

function lateRows({ published }: DependencyCard, language: Language): readonly (readonly [string, string])[] {
  const words = labels[language];
  if (!published) return [];
  const { lateSince, deprecated, askedOn, newest } = published;
  return [
    ...(lateSince === undefined || newest.size === 0 ? [] : [[words.lateSince, lateSince] as const]),
    ...(deprecated === undefined ? [] : [[words.deprecated, markdownText(deprecated || words.yes)] as const]),
    ...(newest.size === 0 ? [] : [[words.askedOn, askedOn] as const]),
  ];
}

/** More files than this are a number. */
const mostNamed = 3;

function usedText({ dependency, importers }: DependencyCard, language: Language): string {
  const words = labels[language];
  const named = importers.slice(0, mostNamed).map(markdownCode).join(', ');
  const more = importers.length - mostNamed;
  const files = `${words.importedBy(importers.length)}${named === '' ? '' : `${words.colon}${named}`}`;
  return `${words[dependency.kind]}, ${files}${more > 0 ? ` +${more}` : ''}`;
}

function costRows(
  card: DependencyCard,
  findings: readonly AssessedFinding[],
  language: Language,
  currency: Currency,
): readonly (readonly [string, string])[] {
  const staying = [labels[language].staying, stayingText(findings, language, currency)] as const;
  return [staying, ...movingRows(card, findings, language, currency)];
}

function stayingText(findings: readonly AssessedFinding[], language: Language, currency: Currency): string {
  const words = labels[language];
  if (findings.length === 0) return words.nothingFound;
  const eur = findings.reduce((sum, { price }) => sum + price.leaveEur.mean, 0);
  const amount = createMoneyFormat(language, currency).rounded(eur);
  return words.aYear(markdownText(amount), findings.length);
}

/** The upgrade mends several findings at once, so the dearest of them is its effort. */
function movingRows(
  { safe, published }: DependencyCard,
  findings: readonly AssessedFinding[],
  language: Language,
  currency: Currency,
): readonly (readonly [string, string])[] {
  const words = labels[language];
  const newest = published && [...published.newest.values()].at(-1)?.version;
  const target = safe?.version ?? newest;
  const rules = safe ? ['libraries/vulnerable-dependency'] : upgradeRules;
  const [upgrade] = findings
    .filter(({ finding }) => rules.includes(finding.rule))
    .sort((a, b) => b.price.fixMinutes.p50 - a.price.fixMinutes.p50);
  if (target === undefined || !upgrade) return [];
  const { fixMinutes, fixEur } = upgrade.price;
  const money = createMoneyFormat(language, currency).range(fixEur.p10, fixEur.p90);
  const effort = `${markdownCode(target)} · ${formatEffort(fixMinutes.p50, language)} · ${markdownText(money)}`;
  return [[safe ? words.movingSafe : words.moving, safe?.mayBreak ? `${effort} · ${words.mayBreak}` : effort]];
}

const upgradeRules: readonly string[] = ['libraries/outdated-dependency', 'libraries/deprecated-dependency'];

function linksOf({ page, installed, published }: DependencyCard, language: Language): readonly string[] {
  const notes = published?.releaseNotes === undefined ? [] : [`[${labels[language].notes}](${published.releaseNotes})`];
  if (page === undefined) return notes;
  const words = labels[language];
  const own = installed && /^[\w.-]+$/.test(installed.version) ? `${page}/v/${installed.version}` : page;
  return [[`[${words.page}](${own})`, `[${words.releases}](${page}?activeTab=versions)`, ...notes].join(' · ')];
}

const labels = {
  en: {
    installed: 'Installed',
    newest: 'Newest',
    lateSince: 'Behind since',
    deprecated: 'Deprecated',
    askedOn: 'Registry asked on',
    used: 'Used in',
    licence: 'Licence',
    staying: 'Cost of staying',
    moving: 'Cost of moving',
    movingSafe: 'Cost of moving to the first safe version',
    patch: 'patch',
    minor: 'minor',
    major: 'major',
    dependencies: 'production',
    devDependencies: 'development',
    peerDependencies: 'whoever installs this package',
    optionalDependencies: 'production, optional',
    colon: ': ',
    yes: 'yes',
    unknown: 'unknown',
    notInstalled: 'unknown: no lock file or folder tells',
    notAsked: 'unknown: the registry was not asked or did not answer',
    nothingFound: 'no finding here',
    mayBreak: 'may break the code that uses it',
    page: 'npm page',
    releases: 'versions and releases',
    notes: 'release notes',
    since: (day: string) => `since ${day}`,
    isNewest: (day: string) => `this one, asked on ${day}`,
    importedBy: (count: number) =>
      count === 0 ? 'imported by no reviewed file' : `imported by ${count} ${count === 1 ? 'file' : 'files'}`,
    aYear: (amount: string, count: number) =>
      `about ${amount} a year (${count} ${count === 1 ? 'finding' : 'findings'})`,
  },
  fr: {
    installed: 'Installée',
    newest: 'La plus récente',
    lateSince: 'En retard depuis le',
    deprecated: 'Dépréciée',
    askedOn: 'Registre interrogé le',
    used: 'Utilisée en',
    licence: 'Licence',
    staying: 'Coût de rester',
    moving: 'Coût de passer à',
    movingSafe: 'Coût de passer à la première version sûre',
    patch: 'corrective',
    minor: 'mineure',
    major: 'majeure',
    dependencies: 'production',
    devDependencies: 'développement',
    peerDependencies: 'attente envers qui installe ce paquet',
    optionalDependencies: 'production, facultative',
    colon: french(' : '),
    yes: 'oui',
    unknown: 'inconnue',
    notInstalled: french('inconnue : ni fichier de verrouillage ni dossier ne le dit'),
    notAsked: french('inconnue : le registre n’a pas été interrogé ou n’a pas répondu'),
    nothingFound: 'aucun constat ici',
    mayBreak: 'peut casser le code qui l’utilise',
    page: 'page npm',
    releases: 'versions et publications',
    notes: 'notes de publication',
    since: (day: string) => `depuis le ${day}`,
    isNewest: (day: string) => `celle-ci, registre interrogé le ${day}`,
    importedBy: (count: number) =>
      count === 0
        ? 'importée par aucun fichier examiné'
        : `importée par ${count} ${count === 1 ? 'fichier' : 'fichiers'}`,
    aYear: (amount: string, count: number) =>
      `environ ${amount} par an (${count} ${count === 1 ? 'constat' : 'constats'})`,
  },
} as const;
