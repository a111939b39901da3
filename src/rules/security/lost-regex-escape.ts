import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues } from '../syntax/file-values.ts';
import { unwrap } from '../syntax/names.ts';
import { lastName } from '../syntax/names.ts';

type Data = { readonly escape: string };

export const rule = defineRule({
  id: 'security/lost-regex-escape',
  weakness: 'input-validation',
  cwe: [20, 185],
  precision: judged(13, 13),
  docs: {
    title: {
      en: 'Escape lost in the text of a regular expression',
      fr: 'Échappement perdu dans une expression régulière',
    },
    why: {
      en: 'In a string `\\.` is just `.`: the backslash is gone before the expression is compiled, so it accepts more than it says. Double the backslash, or write a literal.',
      fr: 'Dans une chaîne, `\\.` n’est que `.` : la barre oblique inverse disparaît avant la compilation, l’expression accepte donc plus qu’elle ne dit. Doublez-la, ou écrivez un littéral.',
    },
    forLeads: {
      en: 'A check accepts values that its author wanted to refuse.',
      fr: 'Un contrôle accepte des valeurs que son auteur voulait refuser.',
    },
    bad: "export const isOurs = (host: string) => new RegExp('^www\\.shop\\.com$').test(host);",
    good: "export const isOurs = (host: string) => new RegExp('^www\\\\.shop\\\\.com$').test(host);",
  },
  options: z.strictObject({}),
  message: {
    en: ({ escape }: Data) => `The string drops the backslash of \`${escape}\` before the expression is compiled`,
    fr: ({ escape }: Data) => `La chaîne perd la barre oblique inverse de \`${escape}\` avant la compilation`,
  },
  detect: ({ file, report }) => {
    if (!file.text.includes('RegExp(')) return {};
    const values = fileValues(file.sourceFile);
    const check = (node: ts.CallExpression | ts.NewExpression): void => {
      const [first] = node.arguments ?? [];
      if (!first || !ts.isIdentifier(node.expression) || lastName(node.expression) !== 'RegExp') return;
      for (const part of textParts(values.settled(first))) {
        const escape = lostEscape(part.getText(), part);
        if (escape !== undefined) report(part, { escape });
      }
    };
    return { CallExpression: check, NewExpression: check };
  },
});

/** The strings that a text is joined from, as far as they are written in one expression. */
function textParts(node: ts.Expression): readonly ts.Node[] {
  const value = unwrap(node);
  if (ts.isStringLiteralLike(value)) return [value];
  if (ts.isTemplateExpression(value)) return [value.head, ...value.templateSpans.map(({ literal }) => literal)];
  if (!ts.isBinaryExpression(value) || value.operatorToken.kind !== ts.SyntaxKind.PlusToken) return [];
  return [...textParts(value.left), ...textParts(value.right)];
}

/** What a string drops the backslash of and an expression would read otherwise with it. */
const meaningful = /[dDwWsSBpPk.^$*+?()[\]{}|]/;

function lostEscape(raw: string, part: ts.Node): string | undefined {
  for (const match of raw.matchAll(/(\\+)([^\\])/g)) {
    const [, slashes = '', character = ''] = match;
    if (slashes.length % 2 === 0 || !meaningful.test(character)) continue;
    // `\\\.` leaves a backslash before the dot, which escapes it after all.
    if (((slashes.length - 1) / 2) % 2 === 1) continue;
    // In a template `\$` keeps `${` from being read as code.
    if (character === '$' && !ts.isStringLiteral(part)) continue;
    return `\\${character}`;
  }
  return undefined;
}
