import { indentedLines } from './indented-lines.ts';
import { type Importer, type LockedEntry, packagesOf, type ParsedLock } from './locked-graph.ts';

interface Block {
  readonly descriptors: readonly string[];
  readonly line: number;
  version: string;
  resolution: string;
  readonly dependencies: [name: string, range: string][];
}

/** Reads `yarn.lock` of yarn 1 and of berry, which share their structure and differ in their descriptors. */
export function parseYarnLock(text: string, importers: readonly Importer[]): ParsedLock {
  const blocks = blocksOf(text);
  const keys = new Map(blocks.flatMap((block) => block.descriptors.map((descriptor) => [descriptor, block])));
  const keyOf = (name: string, range: string): string =>
    [`${name}@${range}`, `${name}@npm:${range}`].find((key) => keys.has(key)) ?? `${name}@${range}`;
  const entries = new Map<string, LockedEntry>();
  for (const block of blocks) {
    const entry = entryOf(block, keyOf);
    if (entry) for (const descriptor of block.descriptors) entries.set(descriptor, entry);
  }
  const roots = importers.flatMap(({ dependencies }) =>
    dependencies.filter(({ isDevelopment }) => !isDevelopment).map(({ name, range }) => keyOf(name, range)),
  );
  return {
    packages: packagesOf(entries, roots),
    installed: (_folder, dependency, range) =>
      range === undefined ? undefined : entries.get(keyOf(dependency, range))?.version,
  };
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let section = '';
  for (const { indent, key, value, line } of indentedLines(text)) {
    const block = blocks.at(-1);
    if (indent === 0)
      blocks.push({ descriptors: descriptorsOf(key), line, version: '', resolution: '', dependencies: [] });
    else if (!block) continue;
    else if (indent > 2) {
      if (/^(optionalD|d)ependencies$/.test(section)) block.dependencies.push([key, value]);
    } else {
      section = key;
      if (key === 'version') block.version = value;
      if (key === 'resolution') block.resolution = value;
    }
  }
  return blocks;
}

function descriptorsOf(key: string): readonly string[] {
  return key.split(', ').map((descriptor) => descriptor.replace(/^"|"$/g, ''));
}

/** Undefined for the file's own metadata and for packages of the workspace. */
function entryOf(block: Block, keyOf: (name: string, range: string) => string): LockedEntry | undefined {
  const resolution = block.resolution || (block.descriptors[0] ?? '');
  const at = resolution.indexOf('@', 1);
  if (at < 0 || block.version === '' || /^(workspace|link|portal):/.test(resolution.slice(at + 1))) return undefined;
  return {
    name: aliasTarget(resolution, at),
    version: block.version,
    line: block.line,
    dependencies: block.dependencies.map(([name, range]) => keyOf(name, range)),
  };
}

/** Yarn 1 keeps an alias as `alias@npm:name@range`; berry's resolution already names the package. */
function aliasTarget(resolution: string, at: number): string {
  const target = resolution.slice(at + 1);
  const inner = target.startsWith('npm:') ? target.indexOf('@', 'npm:'.length + 1) : -1;
  return inner < 0 ? resolution.slice(0, at) : target.slice('npm:'.length, inner);
}
