import type { Decision } from './decisions-schema.ts';

/**
 * Adds a decision to the others. What was decided before about the same finding gives way: accepting, planning and
 * rejecting replace each other, a class replaces a class. Decisions about other findings and rules stay as they are.
 */
export function withDecision(decisions: readonly Decision[], decision: Decision): readonly Decision[] {
  return [...withoutDecision(decisions, decision), decision];
}

/** Takes back what a decision of this kind says about this finding or rule. */
export function withoutDecision(
  decisions: readonly Decision[],
  { action, rule, fingerprint, file }: Pick<Decision, 'action' | 'rule' | 'fingerprint' | 'file'>,
): readonly Decision[] {
  const isClass = action === 'overrule';
  return decisions.filter(
    (other) =>
      other.rule !== rule ||
      other.fingerprint !== fingerprint ||
      other.file !== file ||
      (other.action === 'overrule') !== isClass,
  );
}
