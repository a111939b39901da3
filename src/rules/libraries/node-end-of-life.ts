import semver from 'semver';
import { z } from 'zod';
import { createLineIndex, type FileRange } from '../../base/text-range.ts';
import type { Manifest } from '../../workspace/manifest.ts';
import { defineRule } from '../define-rule.ts';
import { chosenNodes } from './chosen-nodes.ts';
import { nodeEndOfLife, supportedNode } from './node-releases.ts';
import { manifestProperty } from './package-mentions.ts';

export const rule = defineRule({
  id: 'libraries/node-end-of-life',
  weakness: 'engine-end-of-life',
  cwe: [1104],
  precision: 0.9,
  needs: 'libraries',
  docs: {
    title: { en: 'Node release past its end of life', fr: 'Version de Node en fin de vie' },
    why: {
      en: 'The release line that this project runs on gets no more fixes, security included, and libraries stop supporting it. Read from version files, Docker images and an `engines.node` that allows nothing newer; a lower bound alone is a promise to users and no choice.',
      fr: 'La version sur laquelle tourne ce projet ne reçoit plus de correctifs, même de sécurité, et les bibliothèques cessent de la prendre en charge. Lue dans les fichiers de version, les images Docker et un `engines.node` qui n’admet rien de plus récent\u202f; une borne inférieure seule est une promesse aux utilisateurs, pas un choix.',
    },
    forLeads: {
      en: 'The foundation of the product is no longer maintained: holes found from now on stay open until it is replaced.',
      fr: 'Le socle du produit n’est plus entretenu\u00a0: les failles découvertes désormais resteront ouvertes jusqu’à son remplacement.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": {} }
// @file: .nvmrc
16.20.0`,
    good: `// @file: package.json
{ "private": true, "dependencies": {} }
// @file: .nvmrc
24`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({}),
  message: {
    en: ({ major, end, supported }: MessageFacts) =>
      `Node ${major} has had no fixes since ${end}; ${supported} is supported`,
    fr: ({ major, end, supported }) =>
      `Node ${major} n’a plus de correctifs depuis le ${end}\u202f; ${supported} est pris en charge`,
  },
  detect: ({ workspace, libraries, report }) => {
    for (const { at, major } of [...fromManifests(workspace.manifests), ...chosenNodes(workspace)]) {
      const end = nodeEndOfLife(major);
      if (end === undefined || end >= libraries.today) continue;
      report(
        at,
        { major, end, supported: supportedNode(libraries.today) },
        { drivers: { endOfLife: end }, package: { name: 'node', version: String(major) } },
      );
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string | number>> {
  readonly major: number;
  readonly end: string;
  readonly supported: number;
}

interface Choice {
  readonly at: FileRange;
  readonly major: number;
}

/** The newest line that the range allows; an open range chooses none. */
function fromManifests(manifests: readonly Manifest[]): readonly Choice[] {
  return manifests.flatMap((manifest) => {
    const { nodeEngine, file, text } = manifest;
    const node = manifestProperty(manifest, 'engines', 'node');
    const range = nodeEngine === undefined || !node ? null : semver.validRange(nodeEngine, { loose: true });
    if (range === null || !node || semver.satisfies(`${Number.MAX_SAFE_INTEGER}.0.0`, range)) return [];
    const allowed = lines.filter((major) => semver.intersects(range, `^${major}.0.0`)).at(-1);
    const places = createLineIndex(text);
    const at = { start: places.positionAt(node.offset + 1), end: places.positionAt(node.offset + node.length - 1) };
    return allowed === undefined ? [] : [{ at: { file, range: at }, major: allowed }];
  });
}

const lines = Array.from({ length: 40 }, (_, index) => index);
