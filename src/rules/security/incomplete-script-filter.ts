import { z } from 'zod';
import type { AST } from '@eslint-community/regexpp';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues } from '../syntax/file-values.ts';
import { parsePattern, patternNodes, writtenPattern, type ParsedPattern } from '../syntax/patterns.ts';

type Data = { readonly escape: string };

export const rule = defineRule({
  id: 'security/incomplete-script-filter',
  weakness: 'reflected-xss',
  cwe: [116, 20, 185],
  precision: judged(13, 14),
  docs: {
    title: { en: 'Filter of markup that markup passes', fr: 'Filtre de balises que des balises passent' },
    why: {
      en: 'Browsers read `</SCRIPT\\t>`, tags over several lines and comments that end in `--!>`; an expression written for one form lets the others through. Use a sanitizer such as DOMPurify, which parses as browsers do.',
      fr: 'Les navigateurs lisent `</SCRIPT\\t>`, les balises sur plusieurs lignes et les commentaires finis par `--!>` ; une expression écrite pour une forme laisse passer les autres. Utilisez un assainisseur tel que DOMPurify, qui lit comme eux.',
    },
    forLeads: {
      en: 'A visitor can slip code past the filter and run it in other visitors’ browsers, in their name.',
      fr: 'Un visiteur peut glisser du code à travers le filtre et l’exécuter chez d’autres visiteurs, en leur nom.',
    },
    bad: "export const clean = (html: string) => html.replace(/<script.*?>.*?<\\/script>/gi, '');",
    good: "import DOMPurify from 'dompurify';\nexport const clean = (html: string) => DOMPurify.sanitize(html);",
  },
  options: z.strictObject({}),
  message: {
    en: ({ escape }: Data) => `This filter does not match \`${escape}\`, which browsers read all the same`,
    fr: ({ escape }: Data) => `Ce filtre ne reconnaît pas \`${escape}\`, que les navigateurs lisent pourtant`,
  },
  detect: ({ file, report }) => {
    if (!/<\/?\(?(script|!-)|<!\(?-|-->|<\(\?:!--/i.test(file.text.replaceAll('\\', ''))) return {};
    const values = fileValues(file.sourceFile);
    const check = (node: Parameters<typeof writtenPattern>[0]): void => {
      const pattern = writtenPattern(node, values);
      if (!pattern || !/script|--/i.test(pattern.source)) return;
      const parsed = parsePattern(pattern);
      const escape =
        parsed && (scriptEscape(parsed, pattern.flags) ?? commentEscape(parsed, pattern.source, pattern.flags));
      if (escape !== undefined) report(pattern.node, { escape });
    };
    return { RegularExpressionLiteral: check, CallExpression: check, NewExpression: check };
  },
});

/** Runs of literal characters, with the node behind each; a group of spellings counts as its first. */
interface Run {
  readonly text: string;
  readonly next: AST.Element | undefined;
}

function scriptEscape(pattern: ParsedPattern, flags: string): string | undefined {
  for (const { elements } of pattern.alternatives) {
    const runs = runsOf(elements);
    const open = runs.findIndex(({ text }) => /<script$/i.test(text) || /<script[\s>]/i.test(text));
    const close = runs.findIndex(({ text }) => /<\/script/i.test(text));
    if (open < 0 || close < open) continue;
    if (!flags.includes('i')) return '<ScRiPt>';
    if (/<\/script>/i.test(runs[close]?.text ?? '')) return '</script >';
    if (/^\.\*\??$/.test(runs[close]?.next?.raw ?? '') && !flags.includes('s')) return '</script\\n>';
    if (hasBareDot(elements) && !flags.includes('s')) return '<script>\\n…\\n</script>';
    const limited = limitedAttributes(runs[open]?.next);
    if (limited !== undefined) return limited;
  }
  return undefined;
}

/** Whether `.` stands for the text of the element, where it misses line breaks. */
function hasBareDot(elements: readonly AST.Element[]): boolean {
  return elements.some((element) => {
    const repeated = element.type === 'Quantifier' && element.max === Infinity ? element.element : undefined;
    if (!repeated)
      return element.type === 'CapturingGroup' && element.alternatives.some((part) => hasBareDot(part.elements));
    return repeated.type === 'CharacterSet' && repeated.kind === 'any';
  });
}

/** `(\s|\w|=|")*`: attributes with the other quotes or other white space are not read. */
function limitedAttributes(next: AST.Element | undefined): string | undefined {
  if (next?.type !== 'Quantifier' || next.element.type !== 'CapturingGroup') return undefined;
  const choices = next.element.alternatives.map(({ raw }) => raw);
  if (choices.length < 3) return undefined;
  if (!choices.includes('"')) return '<script a="b">';
  if (!choices.includes("'")) return "<script a='b'>";
  return choices.includes('\\s') ? undefined : '<script\\ta>';
}

/** A comment that has to end in `-->` but may end in `--!>`, or whose text must stand on one line. */
function commentEscape(pattern: ParsedPattern, source: string, flags: string): string | undefined {
  const [only, ...others] = pattern.alternatives;
  if (source === '-->') return '--!>';
  const isComment = only && others.length === 0 && /^<!--/.test(source) && /--!\?>$/.test(source);
  return isComment && hasBareDot(only.elements) && !flags.includes('s') ? '<!--\\n-->' : undefined;
}

function runsOf(elements: readonly AST.Element[]): readonly Run[] {
  const runs: Run[] = [];
  let text = '';
  const end = (next: AST.Element | undefined): void => {
    if (text) runs.push({ text, next });
    text = '';
  };
  for (const element of elements) {
    const literal = literalOf(element);
    if (literal === undefined) end(element);
    else text += literal;
  }
  end(undefined);
  return runs;
}

function literalOf(element: AST.Element): string | undefined {
  if (element.type === 'Character') return String.fromCodePoint(element.value);
  if (element.type === 'Assertion' && element.kind === 'word') return '';
  if (element.type !== 'CapturingGroup' && element.type !== 'Group') return undefined;
  const [first] = element.alternatives;
  const text = first?.elements.map(literalOf).join('') ?? '';
  for (const node of patternNodes(element))
    if (node.type === 'Quantifier' || node.type === 'CharacterSet') return undefined;
  return /^script$/i.test(text) ? text : undefined;
}
