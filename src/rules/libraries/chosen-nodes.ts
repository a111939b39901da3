import path from 'node:path';
import { createLineIndex, type FileRange } from '../../base/text-range.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A place that says on which Node the workspace runs. */
export interface ChosenNode {
  readonly at: FileRange;
  readonly major: number;
  /** As written: `22`, `22.12` or `22.12.0`. */
  readonly version: string;
}

const patterns: readonly { readonly file: RegExp; readonly version: RegExp }[] = [
  { file: /^\.n(?:vmrc|ode-version)$/, version: /^\s*v?(?<version>\d+(?:\.\d+)*)\s*$/m },
  { file: /^\.tool-versions$/, version: /^nodejs\s+(?<version>\d+(?:\.\d+)*)/m },
  {
    file: /^(?:.*\.)?Dockerfile(?:\..*)?$/i,
    version: /^FROM\s+(?:--platform=\S+\s+)?(?:docker\.io\/)?(?:library\/)?node:(?<version>\d+(?:\.\d+)*)/im,
  },
];

/** The versions of Node that version files and Docker images of the workspace name. */
export function chosenNodes(workspace: Workspace): readonly ChosenNode[] {
  return [...workspace.supportingTexts()].flatMap(([file, text]) => {
    const pattern = patterns.find((one) => one.file.test(path.posix.basename(file)));
    const match = pattern?.version.exec(text);
    const version = match?.groups?.version;
    if (!match || version === undefined) return [];
    const start = match.index + match[0].lastIndexOf(version);
    const places = createLineIndex(text);
    const range = { start: places.positionAt(start), end: places.positionAt(start + version.length) };
    return [{ at: { file, range }, version, major: Number.parseInt(version, 10) }];
  });
}
