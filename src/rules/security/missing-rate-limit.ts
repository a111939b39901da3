import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { lastName, nameParts, stringValue } from '../syntax/names.ts';
import { importedModules } from '../syntax/module-bindings.ts';
import { containsBelow } from '../syntax/walk.ts';

interface Data {
  readonly [key: string]: string;
  readonly route: string;
}

export const rule = defineRule({
  id: 'security/missing-rate-limit',
  weakness: 'access-control',
  cwe: [307, 770],
  profile: 'strict',
  docs: {
    title: { en: 'Login without a limit of attempts', fr: 'Connexion sans limite d’essais' },
    why: {
      en: 'Without a limit, a program tries thousands of passwords or codes a minute. Put a limiter such as `express-rate-limit` in front of this route, unless a gateway already does it.',
      fr: 'Sans limite, un programme essaie des milliers de mots de passe ou de codes par minute. Placez un limiteur comme `express-rate-limit` devant cette route, sauf si une passerelle s’en charge.',
    },
    forLeads: {
      en: 'Customers’ accounts with weak or reused passwords can be taken over by trying.',
      fr: 'Les comptes de clients à mot de passe faible ou réutilisé peuvent être pris à force d’essais.',
    },
    bad: "import express from 'express';\nexpress().post('/login', (req, res) => {\n  res.json({ ok: isRight(req.body.name, req.body.password) });\n});\nfunction isRight(name: string, password: string) { return name === password; }",
    good: "import express from 'express';\nimport rateLimit from 'express-rate-limit';\nexpress().post('/login', rateLimit({ limit: 5 }), (req, res) => {\n  res.json({ ok: isRight(req.body.name, req.body.password) });\n});\nfunction isRight(name: string, password: string) { return name === password; }",
  },
  options: z.strictObject({}),
  message: {
    en: ({ route }: Data) => `Nothing limits how often \`${route}\` can be tried`,
    fr: ({ route }: Data) => `Rien ne limite le nombre d’essais de \`${route}\``,
  },
  detect: ({ file, report }) => {
    if (!/log-?in|sign-?in|password|otp|verify/i.test(file.text)) return {};
    const modules = importedModules(file.sourceFile);
    const isServer = [...modules].some((module) => /^(express|fastify|koa-router|@koa\/router|restify)$/.test(module));
    if (!isServer || /rate-?limit|throttl|slow-?down|brute|limiter/i.test(file.text)) return {};
    return {
      CallExpression(node) {
        const route = loginRoute(node);
        if (route !== undefined) report(node.arguments[0] ?? node, { route });
      },
    };
  },
});

/** The path of `app.post('/login', …)` whose handler reads a password or a code. */
function loginRoute(node: ts.CallExpression): string | undefined {
  if (
    lastName(node.expression) !== 'post' ||
    !/^$|(app|router|server|api|fastify|routes?)$/i.test(nameParts(node.expression).at(-2) ?? '')
  )
    return undefined;
  const path = stringValue(node.arguments[0]);
  if (
    path === undefined ||
    !/\/(log-?in|sign-?in|authenticate|session|otp|2fa|verify-code|reset-password|forgot-password)\b/i.test(path)
  )
    return undefined;
  const handler = node.arguments.at(-1);
  const readsSecret =
    handler !== undefined &&
    containsBelow(
      handler,
      (inner) => ts.isIdentifier(inner) && /^(password|passwd|pwd|code|otp|pin)$/i.test(inner.text),
    );
  return readsSecret || (handler !== undefined && !ts.isFunctionLike(handler)) ? path : undefined;
}
