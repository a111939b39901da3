import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { commentBlocks } from '../syntax/comment-blocks.ts';
import type { FileHistory, GitHistory } from '../../workspace/git-history.ts';
import type { FileModel } from '../../workspace/file-model.ts';

export const rule = defineRule({
  id: 'quality/old-task',
  weakness: 'todo',
  cwe: [546],
  profile: 'strict',
  needs: 'workspace',
  docs: {
    title: { en: 'Open tasks left in the code', fr: 'Tâches laissées ouvertes dans le code' },
    why: {
      en: 'A `TODO` that nobody touched for a year is no plan: whoever reads it cannot tell whether it still matters. Do it, put it where work is planned and name the ticket here, or delete it. Lines that no commit of the last year changed count as old; where git does not tell, a file is named only when it holds many.',
      fr: 'Un `TODO` que personne n’a touché depuis un an n’est pas un plan : qui le lit ne peut dire s’il compte encore. Faites-le, placez-le là où le travail se planifie en citant le ticket ici, ou supprimez-le. Une ligne qu’aucun commit de l’année n’a changée est ancienne ; quand git ne le dit pas, un fichier n’est signalé que s’il en contient beaucoup.',
    },
    forLeads: {
      en: 'Work that was put off and forgotten: it resurfaces as a surprise, at a moment the team does not choose.',
      fr: 'Du travail remis puis oublié : il ressurgit par surprise, à un moment que l’équipe ne choisit pas.',
    },
    bad: Array.from(
      { length: 8 },
      (_, index) => `// TODO round the fee ${index}\nexport const fee${index} = ${index};`,
    ).join('\n'),
    good: '// TODO round the fee\nexport const fee = 1;',
    exampleFile: 'src/fees.ts',
  },
  options: z.strictObject({
    minWithoutHistory: z
      .int()
      .min(1)
      .default(8)
      .describe('Fewest tasks of a file that is named where git does not tell their age.'),
  }),
  message: {
    en: ({ tasks, isOld }: { tasks: number; isOld: boolean; first: string }) =>
      isOld ? `${count(tasks, 'open task', 'open tasks')} here for over a year` : `${tasks} open tasks in this file`,
    fr: ({ tasks, isOld }) =>
      isOld
        ? `${count(tasks, 'tâche ouverte', 'tâches ouvertes')} ici depuis plus d’un an`
        : `${tasks} tâches ouvertes dans ce fichier`,
  },
  detect: ({ workspace, options, report }) => {
    const { history } = workspace;
    for (const file of workspace.files.values()) {
      if (!taskWord.test(file.text)) continue;
      const tasks = tasksIn(file);
      const isOld = history !== undefined && knowsLines(history, history.files.get(file.path));
      const told = isOld ? tasks.filter(({ line }) => !wasChanged(line, history.files.get(file.path))) : tasks;
      const [first] = told;
      if (!first || (!isOld && told.length < options.minWithoutHistory)) continue;
      const range = { start: file.lines.positionAt(first.pos), end: file.lines.positionAt(first.end) };
      report({ file: file.path, range }, { tasks: told.length, isOld, first: file.text.slice(first.pos, first.end) });
    }
  },
});

function count(tasks: number, one: string, many: string): string {
  return `${tasks} ${tasks === 1 ? one : many}`;
}

const taskWord = /\b(TODO|FIXME|XXX|HACK)\b/;

interface Task {
  readonly pos: number;
  readonly end: number;
  readonly line: number;
}

/** The first line of each comment that names a task. */
function tasksIn(file: FileModel): readonly Task[] {
  return commentBlocks(file.sourceFile).flatMap(({ range }) => {
    const text = file.text.slice(range.pos, range.end);
    const found = taskWord.exec(text);
    if (!found) return [];
    const pos = range.pos + found.index;
    const lineEnd = /\r?\n|\*\/|$/.exec(file.text.slice(pos))?.index ?? 0;
    return [{ pos, end: Math.min(range.end, pos + lineEnd), line: file.lines.positionAt(pos).line }];
  });
}

/** A file that no commit of the window touched is old as a whole. */
function knowsLines({ isTruncated }: GitHistory, file: FileHistory | undefined): boolean {
  return !isTruncated && (file === undefined || file.changedLines !== undefined);
}

function wasChanged(line: number, file: FileHistory | undefined): boolean {
  return (file?.changedLines ?? []).some((runs) =>
    runs.some((first, index) => index % 2 === 0 && line >= first && line <= (runs[index + 1] ?? first)),
  );
}
