import type { FindingSummary } from '../protocol/finding-summary.ts';
import type { TotalsSummary } from '../protocol/summary.ts';

export type Incident = NonNullable<FindingSummary['incident']>;
export type AmountRange = TotalsSummary['leaveEur'];
export type Channel = NonNullable<FindingSummary['channel']>;
export type TriageClass = FindingSummary['class'];
export type Family = FindingSummary['family'];
export type Grade = FindingSummary['grade'];
