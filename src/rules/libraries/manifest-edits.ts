import { modify, parseTree, findNodeAtLocation, type Edit } from 'jsonc-parser';
import { createLineIndex } from '../../base/text-range.ts';
import type { Fix } from '../../findings/finding.ts';
import type { DeclaredDependency, DependencyKind, Manifest } from '../../workspace/manifest.ts';

/** A fix that takes a dependency out of its manifest; empty when the text cannot be edited. */
export function removeDependency(manifest: Manifest, { name, kind }: DeclaredDependency): readonly Fix[] {
  const edits = modify(manifest.text, [kind, name], undefined, {});
  return fixOf(manifest, edits, {
    en: `Remove \`${name}\` from ${manifest.file}; install afterwards`,
    fr: `Retirer \`${name}\` de ${manifest.file}\u202f; installez ensuite`,
  });
}

/** A fix that declares a package, in the place that a sorted section gives it. */
export function addDependency(manifest: Manifest, kind: DependencyKind, name: string, range: string): readonly Fix[] {
  const edits = modify(manifest.text, [kind, name], range, {
    formattingOptions: { insertSpaces: true, tabSize: indentOf(manifest.text), eol: eolOf(manifest.text) },
    getInsertionIndex: (names) => names.filter((other) => other < name).length,
  });
  return fixOf(manifest, edits, {
    en: `Declare \`${name}\` ${range} in ${manifest.file}; install afterwards`,
    fr: `Déclarer \`${name}\` ${range} dans ${manifest.file}\u202f; installez ensuite`,
  });
}

/** A fix that sets the value at a path of a manifest, such as an override. */
export function setInManifest(
  manifest: Manifest,
  path: readonly string[],
  value: string,
  title: Fix['title'],
): readonly Fix[] {
  const edits = modify(manifest.text, [...path], value, {
    formattingOptions: { insertSpaces: true, tabSize: indentOf(manifest.text), eol: eolOf(manifest.text) },
  });
  return fixOf(manifest, edits, title);
}

function fixOf({ file, text }: Manifest, edits: readonly Edit[], title: Fix['title']): readonly Fix[] {
  if (edits.length === 0 || !parseTree(text)) return [];
  const lines = createLineIndex(text);
  const ranged = edits.map(({ offset, length, content }) => ({
    file,
    range: { start: lines.positionAt(offset), end: lines.positionAt(offset + length) },
    newText: content,
  }));
  return [{ title, edits: ranged }];
}

function indentOf(text: string): number {
  const node = parseTree(text);
  const first = node && findNodeAtLocation(node, [])?.children?.[0];
  const start = first ? text.lastIndexOf('\n', first.offset) + 1 : 0;
  return first && first.offset - start > 0 && first.offset - start <= 8 ? first.offset - start : 2;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
