import type { Draft } from './draft.ts';
import { createFileLedger } from './file-ledger.ts';
import { createHazardLedger } from './hazard-ledger.ts';
import type { PricedFindings } from './price-findings.ts';

/** What mending findings saves while others are mended one after the other. */
export interface SavingsLedger {
  /** Yearly saving of mending these together now, EUR. */
  savingOf(members: readonly Draft[]): number;
  /** Takes findings out, and gives those that stay and save another amount by that. */
  mend(members: readonly Draft[]): ReadonlySet<Draft>;
}

/**
 * Keeps what findings cost beside each other, so that the saving of a group is told in the time that its own findings
 * take, and a pick touches only what shares a file, a package or an incident with it.
 */
export function createSavingsLedger({ findings, context }: PricedFindings): SavingsLedger {
  const drafts = findings.map(({ workings }) => workings);
  const files = createFileLedger(drafts, context);
  const hazards = createHazardLedger(drafts, context);
  return {
    savingOf: (members) => files.savingOf(members) + hazards.savingOf(members) + driftSaving(members),
    mend: (members) => new Set([...files.mend(members), ...hazards.mend(members)]),
  };
}

/** What is upgraded together leaves no drift behind; a part of a package's findings only what it adds to the rest. */
function driftSaving(members: readonly Draft[]): number {
  return members.reduce(
    (sum, { driftEur, driftMarginEur }) => sum + (members.length > 1 ? driftEur : driftMarginEur),
    0,
  );
}
