import type { CodeFlow, Location, PropertyBag, Region, Replacement, Result, Suppression } from 'sarif';
import type { Language } from '../base/language.ts';
import type { FileRange, TextRange } from '../base/text-range.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import type { AssessedFinding, Assessment, TriageClass } from '../triage/assessment.ts';
import type { RulePlace } from './sarif-tool.ts';
import { findingSentence } from './finding-sentence.ts';
import { relativeUri } from './artifact-uri.ts';
import { reportCost } from './report-cost.ts';

/** What every result of a run shares. */
export interface SarifResultContext {
  readonly language: Language;
  readonly assessment: Assessment;
  /** Where the descriptor of each rule stands in the run. */
  readonly places: ReadonlyMap<string, RulePlace>;
}

const levels = { indispensable: 'error', useful: 'warning', incidental: 'note' } as const satisfies Record<
  TriageClass,
  Result['level']
>;

/** One finding as a SARIF result; `position` is its zero-based place in the ranking. */
export function sarifResult(assessed: AssessedFinding, position: number, context: SarifResultContext): Result {
  const { finding, triage } = assessed;
  const { language, assessment } = context;
  return {
    ruleId: finding.rule,
    ...ruleReference(finding.rule, context),
    level: levels[triage.class],
    message: { text: withoutLinks(findingSentence(assessed, language, assessment.currency)) },
    locations: [{ physicalLocation: physicalLocation(finding) }],
    partialFingerprints: { 'ctoGuardrails/v1': finding.fingerprint },
    ...relatedPlaces(finding, language),
    ...fixesOf(finding, language),
    ...suppressionsOf(assessed),
    rank: rankOf(position, assessment.findings.length),
    properties: resultProperties(assessed, context),
  };
}

/** The driver's rules by index; those of another program by its index among the extensions as well. */
function ruleReference(rule: string, { places }: SarifResultContext): Pick<Result, 'ruleIndex' | 'rule'> {
  const place = places.get(rule);
  if (place === undefined) return {};
  const { index, extension } = place;
  if (extension === undefined) return { ruleIndex: index };
  return { rule: { id: rule, index, toolComponent: { index: extension } } };
}

/** Literal brackets that a viewer would otherwise read as a link are escaped as SARIF 2.1.0 § 3.11.6 asks. */
export function withoutLinks(text: string): string {
  return /\[[^\]]*\]\(/.test(text) ? text.replace(/[[\]\\]/g, '\\$&') : text;
}

/** The place of a file range in SARIF's terms: lines and columns count from one. */
export function physicalLocation({ file, range }: FileRange): NonNullable<Location['physicalLocation']> {
  return {
    artifactLocation: { uri: relativeUri(file), uriBaseId: 'SRCROOT' },
    region: regionOf(range),
  };
}

function regionOf({ start, end }: TextRange): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

function relatedPlaces(finding: Finding, language: Language): Pick<Result, 'codeFlows' | 'relatedLocations'> {
  if (finding.related.length === 0) return {};
  const locations = finding.related.map((place, index) => ({
    id: index + 1,
    physicalLocation: physicalLocation(place),
    message: { text: withoutLinks(place.message[language]) },
  }));
  return finding.followsData ? { codeFlows: [codeFlow(locations)] } : { relatedLocations: locations };
}

/** One artifact change per file, since a viewer applies the replacements of a file together. */
function fixesOf({ fixes }: Finding, language: Language): Pick<Result, 'fixes'> {
  if (fixes.length === 0) return {};
  return {
    fixes: fixes.map(({ title, edits }) => ({
      description: { text: title[language] },
      artifactChanges: [...new Set(edits.map(({ file }) => file))].map((file) => ({
        artifactLocation: { uri: relativeUri(file), uriBaseId: 'SRCROOT' },
        replacements: edits.filter((edit) => edit.file === file).map(replacement),
      })),
    })),
  };
}

function replacement({ range, newText }: Fix['edits'][number]): Replacement {
  return { deletedRegion: regionOf(range), insertedContent: { text: newText } };
}

function codeFlow(locations: readonly Location[]): CodeFlow {
  return { threadFlows: [{ locations: locations.map((location) => ({ location })) }] };
}

function suppressionsOf({ triage }: AssessedFinding): Pick<Result, 'suppressions'> {
  if (triage.status !== 'suppressed' && triage.status !== 'accepted') return {};
  const suppression: Suppression = {
    kind: triage.status === 'suppressed' ? 'inSource' : 'external',
    status: 'accepted',
    ...(triage.statusReason === undefined ? {} : { justification: triage.statusReason }),
    ...(triage.until === undefined ? {} : { properties: { until: triage.until } }),
  };
  return { suppressions: [suppression] };
}

/** 100 for the first, falling evenly, so that sorting by rank keeps the order of the result. */
function rankOf(position: number, count: number): number {
  return Number((100 * (1 - position / count)).toFixed(4));
}

function resultProperties(assessed: AssessedFinding, { language, assessment }: SarifResultContext): PropertyBag {
  const { finding, price, triage } = assessed;
  return {
    cost: reportCost(price, assessment.currency),
    triage: triage.class,
    triageReason: triage.reason[language],
    status: triage.status,
    confidence: price.grade,
    largestDriver: price.largestDriver[language],
    weakness: finding.weakness,
    ...(finding.origin === undefined ? {} : { origin: finding.origin }),
    ...(finding.alsoReportedBy === undefined ? {} : { alsoReportedBy: [...finding.alsoReportedBy] }),
    ...(finding.package === undefined ? {} : { package: finding.package.name, version: finding.package.version }),
  };
}
