import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isMarkup } from '../syntax/components.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { lastName, nameParts, unwrap } from '../syntax/names.ts';
import { mayBeReact } from '../syntax/react.ts';
import { walkBelow } from '../syntax/walk.ts';

interface Data {
  readonly [key: string]: string;
  readonly problem: 'missing' | 'random' | 'index';
  readonly key: string;
}

export const rule = defineRule({
  id: 'quality/list-key',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'List without lasting keys', fr: 'Liste sans clés durables' },
    why: {
      en: 'React tells the items of a list apart by `key`. Without one, or with one that is new at each render, it cannot tell which item moved: inputs and state end up on the wrong row, or every row is built again. Use an id of the item.',
      fr: 'React distingue les éléments d’une liste par `key`. Sans clé, ou avec une clé nouvelle à chaque rendu, il ne sait pas lequel a bougé : saisies et états se retrouvent sur la mauvaise ligne, ou chaque ligne est reconstruite. Utilisez un identifiant de l’élément.',
    },
    forLeads: {
      en: 'In lists that change, what people typed can land on another line: wrong amounts, wrong items.',
      fr: 'Dans une liste qui change, ce qui a été saisi peut passer sur une autre ligne : mauvais montants, mauvais articles.',
    },
    bad: 'export const Lines = ({ lines }) => <ul>{lines.map((line) => <li>{line.title}</li>)}</ul>;',
    good: 'export const Lines = ({ lines }) => <ul>{lines.map((line) => <li key={line.id}>{line.title}</li>)}</ul>;',
    exampleFile: 'src/lines.jsx',
  },
  options: z.strictObject({
    index: z.boolean().default(false).describe('Also report keys that are the index of the item.'),
  }),
  message: {
    en: ({ problem, key }: Data) =>
      problem === 'missing'
        ? 'The items of this list have no `key`'
        : problem === 'random'
          ? `\`${key}\` gives each item a new key at each render`
          : `The key \`${key}\` belongs to the place, not to the item`,
    fr: ({ problem, key }) =>
      problem === 'missing'
        ? 'Les éléments de cette liste n’ont pas de `key`'
        : problem === 'random'
          ? `\`${key}\` donne une nouvelle clé à chaque élément à chaque rendu`
          : `La clé \`${key}\` est celle de la place, non de l’élément`,
  },
  detect: ({ file, options, report }) => {
    if (file.role === 'test' || !mayBeReact(file.text)) return {};
    return {
      CallExpression(node) {
        const callback = itemCallback(node);
        if (!callback || !standsInMarkup(node)) return;
        for (const item of returnedMarkup(callback)) {
          const problem = problemOf(item, indexName(callback), options.index);
          if (problem) report(ts.isJsxElement(item) ? item.openingElement.tagName : item, problem satisfies Data);
        }
      },
    };
  },
});

type Callback = ts.ArrowFunction | ts.FunctionExpression;

/** The function that `items.map(…)` and `Array.from(items, …)` call for each item. */
function itemCallback(node: ts.CallExpression): Callback | undefined {
  const method = lastName(node.expression);
  if (!ts.isPropertyAccessExpression(node.expression) || !/^(map|flatMap|from)$/.test(method)) return undefined;
  const callback = node.arguments[method === 'from' ? 1 : 0];
  return callback && (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) ? callback : undefined;
}

/** The list is a child as it stands: not spread into arguments and not given to a function that sets keys itself. */
function standsInMarkup(node: ts.Node): boolean {
  let current = node.parent;
  while (ts.isParenthesizedExpression(current) || ts.isConditionalExpression(current) || isLogical(current))
    current = current.parent;
  return ts.isJsxExpression(current) && isMarkup(current.parent);
}

function isLogical(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && /^(&&|\|\||\?\?)$/.test(node.operatorToken.getText());
}

function returnedMarkup(callback: Callback): readonly ReturnType<typeof markupOf>[number][] {
  if (!ts.isBlock(callback.body)) return markupOf(callback.body);
  const found: ReturnType<typeof markupOf>[number][] = [];
  walkBelow(callback.body, (child) => {
    if (isFunctionNode(child)) return 'skip';
    if (ts.isReturnStatement(child) && child.expression) found.push(...markupOf(child.expression));
    return undefined;
  });
  return found;
}

function markupOf(node: ts.Expression): readonly (ts.JsxElement | ts.JsxSelfClosingElement | ts.JsxFragment)[] {
  const value = unwrap(node);
  if (ts.isConditionalExpression(value)) return [...markupOf(value.whenTrue), ...markupOf(value.whenFalse)];
  if (ts.isBinaryExpression(value) && isLogical(value)) return markupOf(value.right);
  return isMarkup(value) ? [value] : [];
}

function indexName({ parameters: [, second] }: Callback): string | undefined {
  return second && ts.isIdentifier(second.name) ? second.name.text : undefined;
}

function problemOf(
  item: ReturnType<typeof markupOf>[number],
  index: string | undefined,
  tellsIndex: boolean,
): Data | undefined {
  if (ts.isJsxFragment(item)) return { problem: 'missing', key: '' };
  const { properties } = (ts.isJsxElement(item) ? item.openingElement : item).attributes;
  if (properties.some(ts.isJsxSpreadAttribute)) return undefined;
  const key = properties.find((property) => ts.isJsxAttribute(property) && property.name.getText() === 'key');
  if (!key) return { problem: 'missing', key: '' };
  const value =
    ts.isJsxAttribute(key) && key.initializer && ts.isJsxExpression(key.initializer)
      ? key.initializer.expression
      : undefined;
  if (!value) return undefined;
  if (isRandom(value)) return { problem: 'random', key: value.getText() };
  return tellsIndex && ts.isIdentifier(value) && value.text === index
    ? { problem: 'index', key: value.text }
    : undefined;
}

/** A call without arguments that never gives the same value twice. */
function isRandom(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || node.arguments.length > 0) return false;
  return /^(Math\.random|crypto\.randomUUID|uuid|uuidv4|uuid\.v4|nanoid|v4)$/.test(
    nameParts(node.expression).join('.'),
  );
}
