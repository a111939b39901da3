import typescriptEslint from '@typescript-eslint/eslint-plugin';
import { rules as regexp } from 'eslint-plugin-regexp';
import { Linter } from 'eslint/universal';
import type ts from 'typescript';
import type { TextRange } from '../../base/text-range.ts';
import { estreeOf, type EstreeModel } from '../../workspace/estree.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import { nodeAt } from '../../workspace/node-at.ts';
import type { HostedRule } from '../define-rule.ts';
import { descend } from '../../workspace/modules/descend.ts';
import type { Suspect } from './suspect.ts';

/** Where a hosted rule found something, or that it threw. */
export type HostedOutcome<Entry> =
  { readonly entry: Entry; readonly at: ts.Node } | { readonly entry: Entry; readonly error: unknown };

/** Runs rules of other authors over one file; `run` never throws what a rule throws. */
export interface HostedRunner {
  run<Entry extends { readonly hosted: HostedRule }>(
    file: FileModel,
    entries: readonly Entry[],
  ): HostedOutcome<Entry>[];
}

const packs: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map<
  string,
  Readonly<Record<string, unknown>>
>([
  ['typescript-eslint', typescriptEslint.rules],
  ['regexp', regexp],
]);

/** Makes a runner on ESLint's own linter; files in which no rule can find anything are not even converted. */
export function createHostedRunner(): HostedRunner {
  const linter = new Linter({ configType: 'flat', cwd: '/' });
  return {
    run(file, entries) {
      const mentioned = entries.filter(
        ({ hosted }) => hosted.mentions.test(file.text) && !(hosted.outsideTests === true && file.role === 'test'),
      );
      try {
        const wanted = suspected(file, mentioned);
        if (wanted.length === 0) return [];
        const estree = estreeOf(file);
        return estree ? lint(linter, file, estree, wanted) : [];
      } catch (error) {
        // ESLint and its parser walk by recursion: code that nests deeper than the stack fails for all of them.
        return mentioned.map((entry) => ({ entry, error }));
      }
    },
  };
}

/** The rules for which one walk over the file finds a suspect. */
function suspected<Entry extends { readonly hosted: HostedRule }>(
  file: FileModel,
  entries: readonly Entry[],
): readonly Entry[] {
  const { project, sourceFile } = file;
  if (!project || file.syntaxProblems.length > 0) return [];
  const open = new Map<ts.SyntaxKind, Map<Suspect, Entry[]>>();
  const wanted = new Set(entries.filter(({ hosted }) => !hosted.suspect));
  for (const entry of entries) {
    const { suspect } = entry.hosted;
    for (const kind of suspect?.kinds ?? []) {
      const tests = open.get(kind) ?? new Map<Suspect, Entry[]>();
      if (suspect) open.set(kind, tests.set(suspect, [...(tests.get(suspect) ?? []), entry]));
    }
  }
  descend(sourceFile, (node) => {
    for (const [suspect, found] of open.get(node.kind) ?? []) {
      if (!suspect.test(node, project.checker())) continue;
      for (const entry of found) wanted.add(entry);
      for (const kind of suspect.kinds) open.get(kind)?.delete(suspect);
    }
    return true;
  });
  return entries.filter((entry) => wanted.has(entry));
}

/** A rule that throws ends ESLint's whole pass: the others run once more without it. */
function lint<Entry extends { readonly hosted: HostedRule }>(
  linter: Linter,
  file: FileModel,
  estree: EstreeModel,
  entries: readonly Entry[],
): HostedOutcome<Entry>[] {
  const byName = new Map(entries.map((entry) => [`hosted/${entry.hosted.pack}-${entry.hosted.name}`, entry]));
  try {
    const extension = /\.[a-z]+$/.exec(file.path)?.[0] ?? '.ts';
    return linter.verify(file.text, configOf(byName, estree), { filename: `/file${extension}` }).flatMap((message) => {
      const entry = byName.get(message.ruleId ?? '');
      const at = nodeAt(file, rangeOf(file, message));
      return entry && at ? [{ entry, at }] : [];
    });
  } catch (error) {
    const culprit = byName.get((error as { readonly ruleId?: string }).ruleId ?? '');
    if (!culprit) throw error;
    return [
      { entry: culprit, error },
      ...lint(
        linter,
        file,
        estree,
        entries.filter((entry) => entry !== culprit),
      ),
    ];
  }
}

function configOf(byName: ReadonlyMap<string, { readonly hosted: HostedRule }>, estree: EstreeModel): Linter.Config[] {
  const modules = [...byName.values()].map(
    ({ hosted }) => [`${hosted.pack}-${hosted.name}`, moduleOf(hosted)] as const,
  );
  return [
    {
      // A pattern that ends in `*` alone would match files for which other configurations exist, and there are none.
      files: ['**/*.*'],
      languageOptions: { parser: { parseForESLint: () => estree as unknown as Linter.ESLintParseResult } },
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
      plugins: { hosted: { rules: Object.fromEntries(modules) as never } },
      rules: Object.fromEntries([...byName].map(([name, { hosted }]) => [name, ['error', ...hosted.options]])),
    },
  ];
}

function moduleOf({ pack, name }: HostedRule): unknown {
  const module = packs.get(pack)?.[name];
  if (!module) throw new Error(`The pack ${pack} has no rule ${name}.`);
  return module;
}

/** The place of a message; one without an end is a point. */
function rangeOf({ lines }: FileModel, message: Linter.LintMessage): TextRange {
  const start = { line: message.line - 1, column: message.column - 1 };
  const end =
    message.endLine === undefined || message.endColumn === undefined
      ? lines.positionAt(lines.offsetAt(start) + 1)
      : { line: message.endLine - 1, column: message.endColumn - 1 };
  return { start, end };
}
