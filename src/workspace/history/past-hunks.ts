/** Lines that a commit added together. */
export interface PastHunk {
  /** Full hash. */
  readonly commit: string;
  /** Path at that commit, relative to the folder that was asked for, with `/`. */
  readonly file: string;
  /** Number of the first line in the file as of that commit, counted from 1. */
  readonly line: number;
  /** The lines, without the break after the last. */
  readonly text: string;
}

/** Arguments of `git log` whose output `createHunkReader` understands; `revisions` is never text of the workspace. */
export function hunkArguments(revisions: string, mostCommits: number): readonly string[] {
  return [
    ...['diff.noprefix=false', 'diff.mnemonicPrefix=false', 'core.quotePath=false', 'diff.interHunkContext=0'].flatMap(
      (setting) => ['-c', setting],
    ),
    ...['log', '--patch', '--unified=0', '--no-merges', '--no-renames', '--no-color', '--relative', '--no-notes'],
    ...['--no-ext-diff', '--no-textconv', '--no-show-signature', '--submodule=short', '-O/dev/null'],
    ...['--src-prefix=a/', '--dst-prefix=b/', `--max-count=${mostCommits}`, '--format=commit %H', revisions, '--', '.'],
    ...unread.map((glob) => `:(exclude,glob,icase)**/${glob}`),
  ];
}

/** Files that tools write: long, and full of what looks drawn at random. */
const unread = [
  ...['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', '*.lock'],
  ...['*.map', '*.min.js', '*.min.css', '*.snap', '*.svg', '*.csv', '.yarn/**', 'node_modules/**'],
];

/**
 * Reads the log piece by piece and hands on each run of added lines, the newest commit first. Counts of a hunk's
 * header tell its lines from headers, so no text of a file can pass for one. Very long lines are cut.
 */
export function createHunkReader(
  onHunk: (hunk: PastHunk) => void,
  onCommit: () => void,
): { read(piece: string): void; end(): void } {
  let rest = '';
  let commit = '';
  let file = '';
  let line = 0;
  let removed = 0;
  let added = 0;
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0 && file !== '') onHunk({ commit, file, line, text: lines.join('\n') });
    lines = [];
  };
  const takeHeader = (text: string): void => {
    if (text.startsWith('commit ')) {
      commit = text.slice('commit '.length);
      onCommit();
    } else if (text.startsWith('+++ ')) file = pathOf(text);
    else if (text.startsWith('@@ ')) {
      const [, minus = '1', start = '0', plus = '1'] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text) ?? [];
      [removed, line, added] = [Number(minus), Number(start), Number(plus)];
    }
  };
  const take = (text: string): void => {
    if (removed > 0 && text.startsWith('-')) removed -= 1;
    else if (added > 0 && text.startsWith('+')) {
      lines.push(text.slice(1, mostCharacters));
      added -= 1;
      if (added === 0) flush();
    } else takeHeader(text);
  };
  return {
    read: (piece) => {
      const parts = (rest + piece).split('\n');
      // The rest of a line that goes on for megabytes is not kept: its beginning tells what it is.
      rest = (parts.pop() ?? '').slice(0, mostCharacters);
      for (const part of parts) take(part);
    },
    end: () => {
      take(rest);
      flush();
    },
  };
}

const mostCharacters = 100_000;

/** `+++ b/path`, in quotes where the path holds a quote or a line break; a tab ends a path with blanks. */
function pathOf(header: string): string {
  const name = header.slice('+++ '.length).replace(/\t$/, '');
  const plain = name.startsWith('"') ? name.slice(1, -1).replace(/\\(["\\])/g, '$1') : name;
  return plain.startsWith('b/') ? plain.slice('b/'.length) : '';
}
