import ignore from 'ignore';

/** Finds the team that answers for a file, by its path relative to the root; undefined where none is named. */
export type OwnerOf = (file: string) => string | undefined;

interface Line {
  readonly matches: (file: string) => boolean;
  readonly teams: readonly string[];
}

/**
 * Reads a CODEOWNERS file: the last line that matches a file counts, patterns work as in `.gitignore`, GitLab's
 * section headings are skipped. Only teams (`@organisation/team`) are owners here: nobody is ranked.
 */
export function parseCodeOwners(text: string): OwnerOf {
  const lines = text.split(/\r?\n/).slice(0, maxLines).flatMap(lineOf).reverse();
  return (file) => lines.find(({ matches }) => matches(file))?.teams.join(' ') || undefined;
}

const maxLines = 20_000;

function lineOf(line: string): Line[] {
  const content = line.replace(/(^|\s)#.*$/, '').trim();
  if (content === '' || /^\^?\[/.test(content)) return [];
  const [pattern = '', ...owners] = content.split(/(?<!\\)\s+/);
  if (pattern.startsWith('!')) return [];
  const matcher = ignore().add(pattern.replaceAll('\\ ', ' '));
  return [
    { matches: (file) => matcher.ignores(file), teams: owners.filter((owner) => /^@[^/\s]+\/[^\s]+$/.test(owner)) },
  ];
}
