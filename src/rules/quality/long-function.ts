import ts from 'typescript';
import { z } from 'zod';
import type { FileModel } from '../../workspace/file-model.ts';
import { defineRule } from '../define-rule.ts';
import {
  forEveryFunction,
  functionHead,
  functionName,
  isFunctionNode,
  type FunctionNode,
} from '../syntax/functions.ts';
import { isImmediatelyCalled } from '../syntax/functions.ts';
import { isComponent } from '../syntax/components.ts';
import { lastName } from '../syntax/names.ts';
import { isSuiteBody, isTestBody } from '../syntax/test-calls.ts';
import { walkBelow } from '../syntax/walk.ts';
import { isDataLiteral } from './data-literals.ts';

export const rule = defineRule({
  id: 'quality/long-function',
  weakness: 'long-function',
  precision: 0.9,
  docs: {
    title: { en: 'Function too long', fr: 'Fonction trop longue' },
    why: {
      en: 'A function of several screens does several things. It cannot be read at once, named truthfully, reused or tested in parts. Extract the steps; their names replace the comments between them.',
      fr: 'Une fonction de plusieurs écrans fait plusieurs choses. On ne peut ni la lire d’un coup d’œil, ni la nommer justement, ni la réutiliser, ni la tester par morceaux. Extrayez les étapes ; leurs noms remplacent les commentaires qui les séparent.',
    },
    forLeads: {
      en: 'Developers need longer to find their way in this part, so changes to it take more time than they should.',
      fr: 'Les développeurs mettent plus de temps à se repérer dans cette partie : toute modification y est plus lente qu’elle ne devrait.',
    },
    bad: `export function printInvoice(invoice) {
${Array.from({ length: 110 }, (_, index) => `  drawField(invoice, ${index});`).join('\n')}
}`,
    good: `export function printInvoice(invoice) {
  printHead(invoice);
  invoice.lines.forEach(printLine);
  printTotals(invoice);
}`,
  },
  options: z.strictObject({
    maxLines: z
      .int()
      .min(5)
      .default(100)
      .describe('Most lines of code in a function, without blank lines, comments and plain data.'),
    maxComponentLines: z
      .int()
      .min(5)
      .default(200)
      .describe('The same for a component, whose markup takes lines but little thought.'),
  }),
  message: {
    en: ({ name, lines, max }: { name: string; lines: number; max: number }) =>
      `\`${name}\` is ${lines} lines of code long (at most ${max})`,
    fr: ({ name, lines, max }) => `\`${name}\` compte ${lines} lignes de code (${max} au plus)`,
  },
  detect: ({ file, options, report }) =>
    forEveryFunction((node) => {
      // The preparation of a test reads from top to bottom, as the test itself does.
      if (file.role === 'test') return;
      const shortest = Math.min(options.maxLines, options.maxComponentLines);
      if (!node.body || spannedLines(node, file) <= shortest) return;
      if (isImmediatelyCalled(node) || isSuiteBody(node) || isTestBody(node) || isMigration(file.path)) return;
      const max = isComponent(node) ? options.maxComponentLines : options.maxLines;
      const lines = ownCodeLines(node, file, max);
      if (lines <= max) return;
      report(functionHead(node), { name: functionName(node), lines, max }, { drivers: { lines } });
    }),
});

/** A data migration runs once and is never changed again. */
function isMigration(path: string): boolean {
  return /(^|\/)(migrations?|upgrades?)\//i.test(path);
}

/** Calls that hand a function over to be called later: what it does is not the caller's length. */
const registrations: ReadonlySet<string> = new Set(
  'get post put patch delete all use route on once addEventListener command action subscribe register'.split(' '),
);

function spannedLines(node: ts.Node, file: FileModel): number {
  return lineOf(node.end, file) - lineOf(node.getStart(file.sourceFile), file) + 1;
}

/** Lines with code, less those of functions that stand for themselves and of plain data. */
function ownCodeLines(node: FunctionNode, file: FileModel, max: number): number {
  const first = lineOf(node.getStart(file.sourceFile), file);
  const isCode = codeLineFlags(node.getText(file.sourceFile).split('\n'));
  walkBelow(node, (child) => {
    if (!isJudgedApart(child, file, max)) return undefined;
    const from = lineOf(child.getStart(file.sourceFile), file) - first;
    isCode.fill(false, from + 1, lineOf(child.end, file) - first);
    return 'skip';
  });
  return isCode.filter(Boolean).length;
}

/** A function that is too long itself is reported itself, so it is not held against the one around it. */
function isJudgedApart(node: ts.Node, file: FileModel, max: number): boolean {
  if (!isFunctionNode(node)) return isDataLiteral(node);
  return standsForItself(node) || (spannedLines(node, file) > max && ownCodeLines(node, file, max) > max);
}

/** Named functions, and callbacks that are registered rather than called in the flow. */
function standsForItself(node: FunctionNode): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return true;
  const holder = node.parent;
  if (!ts.isCallExpression(holder)) return !ts.isParenthesizedExpression(holder);
  return registrations.has(lastName(holder.expression)) || isSuiteBody(node);
}

/** For each line, whether it has more than white space and comment. */
function codeLineFlags(lines: readonly string[]): boolean[] {
  let isInComment = false;
  return lines.map((line) => {
    const text = line.trim();
    if (isInComment) {
      isInComment = !text.includes('*/');
      return false;
    }
    if (text.startsWith('/*') && !text.includes('*/')) isInComment = true;
    return text !== '' && !text.startsWith('//') && !text.startsWith('/*');
  });
}

function lineOf(offset: number, file: FileModel): number {
  return file.lines.positionAt(offset).line;
}
