import ts from 'typescript';
import { isFunctionNode, type FunctionNode } from '../syntax/functions.ts';
import { parentOf } from '../syntax/walk.ts';

/** One addition to the cognitive complexity of a function. */
export interface Increment {
  readonly at: ts.Node;
  /** What stands there, as written in code: `if`, `&&`, `continue`. */
  readonly construct: string;
  /** 1 for the construct itself plus 1 for each level of nesting that counts for it. */
  readonly points: number;
}

/** The increments of a function, those of the functions inside it apart. */
export interface CognitiveScore {
  readonly own: readonly Increment[];
  /** Functions directly inside, with the nesting level they stand at. */
  readonly inner: readonly { readonly node: FunctionNode; readonly nesting: number }[];
}

/**
 * Increments by "Cognitive Complexity" (G. Ann Campbell, SonarSource, version 1.7), appendix B: structures add 1 and
 * their nesting; `else`, `else if`, jumps to labels and each run of equal logical operators add 1.
 */
export function scoreOwnCode(root: FunctionNode, nesting: number): CognitiveScore {
  const own: Increment[] = [];
  const inner: { node: FunctionNode; nesting: number }[] = [];
  const add = (at: ts.Node, construct: string, points: number): void => void own.push({ at, construct, points });

  const visitElse = (node: ts.Statement, level: number): void => {
    if (ts.isIfStatement(node)) visitIf(node, level, true);
    else {
      add(node, 'else', 1);
      visit(node, level + 1);
    }
  };

  const visitIf = (node: ts.IfStatement, level: number, isElseIf: boolean): void => {
    if (isElseIf) add(node, 'else if', 1);
    else add(node, 'if', 1 + level);
    visit(node.expression, level);
    visit(node.thenStatement, level + 1);
    if (node.elseStatement) visitElse(node.elseStatement, level);
  };

  const visitConditional = (node: ts.ConditionalExpression, level: number): void => {
    add(node.questionToken, '? :', 1 + level);
    visit(node.condition, level);
    visit(node.whenTrue, level + 1);
    visit(node.whenFalse, level + 1);
  };

  const visitOther = (node: ts.Node, level: number): void => {
    const construct = nestingConstruct(node);
    if (construct !== undefined) add(node, construct, 1 + level);
    else if ((ts.isBreakStatement(node) || ts.isContinueStatement(node)) && node.label) {
      add(node, ts.isBreakStatement(node) ? 'break' : 'continue', 1);
    } else if (startsLogicalRun(node)) for (const run of logicalRuns(node)) add(run, run.getText(), 1);
    ts.forEachChild(node, (child) => visit(child, level + levelsAdded(node, child)));
  };

  const visit = (node: ts.Node, level: number): void => {
    if (isFunctionNode(node)) inner.push({ node, nesting: level + 1 });
    else if (ts.isIfStatement(node)) visitIf(node, level, false);
    else if (ts.isConditionalExpression(node)) visitConditional(node, level);
    else visitOther(node, level);
  };

  ts.forEachChild(root, (child) => visit(child, nesting));
  return { own, inner };
}

function nestingConstruct(node: ts.Node): string | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.SwitchStatement:
      return 'switch';
    case ts.SyntaxKind.ForStatement:
    case ts.SyntaxKind.ForInStatement:
    case ts.SyntaxKind.ForOfStatement:
      return 'for';
    case ts.SyntaxKind.WhileStatement:
      return 'while';
    case ts.SyntaxKind.DoStatement:
      return 'do';
    case ts.SyntaxKind.CatchClause:
      return 'catch';
    default:
      return undefined;
  }
}

/** Only what stands in the body nests, not the head of a loop or the value of a `switch`. */
function levelsAdded(node: ts.Node, child: ts.Node): number {
  if (ts.isSwitchStatement(node)) return child === node.caseBlock ? 1 : 0;
  if (ts.isCatchClause(node)) return child === node.block ? 1 : 0;
  return ts.isIterationStatement(node, false) && child === node.statement ? 1 : 0;
}

type LogicalExpression = ts.BinaryExpression;

function isLogical(node: ts.Node): node is LogicalExpression {
  return (
    ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ||
      node.operatorToken.kind === ts.SyntaxKind.BarBarToken)
  );
}

/** The outermost node of a logical expression; parentheses do not end it, a negation does. */
function startsLogicalRun(node: ts.Node): node is LogicalExpression {
  if (!isLogical(node)) return false;
  let parent = parentOf(node);
  while (parent && ts.isParenthesizedExpression(parent)) parent = parentOf(parent);
  return !parent || !isLogical(parent);
}

/** The first operator of every run of equal operators, read from left to right. */
function logicalRuns(root: LogicalExpression): readonly ts.Node[] {
  const operators: ts.Node[] = [];
  const read = (node: ts.Expression): void => {
    let expression = node;
    while (ts.isParenthesizedExpression(expression)) expression = expression.expression;
    if (!isLogical(expression)) return;
    read(expression.left);
    operators.push(expression.operatorToken);
    read(expression.right);
  };
  read(root);
  return operators.filter((operator, index) => operator.kind !== operators[index - 1]?.kind);
}
