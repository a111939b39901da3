/** A run of lines that a commit replaced: `oldCount` lines from `oldStart` on by `newCount` from `newStart` on, zero-based. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
}

/** What a commit did to the lines of one file that it left behind. */
export interface PatchedFile {
  readonly path: string;
  /** The name before, when the commit renamed the file. */
  readonly from?: string;
  readonly hunks: readonly Hunk[];
}

/** One commit of the log, with lines in place of contents. */
export interface PatchCommit {
  readonly isRoot: boolean;
  readonly changes: readonly PatchedFile[];
}

const unit = '\x01';

/** Source files below the folder that git runs in. */
const sources = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs', 'vue'].map((end) => `:(glob)**/*.${end}`);

/** Arguments of `git log` whose output `createPatchReader` understands; `mark` must be unguessable. */
export function patchArguments(mark: string, sinceSeconds: number): readonly string[] {
  return [
    '-c',
    'core.quotePath=false',
    'log',
    '--patch',
    '-U0',
    '-M',
    '--inter-hunk-context=0',
    '--diff-algorithm=myers',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    '--submodule=short',
    '--ws-error-highlight=none',
    '--no-color',
    '--no-merges',
    '--no-ext-diff',
    '--no-textconv',
    '--no-show-signature',
    '--no-mailmap',
    '--no-notes',
    '--no-relative',
    '-O/dev/null',
    `--since=@${sinceSeconds} +0000`,
    `--format=${mark}%x01%P`,
    'HEAD',
    '--',
    ...sources,
  ];
}

interface OpenFile {
  path: string | undefined;
  from: string | undefined;
  readonly hunks: Hunk[];
}

/**
 * Reads the log piece by piece and gives each commit as soon as it is whole, the newest first. Contents are counted,
 * never looked at, so that no line of a file passes for one of git's.
 */
export function createPatchReader(
  mark: string,
  onCommit: (commit: PatchCommit) => void,
): { read(piece: string): void; end(): void } {
  let rest = '';
  let bodyLines = 0;
  let isRoot: boolean | undefined;
  let files: OpenFile[] = [];
  const flush = (): void => {
    if (isRoot !== undefined) onCommit({ isRoot, changes: files.flatMap(patchedFile) });
    files = [];
  };
  const take = (line: string): void => {
    if (bodyLines > 0 && (line.startsWith('+') || line.startsWith('-'))) {
      bodyLines -= 1;
    } else if (line.startsWith(mark + unit)) {
      flush();
      isRoot = line.length === mark.length + 1;
    } else if (line.startsWith('diff --git ')) {
      files.push({ path: undefined, from: undefined, hunks: [] });
    } else {
      bodyLines += readHeader(line, files.at(-1));
    }
  };
  return {
    read: (piece) => {
      const lines = (rest + piece).split('\n');
      // Of a line that has not ended yet only the beginning matters, however long it grows.
      rest = (lines.pop() ?? '').slice(0, longestHeader);
      for (const line of lines) take(line);
    },
    end: () => {
      take(rest);
      flush();
      isRoot = undefined;
    },
  };
}

const longestHeader = 10_000;
const hunkHeader = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** Takes up what a line between contents says of a file, and gives the lines of content that follow it. */
function readHeader(line: string, file: OpenFile | undefined): number {
  if (file === undefined) return 0;
  if (line.startsWith('rename from ')) file.from = line.slice('rename from '.length);
  else if (line.startsWith('rename to ')) file.path = line.slice('rename to '.length);
  else if (line.startsWith('+++ b/')) file.path = line.slice('+++ b/'.length).replace(/\t$/, '');
  const hunk = hunkHeader.exec(line);
  if (hunk === null) return 0;
  const [oldLine = 0, oldCount = 1, newLine = 0, newCount = 1] = hunk.slice(1).map(numberIn);
  file.hunks.push({
    // Where nothing stands on one side, git names the line before.
    oldStart: oldCount === 0 ? oldLine : oldLine - 1,
    oldCount,
    newStart: newCount === 0 ? newLine : newLine - 1,
    newCount,
  });
  return oldCount + newCount;
}

function numberIn(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** Deleted files have no name left; names in git's quotes, with line breaks and the like, are not followed. */
function patchedFile({ path, from, hunks }: OpenFile): PatchedFile[] {
  if (path === undefined || path.startsWith('"')) return [];
  return [{ path, hunks, ...(from !== undefined && { from }) }];
}
