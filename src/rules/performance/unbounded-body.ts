import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode, type FunctionNode } from '../syntax/functions.ts';
import { lastName, nameParts, stringValue } from '../syntax/names.ts';
import { isAssignment } from '../syntax/operators.ts';
import { containsBelow, findAncestor } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'performance/unbounded-body',
  weakness: 'unbounded-work',
  cwe: [770],
  docs: {
    title: { en: 'Request body collected without limit', fr: 'Corps de requête accumulé sans limite' },
    why: {
      en: 'The pieces of the body are put together as long as the client sends them: one client can fill the memory of the server. Count the bytes, answer 413 above a limit and destroy the request, or let a body parser with a limit do it.',
      fr: 'Les morceaux du corps s’accumulent tant que le client en envoie : un seul client peut remplir la mémoire du serveur. Comptez les octets, répondez 413 au-delà d’une limite et détruisez la requête, ou confiez-le à un analyseur qui a une limite.',
    },
    forLeads: {
      en: 'One visitor, by mistake or on purpose, can stop the service with a single large upload.',
      fr: 'Un seul visiteur, par erreur ou à dessein, peut arrêter le service par un unique gros envoi.',
    },
    bad: `export function readBody(req, done) {
  let body = '';
  req.on('data', (chunk) => { body += chunk; });
  req.on('end', () => done(JSON.parse(body)));
}`,
    good: `export function readBody(req, done) {
  let body = '';
  req.on('data', (chunk) => {
    body += chunk;
    if (body.length > 1_000_000) req.destroy(new Error('The body is too large.'));
  });
  req.on('end', () => done(JSON.parse(body)));
}`,
    exampleFile: 'src/read-body.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ request }: { request: string }) => `The body of \`${request}\` is collected without a limit`,
    fr: ({ request }) => `Le corps de \`${request}\` s’accumule sans limite`,
  },
  detect: ({ file, report }) => {
    if (file.role !== 'production') return {};
    return {
      CallExpression(node) {
        if (lastName(node.expression) !== 'on' || stringValue(node.arguments[0]) !== 'data') return;
        const request = nameParts(node.expression).slice(0, -1).join('.');
        const [, listener] = node.arguments;
        if (
          !/^(req|request|ctx\.req)$/.test(request) ||
          !listener ||
          !(ts.isArrowFunction(listener) || ts.isFunctionExpression(listener))
        )
          return;
        if (!collects(listener) || isLimited(findAncestor(node, isFunctionNode) as FunctionNode | undefined, listener))
          return;
        // A client's own request reads the answer of a server it chose.
        report(node.expression, { request });
      },
    };
  },
});

/** `body += chunk`, `chunks.push(chunk)`. */
function collects(listener: FunctionNode): boolean {
  return containsBelow(listener, (node) => {
    if (isAssignment(node)) return node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken;
    return ts.isCallExpression(node) && /^(push|concat)$/.test(lastName(node.expression));
  });
}

/** A size is compared, or the request is ended early. */
function isLimited(owner: FunctionNode | undefined, listener: FunctionNode): boolean {
  return (
    containsBelow(
      owner ?? listener,
      (node) =>
        ts.isIdentifier(node) &&
        /^(length|byteLength|size|limit|maxSize|maxBytes|total|received|destroy|pause|content-length)$/i.test(
          node.text,
        ) &&
        node.parent.kind !== ts.SyntaxKind.JsxAttribute,
    ) || /content-length/i.test(owner?.getText() ?? '')
  );
}
