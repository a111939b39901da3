import semver from 'semver';

/**
 * What the text of a declared dependency asks for. Only `registry` and `tag` name something that a registry
 * knows, under `name` (which differs from the declared name in an `npm:` alias).
 */
export type DependencyRange =
  | { readonly kind: 'registry'; readonly name: string; readonly range: string; readonly isAlias: boolean }
  | { readonly kind: 'tag'; readonly name: string; readonly tag: string; readonly isAlias: boolean }
  | { readonly kind: 'catalog'; readonly name: string }
  | { readonly kind: 'git'; readonly commitish?: string }
  | { readonly kind: 'workspace' | 'local' | 'tarball' | 'unknown' };

const localPrefixes = ['file:', 'link:', 'portal:', 'patch:', './', '../', '/', '~/'];
const gitPrefixes = ['git:', 'git+', 'git@', 'ssh:', 'github:', 'gitlab:', 'bitbucket:', 'gist:'];
const hostedRepository = /^https?:\/\/(?:[^/@]*@)?(?:github\.com|gitlab\.com|bitbucket\.org)\/[^/]+\/[^/#]+(?:#.*)?$/;
const shorthandRepository = /^[\w.-]+\/[\w.-]+(?:#.*)?$/;

/** Reads the range of a declared dependency, as npm, yarn and pnpm would. */
export function parseDependencyRange(name: string, range: string): DependencyRange {
  const text = range.trim();
  if (text.startsWith('workspace:')) return { kind: 'workspace' };
  if (text.startsWith('catalog:')) return { kind: 'catalog', name };
  if (text.startsWith('npm:')) return parseAlias(name, text.slice('npm:'.length));
  if (localPrefixes.some((prefix) => text.startsWith(prefix))) return { kind: 'local' };
  if (isGit(text)) return gitRange(text);
  if (/^https?:/.test(text)) return { kind: 'tarball' };
  if (/^[a-z]+:/i.test(text)) return { kind: 'unknown' };
  return registryRange(name, text, false);
}

/** `npm:target@range`; berry also writes `npm:range` for the declared name itself. */
function parseAlias(name: string, text: string): DependencyRange {
  if (semver.validRange(text) !== null) return registryRange(name, text, false);
  const at = text.indexOf('@', 1);
  return at < 0 ? registryRange(text, '*', true) : registryRange(text.slice(0, at), text.slice(at + 1), true);
}

function registryRange(name: string, text: string, isAlias: boolean): DependencyRange {
  if (semver.validRange(text, { loose: true }) !== null) return { kind: 'registry', name, range: text, isAlias };
  return /^[\w.-]+$/.test(text) ? { kind: 'tag', name, tag: text, isAlias } : { kind: 'unknown' };
}

function isGit(text: string): boolean {
  if (gitPrefixes.some((prefix) => text.startsWith(prefix))) return true;
  if (/^https?:/.test(text)) return /\.git(?:#.*)?$/.test(text) || hostedRepository.test(text);
  return shorthandRepository.test(text);
}

function gitRange(text: string): DependencyRange {
  const hash = text.indexOf('#');
  return hash < 0 ? { kind: 'git' } : { kind: 'git', commitish: text.slice(hash + 1) };
}
