/** One change of one file in a commit; paths relative to the repository, with `/`. */
export interface FileChange {
  readonly path: string;
  /** The name before, when the commit renamed the file. */
  readonly from?: string;
}

/** One commit of the log. */
export interface Commit {
  readonly isRoot: boolean;
  /** Commit date in seconds since 1970. */
  readonly time: number;
  readonly mail: string;
  readonly subject: string;
  readonly changes: readonly FileChange[];
}

const unit = '\x01';

/**
 * Arguments of `git log` whose output `createLogReader` understands; `mark` must be unguessable. `revisions` is what
 * to walk, never text of the workspace.
 */
export function logArguments(
  mark: string,
  sinceSeconds: number,
  followsRenames: boolean,
  revisions = 'HEAD',
): readonly string[] {
  const format = [mark, '%P', '%ct', '%ae', '%s'].join('%x01');
  return [
    'log',
    '-z',
    '--no-merges',
    '--name-status',
    '--no-ext-diff',
    '--no-textconv',
    '--no-show-signature',
    '--no-mailmap',
    '--no-relative',
    '-O/dev/null',
    '--encoding=UTF-8',
    `--since=@${sinceSeconds} +0000`,
    followsRenames ? '-M' : '--no-renames',
    `--format=${format}`,
    revisions,
    '--',
  ];
}

/** Reads the log piece by piece and gives each commit as soon as it is whole, the newest first. */
export function createLogReader(
  mark: string,
  onCommit: (commit: Commit) => void,
): { read(piece: string): void; end(): void } {
  let rest = '';
  let header: string | undefined;
  let tokens: string[] = [];
  const flush = (): void => {
    if (header !== undefined) onCommit(commitOf(header, tokens));
    tokens = [];
  };
  const take = (token: string): void => {
    if (token.startsWith(mark + unit)) {
      flush();
      header = token;
    } else if (token !== '') {
      tokens.push(token);
    }
  };
  return {
    read: (piece) => {
      const parts = (rest + piece).split('\0');
      rest = parts.pop() ?? '';
      for (const part of parts) take(part);
    },
    end: () => {
      take(rest);
      flush();
      header = undefined;
    },
  };
}

function commitOf(header: string, tokens: readonly string[]): Commit {
  const [, parents = '', time = '0', mail = '', ...subject] = header.split(unit);
  return { isRoot: parents === '', time: Number(time), mail, subject: subject.join(' '), changes: changesOf(tokens) };
}

/** Statuses and paths alternate; a rename or copy has two paths. The first status follows a line break. */
function changesOf(tokens: readonly string[]): readonly FileChange[] {
  const changes: FileChange[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const status = (tokens[index] ?? '').replace(/^\n/, '').charAt(0);
    const path = tokens[++index];
    if (path === undefined) break;
    if (status === 'R' || status === 'C') {
      const target = tokens[++index];
      if (target !== undefined) changes.push(status === 'R' ? { path: target, from: path } : { path: target });
    } else {
      changes.push({ path });
    }
  }
  return changes;
}
