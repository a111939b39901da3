import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, rootName } from '../syntax/file-values.ts';
import { calleeText, lastName, unwrap } from '../syntax/names.ts';
import { isUnknownText } from './unknown-text.ts';

interface Data {
  readonly [key: string]: string;
  readonly hatch: string;
}

/** Methods that take HTML, by the index of the argument. */
const methods: ReadonlyMap<string, number> = new Map([
  ['insertAdjacentHTML', 1],
  ['createContextualFragment', 0],
  ['setHTMLUnsafe', 0],
  ['createNodesFromMarkup', 0],
  ...['Html', 'Script', 'Style', 'Url', 'ResourceUrl'].map((kind) => [`bypassSecurityTrust${kind}`, 0] as const),
  ...['Html', 'Css', 'Js', 'Url', 'ResourceUrl'].map((kind) => [`trustAs${kind}`, 0] as const),
  ['trustAs', 1],
]);
const isCleaned = /saniti[sz]e|purify|escapeHtml|\bxss\(/i;
const properties = new Set(['innerHTML', 'outerHTML', 'srcdoc']);

export const rule = defineRule({
  id: 'security/unescaped-html',
  weakness: 'stored-xss',
  cwe: [79, 116],
  precision: 0.5,
  docs: {
    title: { en: 'HTML from a value that nothing cleans', fr: 'HTML tiré d’une valeur que rien ne nettoie' },
    why: {
      en: 'This place takes HTML as it is, and the value comes from whoever calls. Write it as text, or clean it with a maintained sanitizer right here, where a reader can see it.',
      fr: 'Cet endroit prend le HTML tel quel, et la valeur vient de l’appelant. Écrivez-la comme texte, ou nettoyez-la ici même avec un outil maintenu, là où le lecteur le voit.',
    },
    forLeads: {
      en: 'If a text written by one customer ends up here, it can run as a program in the browser of another.',
      fr: 'Si un texte écrit par un client arrive ici, il peut s’exécuter comme programme dans le navigateur d’un autre.',
    },
    bad: 'export function show(element: HTMLElement, comment: string) {\n  element.innerHTML = `<p>${comment}</p>`;\n}',
    good: 'export function show(element: HTMLElement, comment: string) {\n  element.textContent = comment;\n}',
  },
  options: z.strictObject({}),
  message: {
    en: ({ hatch }: Data) => `\`${hatch}\` takes HTML from a value that nothing here cleans`,
    fr: ({ hatch }: Data) => `\`${hatch}\` prend le HTML d’une valeur que rien ne nettoie ici`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    const check = (value: ts.Expression | undefined, hatch: string): void => {
      if (value && !isVouchedFor(value) && isUnknownText(value, values)) report(value, { hatch });
    };
    return {
      PropertyAssignment(node) {
        if (node.name.getText() === '__html') check(node.initializer, 'dangerouslySetInnerHTML');
      },
      BinaryExpression(node) {
        const left = unwrap(node.left);
        if (ts.isIdentifier(left) && left.text === '__html') {
          // Computed state is cleaned where it is computed, under whatever name.
          if (!isCleaned.test(file.text) && isTemplateText(node.right, values)) report(node.right, { hatch: 'v-html' });
          return;
        }
        if (!ts.isPropertyAccessExpression(left) || !properties.has(left.name.text) || !isWrite(node)) return;
        check(node.right, left.name.text);
      },
      CallExpression(node) {
        const name = lastName(node.expression);
        const index = /^document\.write(ln)?$/.test(calleeText(node.expression)) ? 0 : methods.get(name);
        if (index !== undefined) check(node.arguments[index], name);
      },
    };
  },
});

/** In the template of a component a name that the file does not declare is one of its state. */
function isTemplateText(node: ts.Expression, values: ReturnType<typeof fileValues>): boolean {
  const root = rootName(node);
  const isState =
    root !== undefined && values.declaration(root) === undefined && !/saniti[sz]|safe|purif/i.test(node.getText());
  return isState || isUnknownText(node, values);
}

/** A renderer that passes on what components give as `__html`: the finding is where they give it. */
function isVouchedFor(node: ts.Expression): boolean {
  const value = unwrap(node);
  return ts.isPropertyAccessExpression(value) && value.name.text === '__html';
}

function isWrite(node: ts.BinaryExpression): boolean {
  return (
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken || node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken
  );
}
