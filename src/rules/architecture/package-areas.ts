import type { Manifest } from '../../workspace/manifest.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Says which package of the workspace a file belongs to: the folder of the nearest manifest, `''` at the root. */
export function packageFolders(workspace: Workspace): (file: string) => string {
  const folders = workspace.manifests.map(folderOf).sort((a, b) => b.length - a.length);
  return (file) => folders.find((folder) => folder === '' || file.startsWith(`${folder}/`)) ?? '';
}

/** The folder of a manifest, `''` at the root. */
export function folderOf({ file }: Manifest): string {
  return file.slice(0, Math.max(0, file.length - '/package.json'.length));
}

/**
 * The area that a file is part of: its package, and where one package holds nearly everything, the folder below the
 * package's source folder. Undefined for a file that stands directly there.
 */
export function areasOf(workspace: Workspace): (file: string) => string | undefined {
  const folderOfFile = packageFolders(workspace);
  const packages = new Set(
    [...workspace.files.values()].filter(({ role }) => role === 'production').map(({ path }) => folderOfFile(path)),
  );
  return (file) => {
    const folder = folderOfFile(file);
    if (packages.size > 2) return folder === '' ? undefined : folder;
    const prefix = folder === '' ? '' : `${folder}/`;
    const parts = file.slice(prefix.length).split('/');
    const depth = /^(src|lib|app|source)$/.test(parts[0] ?? '') ? 2 : 1;
    return parts.length > depth ? prefix + parts.slice(0, depth).join('/') : undefined;
  };
}
