import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { calleeText, lastName, nameParts, unwrap } from '../syntax/names.ts';
import { containsBelow, findAncestor, walkBelow } from '../syntax/walk.ts';
import { libraryCall } from './crypto-calls.ts';
import { isRequest } from './request-values.ts';

interface Data {
  readonly [key: string]: string;
  readonly callee: string;
}

export const rule = defineRule({
  id: 'security/missing-csrf-protection',
  weakness: 'csrf-or-cors',
  cwe: [352],
  docs: {
    title: {
      en: 'Changes by cookie login without a check of their origin',
      fr: 'Changements par cookie de session sans contrôle d’origine',
    },
    why: {
      en: 'The browser sends the cookie along with requests that other sites make, so a form on a foreign page acts in the visitor’s name. Check a token (csrf-csrf, lusca) or set `sameSite` to `lax` or `strict`.',
      fr: 'Le navigateur joint le cookie aux requêtes que font d’autres sites : un formulaire d’une page étrangère agit au nom du visiteur. Contrôlez un jeton (csrf-csrf, lusca) ou mettez `sameSite` à `lax` ou `strict`.',
    },
    forLeads: {
      en: 'A harmful page can change a logged-in customer’s data or place orders for him.',
      fr: 'Une page malveillante peut modifier les données d’un client connecté ou commander à sa place.',
    },
    bad: "import cookieParser from 'cookie-parser';\nimport express from 'express';\nconst app = express();\napp.use(cookieParser());\napp.post('/email', (req, res) => {\n  res.json({ from: req.cookies.user, to: req.body.email });\n});",
    good: "import cookieParser from 'cookie-parser';\nimport csrf from 'csurf';\nimport express from 'express';\nconst app = express();\napp.use(cookieParser());\napp.use(csrf({ cookie: true }));\napp.post('/email', (req, res) => {\n  res.json({ from: req.cookies.user, to: req.body.email });\n});",
  },
  options: z.strictObject({}),
  message: {
    en: ({ callee }: Data) =>
      `Routes behind \`${callee}\` change data by cookie without a check against forged requests`,
    fr: ({ callee }: Data) =>
      `Les routes derrière \`${callee}\` modifient des données par cookie sans contrôle de requêtes forgées`,
  },
  detect: ({ file, report }) => {
    if (!/cookie-parser|express-session|cookie-session/.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const middleware = cookieMiddleware(node, values);
        const root = middleware && routerOf(node);
        if (!root || isProtected(node, root, values) || !changesByCookie(node, root)) return;
        report(middleware, { callee: calleeText(middleware.expression) });
      },
    };
  },
});

/** `app.use(cookieParser())`, also for a session. */
function cookieMiddleware(node: ts.CallExpression, values: FileValues): ts.CallExpression | undefined {
  if (lastName(node.expression) !== 'use' && !/^(post|put|patch|delete)$/.test(lastName(node.expression)))
    return undefined;
  for (const argument of node.arguments) {
    const made = unwrap(argument);
    if (
      ts.isCallExpression(made) &&
      /^(cookie-parser|express-session|cookie-session)$/.test(libraryCall(made.expression, values))
    )
      return made;
  }
  return undefined;
}

/** The variable of the application or router. */
function routerOf(node: ts.CallExpression): string | undefined {
  const parts = nameParts(node.expression);
  return parts.length === 2 ? parts[0] : undefined;
}

function isProtected(node: ts.CallExpression, root: string, values: FileValues): boolean {
  const scope = findAncestor(node, isFunctionNode) ?? node.getSourceFile();
  const isRoute = lastName(node.expression) !== 'use';
  return containsBelow(scope, (inner) => {
    if (!ts.isCallExpression(inner)) return false;
    const isUse = isRoute
      ? inner === node
      : lastName(inner.expression) === 'use' && nameParts(inner.expression)[0] === root;
    if (isUse && inner.arguments.some((argument) => isCheck(argument, values))) return true;
    return /samesite:\s*(true|['"](lax|strict)['"])/i.test(inner === node ? inner.getText() : '');
  });
}

const checks = /csrf|csurf|xsrf|lusca|tiny-csrf|origin-?check|doubleCsrf|helmet-csrf|sameOrigin/i;

function isCheck(argument: ts.Expression, values: FileValues): boolean {
  const made = unwrap(argument);
  const callee = ts.isCallExpression(made) ? made.expression : made;
  if (!ts.isIdentifier(callee) && !ts.isPropertyAccessExpression(callee)) return false;
  const library = libraryCall(callee, values);
  const maker = values.settled(callee);
  return checks.test(library) || (ts.isCallExpression(maker) && checks.test(libraryCall(maker.expression, values)));
}

/** Whether a route of this router that changes data reads a cookie or the session, without a check of its own. */
function changesByCookie(node: ts.CallExpression, root: string): boolean {
  const scope = findAncestor(node, isFunctionNode) ?? node.getSourceFile();
  const routes = lastName(node.expression) === 'use' ? routesOf(scope, root) : [node];
  return routes.some(
    (route) =>
      !route.arguments.slice(1, -1).some((argument) => checks.test(argument.getText())) &&
      route.arguments.some((argument) => containsBelow(argument, readsLogin)),
  );
}

function routesOf(scope: ts.Node, root: string): readonly ts.CallExpression[] {
  const routes: ts.CallExpression[] = [];
  walkBelow(scope, (node) => {
    if (
      ts.isCallExpression(node) &&
      /^(post|put|patch|delete)$/.test(lastName(node.expression)) &&
      nameParts(node.expression)[0] === root
    )
      routes.push(node);
    return undefined;
  });
  return routes;
}

function readsLogin(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    /^(cookies|signedCookies|session|user)$/.test(node.name.text) &&
    isRequest(node.expression)
  );
}
