import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { isLiteral } from '../syntax/option-values.ts';
import { findAncestor } from '../syntax/walk.ts';
import { libraryCall } from './crypto-calls.ts';

interface Data {
  readonly [key: string]: string;
  readonly aid: string;
}

export const rule = defineRule({
  id: 'security/debug-mode',
  weakness: 'data-exposure',
  cwe: [489, 215, 209],
  docs: {
    title: { en: 'Aid for developers left on for everyone', fr: 'Aide aux développeurs active pour tous' },
    why: {
      en: 'Visitors see stack traces, file paths or the whole schema, which shows attackers where to begin. Switch it on only where `NODE_ENV` is not `production`.',
      fr: 'Les visiteurs voient traces d’appels, chemins de fichiers ou le schéma entier, ce qui montre aux attaquants par où commencer. Ne l’activez que si `NODE_ENV` n’est pas `production`.',
    },
    forLeads: {
      en: 'Strangers see how the product is built inside, which makes the next attack cheaper.',
      fr: 'Des inconnus voient comment le produit est fait, ce qui rend la prochaine attaque moins chère.',
    },
    bad: "import errorhandler from 'errorhandler';\nimport express from 'express';\nexpress().use(errorhandler());",
    good: "import errorhandler from 'errorhandler';\nimport express from 'express';\nconst app = express();\nif (process.env.NODE_ENV === 'development') app.use(errorhandler());",
  },
  options: z.strictObject({}),
  message: {
    en: ({ aid }: Data) => `\`${aid}\` is on wherever this runs`,
    fr: ({ aid }: Data) => `\`${aid}\` est actif partout où ce code tourne`,
  },
  detect: ({ file, report }) => {
    if (file.role !== 'production' || !mentions.test(file.text) || asksForMode.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    const check = (node: ts.CallExpression | ts.NewExpression): void => {
      const aid = aidOf(node, values);
      if (aid !== undefined && !isConditional(node)) report(node.expression, { aid });
    };
    return { CallExpression: check, NewExpression: check };
  },
});

const mentions = /errorhandler|ApolloServer|GraphQLModule|graphqlHTTP|express-graphql/i;
/** The file tells development from production somewhere, be it by an early return. */
const asksForMode = /NODE_ENV|\bget\(\s*['"]env['"]\s*\)|__DEV__|\bis_?(dev|prod)/i;

function aidOf(node: ts.CallExpression | ts.NewExpression, values: FileValues): string | undefined {
  const library = libraryCall(node.expression, values);
  if (/^(errorhandler|express\.errorHandler)$/.test(library))
    return isMiddleware(node) ? lastName(node.expression) : undefined;
  const isOn = (field: string): boolean => isLiteral(values.options(node.arguments?.[0]).read(field), true);
  if (
    /^(apollo-server(-\w+)?|@apollo\/server)\.ApolloServer$|^@nestjs\/graphql\.GraphQLModule\.forRoot$/.test(library)
  ) {
    const traces = ['debug', 'includeStacktraceInErrorResponses'].find(isOn);
    if (traces !== undefined) return traces;
    return isOn('introspection') && isOn('playground') ? 'playground' : undefined;
  }
  return /^express-graphql(\.graphqlHTTP)?$/.test(library) && isOn('graphiql') ? 'graphiql' : undefined;
}

/** `app.use(errorhandler())`. */
function isMiddleware(node: ts.Expression): boolean {
  const holder = node.parent;
  return (
    ts.isCallExpression(holder) &&
    holder.arguments.some((argument) => unwrap(argument) === node) &&
    lastName(holder.expression) === 'use'
  );
}

/** Behind any condition, or in `app.configure('development', () => …)`. */
function isConditional(node: ts.Node): boolean {
  return (
    findAncestor(
      node,
      (outer) =>
        ts.isIfStatement(outer) ||
        ts.isConditionalExpression(outer) ||
        ts.isCaseClause(outer) ||
        (ts.isBinaryExpression(outer) && /^(&&|\|\||\?\?)$/.test(outer.operatorToken.getText())) ||
        (ts.isCallExpression(outer) && lastName(outer.expression) === 'configure' && outer.arguments.length > 1),
    ) !== undefined
  );
}
