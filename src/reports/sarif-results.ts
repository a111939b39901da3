import type { CodeFlow, Location, PropertyBag, Result, Suppression } from 'sarif';
import type { Language } from '../base/language.ts';
import type { FileRange } from '../base/text-range.ts';
import type { Finding } from '../findings/finding.ts';
import { weaknesses } from '../findings/weakness.ts';
import type { AssessedFinding, Assessment, TriageClass } from '../triage/assessment.ts';
import { findingSentence } from './finding-sentence.ts';
import { relativeUri } from './artifact-uri.ts';
import { reportCost } from './report-cost.ts';

/** What every result of a run shares. */
export interface SarifResultContext {
  readonly language: Language;
  readonly assessment: Assessment;
  /** Position of each rule in the run's list of rules. */
  readonly ruleIndex: ReadonlyMap<string, number>;
}

const levels = { indispensable: 'error', useful: 'warning', incidental: 'note' } as const satisfies Record<
  TriageClass,
  Result['level']
>;

/** One finding as a SARIF result; `position` is its zero-based place in the ranking. */
export function sarifResult(assessed: AssessedFinding, position: number, context: SarifResultContext): Result {
  const { finding, triage } = assessed;
  const { language, assessment } = context;
  const index = context.ruleIndex.get(finding.rule);
  return {
    ruleId: finding.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[triage.class],
    message: { text: withoutLinks(findingSentence(assessed, language, assessment.currency)) },
    locations: [{ physicalLocation: physicalLocation(finding) }],
    partialFingerprints: { 'ctoGuardrails/v1': finding.fingerprint },
    ...relatedPlaces(finding, language),
    ...suppressionsOf(assessed),
    rank: rankOf(position, assessment.findings.length),
    properties: resultProperties(assessed, context),
  };
}

/** Literal brackets that a viewer would otherwise read as a link are escaped as SARIF 2.1.0 § 3.11.6 asks. */
export function withoutLinks(text: string): string {
  return /\[[^\]]*\]\(/.test(text) ? text.replace(/[[\]\\]/g, '\\$&') : text;
}

/** The place of a file range in SARIF's terms: lines and columns count from one. */
export function physicalLocation({ file, range }: FileRange): NonNullable<Location['physicalLocation']> {
  return {
    artifactLocation: { uri: relativeUri(file), uriBaseId: 'SRCROOT' },
    region: {
      startLine: range.start.line + 1,
      startColumn: range.start.column + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.column + 1,
    },
  };
}

function relatedPlaces(finding: Finding, language: Language): Pick<Result, 'codeFlows' | 'relatedLocations'> {
  if (finding.related.length === 0) return {};
  const locations = finding.related.map((place, index) => ({
    id: index + 1,
    physicalLocation: physicalLocation(place),
    message: { text: withoutLinks(place.message[language]) },
  }));
  return hasDataFlow(finding) ? { codeFlows: [codeFlow(locations)] } : { relatedLocations: locations };
}

/** Steps of a data flow hold at least its source and its sink, and only security findings follow data. */
function hasDataFlow({ weakness, related }: Finding): boolean {
  return weaknesses[weakness].family === 'security' && related.length >= 2;
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
    ...(finding.package === undefined ? {} : { package: finding.package.name, version: finding.package.version }),
  };
}
