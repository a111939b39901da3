import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName, nameParts } from '../syntax/names.ts';
import { onlyValue } from '../syntax/option-values.ts';
import { libraryCall } from './crypto-calls.ts';

interface Data {
  readonly [key: string]: string;
  readonly callee: string;
  readonly what: 'modules' | 'project' | 'machine' | 'listing';
}

export const rule = defineRule({
  id: 'security/exposed-private-files',
  weakness: 'data-exposure',
  cwe: [219, 548, 200],
  precision: judged(20, 21),
  docs: {
    title: { en: 'Private files served to everyone', fr: 'Fichiers privés servis à tous' },
    why: {
      en: 'Serving the project’s folder, `node_modules` or a listing hands out source code, configuration and the exact versions of libraries. Serve one folder made for it, such as `public`.',
      fr: 'Servir le dossier du projet, `node_modules` ou une liste de fichiers livre le code, la configuration et les versions exactes des bibliothèques. Servez un seul dossier prévu pour cela, comme `public`.',
    },
    forLeads: {
      en: 'Anyone can download files that were never meant to leave the server.',
      fr: 'N’importe qui peut télécharger des fichiers qui ne devaient pas quitter le serveur.',
    },
    bad: "import express from 'express';\nexpress().use('/libs', express.static('./node_modules'));",
    good: "import express from 'express';\nexpress().use('/libs', express.static('./public'));",
  },
  options: z.strictObject({}),
  message: {
    en: ({ callee, what }: Data) => `\`${callee}\` ${english[what]}`,
    fr: ({ callee, what }: Data) => `\`${callee}\` ${french[what]}`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const what = exposedBy(node, file.path, values);
        if (what) report(node, { callee: lastName(node.expression) || 'serve-static', what });
      },
    };
  },
});

const english = {
  modules: 'serves installed packages to everyone',
  project: 'serves the project’s own files to everyone',
  machine: 'serves a whole home or root folder to everyone',
  listing: 'shows visitors which files a folder holds',
};
const french = {
  modules: 'sert à tous les paquets installés',
  project: 'sert à tous les fichiers du projet',
  machine: 'sert à tous un dossier personnel ou la racine entière',
  listing: 'montre aux visiteurs les fichiers d’un dossier',
};

function exposedBy(node: ts.CallExpression, path: string, values: FileValues): Data['what'] | undefined {
  const name = lastName(node.expression);
  if (
    !/^(static|serveStatic|serveIndex|serve|serveHandler|handler|register|)$/.test(name) &&
    !ts.isIdentifier(node.expression)
  )
    return undefined;
  const library = serverLibrary(node, values);
  if (library === 'serve-index') return 'listing';
  const folder =
    library === 'serve-handler'
      ? (onlyValue(values.options(node.arguments[1] ?? node.arguments[2]).read('public')) ?? publicOf(node, values))
      : library === undefined
        ? undefined
        : node.arguments[0];
  return folder === undefined ? undefined : kindOf(symbolicPath(folder, values, 0), path);
}

function publicOf(node: ts.CallExpression, values: FileValues): ts.Expression | undefined {
  return onlyValue(values.options(node.arguments[2]).read('public'));
}

function serverLibrary(node: ts.CallExpression, values: FileValues): string | undefined {
  const made = node.expression;
  if (ts.isCallExpression(made))
    return /^require\(.(serve-static|koa-static|serve-index).\)$/.exec(made.getText())?.[1];
  const library = libraryCall(made, values);
  if (/^(express|connect)\.static$/.test(library)) return 'static';
  return /^(serve-static|koa-static|serve-index|serve-handler)(\.|$)/.exec(library)?.[1];
}

const here = '<here>';
const started = '<cwd>';

/** A path with marks for the folder of the file and that of the process; undefined parts end it. */
function symbolicPath(node: ts.Expression, values: FileValues, depth: number): string | undefined {
  const text = values.text(node);
  if (text !== undefined) return text;
  const value = values.settled(node);
  if (depth > 5) return undefined;
  if (ts.isIdentifier(value)) return value.text === '__dirname' ? here : undefined;
  if (ts.isPropertyAccessExpression(value)) return value.getText() === 'import.meta.dirname' ? here : undefined;
  if (ts.isBinaryExpression(value)) return joined([value.left, value.right], '', values, depth);
  if (!ts.isCallExpression(value)) return undefined;
  const callee = lastName(value.expression);
  if (callee === 'cwd' && nameParts(value.expression)[0] === 'process') return started;
  if (callee === 'homedir') return '~';
  return /^(join|resolve|normalize)$/.test(callee) ? joined(value.arguments, '/', values, depth) : undefined;
}

function joined(
  parts: readonly ts.Expression[],
  separator: string,
  values: FileValues,
  depth: number,
): string | undefined {
  const texts = parts.map((part) => symbolicPath(part, values, depth + 1));
  return texts.every((text) => text !== undefined) ? texts.join(separator) : undefined;
}

/** A package's folder that is made for browsers. */
function isBuiltFolder(folder: string): boolean {
  return /[/\\](dist|css|js|fonts?|webfonts|build|umd|min|assets|bundles?|themes?)([/\\]|$)/.test(folder);
}

function kindOf(folder: string | undefined, path: string): Data['what'] | undefined {
  if (folder === undefined) return undefined;
  if (/(^|[/\\])node_modules([/\\]|$)/.test(folder)) return isBuiltFolder(folder) ? undefined : 'modules';
  if (folder === '~' || /^[/\\]$/.test(folder)) return 'machine';
  const rest = folder.replace(/^(<here>|<cwd>)/, '').replaceAll(/^[./\\]+$/g, '');
  const isWhole = rest === '' && !/\.\./.test(folder);
  if (!isWhole) return undefined;
  return folder.startsWith(here) && path.includes('/') ? undefined : 'project';
}
