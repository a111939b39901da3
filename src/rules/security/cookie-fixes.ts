import ts from 'typescript';
import type { Fix } from '../../findings/finding.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import type { CookieFault, CookieWrite } from './cookie-writes.ts';

const flags: ReadonlyMap<CookieFault, string> = new Map([
  ['Secure', 'secure'],
  ['HttpOnly', 'httpOnly'],
]);

/**
 * Sets the missing flags where the options stand written in the call. Certain only where all faults go at once, and
 * where no script of this file reads cookies; which sites may send a cookie along is not for a fix to say.
 */
export function cookieFixes(file: FileModel, cookie: CookieWrite): readonly Fix[] {
  const { options } = cookie;
  if (!options || /\bdocument\.cookie\b/.test(file.text)) return [];
  const names = cookie.faults.flatMap((fault) => flags.get(fault) ?? []);
  const changes = names.map((name) => changeOf(options, name));
  if (names.length < cookie.faults.length || changes.includes('decided')) return [];
  const added = names.filter((_, index) => changes[index] === 'missing');
  const written = changes.filter((change) => typeof change === 'object');
  const shown = names.map((name) => `\`${name}: true\``);
  return [
    {
      title: { en: `Set ${shown.join(' and ')}`, fr: `Mettre ${shown.join(' et ')}` },
      edits: [...written, ...insertion(options, added)].map(({ start, end, newText }) => ({
        file: file.path,
        range: { start: file.lines.positionAt(start), end: file.lines.positionAt(end) },
        newText,
      })),
    },
  ];
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Overwrites a written `false`; a flag that holds anything else is decided elsewhere. */
function changeOf(options: ts.ObjectLiteralExpression, name: string): Change | 'missing' | 'decided' {
  const written = options.properties.filter(
    (property) =>
      property.name && ts.isIdentifier(property.name) && property.name.text.toLowerCase() === name.toLowerCase(),
  );
  const [only, more] = written;
  if (options.properties.some(isHidden)) return 'decided';
  if (!only) return 'missing';
  if (more || !ts.isPropertyAssignment(only) || only.initializer.kind !== ts.SyntaxKind.FalseKeyword) return 'decided';
  return { start: only.initializer.getStart(), end: only.initializer.end, newText: 'true' };
}

/** Copied or computed fields may hold the flag on purpose. */
function isHidden({ name }: ts.ObjectLiteralElementLike): boolean {
  return !name || !ts.isIdentifier(name);
}

/** One edit for all flags to add, behind the last field. */
function insertion(options: ts.ObjectLiteralExpression, names: readonly string[]): readonly Change[] {
  if (names.length === 0) return [];
  const fields = names.map((name) => `${name}: true`).join(', ');
  const last = options.properties.at(-1);
  const at = last?.end ?? options.getStart() + 1;
  return [{ start: at, end: at, newText: last ? `, ${fields}` : ` ${fields} ` }];
}
