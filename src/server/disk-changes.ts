import path from 'node:path';
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { confineFileSystem } from '../workspace/confined-file-system.ts';
import { isReviewedPath } from '../workspace/discovery/reviewed-path.ts';
import { readSourceText } from '../workspace/discovery/source-text.ts';
import type { FolderSession } from './folder-session.ts';
import type { Folders } from './folders.ts';

/** Files of which more depends than their own findings: projects, installed versions, configuration, what is ignored. */
const foundations =
  /(^|\/)([jt]sconfig[^/]*\.json|cto-guardrails[^/]*\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|\.gitignore)$/;

/** Git writes there when another commit is checked out or made: the history is another, and files may be. */
const head = /^\.git\/(HEAD|logs\/HEAD)$/;

/** Takes in what happened to files on disk; open documents are told of by the editor itself. */
export function takeInDiskChanges(
  folders: Folders,
  changes: readonly FileEvent[],
  isOpen: (uri: string) => boolean,
): void {
  for (const { uri, type } of changes) {
    const located = folders.locate(uri);
    if (!located) continue;
    const { file, folder } = located;
    if (head.test(file)) folder.session.open();
    if (/(^|\/)(node_modules|\.git)\//.test(file)) continue;
    if (foundations.test(file)) folder.session.open();
    else if (type === FileChangeType.Deleted) folder.session.change(file, undefined);
    else if (!isOpen(uri)) takeInText(folder.session, file);
  }
}

/** Reads a file again and hands its text on, if it is one that is reviewed. */
export function takeInText(session: FolderSession, file: string): void {
  const disk = confineFileSystem([session.root]);
  const { exclude } = session.configuration.root;
  if (!isManifest(file) && !isReviewedPath(session.root, exclude, disk, file)) return;
  const source = readSourceText(disk, path.join(session.root, file));
  session.change(file, 'text' in source ? source.text : undefined);
}

function isManifest(file: string): boolean {
  return path.posix.basename(file) === 'package.json';
}
