/**
 * Share of a rule's findings that a reviewer accepts, told from those that were judged: labelled cases where every
 * other finding in the file counts as false, and findings read one by one on open-source programs. Few findings draw
 * it towards one half (Laplace's rule of succession: one right and one wrong finding are added).
 */
export function judged(right: number, of: number): number {
  return Math.round((100 * (right + 1)) / (of + 2)) / 100;
}
