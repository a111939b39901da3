import fs from 'node:fs';
import path from 'node:path';

/** Source files of a folder that people wrote, by path relative to it: no declarations, nothing installed or built. */
export function sourceFilesIn(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[cm]?ts$|(^|[/\\])(node_modules|dist|build|\.git)[/\\]/.test(file),
    )
    .sort();
}

/** Lines of all source files of a folder, blank ones too. */
export function countLines(folder: string): number {
  return sourceFilesIn(folder).reduce(
    (sum, file) => sum + fs.readFileSync(path.join(folder, file), 'utf8').split('\n').length,
    0,
  );
}
