import type { FileModel } from '../../workspace/file-model.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Says of a file whether something outside the code may start it or take its exports. */
export type IsEntry = (file: string) => boolean;

/** File conventions of frameworks and tools that load files by their place or name. */
const conventions: readonly RegExp[] = [
  /(^|\/)(index|main|server|app|cli|bin|worker|sw|service-worker|middleware|instrumentation|proxy)\.[cm]?[jt]sx?$/,
  /(^|\/)(pages|app|routes|api|functions|netlify|lambdas?|workers?|plugins?|layouts?|middlewares?|migrations?|seeds?|seeders?|commands|jobs|cron|bin|scripts?|public|static|assets|vendor|content|server|composables|subscribers|listeners|entities|models)\//,
  /(^|\/)[^/]*\.(config|conf|setup|stories|story|test|spec|bench|d|generated|worker|server|client|entry|module|controller|resolver|gateway|entity|model|subscriber|migration|seed|command|route)\.[cm]?[jt]sx?$/,
  /(^|\/)\.[^/]+/,
];

/**
 * Tells entry files: by convention, by what manifests, configuration, pages and scripts of the workspace name, and by
 * texts in the code that look like a path to the file. Nothing is executed, so that in doubt a file is an entry.
 */
export function entryTestOf(workspace: Workspace): IsEntry {
  const words = new Set<string>();
  const read = (text: string): void => {
    for (const [word] of text.matchAll(/[\w@$.*-]+(?:\/[\w@$.*-]+)*/g)) {
      const bare = withoutEnding(word.replace(/^(?:\.{1,2}\/)+/, ''));
      words.add(bare);
      words.add(bare.slice(bare.lastIndexOf('/') + 1));
    }
  };
  for (const text of workspace.supportingTexts().values()) read(text);
  for (const manifest of workspace.manifests) read(manifest.text);
  for (const file of workspace.files.values()) for (const text of pathTexts(file)) read(text);
  return (file) => {
    const bare = withoutEnding(file);
    return conventions.some((convention) => convention.test(file)) || words.has(bare) || words.has(nameOf(bare));
  };
}

/** Texts in code that may be paths to files which a tool or `new URL(…)` loads. */
function pathTexts({ text }: FileModel): readonly string[] {
  return [...text.matchAll(/new URL\(\s*['"`]([^'"`\n]+)|(?:fork|Worker|resolve|join)\(([^)\n]*)/g)].map(
    ([, url = '', rest = '']) => `${url} ${rest}`,
  );
}

function withoutEnding(file: string): string {
  return file.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
