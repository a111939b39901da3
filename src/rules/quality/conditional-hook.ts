import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isComponent } from '../syntax/components.ts';
import { isLogical } from '../syntax/conditions.ts';
import { enclosingFunction, functionName, isFunctionNode, type FunctionNode } from '../syntax/functions.ts';
import { lastName } from '../syntax/names.ts';
import { containsBelow, findAncestor } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/conditional-hook',
  weakness: 'likely-bug',
  precision: 0.9,
  docs: {
    title: { en: 'Hook that is not called every time', fr: 'Hook qui n’est pas toujours appelé' },
    why: {
      en: 'React tells hooks apart by the order of their calls; one behind a condition, in a loop, after an early return or in a callback shifts all that follow, and the component breaks. Call hooks at the top.',
      fr: 'React distingue les hooks par l’ordre de leurs appels ; un hook derrière une condition, dans une boucle, après un retour anticipé ou dans une fonction de rappel décale tous les suivants, et le composant se casse. Appelez les hooks au début.',
    },
    forLeads: {
      en: 'A page stops with an error in some situations only, which makes it hard to find.',
      fr: 'Une page s’arrête sur une erreur dans certaines situations seulement, ce qui la rend difficile à trouver.',
    },
    bad: `export function Basket({ isOpen }) {
  if (isOpen) {
    const [lines] = useState([]);
    return <p>{lines.length}</p>;
  }
  return <p />;
}`,
    good: `export function Basket({ isOpen }) {
  const [lines] = useState([]);
  return isOpen ? <p>{lines.length}</p> : <p />;
}`,
    exampleFile: 'example.jsx',
  },
  options: z.strictObject({}),
  message: {
    en: ({ hook }: { hook: string }) => `\`${hook}\` is not called in every run of this component`,
    fr: ({ hook }) => `\`${hook}\` n’est pas appelé à chaque exécution de ce composant`,
  },
  detect: ({ file, report }) => {
    // A library that makes these hooks itself knows in what order it needs them.
    if (!/\buse[A-Z]/.test(file.text) || /\b(const|function)\s+use(State|Effect|Ref|Callback)\b/.test(file.text))
      return {};
    return {
      CallExpression(node) {
        if (!isBuiltInHook(node)) return;
        const owner = enclosingFunction(node);
        if (!owner || !isHookOwner(owner)) return;
        if (isConditional(node, owner) || returnsBefore(node, owner))
          report(node.expression, { hook: lastName(node.expression) });
      },
    };
  },
});

const builtIn =
  /^use(State|Effect|LayoutEffect|Memo|Callback|Ref|Reducer|Context|Id|Transition|DeferredValue|ImperativeHandle|SyncExternalStore)$/;

function isBuiltInHook(node: ts.CallExpression): boolean {
  return builtIn.test(lastName(node.expression));
}

function isHookOwner(node: FunctionNode): boolean {
  return isComponent(node) || /^use[A-Z]/.test(functionName(node));
}

function isConditional(node: ts.Node, owner: ts.Node): boolean {
  const isBranch = (ancestor: ts.Node): boolean =>
    ts.isIfStatement(ancestor) ||
    ts.isConditionalExpression(ancestor) ||
    ts.isSwitchStatement(ancestor) ||
    isLogical(ancestor) ||
    ts.isIterationStatement(ancestor, false);
  const branch = findAncestor(node, isBranch, (ancestor) => ancestor === owner);
  return branch !== undefined && !isInHead(node, branch);
}

/** `if (useContext(x))` and `useX() || y` always run. */
function isInHead(node: ts.Node, branch: ts.Node): boolean {
  const head = ts.isIfStatement(branch)
    ? branch.expression
    : ts.isConditionalExpression(branch)
      ? branch.condition
      : isLogical(branch)
        ? branch.left
        : undefined;
  return head !== undefined && node.pos >= head.pos && node.end <= head.end;
}

/** An early `return` in front of it, at the top level of the component. */
function returnsBefore(node: ts.Node, owner: FunctionNode): boolean {
  if (!owner.body || !ts.isBlock(owner.body)) return false;
  return owner.body.statements.some(
    (statement) =>
      statement.end <= node.pos &&
      ts.isIfStatement(statement) &&
      containsBelow(statement, ts.isReturnStatement, isFunctionNode),
  );
}
