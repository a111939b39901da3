/** Whether a file of this name is a page or component whose scripts are reviewed: `.vue`, `.html`. */
export function isMarkupName(name: string): boolean {
  return /\.(vue|html?)$/.test(name);
}
