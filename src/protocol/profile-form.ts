import type { Currency } from '../base/money.ts';
import type { TextRange } from '../base/text-range.ts';
import type { ReportOptions, TriageClass } from '../triage/assessment.ts';
import type { ProfileComparison } from '../triage/compare-profiles.ts';
import type { TotalsSummary } from './summary.ts';

/** The five questions of the business profile in one language, and what the answers given so far would change. */
export interface ProfileForm {
  readonly fields: readonly ProfileField[];
  /** Left out while nothing differs from the file, or an answer is refused. */
  readonly change?: ProfileChange;
  /** The inputs that move the yearly total most, the strongest first; left out beside a change, which has them as before. */
  readonly strongest?: readonly StrongInput[];
}

/** What the yearly total is with one input at half and at double, EUR, to be shown in the summary's currency. */
export interface StrongInput {
  readonly name: string;
  readonly halfEur: number;
  readonly nowEur: number;
  readonly doubleEur: number;
}

/** One question. */
export interface ProfileField {
  readonly key: string;
  readonly label: string;
  /** What the answer means, in one sentence. */
  readonly note: string;
  /** The answer in the file, or the default that stands in for it. */
  readonly value: string;
  /** The answers to choose from; any text where left out. */
  readonly choices?: readonly { readonly value: string; readonly name: string }[];
  /** Why the given answer is refused. */
  readonly problem?: string;
}

/** What a change of the profile would do; amounts are EUR, to be shown in `currency`. */
export interface ProfileChange {
  readonly currency: Currency;
  readonly beforeEur: TotalsSummary['leaveEur'];
  readonly afterEur: TotalsSummary['leaveEur'];
  /** Findings that change class, by their new rank; at most `listedMovesLimit`. */
  readonly moves: readonly ClassMove[];
  readonly unlistedMoves: number;
}

export interface ClassMove {
  readonly title: string;
  readonly file: string;
  readonly range: TextRange;
  readonly from: TriageClass;
  readonly to: TriageClass;
}

/** How many findings that change class are listed; the rest is counted. */
const listedMovesLimit = 12;

/** Derives the panel's view of a comparison. */
export function summariseChange(
  { before, after, changed }: ProfileComparison,
  currency: Currency,
  { language, rules }: ReportOptions,
): ProfileChange {
  const listed = changed.slice(0, listedMovesLimit);
  return {
    currency,
    beforeEur: before.leaveEur,
    afterEur: after.leaveEur,
    moves: listed.map(({ finding: { rule, message, file, range }, from, to }) => ({
      title: rules.get(rule)?.title[language] ?? message[language],
      file,
      range,
      from,
      to,
    })),
    unlistedMoves: changed.length - listed.length,
  };
}
