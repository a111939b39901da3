import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName } from '../syntax/names.ts';
import { onlyValue } from '../syntax/option-values.ts';
import { libraryCall } from './crypto-calls.ts';

interface Data {
  readonly [key: string]: string;
  readonly callee: string;
  /** The limit as written, or empty where there is none. */
  readonly limit: string;
}

export const rule = defineRule({
  id: 'security/unlimited-upload',
  weakness: 'regex-denial-of-service',
  cwe: [770, 400],
  docs: {
    title: { en: 'Upload without a useful limit of size', fr: 'Envoi sans limite de taille utile' },
    why: {
      en: 'A few huge requests fill the memory or the disk of the server. Set `limits.fileSize` of the parser of uploads, and keep the limit of bodies near what the largest honest request needs.',
      fr: 'Quelques requêtes énormes remplissent la mémoire ou le disque du serveur. Fixez `limits.fileSize` de l’analyseur d’envois et gardez la limite des corps proche de la plus grosse requête honnête.',
    },
    forLeads: {
      en: 'One visitor with large files can stop the service for all customers.',
      fr: 'Un seul visiteur muni de gros fichiers peut arrêter le service pour tous les clients.',
    },
    bad: "import multer from 'multer';\nexport const upload = multer({ dest: 'uploads/' });",
    good: "import multer from 'multer';\nexport const upload = multer({ dest: 'uploads/', limits: { fileSize: 5_000_000 } });",
  },
  options: z.strictObject({
    largestBodyBytes: z
      .number()
      .int()
      .positive()
      .default(50 * 1024 * 1024)
      .describe('Size in bytes from which a limit of request bodies is reported.'),
  }),
  message: {
    en: ({ callee, limit }: Data) =>
      limit === '' ? `\`${callee}\` takes files of any size` : `\`${callee}\` takes bodies of up to ${limit}`,
    fr: ({ callee, limit }: Data) =>
      limit === ''
        ? `\`${callee}\` accepte des fichiers de toute taille`
        : `\`${callee}\` accepte des corps jusqu’à ${limit}`,
  },
  detect: ({ file, options, report }) => {
    if (file.role !== 'production' || !mentions.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    const check = (node: ts.CallExpression | ts.NewExpression): void => {
      const library = libraryCall(node.expression, values);
      const callee = lastName(node.expression);
      if (takesFilesOfAnySize(node, library, values) && !refusesFiles(library, file.text)) {
        report(node.expression, { callee, limit: '' });
        return;
      }
      const limit = bodyLimit(node, library, values);
      if (limit && bytesOf(limit, values) >= options.largestBodyBytes)
        report(limit, { callee, limit: values.text(limit) ?? limit.getText() });
    };
    return { CallExpression: check, NewExpression: check };
  },
});

const mentions = /\b(multer|busboy|express-fileupload|body-?parser|express|fastify|koa-bodyparser)\b/i;

/** Parsers of uploads that set no limit of their own; the place of their options, and the field of the limit in them. */
function takesFilesOfAnySize(node: ts.CallExpression | ts.NewExpression, library: string, values: FileValues): boolean {
  if (!/^(multer|express-fileupload|busboy|@fastify\/busboy)(\.default|\.Busboy)?$/.test(library)) return false;
  const given = values.options(node.arguments?.[0]);
  return given.isKnown && given.read('limits.fileSize') === 'absent';
}

/** `multer().none()`: only the fields of the form are read. */
function refusesFiles(library: string, text: string): boolean {
  return library === 'multer' && /\.none\(/.test(text) && !/\.(single|array|fields|any)\(/.test(text);
}

const bodyParsers =
  /^(express\.(json|urlencoded|raw|text)|body-parser(\.(json|urlencoded|raw|text))?|koa-bodyparser|@koa\/bodyparser\.bodyParser|fastify(\.fastify)?)$/;

function bodyLimit(
  node: ts.CallExpression | ts.NewExpression,
  library: string,
  values: FileValues,
): ts.Expression | undefined {
  if (!bodyParsers.test(library) || !node.arguments?.[0]) return undefined;
  const given = values.options(node.arguments[0]);
  const fields = /^fastify/.test(library)
    ? ['bodyLimit']
    : /koa/.test(library)
      ? ['jsonLimit', 'formLimit']
      : ['limit'];
  return fields.map((field) => onlyValue(given.read(field))).find((value) => value !== undefined);
}

const unitBytes: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['b', 1],
  ['kb', 1024],
  ['mb', 1024 ** 2],
  ['gb', 1024 ** 3],
  ['tb', 1024 ** 4],
]);

/** The size in bytes of a number, of `'50mb'`, or of `Infinity`; 0 where the file does not tell. */
function bytesOf(limit: ts.Expression, values: FileValues): number {
  if (ts.isIdentifier(limit) && limit.text === 'Infinity') return Infinity;
  const written = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?b)?\s*$/i.exec(values.text(limit) ?? '');
  if (!written) return values.number(limit) ?? 0;
  return Number(written[1]) * (unitBytes.get((written[2] ?? '').toLowerCase()) ?? 0);
}
