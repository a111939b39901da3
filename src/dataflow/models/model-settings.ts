import { z } from 'zod';
import type { SinkKind, SourceKind } from '../flow-analysis.ts';

const sourceMeanings: Readonly<Record<SourceKind, string>> = {
  'http-request': 'what a request brings',
  websocket: 'what a socket brings',
  message: 'a message of a queue or another window',
  'uploaded-file': 'an uploaded file and its name',
  'archive-entry': 'the name of an entry in an archive',
  dom: 'what the page or its address holds',
  database: 'what a database gives back',
  'server-response': 'what a page gets from a server',
  'command-line': 'arguments of the program',
  environment: 'environment variables',
};

const sinkMeanings: Readonly<Record<SinkKind, string>> = {
  sql: 'text of an SQL statement',
  nosql: 'filter of a document query',
  command: 'command of a shell',
  code: 'code that is run',
  template: 'text of a template',
  ldap: 'LDAP filter or name',
  xpath: 'XPath expression',
  header: 'response header',
  log: 'line of a log',
  'html-response': 'HTML of a response',
  'html-dom': 'HTML put into the page',
  path: 'path of a file',
  'archive-entry': 'path to which an archive is unpacked',
  redirect: 'address of a redirect',
  'request-url': 'address that the server asks',
  xml: 'XML that may name other files',
  deserialization: 'serialized objects',
  'property-name': 'name of a property that is written',
  'mass-assignment': 'object whose fields are all taken over',
  'regular-expression': 'text of a regular expression',
  format: 'format string',
  graphql: 'text of a GraphQL document',
  module: 'name of a module that is loaded',
  'method-name': 'name of a method that is called',
  'template-object': 'values of a template whose fields can steer the engine',
  'xml-bomb': 'XML whose entities are expanded',
  'page-url': 'address to which the page goes',
  'cors-origin': 'origin that may read answers',
  'matched-text': 'text that a regular expression reads',
  'merged-object': 'object merged into another at every depth',
  'record-key': 'key by which one record is read or changed',
};

const root = /(?:node:)?(?:%[\w$]+|\.\/[^\s%]+\.\w+|@?[\w-][\w.~-]*(?:\/[\w.~-]+)*)/;
const step = /(?:\.[\w$]+|\.\*|\(\)|\(:\d+\))/;
const entityPath = new RegExp(`^${root.source}${step.source}*$`);

const pathsError = 'expected a list of paths such as ["pg.Client().query"]';
const pathError = 'expected a path such as "pg.Client().query", "%fetch" or "./src/clean.ts.cleanHtml"';
const argumentError = 'expected the index of an argument, counted from 0, or "all"';
const safeForError = 'expected "all" or a list of kinds of sink such as ["sql"]';

const sourceKind = kindOf(sourceMeanings);
const sinkKind = kindOf(sinkMeanings);

const at = z
  .array(z.string({ error: pathError }).max(300, { error: pathError }).regex(entityPath, { error: pathError }), {
    error: pathsError,
  })
  .min(1, { error: pathsError })
  .describe(
    'Functions and values by their path: a package, a global as `%name` or a file as `./src/clean.ts`, then `.member`, `()` for the result of a call or `new`, `.*` for any other member, `(:0)` for the first parameter of a function passed to it.',
  );

const argument = z.union([
  z.number({ error: argumentError }).int({ error: argumentError }).min(0, { error: argumentError }).max(99, {
    error: argumentError,
  }),
  z.literal('all', { error: argumentError }),
]);

const safeFor = z
  .union([z.literal('all', { error: safeForError }), z.array(sinkKind).min(1, { error: safeForError })], {
    error: safeForError,
  })
  .describe('Kinds of sink that the value can no longer hurt, or "all".');

/** The `models` section: what the team knows of functions that the product does not know. */
export const modelSettingsSchema = z
  .strictObject({
    sources: listOf(
      z.strictObject({ at, kind: sourceKind.describe(`Where the data comes from: ${listed(sourceMeanings)}.`) }),
    ).describe('Where untrusted data comes in.'),
    sinks: listOf(
      z.strictObject({
        at,
        kind: sinkKind.describe(`What is done with the data: ${listed(sinkMeanings)}.`),
        argument: argument.default(0).describe('Which argument counts, from 0, or "all". Default: the first.'),
        fields: z
          .array(z.string({ error: 'expected a name' }).min(1, { error: 'expected a name' }))
          .optional()
          .describe('Fields that count where the argument is an object.'),
      }),
    ).describe('Where data does something.'),
    sanitizers: listOf(z.strictObject({ at, safeFor })).describe('Functions whose result is safe.'),
    guards: listOf(
      z.strictObject({
        at,
        argument: z
          .number({ error: argumentError })
          .int({ error: argumentError })
          .min(0, { error: argumentError })
          .max(99, { error: argumentError })
          .default(0)
          .describe('Which argument is tested, from 0. Default: the first.'),
        safeFor,
      }),
    ).describe('Tests after which an argument is safe in the branch where they hold.'),
    authentication: listOf(
      z
        .string({ error: 'expected a name' })
        .regex(/^[\w$]+$/, { error: 'expected the name of a function, without dots' }),
    ).describe('Names of functions that check who is calling when they stand in front of a route.'),
  })
  .prefault({})
  .describe('What the analysis should know of your own and your libraries’ functions, besides what ships with it.');

/** What a team adds to the models of the data flow. */
export type ModelSettings = z.output<typeof modelSettingsSchema>;

function kindOf<Kind extends string>(meanings: Readonly<Record<Kind, string>>): z.ZodEnum<{ [K in Kind]: K }> {
  const kinds = Object.keys(meanings) as Kind[];
  const error = `expected one of ${kinds.map((kind) => `"${kind}"`).join(', ')}`;
  return z.enum(Object.fromEntries(kinds.map((kind) => [kind, kind])) as { [K in Kind]: K }, { error });
}

function listOf<Item extends z.ZodType>(item: Item): z.ZodDefault<z.ZodArray<Item>> {
  return z.array(item, { error: 'expected a list' }).default([]);
}

function listed(meanings: Readonly<Record<string, string>>): string {
  return Object.entries(meanings)
    .map(([kind, meaning]) => `\`${kind}\` ${meaning}`)
    .join(', ');
}
