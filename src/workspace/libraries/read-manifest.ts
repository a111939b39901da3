import { type Node, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Notice } from '../../base/notice.ts';
import { createLineIndex, type LineIndex, type TextRange } from '../../base/text-range.ts';
import type { DeclaredDependency, DependencyKind, Manifest } from '../manifest.ts';

const kinds: readonly DependencyKind[] = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
];

/** What a `package.json` says on its own, before its lock file is known. */
export type ManifestText = Omit<Manifest, 'lockFile' | 'installedVersion' | 'installedPackage'> & {
  readonly packageManager?: string;
};

/** Reads one `package.json`; a broken one is a notice and no manifest. */
export function readManifest(file: string, text: string): { manifest?: ManifestText; notice?: Notice } {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const lines = createLineIndex(text);
  const [error] = errors;
  if (error || tree?.type !== 'object') {
    const line = lines.positionAt(error?.offset ?? 0).line + 1;
    return { notice: invalidManifest(file, line, error ? printParseErrorCode(error.error) : 'ObjectExpected') };
  }
  const textOf = (name: string): string | undefined => stringOf(property(tree, name));
  const name = textOf('name');
  const version = textOf('version');
  const nodeEngine = stringOf(property(property(tree, 'engines'), 'node'));
  const packageManager = textOf('packageManager');
  return {
    manifest: {
      file,
      text,
      isPrivate: property(tree, 'private')?.value === true,
      dependencies: kinds.flatMap((kind) => declared(property(tree, kind), kind, lines)),
      ...(name !== undefined && { name }),
      ...(version !== undefined && { version }),
      ...(nodeEngine !== undefined && { nodeEngine }),
      ...(packageManager !== undefined && { packageManager }),
    },
  };
}

function declared(section: Node | undefined, kind: DependencyKind, lines: LineIndex): readonly DeclaredDependency[] {
  if (section?.type !== 'object') return [];
  return (section.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (typeof key?.value !== 'string' || typeof value?.value !== 'string') return [];
    const range = value.value;
    return [
      { name: key.value, range, kind, nameRange: insideQuotes(key, lines), rangeRange: insideQuotes(value, lines) },
    ];
  });
}

/** Looked up in the tree, never in an object: a key may be named `__proto__`. The last of equal keys counts. */
function property(node: Node | undefined, name: string): Node | undefined {
  if (node?.type !== 'object') return undefined;
  return node.children?.findLast(({ children: [key] = [] }) => key?.value === name)?.children?.[1];
}

function stringOf(node: Node | undefined): string | undefined {
  return typeof node?.value === 'string' ? node.value : undefined;
}

function insideQuotes({ offset, length }: Node, lines: LineIndex): TextRange {
  return { start: lines.positionAt(offset + 1), end: lines.positionAt(offset + length - 1) };
}

function invalidManifest(file: string, line: number, problem: string): Notice {
  return {
    level: 'warning',
    code: 'manifest-invalid',
    file,
    text: {
      en: `${file}, line ${line}, is not valid JSON (${problem}), so its libraries are not reviewed; correct the syntax.`,
      fr: `${file}, ligne ${line}, n’est pas du JSON valide (${problem}), ses bibliothèques ne sont donc pas examinées ; corrigez la syntaxe.`,
    },
  };
}
