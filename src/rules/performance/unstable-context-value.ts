import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { enclosingComponent } from '../syntax/components.ts';
import { freshKindWithin } from '../syntax/fresh-value.ts';
import { enclosingFunction } from '../syntax/functions.ts';
import { mayBeReact } from '../syntax/react.ts';

export const rule = defineRule({
  id: 'performance/unstable-context-value',
  weakness: 'heavy-page',
  docs: {
    title: { en: 'Context value made anew at each render', fr: 'Valeur de contexte recréée à chaque rendu' },
    why: {
      en: 'React compares the value of a context by identity. A literal made in the body of the component is never the one before, so that every component that reads the context renders again whenever this one does. Keep it with `useMemo`, or make it outside.',
      fr: 'React compare la valeur d’un contexte par identité. Un littéral créé dans le corps du composant n’est jamais le précédent : tout composant qui lit le contexte est rendu à nouveau dès que celui-ci l’est. Gardez la valeur avec `useMemo`, ou créez-la au-dehors.',
    },
    forLeads: {
      en: 'Each small change redraws large parts of the page: it feels slow on ordinary devices.',
      fr: 'Chaque petit changement redessine de grandes parties de la page : elle paraît lente sur un appareil ordinaire.',
    },
    bad: `export function Shop({ user, children }) {
  return <Session.Provider value={{ user, isKnown: user !== undefined }}>{children}</Session.Provider>;
}`,
    good: `export function Shop({ user, children }) {
  const session = useMemo(() => ({ user, isKnown: user !== undefined }), [user]);
  return <Session.Provider value={session}>{children}</Session.Provider>;
}`,
    exampleFile: 'src/shop.jsx',
  },
  options: z.strictObject({}),
  message: {
    en: ({ kind, provider }: { kind: string; provider: string }) =>
      `\`${provider}\` gets a new ${kind} at each render, so all its readers render again`,
    fr: ({ kind, provider }) =>
      `\`${provider}\` reçoit ${kinds.get(kind) ?? kind} à chaque rendu : tous ses lecteurs sont rendus à nouveau`,
  },
  detect: ({ file, locals, report }) => {
    if (file.role !== 'production' || !mayBeReact(file.text)) return {};
    return {
      JsxAttribute(node) {
        const value = contextValue(node);
        if (!value) return;
        const component = enclosingFunction(node);
        if (!component || enclosingComponent(node) !== component) return;
        const kind = freshKindWithin(value, component, locals());
        if (kind) report(node.name, { kind, provider: node.parent.parent.tagName.getText() });
      },
    };
  },
});

const kinds: ReadonlyMap<string, string> = new Map([
  ['object', 'un nouvel objet'],
  ['array', 'un nouveau tableau'],
  ['function', 'une nouvelle fonction'],
]);

/** The expression in `<Some.Provider value={…}>`. */
function contextValue(node: ts.JsxAttribute): ts.Expression | undefined {
  if (node.name.getText() !== 'value' || !node.initializer || !ts.isJsxExpression(node.initializer)) return undefined;
  const tag = node.parent.parent.tagName;
  const isProvider = ts.isPropertyAccessExpression(tag) && tag.name.text === 'Provider';
  return isProvider ? node.initializer.expression : undefined;
}
