import ts from 'typescript';
import type { ConfinedFileSystem } from '../confined-file-system.ts';

/**
 * Trees of files outside the review (declarations of the language and of libraries, files another project owns
 * under other options), shared by every program that can share them.
 */
export type SourceCache = (request: SourceRequest) => ts.SourceFile | undefined;

export interface SourceRequest {
  /** Absolute, with `/`. */
  readonly file: string;
  /** Stands in for the text on disk. */
  readonly text?: string | undefined;
  readonly options: ts.CreateSourceFileOptions;
  /** Key of the compiler options that change how source files parse and bind. */
  readonly bucket: string;
}

/** Starts an empty cache; one per opened workspace. */
export function createSourceCache(disk: ConfinedFileSystem): SourceCache {
  const trees = new Map<string, { readonly text: string | undefined; readonly tree: ts.SourceFile }>();
  return ({ file, text, options, bucket }) => {
    // Declarations parse and bind alike whatever the options, apart from the module format of their package.
    const isDeclaration = /\.d\.([\w-]+\.)?[cm]?ts$|\.json$/.test(file);
    const key = `${isDeclaration ? '' : bucket}|${options.impliedNodeFormat ?? ''}|${file}`;
    const known = trees.get(key);
    if (known && (text === undefined ? known.text === undefined : known.text === text)) return known.tree;
    const content = text ?? disk.readText(file);
    if (content === undefined) return undefined;
    const tree = ts.createSourceFile(file, content, options, false);
    trees.set(key, { text, tree });
    return tree;
  };
}
