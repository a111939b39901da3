import type { TextRange } from '../base/text-range.ts';
import { channels, type Channel } from '../cost/price.ts';
import { triageClasses, type AssessedFinding, type TriageClass } from '../triage/assessment.ts';
import { dearestChannel } from './finding-summary.ts';

interface CostNode {
  /** Part of the path that this node adds; a chain of folders with one child each is one node. */
  readonly name: string;
  /** Yearly cost of leaving everything below, EUR (mean). */
  readonly leaveEur: number;
  readonly findings: number;
}

/** A file with open findings. */
export interface CostFile extends CostNode {
  readonly kind: 'file';
  /** Path relative to the workspace root, with `/`. */
  readonly file: string;
  /** Place of its dearest finding. */
  readonly range: TextRange;
  readonly channel?: Channel;
  /** The most urgent class in it. */
  readonly class: TriageClass;
}

/** The cheap files of a folder taken together, so that the tree stays bounded and its sums whole. */
export interface CostRest extends CostNode {
  readonly kind: 'rest';
  readonly files: number;
}

/** A folder; its cost is the sum of its children's. */
export interface CostFolder extends CostNode {
  readonly kind: 'folder';
  readonly path: string;
  readonly children: readonly (CostFolder | CostFile | CostRest)[];
}

/** How many files a cost tree names. */
export const namedFilesLimit = 250;

/** Open and planned cost by folder and file: the dearest files by name, the others summed in their folder. */
export function costTreeOf(findings: readonly AssessedFinding[], limit = namedFilesLimit): CostFolder {
  const files = costByFile(findings).sort((a, b) => b.leaveEur - a.leaveEur || compare(a.file, b.file));
  const root = emptyFolder('');
  files.forEach((file, rank) => insert(root, file, rank < limit));
  return finish(root, '');
}

interface FolderDraft {
  readonly path: string;
  readonly folders: Map<string, FolderDraft>;
  readonly files: CostFile[];
  readonly rest: { files: number; findings: number; leaveEur: number };
}

function emptyFolder(path: string): FolderDraft {
  return { path, folders: new Map(), files: [], rest: { files: 0, findings: 0, leaveEur: 0 } };
}

function costByFile(findings: readonly AssessedFinding[]): CostFile[] {
  const byFile = new Map<string, AssessedFinding[]>();
  for (const assessed of findings) {
    if (assessed.triage.status !== 'open' && assessed.triage.status !== 'planned') continue;
    const group = byFile.get(assessed.finding.file);
    if (group) group.push(assessed);
    else byFile.set(assessed.finding.file, [assessed]);
  }
  return [...byFile].map(([file, group]) => costFile(file, group));
}

function costFile(file: string, group: readonly AssessedFinding[]): CostFile {
  const dearest = group.reduce((a, b) => (b.price.leaveEur.mean > a.price.leaveEur.mean ? b : a));
  const sums = Object.fromEntries(
    channels.map((channel) => [channel, sum(group.map(({ price }) => price.byChannelEur[channel]))]),
  ) as Record<Channel, number>;
  const channel = dearestChannel(sums);
  const urgency = Math.min(...group.map(({ triage }) => triageClasses.indexOf(triage.class)));
  return {
    kind: 'file',
    name: file.slice(file.lastIndexOf('/') + 1),
    file,
    range: dearest.finding.range,
    leaveEur: sum(group.map(({ price }) => price.leaveEur.mean)),
    findings: group.length,
    ...(channel && { channel }),
    class: triageClasses[urgency] ?? 'incidental',
  };
}

function insert(root: FolderDraft, file: CostFile, isNamed: boolean): void {
  let folder = root;
  for (const part of file.file.split('/').slice(0, -1)) {
    const path = folder.path === '' ? part : `${folder.path}/${part}`;
    const next = folder.folders.get(part) ?? emptyFolder(path);
    folder.folders.set(part, next);
    folder = next;
  }
  if (isNamed) folder.files.push(file);
  else addToRest(folder.rest, file);
}

function addToRest(rest: FolderDraft['rest'], file: CostFile): void {
  rest.files += 1;
  rest.findings += file.findings;
  rest.leaveEur += file.leaveEur;
}

function finish(draft: FolderDraft, parentPath: string): CostFolder {
  const only = soleFolder(draft);
  if (only) return finish(only, parentPath);
  const children = [
    ...[...draft.folders.values()].map((folder) => finish(folder, draft.path)),
    ...draft.files,
    ...(draft.rest.files > 0 ? [{ kind: 'rest' as const, name: '', ...draft.rest }] : []),
  ].sort((a, b) => b.leaveEur - a.leaveEur || compare(a.name, b.name));
  return {
    kind: 'folder',
    name: parentPath === '' ? draft.path : draft.path.slice(parentPath.length + 1),
    path: draft.path,
    leaveEur: sum(children.map((child) => child.leaveEur)),
    findings: sum(children.map((child) => child.findings)),
    children,
  };
}

function soleFolder(draft: FolderDraft): FolderDraft | undefined {
  const [first, second] = draft.folders.values();
  return second || draft.files.length > 0 || draft.rest.files > 0 ? undefined : first;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
