import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName, stringValue, unwrap } from '../syntax/names.ts';
import { literalPattern, parsePattern } from '../syntax/patterns.ts';
import { enclosingFunction } from '../syntax/functions.ts';

type Data = { readonly what: string; readonly flaw: 'first' | 'same' | 'backslash' };

export const rule = defineRule({
  id: 'security/incomplete-escape',
  weakness: 'reflected-xss',
  cwe: [116, 20],
  docs: {
    title: { en: 'Escape that leaves some characters', fr: 'Échappement qui oublie des caractères' },
    why: {
      en: 'A text as pattern, or an expression without `g`, replaces the first match only; and a quote escaped by a backslash is freed again by a backslash in front of it. Use `replaceAll` or `g`, and escape backslashes first.',
      fr: 'Un texte comme motif, ou une expression sans `g`, ne remplace que la première occurrence ; et un guillemet échappé par une barre oblique inverse est libéré par une autre placée devant. Utilisez `replaceAll` ou `g`, et échappez d’abord les barres.',
    },
    forLeads: {
      en: 'A crafted text leaves the place meant for it and runs as code or as a query.',
      fr: 'Un texte bien choisi sort de la place prévue et s’exécute comme code ou comme requête.',
    },
    bad: 'export const quoted = (text: string) => "\'" + text.replace("\'", "\\\\\'") + "\'";',
    good: 'export const quoted = (text: string) => JSON.stringify(text);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ what, flaw }: Data) =>
      flaw === 'first'
        ? `Only the first \`${what}\` is replaced`
        : flaw === 'same'
          ? `\`${what}\` is replaced by itself`
          : `A backslash in front of \`${what}\` undoes this escape`,
    fr: ({ what, flaw }: Data) =>
      flaw === 'first'
        ? `Seul le premier \`${what}\` est remplacé`
        : flaw === 'same'
          ? `\`${what}\` est remplacé par lui-même`
          : `Une barre oblique inverse devant \`${what}\` défait cet échappement`,
  },
  detect: ({ file, report }) => {
    if (!file.text.includes('.replace')) return {};
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const callee = unwrap(node.expression);
        if (!ts.isPropertyAccessExpression(callee) || !/^replace(All)?$/.test(callee.name.text)) return;
        if (isOption(callee.expression)) return;
        const replaced = replacedText(node, callee.name.text, values);
        const by = stringValue(node.arguments[1]);
        const flaw = replaced && by !== undefined ? flawOf(node, replaced, by) : undefined;
        if (replaced && flaw) report(node.arguments[0] ?? node, { what: shown(replaced.text), flaw });
      },
    };
  },
});

/** `options.realm`: the developer who calls writes it, and no visitor. */
function isOption(node: ts.Expression): boolean {
  const subject = unwrap(node);
  if (!ts.isPropertyAccessExpression(subject)) return false;
  return /^(opts?|options|config|settings)$/.test(lastName(subject.expression));
}

interface Replaced {
  readonly text: string;
  readonly isEvery: boolean;
}

/** The constant text that a call replaces: given as text, or as an expression of plain characters. */
function replacedText(node: ts.CallExpression, method: string, values: FileValues): Replaced | undefined {
  const [first] = node.arguments;
  const settled = first && values.settled(first);
  if (!settled) return undefined;
  const text = stringValue(settled);
  if (text !== undefined) return text === '' ? undefined : { text, isEvery: method === 'replaceAll' };
  if (!ts.isRegularExpressionLiteral(settled)) return undefined;
  const pattern = literalPattern(settled);
  const [only, ...others] = parsePattern(pattern)?.alternatives ?? [];
  if (!only || others.length > 0 || only.elements.length === 0) return undefined;
  const characters = only.elements.map((element) =>
    element.type === 'Character' ? String.fromCodePoint(element.value) : '',
  );
  return characters.includes('') ? undefined : { text: characters.join(''), isEvery: pattern.flags.includes('g') };
}

function flawOf(node: ts.CallExpression, { text, isEvery }: Replaced, by: string): Data['flaw'] | undefined {
  if (by === text && /^["'`\\<>&]$/.test(text)) return 'same';
  if (!isEscape(text, by)) return undefined;
  if (!isEvery) return 'first';
  const isBackslash = /^["'`]$/.test(text) && by === `\\${text}`;
  return isBackslash && !handlesBackslash(node) ? 'backslash' : undefined;
}

/** Whether a replacement takes away the meaning of a character: a backslash before it, its doubling, or an entity. */
function isEscape(text: string, by: string): boolean {
  if (!/^["'`<>&]$/.test(text)) return false;
  return by === `\\${text}` || by === text + text || /^&#?\w+;$/.test(by) || /^%[0-9a-f]{2}$/i.test(by);
}

/** Whether backslashes are replaced in the same chain, or by another statement of the function. */
function handlesBackslash(node: ts.CallExpression): boolean {
  const around = enclosingFunction(node) ?? node.getSourceFile();
  return (
    /replace(All)?\(\s*(\/\[?[^/\n]*\\\\|["']\\\\["'])/.test(around.getText()) || /JSON\.stringify/.test(node.getText())
  );
}

function shown(text: string): string {
  return text === '`' ? 'backtick' : text.slice(0, 20);
}
