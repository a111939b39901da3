import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues } from '../syntax/file-values.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { cookieFixes } from './cookie-fixes.ts';
import { cookieAssigned, cookieSetBy, type CookieWrite } from './cookie-writes.ts';

interface Data {
  readonly [key: string]: string;
  readonly name: string;
  /** Attributes that protect too little, joined by commas. */
  readonly faults: string;
}

export const rule = defineRule({
  id: 'security/insecure-cookie',
  weakness: 'redirect-cookies-headers',
  cwe: [614, 1004, 1275, 311],
  precision: judged(47, 62),
  docs: {
    title: { en: 'Login cookie without its protections', fr: 'Cookie de connexion sans ses protections' },
    why: {
      en: "Without `Secure` a cookie also travels in the clear, without `HttpOnly` any script on the page reads it, with `SameSite=None` other sites send it along. Set `secure: true, httpOnly: true, sameSite: 'lax'`.",
      fr: "Sans `Secure`, un cookie voyage aussi en clair ; sans `HttpOnly`, tout script de la page le lit ; avec `SameSite=None`, d’autres sites l’envoient. Mettez `secure: true, httpOnly: true, sameSite: 'lax'`.",
    },
    forLeads: {
      en: 'Someone on the same network, or a script in the page, can take over a customer’s session.',
      fr: 'Quelqu’un sur le même réseau, ou un script dans la page, peut reprendre la session d’un client.',
    },
    bad: "import express from 'express';\nexpress().post('/login', (req, res) => {\n  res.cookie('session_id', req.body.id, { maxAge: 900000 }).end();\n});",
    good: "import express from 'express';\nexpress().post('/login', (req, res) => {\n  res.cookie('session_id', req.body.id, { secure: true, httpOnly: true, sameSite: 'lax' }).end();\n});",
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, faults }: Data) => `Cookie \`${name}\` is not protected by ${faults}`,
    fr: ({ name, faults }: Data) => `Cookie \`${name}\` non protégé par ${faults}`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    const check = (cookie: CookieWrite | undefined): void => {
      if (cookie && cookie.faults.length > 0)
        report(
          cookie.at,
          { name: cookie.name, faults: cookie.faults.join(', ') },
          { fixes: cookieFixes(file, cookie) },
        );
    };
    return {
      CallExpression(node) {
        for (const cookie of cookieSetBy(node, values)) check(cookie);
      },
      BinaryExpression(node) {
        if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(node.left)) return;
        const isDocument = node.left.name.text === 'cookie' && lastName(unwrap(node.left.expression)) === 'document';
        if (isDocument) check(cookieAssigned(node.right, values));
      },
    };
  },
});
