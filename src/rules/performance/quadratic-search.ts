import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { enclosingFunction, isFunctionNode } from '../syntax/functions.ts';
import { enclosingLoop } from '../syntax/loops.ts';
import { decidingParts } from '../syntax/conditions.ts';
import { boundNames, lastName } from '../syntax/names.ts';
import { containsBelow, findAncestor, parentOf } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'performance/quadratic-search',
  weakness: 'quadratic-work',
  cwe: [407],
  docs: {
    title: { en: 'List copied or searched anew for each item', fr: 'Liste recopiée ou parcourue pour chaque élément' },
    why: {
      en: 'The work grows with the square of the list: ten times the items take a hundred times as long. Build a `Set` or `Map` once and ask it, or push to one array instead of copying it on each turn.',
      fr: 'Le travail croît avec le carré de la liste : dix fois plus d’éléments prennent cent fois plus de temps. Construisez une fois un `Set` ou une `Map` et interrogez-les, ou ajoutez à un seul tableau au lieu de le recopier à chaque tour.',
    },
    forLeads: {
      en: 'Fast with the test data, this becomes unbearably slow for the largest customers.',
      fr: 'Rapide avec les données de test, ceci devient insupportablement lent pour les plus gros clients.',
    },
    bad: `export function byId(orders) {
  return orders.reduce((all, order) => ({ ...all, [order.id]: order }), {});
}`,
    good: `export function byId(orders) {
  return Object.fromEntries(orders.map((order) => [order.id, order]));
}`,
    exampleFile: 'src/orders.ts',
  },
  options: z.strictObject({}),
  message: {
    en: ({ what, isCopy }: { what: string; isCopy: boolean }) =>
      isCopy ? `\`${what}\` is copied whole on every turn` : `\`${what}\` is searched from its start on every turn`,
    fr: ({ what, isCopy }) =>
      isCopy
        ? `\`${what}\` est recopié en entier à chaque tour`
        : `\`${what}\` est parcouru depuis le début à chaque tour`,
  },
  detect: ({ file, report }) => {
    if (file.role !== 'production') return {};
    const told = new Map<ts.Node, ReadonlySet<string>>();
    return {
      CallExpression(node) {
        const copied = copiedAccumulator(node);
        if (copied) report(copied, { what: copied.expression.getText(), isCopy: true });
        const searched = searchedList(node);
        if (searched) report(node.expression, { what: searched, isCopy: false });
      },
      BinaryExpression(node) {
        const copied = copiedInLoop(node);
        const loop = copied && enclosingLoop(node);
        if (!loop || told.get(loop)?.has(copied.expression.getText()) === true) return;
        told.set(loop, new Set(told.get(loop)).add(copied.expression.getText()));
        report(copied, { what: copied.expression.getText(), isCopy: true });
      },
    };
  },
});

type Spread = ts.SpreadElement | ts.SpreadAssignment;

/** `reduce((all, item) => ({ ...all, … }), {})`. */
function copiedAccumulator(call: ts.CallExpression): Spread | undefined {
  const [callback, start] = call.arguments;
  if (lastName(call.expression) !== 'reduce' || !start || !callback || !isInline(callback)) return undefined;
  const [accumulator] = callback.parameters.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  const answers = accumulator === undefined ? [] : answersOf(callback.body);
  for (const answer of answers) {
    const spread = spreadOf(answer, accumulator ?? '');
    if (spread) return spread;
  }
  return undefined;
}

function isInline(node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

function answersOf(body: ts.ConciseBody): readonly ts.Expression[] {
  if (!ts.isBlock(body)) return [body];
  return body.statements.flatMap((statement) =>
    ts.isReturnStatement(statement) && statement.expression ? [statement.expression] : [],
  );
}

/** The first element of a literal, when it spreads this name: `[...all, item]`. */
function spreadOf(node: ts.Expression, name: string): Spread | undefined {
  const literal = ts.isParenthesizedExpression(node) ? node.expression : node;
  const [first] = ts.isArrayLiteralExpression(literal)
    ? literal.elements
    : ts.isObjectLiteralExpression(literal)
      ? literal.properties
      : [];
  if (!first || (!ts.isSpreadElement(first) && !ts.isSpreadAssignment(first))) return undefined;
  return ts.isIdentifier(first.expression) && first.expression.text === name ? first : undefined;
}

/** `all = [...all, item]` in a loop over items. */
function copiedInLoop(node: ts.BinaryExpression): Spread | undefined {
  if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isIdentifier(node.left)) return undefined;
  const loop = enclosingLoop(node);
  if (!loop || !ts.isForOfStatement(loop) || declares(loop, node.left.text)) return undefined;
  if (isOverArguments(loop) || runsForOneItem(node, loop)) return undefined;
  return spreadOf(node.right, node.left.text);
}

/** `for (const source of sources)` over `...sources`: somebody wrote each of them out. */
function isOverArguments({ expression }: ts.ForOfStatement): boolean {
  const owner = enclosingFunction(expression);
  const rest = owner?.parameters.find(({ dotDotDotToken }) => dotDotDotToken !== undefined);
  return rest !== undefined && ts.isIdentifier(expression) && rest.name.getText() === expression.text;
}

/** Under `if (key === 'context')`: one key of an object passes at most once. */
function runsForOneItem(node: ts.Node, loop: ts.ForOfStatement): boolean {
  const names = ts.isVariableDeclarationList(loop.initializer)
    ? loop.initializer.declarations.flatMap(({ name }) => boundNames(name))
    : [];
  const isOne = (condition: ts.Expression): boolean =>
    decidingParts(condition).some(
      (part) =>
        ts.isBinaryExpression(part) &&
        part.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken &&
        names.includes(part.left.getText()) &&
        ts.isStringLiteralLike(part.right),
    );
  return (
    findAncestor(
      node,
      (outer) => ts.isIfStatement(outer) && isOne(outer.expression),
      (outer) => outer === loop,
    ) !== undefined
  );
}

/** The list in `list.includes(item.id)` where both this call and the list's growth depend on the items of one loop. */
function searchedList(call: ts.CallExpression): string | undefined {
  if (!ts.isPropertyAccessExpression(call.expression) || !/^(includes|indexOf)$/.test(lastName(call.expression)))
    return undefined;
  const list = call.expression.expression;
  const loop = ts.isIdentifier(list) ? enclosingLoop(call) : undefined;
  if (!ts.isIdentifier(list) || !loop || !ts.isForOfStatement(loop) || declares(loop, list.text)) return undefined;
  const grows = containsBelow(
    loop.statement,
    (node) =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'push' &&
      ts.isIdentifier(node.expression.expression) &&
      node.expression.expression.text === list.text,
  );
  return grows && !endsAfterFew(loop) ? list.text : undefined;
}

function declares(loop: ts.IterationStatement, name: string): boolean {
  return containsBelow(
    loop,
    (node) =>
      ts.isVariableDeclaration(node) && boundNames(node.name).includes(name) && enclosing(node) === enclosing(loop),
  );
}

function enclosing(node: ts.Node): ts.Node | undefined {
  return isFunctionNode(node) ? node : (enclosingFunction(node) ?? parentOf(node)?.getSourceFile());
}

/** A loop over a handful of literals stays small. */
function endsAfterFew(loop: ts.ForOfStatement): boolean {
  return ts.isArrayLiteralExpression(loop.expression);
}
