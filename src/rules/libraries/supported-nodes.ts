import path from 'node:path';
import semver from 'semver';
import type { Manifest } from '../../workspace/manifest.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { chosenNodes } from './chosen-nodes.ts';

/** The Node that a manifest's code must run on, and where that is said. */
export interface SupportedNode {
  /** A semver range: what is chosen, or what `engines.node` promises. */
  readonly range: string;
  readonly file: string;
  /** Promised to users of the package; development runs on something newer. */
  readonly isPromise: boolean;
}

/** Gives the versions of Node that a manifest's code is for: those of the nearest version files and of its own `engines`. */
export function createSupportedNodes(workspace: Workspace): (manifest: Manifest) => readonly SupportedNode[] {
  const chosen = chosenNodes(workspace);
  return ({ file, nodeEngine }) => {
    const folders = chosen.map(({ at }) => path.posix.dirname(at.file)).filter((one) => isAtOrAbove(one, file));
    const nearest = folders.sort((a, b) => b.length - a.length)[0];
    const versions = chosen
      .filter(({ at }) => path.posix.dirname(at.file) === nearest)
      .map(({ at, version }): SupportedNode => ({ range: version, file: at.file, isPromise: false }));
    const promised = nodeEngine !== undefined && semver.validRange(nodeEngine, { loose: true }) !== null;
    return promised ? [...versions, { range: nodeEngine, file, isPromise: true }] : versions;
  };
}

function isAtOrAbove(folder: string, file: string): boolean {
  return folder === '.' || file.startsWith(`${folder}/`);
}
