import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import type { FileLocals } from '../locals/file-locals.ts';
import { useOf } from '../locals/references.ts';
import { rootName } from '../syntax/file-values.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { findAncestor, parentOf } from '../syntax/walk.ts';

interface Data {
  readonly [key: string]: string;
  readonly owner: 'caller' | 'module' | 'state';
  readonly name: string;
  readonly method: string;
  readonly instead: string;
}

export const rule = defineRule({
  id: 'quality/mutated-argument',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'Somebody else’s array changed in place', fr: 'Tableau d’autrui modifié sur place' },
    why: {
      en: '`sort` and `reverse` change the array itself and give it back. Used for its result, the call looks like a copy, but the caller’s array, the module’s constant or React’s state has changed its order too. Use `toSorted` and `toReversed`, or copy first: `[...list].sort()`.',
      fr: '`sort` et `reverse` changent le tableau lui-même et le renvoient. Utilisé pour son résultat, l’appel ressemble à une copie, mais le tableau de l’appelant, la constante du module ou l’état de React a changé d’ordre aussi. Utilisez `toSorted` et `toReversed`, ou copiez d’abord : `[...list].sort()`.',
    },
    forLeads: {
      en: 'Looking at data changes it: lists come in another order elsewhere, now and then, and nobody finds why.',
      fr: 'Consulter des données les modifie : ailleurs, des listes changent d’ordre par moments, et personne ne trouve pourquoi.',
    },
    bad: 'export function newest(orders) {\n  return orders.sort((a, b) => b.date - a.date)[0];\n}',
    good: 'export function newest(orders) {\n  return [...orders].sort((a, b) => b.date - a.date)[0];\n}',
    exampleFile: 'src/newest.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ owner, name, method, instead }: Data) =>
      `\`${method}\` reorders \`${name}\`, ${ownersEn.get(owner) ?? ''}; \`${instead}\` makes a copy`,
    fr: ({ owner, name, method, instead }) =>
      `\`${method}\` réordonne \`${name}\`, ${ownersFr.get(owner) ?? ''} ; \`${instead}\` fait une copie`,
  },
  detect: ({ file, locals, report }) => {
    if (file.role === 'test') return {};
    return {
      CallExpression(node) {
        const method = lastName(node.expression);
        if (
          !(method === 'sort' || method === 'reverse') ||
          !isForItsResult(node) ||
          !ts.isPropertyAccessExpression(node.expression)
        )
          return;
        if (!isArrayCall(node)) return;
        const receiver = unwrap(node.expression.expression);
        const owner = ownerOf(receiver, node, locals());
        if (!owner) return;
        const instead = method === 'sort' ? 'toSorted' : 'toReversed';
        report(node.expression.name, { owner, name: receiver.getText().slice(0, 40), method, instead });
      },
    };
  },
});

const ownersEn: ReadonlyMap<string, string> = new Map([
  ['caller', 'which belongs to the caller'],
  ['module', 'which the whole module shares'],
  ['state', 'which is state'],
]);
const ownersFr: ReadonlyMap<string, string> = new Map([
  ['caller', 'qui appartient à l’appelant'],
  ['module', 'que tout le module partage'],
  ['state', 'qui est un état'],
]);

/** A query's `sort('name')` and `sort({ date: -1 })` are no sorts of an array. */
function isArrayCall({ arguments: [first] }: ts.CallExpression): boolean {
  return !first || ts.isArrowFunction(first) || ts.isFunctionExpression(first) || ts.isIdentifier(first);
}

/** Not a statement of its own, and not assigned back to what it sorts. */
function isForItsResult(node: ts.CallExpression): boolean {
  let parent = parentOf(node);
  while (parent && ts.isParenthesizedExpression(parent)) parent = parentOf(parent);
  if (!parent || ts.isExpressionStatement(parent)) return false;
  if (ts.isArrowFunction(parent) && parentOf(parent)?.kind === ts.SyntaxKind.CallExpression) return false;
  return !(ts.isBinaryExpression(parent) && node.getText().startsWith(parent.left.getText()));
}

/** Whose array it is; undefined for one that the function made, or may have. */
function ownerOf(receiver: ts.Expression, node: ts.Node, locals: FileLocals): Data['owner'] | undefined {
  const root = rootName(receiver);
  const symbol = root && locals.symbolOf(root);
  const declaration = symbol?.valueDeclaration;
  if (!declaration || locals.referencesTo(symbol).some((reference) => useOf(reference).writes)) return undefined;
  if (holdsState(declaration)) return 'state';
  if (isParameterPart(declaration))
    return isOwnParameter(declaration, node) && mayBeArray(declaration) ? 'caller' : undefined;
  const isShared =
    ts.isVariableDeclaration(declaration) &&
    ts.isSourceFile(declaration.parent.parent.parent) &&
    findAncestor(node, isFunctionNode);
  return isShared && declaration.initializer && ts.isArrayLiteralExpression(unwrap(declaration.initializer))
    ? 'module'
    : undefined;
}

function isParameterPart(declaration: ts.Node): boolean {
  return findAncestor(declaration, ts.isParameter, isFunctionNode) !== undefined || ts.isParameter(declaration);
}

/** Of a function that has a name: a callback is given what its caller made for it, as `reduce` does. */
function isOwnParameter(declaration: ts.Node, node: ts.Node): boolean {
  const owner = findAncestor(declaration, isFunctionNode);
  const inner = findAncestor(node, isFunctionNode);
  if (!owner || owner !== inner) return false;
  return !ts.isCallExpression(owner.parent) && !ts.isSetAccessor(owner);
}

/** By its declared type, where there is one. */
function mayBeArray(declaration: ts.Declaration): boolean {
  if (!ts.isParameter(declaration) || !declaration.type) return true;
  return /\[\]|Array|^\{|Props$/.test(declaration.type.getText());
}

/** `const [orders] = useState(…)`. */
function holdsState(declaration: ts.Node): boolean {
  if (!ts.isBindingElement(declaration) || !ts.isArrayBindingPattern(declaration.parent)) return false;
  const holder = declaration.parent.parent;
  const made = ts.isVariableDeclaration(holder) ? holder.initializer : undefined;
  return (
    made !== undefined &&
    ts.isCallExpression(made) &&
    /^(useState|useReducer|useRecoilState|useAtom)$/.test(lastName(made.expression)) &&
    declaration.parent.elements[0] === declaration
  );
}
