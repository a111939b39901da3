import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { enclosingFunction, type FunctionNode } from '../syntax/functions.ts';
import { lastName, stringValue } from '../syntax/names.ts';
import { parentOf } from '../syntax/walk.ts';
import { requestRead } from './request-values.ts';
import { nameGivenBy, wordsOf } from './secret-use.ts';

interface Data {
  readonly [key: string]: string;
  readonly name: string;
}

export const rule = defineRule({
  id: 'security/sensitive-get-query',
  weakness: 'data-exposure',
  cwe: [598],
  docs: {
    title: { en: 'Password taken from the address of a page', fr: 'Mot de passe lu dans l’adresse d’une page' },
    why: {
      en: 'The query of a GET request ends up in the history of the browser, in logs of every server on the way and in the `Referer` sent to other sites. Take secrets from the body of a POST.',
      fr: 'La requête d’un GET finit dans l’historique du navigateur, dans les journaux de chaque serveur traversé et dans le `Referer` envoyé ailleurs. Prenez les secrets dans le corps d’un POST.',
    },
    forLeads: {
      en: 'Passwords of customers are written into logs and histories that many can read.',
      fr: 'Les mots de passe des clients s’écrivent dans des journaux et historiques que beaucoup lisent.',
    },
    bad: "import express from 'express';\nexpress().get('/login', (req, res) => {\n  const password = req.query.password;\n  res.json({ ok: password === process.env.PASSWORD });\n});",
    good: "import express from 'express';\nexpress().post('/login', (req, res) => {\n  const password = req.body.password;\n  res.json({ ok: password === process.env.PASSWORD });\n});",
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: Data) => `\`${name}\` is read from the address of a GET request`,
    fr: ({ name }: Data) => `\`${name}\` est lu dans l’adresse d’une requête GET`,
  },
  detect: ({ file, report }) => {
    if (!/query|param\(/.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    const check = (node: ts.PropertyAccessExpression | ts.CallExpression): void => {
      const name = passwordRead(node, values);
      if (name !== undefined && isGetHandler(enclosingFunction(node), file.sourceFile)) report(node, { name });
    };
    return { PropertyAccessExpression: check, CallExpression: check };
  },
});

/** The password that a read of the query gives, by the field's name or by that of the variable it goes to. */
function passwordRead(node: ts.PropertyAccessExpression | ts.CallExpression, values: FileValues): string | undefined {
  const field = queryField(node, values);
  if (field === undefined) return undefined;
  const holder = parentOf(node);
  const given = (holder && nameGivenBy(holder, node)) ?? '';
  return [field, given].find((name) =>
    /(^| )(password|passwd|pwd|passphrase|credit card|card number|cvv|ssn)$/.test(wordsOf(name).join(' ')),
  );
}

function queryField(node: ts.PropertyAccessExpression | ts.CallExpression, values: FileValues): string | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'query')
    return node.name.text;
  const read = requestRead(node, values);
  const isCall = ts.isCallExpression(node) && read?.part === 'params';
  return read && (read.part === 'query' || isCall) ? read.field : undefined;
}

/** A handler given to `.get('/path', …)`, also one made by a function that is called there. */
function isGetHandler(handler: FunctionNode | undefined, sourceFile: ts.SourceFile): boolean {
  const holder = handler && parentOf(handler);
  if (!holder) return false;
  if (ts.isCallExpression(holder)) return isGetRoute(holder);
  const maker = ts.isReturnStatement(holder) ? enclosingFunction(holder) : undefined;
  const name = maker?.name?.getText();
  if (name === undefined) return false;
  return sourceFile.statements.some((statement) => {
    const call = ts.isExpressionStatement(statement) ? statement.expression : undefined;
    return (
      call !== undefined &&
      ts.isCallExpression(call) &&
      isGetRoute(call) &&
      call.arguments.some((argument) => ts.isCallExpression(argument) && argument.expression.getText() === name)
    );
  });
}

function isGetRoute(call: ts.CallExpression): boolean {
  return lastName(call.expression) === 'get' && (stringValue(call.arguments[0]) ?? '').startsWith('/');
}
