import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import {
  forEveryFunction,
  functionHead,
  functionName,
  isFunctionNode,
  type FunctionNode,
} from '../syntax/functions.ts';
import { isSuiteBody } from '../syntax/test-calls.ts';
import { walkBelow } from '../syntax/walk.ts';

const explainedDecisions = 30;

export const rule = defineRule({
  id: 'quality/cyclomatic-complexity',
  weakness: 'cyclomatic-complexity',
  profile: 'strict',
  docs: {
    title: { en: 'Function with too many paths', fr: 'Fonction aux chemins trop nombreux' },
    why: {
      en: 'The cyclomatic complexity (T. J. McCabe, “A Complexity Measure”, 1976) is the number of decisions plus one: as many tests are needed to take each branch once. Each condition of a compound one counts. Split the function, or put the cases in a table.',
      fr: 'La complexité cyclomatique (T. J. McCabe, « A Complexity Measure », 1976) est le nombre de décisions plus une : il faut autant de tests pour prendre chaque branche une fois. Chaque condition d’une condition composée compte. Divisez la fonction, ou placez les cas dans une table.',
    },
    forLeads: {
      en: 'This function has so many paths that testing them all is out of reach: some will first run at a customer’s.',
      fr: 'Cette fonction a tant de chemins qu’il est hors de portée de tous les tester : certains seront parcourus d’abord chez un client.',
    },
    bad: `// @options {"max":3}
export function fee(order) {
  if (order.isHeavy && order.isFar) return 40;
  return order.isFar ? 25 : 5;
}`,
    good: `// @options {"max":3}
export const fee = (order) => fees.get(order.zone) ?? 5;`,
    exampleFile: 'example.js',
  },
  options: z.strictObject({
    max: z.int().min(1).default(20).describe('Highest cyclomatic complexity that is not reported.'),
  }),
  message: {
    en: ({ name, complexity, max }: { name: string; complexity: number; max: number }) =>
      `\`${name}\` has a cyclomatic complexity of ${complexity} (at most ${max})`,
    fr: ({ name, complexity, max }) => `\`${name}\` a une complexité cyclomatique de ${complexity} (${max} au plus)`,
  },
  detect: ({ options, report }) =>
    forEveryFunction((node) => {
      if (isSuiteBody(node)) return;
      const decisions = decisionsOf(node);
      const complexity = decisions.length + 1;
      if (complexity <= options.max) return;
      report(
        functionHead(node),
        { name: functionName(node), complexity, max: options.max },
        { drivers: { complexity }, related: decisions.slice(0, explainedDecisions).map(explain) },
      );
    }),
});

interface Decision {
  readonly at: ts.Node;
  readonly construct: string;
}

/** The decisions of a function's own code, in the order of the text. */
function decisionsOf(root: FunctionNode): readonly Decision[] {
  const decisions: Decision[] = [];
  walkBelow(root, (node) => {
    if (isFunctionNode(node)) return 'skip';
    const construct = decisionAt(node);
    if (construct) decisions.push(construct);
    return undefined;
  });
  return decisions;
}

function decisionAt(node: ts.Node): Decision | undefined {
  if (ts.isIfStatement(node) || ts.isIterationStatement(node, false) || ts.isCaseClause(node)) {
    const keyword = node.getFirstToken() ?? node;
    return { at: keyword, construct: keyword.getText() };
  }
  if (ts.isConditionalExpression(node)) return { at: node.questionToken, construct: '? :' };
  const isChoice = ts.isBinaryExpression(node) && choices.has(node.operatorToken.kind);
  return isChoice ? { at: node.operatorToken, construct: node.operatorToken.getText() } : undefined;
}

const choices: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

function explain({ at, construct }: Decision): { at: ts.Node; message: { en: string; fr: string } } {
  return { at, message: { en: `+1: \`${construct}\``, fr: `+1 : \`${construct}\`` } };
}
