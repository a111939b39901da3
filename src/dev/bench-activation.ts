import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { median } from './measure-process.ts';

/** Milliseconds that the extension holds up the extension host; medians. */
export interface Activation {
  /** Reading and running its bundle. */
  readonly loadMs: number;
  readonly activateMs: number;
}

const starts = 11;

/** Loads and activates the extension's bundle in a fresh process; the editor behind it answers everything at once. */
export function measureActivation(product: string): Activation {
  const bundle = JSON.stringify(path.join(product, 'extension.cjs'));
  const samples = Array.from({ length: starts }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--eval', script(bundle)], { encoding: 'utf8' });
    if (!stdout.startsWith('{')) throw new Error(`The extension does not start: ${stderr}`);
    return JSON.parse(stdout) as Activation;
  });
  return {
    loadMs: median(samples.map(({ loadMs }) => loadMs)),
    activateMs: median(samples.map(({ activateMs }) => activateMs)),
  };
}

/** The editor's whole interface as one object that may be called, constructed, extended and read at will. */
function script(bundle: string): string {
  return `
    const Module = require('node:module');
    const editor = (target = class {}) => new Proxy(target, {
      get: (target, name) => name in target ? target[name]
        : name === Symbol.toPrimitive ? () => '' : name === Symbol.iterator ? () => [][Symbol.iterator]()
        : name === 'then' ? undefined : (target[name] = editor()),
      set: () => true,
      apply: () => editor(),
      construct: () => editor(),
    });
    const vscodeTarget = class {};
    const vscodeMembers = editor(vscodeTarget);
    // Bundlers copy the members that a module owns and inherit the rest.
    const vscode = new Proxy(class {}, { getPrototypeOf: () => vscodeMembers, get: (_, name) => vscodeMembers[name] });
    const load = Module._load;
    Module._load = (name, ...rest) => name === 'vscode' ? vscode : load(name, ...rest);
    Object.defineProperty(vscodeTarget, 'version', { value: '1.100.0' });
    const context = { asAbsolutePath: (file) => file, subscriptions: [], extensionUri: editor(), workspaceState: editor(), extensionMode: 1 };
    const before = performance.now();
    const extension = require(${bundle});
    const loaded = performance.now();
    extension.activate(context);
    const activated = performance.now();
    require('node:fs').writeSync(1, JSON.stringify({ loadMs: loaded - before, activateMs: activated - loaded }));
    process.exit(0);
  `;
}
