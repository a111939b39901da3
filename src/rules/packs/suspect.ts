import type ts from 'typescript';

/**
 * A cheap test on the compiler's own nodes: a file in whose nodes of these kinds it holds nowhere, holds nothing that
 * the rule finds, and is spared the conversion.
 */
export interface Suspect {
  readonly kinds: readonly ts.SyntaxKind[];
  /** Asks the checker only where syntax and names leave a chance. */
  test(node: ts.Node, checker: ts.TypeChecker): boolean;
}
