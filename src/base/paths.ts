import path from 'node:path';

/** Turns a path of this machine into the form used everywhere inside: `/` between parts. */
export function toPosix(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}

/** Path of `file` relative to `root`, with `/`; both are absolute. */
export function relativePosix(root: string, file: string): string {
  return toPosix(path.relative(root, file));
}

/** Whether `file` lies in `root` or is it; both are absolute and real (no symbolic links). */
export function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative === '' || (!relative.startsWith('..' + path.sep) && relative !== '..' && !path.isAbsolute(relative));
}
