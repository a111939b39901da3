import { indentedLines } from './indented-lines.ts';
import { lockedFacts } from './locked-facts.ts';
import { type Importer, type LockedEntry, lockedGraph, type ParsedLock } from './locked-graph.ts';

interface Block {
  readonly descriptors: readonly string[];
  readonly line: number;
  version: string;
  resolution: string;
  resolved: string;
  integrity: string;
  readonly dependencies: Map<string, string>;
  readonly peers: Map<string, string>;
  readonly optionalPeers: Set<string>;
  readonly bins: string[];
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
  const graph = lockedGraph(entries, roots);
  const locked: ParsedLock['locked'] = (_folder, dependency, range) =>
    range === undefined ? undefined : graph.at(keyOf(dependency, range));
  return {
    packages: graph.packages,
    dependenciesOf: (one) => graph.dependenciesOf(one),
    locked,
    installed: (folder, dependency, range) => locked(folder, dependency, range)?.version,
  };
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let path: string[] = [];
  for (const { indent, key, value, line } of indentedLines(text)) {
    const block = blocks.at(-1);
    path = [...path.slice(0, Math.floor(indent / 2)), key];
    if (indent === 0) blocks.push(emptyBlock(descriptorsOf(key), line));
    else if (block) takeLine(block, path.slice(1), value);
  }
  return blocks;
}

function emptyBlock(descriptors: readonly string[], line: number): Block {
  const texts = { version: '', resolution: '', resolved: '', integrity: '' };
  const lists = { dependencies: new Map(), peers: new Map(), optionalPeers: new Set<string>(), bins: [] };
  return { descriptors, line, ...texts, ...lists };
}

function takeLine(block: Block, [section = '', name, field]: readonly string[], value: string): void {
  if (name === undefined) takeText(block, section, value);
  else if (field !== undefined) {
    const isOptional = section === 'peerDependenciesMeta' && field === 'optional' && value === 'true';
    if (isOptional) block.optionalPeers.add(name);
  } else if (section === 'dependencies' || section === 'optionalDependencies') block.dependencies.set(name, value);
  else if (section === 'peerDependencies') block.peers.set(name, value);
  else if (section === 'bin') block.bins.push(name);
}

function takeText(block: Block, key: string, value: string): void {
  if (key === 'version' || key === 'resolution' || key === 'resolved' || key === 'integrity') block[key] = value;
  if (key === 'checksum') block.integrity = value;
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
    dependencies: [...block.dependencies].map(([name, range]) => keyOf(name, range)),
    facts: factsOf(block),
  };
}

function factsOf({
  resolved,
  integrity,
  dependencies,
  peers,
  optionalPeers,
  bins,
}: Block): LockedEntry['facts'] & object {
  return lockedFacts({
    license: undefined,
    nodeEngine: undefined,
    deprecated: undefined,
    hasInstallScript: undefined,
    resolved: resolved === '' ? undefined : resolved,
    integrity: integrity === '' ? undefined : integrity,
    requires: new Map([...dependencies].map(([name, range]) => [name, range.replace(/^npm:/, '')])),
    peers: new Map([...peers].filter(([name]) => !optionalPeers.has(name))),
    bins,
  });
}

/** Yarn 1 keeps an alias as `alias@npm:name@range`; berry's resolution already names the package. */
function aliasTarget(resolution: string, at: number): string {
  const target = resolution.slice(at + 1);
  const inner = target.startsWith('npm:') ? target.indexOf('@', 'npm:'.length + 1) : -1;
  return inner < 0 ? resolution.slice(0, at) : target.slice('npm:'.length, inner);
}
