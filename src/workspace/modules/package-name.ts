import { isBuiltin } from 'node:module';

const packageName = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9-][\w.~-]*$/i;

/**
 * Name of the package that a bare module specifier means, without a subpath; undefined for paths, modules of Node,
 * and specifiers that no registry could serve (`#internal`, `virtual:x`, `@/alias`).
 */
export function packageNameOf(specifier: string): string | undefined {
  if (isBuiltin(specifier)) return undefined;
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return packageName.test(name) ? name : undefined;
}
