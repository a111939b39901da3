import type { Draft } from '../cost/draft.ts';
import type { PricedFinding } from '../cost/price-findings.ts';
import type { SavingsLedger } from '../cost/savings-ledger.ts';
import type { Finding } from '../findings/finding.ts';
import { createMaxHeap } from './max-heap.ts';
import type { PlanItem } from './plan-items.ts';

export interface PickOptions {
  /** Groups of findings that may be mended together; one finding may stand in several. */
  readonly groups: readonly (readonly PricedFinding[])[];
  readonly ledger: SavingsLedger;
  readonly budgetMinutes: number;
  /** Least saving a year for each minute of work, EUR. */
  readonly leastReturn: number;
  readonly isIndispensable: (finding: Finding) => boolean;
}

/** What was picked, in order. */
export interface Picks {
  readonly items: readonly PlanItem[];
  readonly minutes: number;
}

/**
 * Picks the group that saves most per minute, again and again, while it fits and returns enough. After each pick the
 * savings of exactly those groups that it touches are worked out anew: mending one part of a file makes the next part
 * worth more, so an older figure may be too low and cannot stand.
 */
export function pickByReturn(options: PickOptions): Picks {
  const { ledger, isIndispensable } = options;
  const candidates = options.groups.map((members): Candidate => ({ members, version: 0 }));
  const byDraft = candidatesByDraft(candidates);
  const heap = createMaxHeap<Offer>(({ perMinute }) => perMinute);
  const offer = (candidate: Candidate): void => {
    candidate.version += 1;
    if (candidate.members.length > 0) heap.push(offerOf(candidate, ledger));
  };
  candidates.forEach(offer);
  const items: PlanItem[] = [];
  let spent = 0;
  for (let best = heap.pop(); best !== undefined && best.perMinute >= options.leastReturn; best = heap.pop()) {
    const { candidate, version, minutes, savedEur } = best;
    if (version !== candidate.version || spent + minutes > options.budgetMinutes) continue;
    const findings = candidate.members.map(({ finding }) => finding);
    items.push({ findings, minutes, savedEur, isIndispensable: findings.some(isIndispensable) });
    spent += minutes;
    for (const touched of takeOut(candidate, byDraft, ledger)) offer(touched);
  }
  return { items, minutes: spent };
}

/** A group with what is left of it; each offer of an earlier version is void. */
interface Candidate {
  members: readonly PricedFinding[];
  version: number;
}

interface Offer {
  readonly candidate: Candidate;
  readonly version: number;
  readonly minutes: number;
  readonly savedEur: number;
  readonly perMinute: number;
}

function offerOf(candidate: Candidate, ledger: SavingsLedger): Offer {
  const minutes = candidate.members.reduce((sum, { sharedMinutes }) => sum + sharedMinutes.mean, 0);
  const savedEur = ledger.savingOf(candidate.members.map(({ workings }) => workings));
  return { candidate, version: candidate.version, minutes, savedEur, perMinute: savedEur / minutes };
}

function candidatesByDraft(candidates: readonly Candidate[]): ReadonlyMap<Draft, readonly Candidate[]> {
  const byDraft = new Map<Draft, Candidate[]>();
  for (const candidate of candidates) {
    for (const { workings } of candidate.members) {
      const list = byDraft.get(workings);
      if (list === undefined) byDraft.set(workings, [candidate]);
      else list.push(candidate);
    }
  }
  return byDraft;
}

/** Mends a candidate, and gives the others whose members or savings are others by that. */
function takeOut(
  picked: Candidate,
  byDraft: ReadonlyMap<Draft, readonly Candidate[]>,
  ledger: SavingsLedger,
): ReadonlySet<Candidate> {
  const gone = new Set(picked.members.map(({ workings }) => workings));
  const touched = new Set<Candidate>();
  for (const draft of gone) for (const candidate of byDraft.get(draft) ?? []) touched.add(candidate);
  for (const candidate of touched) candidate.members = candidate.members.filter(({ workings }) => !gone.has(workings));
  for (const draft of ledger.mend([...gone])) for (const other of byDraft.get(draft) ?? []) touched.add(other);
  return touched;
}
