/** Whether a file is JavaScript, where no compiler reports what it reports of TypeScript. */
export function isPlainScript(path: string): boolean {
  return /\.[cm]?jsx?$/.test(path);
}
