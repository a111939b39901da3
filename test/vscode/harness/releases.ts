/** A VS Code that the extension is tested in, by both ways of getting one. */
export interface Release {
  readonly name: 'newest' | 'oldest';
  /** Version of the desktop build. */
  readonly vscode: string;
  /** npm version of code-server, which holds the same VS Code as a server with a web workbench. */
  readonly codeServer: string;
  /** npm version of the Node.js that this VS Code is built for. */
  readonly node: string;
}

/** The newest VS Code tested and the oldest that `engines.vscode` allows. */
export const releases: readonly Release[] = [
  { name: 'newest', vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
  { name: 'oldest', vscode: '1.100.3', codeServer: '4.100.3', node: '20.20.2' },
];
