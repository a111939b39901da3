import type { FileRole } from '../base/file-role.ts';
import type { Language } from '../base/language.ts';
import type { FileRange } from '../base/text-range.ts';
import { winWords } from '../cost/confidence-words.ts';
import { channels, type Channel, type ConfidenceGrade, type IncidentRisk, type Range } from '../cost/price.ts';
import type { Price } from '../cost/price.ts';
import { weaknesses, type WeaknessFamily } from '../findings/weakness.ts';
import { statusLabel } from '../triage/labels.ts';
import type { AssessedFinding, FindingStatus, TriageClass } from '../triage/assessment.ts';

/** One finding as the panel shows it: texts in the summary's language, amounts in EUR. */
export interface FindingSummary extends FileRange {
  readonly fingerprint: string;
  readonly rule: string;
  readonly family: WeaknessFamily;
  readonly message: string;
  readonly role: FileRole;
  readonly package?: { readonly name: string; readonly version: string };
  /** The program besides this product that found it. */
  readonly origin?: string;
  /** Other rules that found the same. */
  readonly alsoReportedBy?: readonly string[];
  /** Title of the first quick fix. */
  readonly fix?: string;
  readonly class: TriageClass;
  /** Why it is in this class. */
  readonly reason: string;
  readonly status: FindingStatus;
  /** What a person decided, with its date; left out for an open finding. */
  readonly statusText?: string;
  readonly statusReason?: string;
  /** The channel that makes most of its cost; left out when it costs nothing. */
  readonly channel?: Channel;
  /** Cost of leaving it for a year. */
  readonly leaveEur: Range;
  readonly carryingEur: Range;
  readonly exposureEur: Range;
  readonly fixEur: Range;
  readonly fixMinutes: Range;
  readonly incident?: IncidentRisk;
  readonly paybackMonths?: number;
  /** How likely mending it pays off within the horizon, in words. */
  readonly winWords: string;
  readonly grade: ConfidenceGrade;
  /** The input that moves its figure most. */
  readonly largestDriver: string;
}

/** Picks from an assessed finding what the panel shows, in one language. */
export function summariseFinding({ finding, price, triage }: AssessedFinding, language: Language): FindingSummary {
  const channel = dearestChannel(price.byChannelEur);
  const fix = finding.fixes[0];
  const statusText = statusLabel(triage, language);
  return {
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    family: weaknesses[finding.weakness].family,
    message: finding.message[language],
    file: finding.file,
    range: finding.range,
    role: finding.role,
    ...(finding.package && { package: finding.package }),
    ...(finding.origin !== undefined && { origin: finding.origin }),
    ...(finding.alsoReportedBy && { alsoReportedBy: finding.alsoReportedBy }),
    ...(fix && { fix: fix.title[language] }),
    class: triage.class,
    reason: triage.reason[language],
    status: triage.status,
    ...(statusText !== undefined && { statusText }),
    ...(triage.statusReason !== undefined && { statusReason: triage.statusReason }),
    ...(channel && { channel }),
    ...amountsOf(price),
    winWords: winWords(price.winProbability)[language],
    grade: price.grade,
    largestDriver: price.largestDriver[language],
  };
}

function amountsOf(price: Price) {
  return {
    leaveEur: price.leaveEur,
    carryingEur: price.carryingEur,
    exposureEur: price.exposureEur,
    fixEur: price.fixEur,
    fixMinutes: price.fixMinutes,
    ...(price.incident && { incident: price.incident }),
    ...(price.paybackMonths !== undefined && { paybackMonths: price.paybackMonths }),
  };
}

/** The channel with the largest share of a cost; undefined when all are zero. */
export function dearestChannel(byChannelEur: Readonly<Record<Channel, number>>): Channel | undefined {
  const dearest = channels.reduce((a, b) => (byChannelEur[b] > byChannelEur[a] ? b : a));
  return byChannelEur[dearest] > 0 ? dearest : undefined;
}
