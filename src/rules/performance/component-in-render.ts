import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { enclosingComponent, isComponent } from '../syntax/components.ts';
import {
  enclosingFunction,
  forEveryFunction,
  functionHead,
  functionName,
  type FunctionNode,
} from '../syntax/functions.ts';
import { mayBeReact } from '../syntax/react.ts';
import { containsBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'performance/component-in-render',
  weakness: 'heavy-page',
  docs: {
    title: { en: 'Component defined inside another one', fr: 'Composant défini dans un autre' },
    why: {
      en: 'Each render of the outer component makes a new inner one, which React takes for a stranger: it throws the old tree away with its state and focus, and builds another. Define it outside and give it what it needs as properties.',
      fr: 'Chaque rendu du composant externe crée un nouveau composant interne, que React prend pour un inconnu : il jette l’ancien arbre avec son état et son focus, et en construit un autre. Définissez-le au-dehors et donnez-lui ce dont il a besoin en propriétés.',
    },
    forLeads: {
      en: 'What people type or scroll is lost when something else on the page changes, and the page is slow.',
      fr: 'Ce que l’on saisit ou fait défiler se perd quand autre chose change sur la page, et la page est lente.',
    },
    bad: `export function Basket({ lines }) {
  const Line = ({ line }) => <li>{line.title}</li>;
  return <ul>{lines.map((line) => <Line key={line.id} line={line} />)}</ul>;
}`,
    good: `const Line = ({ line }) => <li>{line.title}</li>;
export function Basket({ lines }) {
  return <ul>{lines.map((line) => <Line key={line.id} line={line} />)}</ul>;
}`,
    exampleFile: 'src/basket.jsx',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, outer }: { name: string; outer: string }) =>
      `\`${name}\` is another component at each render of \`${outer}\`: its state is lost`,
    fr: ({ name, outer }) => `\`${name}\` est un autre composant à chaque rendu de \`${outer}\` : son état se perd`,
  },
  detect: ({ file, report }) => {
    if (file.role !== 'production' || !/\.([cm]?jsx?|tsx)$/.test(file.path) || !mayBeReact(file.text)) return {};
    return forEveryFunction((node) => {
      const name = ownName(node);
      if (name === undefined || !/^[A-Z]/.test(name) || !isComponent(node)) return;
      const outer = enclosingComponent(node);
      if (!outer || enclosingFunction(node) !== outer || !isUsedAsTag(name, outer)) return;
      report(functionHead(node), { name, outer: functionName(outer) });
    });
  },
});

/** The name under which the outer function knows it; not that of a property or of an argument. */
function ownName(node: FunctionNode): string | undefined {
  if (ts.isFunctionDeclaration(node)) return node.name?.text;
  const holder = node.parent;
  return ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name.text : undefined;
}

function isUsedAsTag(name: string, outer: FunctionNode): boolean {
  const isTag = (node: ts.Node): boolean =>
    (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && node.tagName.getText() === name;
  return containsBelow(outer, isTag);
}
