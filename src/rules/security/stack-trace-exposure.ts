import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { lastName, nameParts, unwrap } from '../syntax/names.ts';
import { findAncestor } from '../syntax/walk.ts';

interface Data {
  readonly [key: string]: string;
  readonly callee: string;
  readonly shown: string;
}

export const rule = defineRule({
  id: 'security/stack-trace-exposure',
  weakness: 'data-exposure',
  cwe: [209, 497],
  docs: {
    title: { en: 'Error details sent to the visitor', fr: 'Détails d’erreur envoyés au visiteur' },
    why: {
      en: 'A stack trace tells an attacker file names, libraries and queries. Log it, and answer with a plain sentence and a number to look it up by.',
      fr: 'Une trace d’appels révèle à un attaquant fichiers, bibliothèques et requêtes. Consignez-la, et répondez par une phrase simple et un numéro pour la retrouver.',
    },
    forLeads: {
      en: 'Failures show outsiders how the system is built, which makes an attack easier.',
      fr: 'Chaque panne montre à l’extérieur comment le système est fait, ce qui facilite une attaque.',
    },
    bad: "import express from 'express';\nexpress().use((error, req, res, next) => {\n  res.status(500).send(error.stack);\n});",
    good: "import express from 'express';\nexpress().use((error, req, res, next) => {\n  console.error(error);\n  res.status(500).send('Something went wrong');\n});",
  },
  options: z.strictObject({}),
  message: {
    en: ({ callee, shown }: Data) => `\`${callee}\` shows the visitor \`${shown}\``,
    fr: ({ callee, shown }: Data) => `\`${callee}\` montre au visiteur \`${shown}\``,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const [body] = node.arguments;
        if (!body || !isAnswer(node)) return;
        const shown = traceIn(body, values, 0);
        if (shown !== undefined && !isForDevelopment(node)) report(node, { callee: lastName(node.expression), shown });
      },
    };
  },
});

function isAnswer(node: ts.CallExpression): boolean {
  if (
    !/^(send|json|end|write|jsonp|render)$/.test(lastName(node.expression)) ||
    !ts.isPropertyAccessExpression(node.expression)
  )
    return false;
  let receiver = unwrap(node.expression.expression);
  while (ts.isCallExpression(receiver) && ts.isPropertyAccessExpression(receiver.expression))
    receiver = unwrap(receiver.expression.expression);
  return /^(res|response|reply|resp)$/.test(nameParts(receiver).at(-1) ?? '');
}

/** The stack of an error, or a caught error as a whole, in a value. */
function traceIn(node: ts.Expression, values: FileValues, depth: number): string | undefined {
  const value = values.settled(node);
  if (depth > 4) return undefined;
  if (ts.isPropertyAccessExpression(value))
    return value.name.text === 'stack' && isErrorName(lastName(value.expression)) ? value.getText() : undefined;
  if (ts.isIdentifier(value)) return depth === 0 && isCaught(value, values) ? value.text : undefined;
  if (ts.isTemplateExpression(value))
    return firstOf(
      value.templateSpans.map((span) => span.expression),
      values,
      depth,
    );
  if (ts.isBinaryExpression(value)) return firstOf([value.left, value.right], values, depth);
  if (ts.isObjectLiteralExpression(value)) {
    return firstOf(
      value.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? [property.initializer] : [])),
      values,
      depth,
    );
  }
  return undefined;
}

function firstOf(parts: readonly ts.Expression[], values: FileValues, depth: number): string | undefined {
  for (const part of parts) {
    const found = traceIn(part, values, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isErrorName(name: string): boolean {
  return /^(e|ex|err|error|exception|reason|cause)$|(err|error|exception)$/i.test(name);
}

function isCaught(name: ts.Identifier, values: FileValues): boolean {
  const declared = values.declaration(name);
  return declared !== undefined && ts.isCatchClause(declared);
}

function isForDevelopment(node: ts.CallExpression): boolean {
  const isMode = (condition: ts.Expression): boolean =>
    /NODE_ENV|develop|production|debug|\bdev\b|isDev|isProd/i.test(condition.getText());
  return (
    findAncestor(
      node,
      (parent) =>
        (ts.isIfStatement(parent) && isMode(parent.expression)) ||
        (ts.isConditionalExpression(parent) && isMode(parent.condition)),
      isFunctionNode,
    ) !== undefined || /NODE_ENV|isDev|isProd|development/.test(node.arguments[0]?.getText() ?? '')
  );
}
