import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName } from '../syntax/names.ts';
import { isLiteral, onlyValue, type Options } from '../syntax/option-values.ts';
import { libraryCall } from './crypto-calls.ts';

type Fault = 'null' | 'any-with-credentials' | 'any';

interface Data {
  readonly [key: string]: string;
  readonly fault: Fault;
}

export const rule = defineRule({
  id: 'security/cors-misconfiguration',
  weakness: 'csrf-or-cors',
  cwe: [942, 346],
  docs: {
    title: { en: 'Other sites may read the answers', fr: 'D’autres sites peuvent lire les réponses' },
    why: {
      en: 'The origin `null`, or any origin together with credentials, lets a foreign page act with the visitor’s login; any origin at all opens even an internal server to every page. List the origins that may.',
      fr: 'L’origine `null`, ou toute origine avec identifiants, laisse une page étrangère agir avec la session du visiteur ; toute origine ouvre même un serveur interne à chaque page. Énumérez les origines permises.',
    },
    forLeads: {
      en: 'A customer who visits a harmful page while logged in gives it access to his data here.',
      fr: 'Un client connecté qui visite une page malveillante lui donne accès à ses données ici.',
    },
    bad: "import cors from 'cors';\nexport const allow = cors({ origin: true, credentials: true });",
    good: "import cors from 'cors';\nexport const allow = cors({ origin: ['https://shop.example'], credentials: true });",
  },
  options: z.strictObject({}),
  message: {
    en: ({ fault }: Data) => english[fault],
    fr: ({ fault }: Data) => french[fault],
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const fault = ofOptions(node, values) ?? ofHeaderCall(node, values);
        if (fault) report(node, { fault });
      },
      PropertyAssignment(node) {
        const name = ts.isStringLiteralLike(node.name) || ts.isIdentifier(node.name) ? node.name.text : '';
        if (!isAllowOrigin(name)) return;
        const fault = ofHeader(node.initializer, values);
        if (fault) report(node, { fault });
      },
    };
  },
});

const english: Readonly<Record<Fault, string>> = {
  null: 'The origin `null`, which any page can take on, is allowed',
  'any-with-credentials': 'Any site may read the answers with the visitor’s login',
  any: 'Any site may read the answers of this server',
};
const french: Readonly<Record<Fault, string>> = {
  null: 'L’origine `null`, que toute page peut prendre, est autorisée',
  'any-with-credentials': 'Tout site peut lire les réponses avec la session du visiteur',
  any: 'Tout site peut lire les réponses de ce serveur',
};

function isAllowOrigin(name: string): boolean {
  return /^access-control-allow-origin$/i.test(name);
}

/** `cors({ … })`, fastify's `register(cors, { … })`, Nest's `enableCors` and `create(module, { cors })`. */
function ofOptions(node: ts.CallExpression, values: FileValues): Fault | undefined {
  const name = lastName(node.expression);
  if (name === 'enableCors')
    return node.arguments.length === 0 ? 'any' : originFault(values.options(node.arguments[0]), values, true);
  if (name === 'create' && lastName((node.expression as ts.PropertyAccessExpression).expression) === 'NestFactory') {
    const cors = values.options(node.arguments.at(-1)).read('cors');
    return isLiteral(cors, true)
      ? 'any'
      : onlyValue(cors) && originFault(values.options(onlyValue(cors)), values, true);
  }
  if (name === 'register' && node.arguments.length === 2) {
    const plugin = node.arguments[0];
    return plugin && /^@?fastify[/-]cors$/.test(libraryCall(plugin, values))
      ? originFault(values.options(node.arguments[1]), values, false)
      : undefined;
  }
  if (
    !/^(cors|hono\/cors\.cors|@koa\/cors|koa2-cors|@elysiajs\/cors\.cors)$/.test(libraryCall(node.expression, values))
  )
    return undefined;
  return node.arguments[0] && originFault(values.options(node.arguments[0]), values, false);
}

function originFault(options: Options, values: FileValues, isApplication: boolean): Fault | undefined {
  const field = options.read('origin');
  const origin = onlyValue(field);
  const withCredentials = isLiteral(options.read('credentials'), true);
  if (!origin) return undefined;
  const text = values.text(origin);
  if (text === 'null') return 'null';
  if (text === '*') return withCredentials ? 'any-with-credentials' : isApplication ? 'any' : undefined;
  return withCredentials && (origin.kind === ts.SyntaxKind.TrueKeyword || alwaysAgrees(origin))
    ? 'any-with-credentials'
    : undefined;
}

/** `(origin, callback) => callback(null, true)`, `(origin) => origin`. */
function alwaysAgrees(origin: ts.Expression): boolean {
  if (!ts.isArrowFunction(origin) && !ts.isFunctionExpression(origin)) return false;
  const { body } = origin;
  const only = ts.isBlock(body) ? (body.statements.length === 1 ? body.statements[0] : undefined) : body;
  const text = only?.getText().replace(/;$/, '') ?? '';
  const first = origin.parameters[0]?.name.getText();
  return /^(return )?\w+\(null, (true|origin)\)$/.test(text) || text === first || text === `return ${first}`;
}

function ofHeaderCall(node: ts.CallExpression, values: FileValues): Fault | undefined {
  if (!/^(setHeader|header|set|append)$/.test(lastName(node.expression))) return undefined;
  const [name, value] = node.arguments;
  return value && isAllowOrigin(values.text(name) ?? '') ? ofHeader(value, values) : undefined;
}

function ofHeader(value: ts.Expression, values: FileValues): Fault | undefined {
  return values.text(value) === 'null' ? 'null' : undefined;
}
