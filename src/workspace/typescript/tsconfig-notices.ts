import path from 'node:path';
import ts from 'typescript';
import { isInside, relativePosix } from '../../base/paths.ts';
import type { Notice } from '../../base/notice.ts';

const circularExtends = 18000;
const missingFile = new Set([6053, 5083]);

/** What the compiler's complaints about one tsconfig mean for the review. */
export function configNotices(root: string, configFile: string, config: ts.ParsedCommandLine): readonly Notice[] {
  const outside = outsidePaths(root, configFile, config.raw);
  const notices = outside.map((named) => outsideRoot(configFile, named));
  const broken = new Set<string>();
  for (const error of config.errors) {
    const file = error.file ? relativePosix(root, error.file.fileName) : configFile;
    if (error.code === circularExtends) notices.push(circular(configFile));
    else if (missingFile.has(error.code) && !notices.some(({ code }) => code === 'tsconfig-outside-root'))
      notices.push(missingExtends(file, ts.flattenDiagnosticMessageText(error.messageText, ' ')));
    else if (error.code < firstOptionCode && !broken.has(file)) {
      broken.add(file);
      notices.push(invalid(file, error));
    }
  }
  return notices;
}

/** Codes below are those of the scanner and the parser; above come unknown options and the like, which do no harm. */
const firstOptionCode = 2000;

function outsidePaths(root: string, configFile: string, raw: unknown): readonly string[] {
  const folder = path.dirname(path.join(root, configFile));
  return ['extends', 'files', 'include', 'references']
    .flatMap((key) => namedPaths(ownValue(raw, key)))
    .filter((named) => /^\.{0,2}[\\/]|^[a-z]:[\\/]|^\.\.$/i.test(named))
    .filter((named) => !isInside(root, path.resolve(folder, named)));
}

function namedPaths(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(namedPaths);
  return namedPaths(ownValue(value, 'path') ?? []);
}

function ownValue(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function outsideRoot(file: string, named: string): Notice {
  return {
    level: 'warning',
    code: 'tsconfig-outside-root',
    file,
    text: {
      en: `${file} names "${named}", which lies outside the opened folder and is not read; open the folder that holds both, or move that file inside.`,
      fr: `${file} nomme « ${named} », qui se trouve hors du dossier ouvert et n’est pas lu ; ouvrez le dossier qui contient les deux, ou déplacez ce fichier à l’intérieur.`,
    },
  };
}

function circular(file: string): Notice {
  return {
    level: 'warning',
    code: 'tsconfig-circular',
    file,
    text: {
      en: `${file} extends itself through its "extends" chain, so its options are read without it; remove one link of the circle.`,
      fr: `${file} s’étend lui-même à travers sa chaîne « extends », ses options sont donc lues sans elle ; supprimez un maillon du cercle.`,
    },
  };
}

function missingExtends(file: string, detail: string): Notice {
  return {
    level: 'warning',
    code: 'tsconfig-extends-missing',
    file,
    text: {
      en: `${file} names a file that is not there (${detail}), so defaults stand in for its options; install the dependencies or correct the path.`,
      fr: `${file} nomme un fichier absent (${detail}), des valeurs par défaut remplacent donc ses options ; installez les dépendances ou corrigez le chemin.`,
    },
  };
}

function invalid(file: string, error: ts.Diagnostic): Notice {
  const line =
    error.file && error.start !== undefined ? error.file.getLineAndCharacterOfPosition(error.start).line + 1 : 1;
  const detail = ts.flattenDiagnosticMessageText(error.messageText, ' ');
  return {
    level: 'warning',
    code: 'tsconfig-invalid',
    file,
    text: {
      en: `${file}, line ${line}, is not valid JSON (${detail}), so its options are read as far as possible; correct the syntax.`,
      fr: `${file}, ligne ${line}, n’est pas du JSON valide (${detail}), ses options sont donc lues autant que possible ; corrigez la syntaxe.`,
    },
  };
}
