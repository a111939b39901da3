import type { DeclaredDependency, DependencyKind, Manifest } from '../../src/workspace/manifest.ts';

const nowhere = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
const kinds: readonly DependencyKind[] = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
];

/** A manifest as the registry sees it, from the text of a `package.json`. */
export function manifestOf(text: string, file = 'package.json'): Manifest {
  const json = JSON.parse(text) as Record<string, unknown>;
  const dependencies = kinds.flatMap((kind) =>
    Object.entries((json[kind] ?? {}) as Record<string, string>).map(([name, range]): DeclaredDependency => ({
      name,
      range,
      kind,
      nameRange: nowhere,
      rangeRange: nowhere,
    })),
  );
  return {
    file,
    isPrivate: json.private === true,
    dependencies,
    text,
    installedVersion: () => undefined,
    installedPackage: () => undefined,
    ...(typeof json.name === 'string' ? { name: json.name } : {}),
    ...(typeof json.version === 'string' ? { version: json.version } : {}),
  };
}

/** A manifest with these production dependencies. */
export function manifestWith(dependencies: Record<string, string>, file = 'package.json'): Manifest {
  return manifestOf(JSON.stringify({ dependencies }), file);
}
