import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { lastName, nameParts, stringValue, unwrap } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';

interface Data {
  readonly [key: string]: string | number;
  readonly route: string;
  /** Routes beside it that change data and ask who calls. */
  readonly guarded: number;
}

export const rule = defineRule({
  id: 'security/missing-authentication',
  weakness: 'access-control',
  cwe: [306, 862],
  docs: {
    title: {
      en: 'Route without the login check of the routes beside it',
      fr: 'Route sans le contrôle d’accès de ses voisines',
    },
    why: {
      en: 'The routes around this one pass a check of who calls, and this one changes data without it: one line left out is how most holes in access control begin. Add the same check, or name the route so that everyone sees it is public.',
      fr: 'Les routes voisines passent un contrôle de l’appelant, celle-ci modifie des données sans lui\u00a0: une ligne oubliée est l’origine de la plupart des failles d’accès. Ajoutez le même contrôle, ou nommez la route pour qu’on voie qu’elle est publique.',
    },
    forLeads: {
      en: 'Anyone on the internet may be able to change data through this address without logging in.',
      fr: 'N’importe qui sur internet peut sans doute modifier des données par cette adresse sans se connecter.',
    },
    bad: "import { Router } from 'express';\nimport { requireLogin } from './login.ts';\nconst router = Router();\nrouter.post('/orders', requireLogin, (req, res) => res.json(add(req.body)));\nrouter.put('/orders/:id', requireLogin, (req, res) => res.json(add(req.body)));\nrouter.patch('/orders/:id', requireLogin, (req, res) => res.json(add(req.body)));\nrouter.delete('/orders/:id', (req, res) => res.json(remove(req.params.id)));",
    good: "import { Router } from 'express';\nimport { requireLogin } from './login.ts';\nconst router = Router();\nrouter.post('/orders', requireLogin, (req, res) => res.json(add(req.body)));\nrouter.put('/orders/:id', requireLogin, (req, res) => res.json(add(req.body)));\nrouter.patch('/orders/:id', requireLogin, (req, res) => res.json(add(req.body)));\nrouter.delete('/orders/:id', requireLogin, (req, res) => res.json(remove(req.params.id)));",
  },
  options: z.strictObject({
    publicRoutes: z.array(z.string()).default([]).describe('Paths of routes that anyone may call, as in the code.'),
  }),
  message: {
    en: ({ route, guarded }: Data) =>
      `\`${route}\` changes data without the login check that ${guarded} routes beside it have`,
    fr: ({ route, guarded }: Data) =>
      `\`${route}\` modifie des données sans le contrôle d’accès de ${guarded} routes voisines`,
  },
  detect: ({ file, options, report }) => {
    if (file.role === 'test' || !asksWho.test(file.text) || !/\.(post|put|patch|delete)\(/.test(file.text)) return {};
    return {
      'SourceFile:exit'(sourceFile) {
        for (const routes of routesByRouter(sourceFile).values()) {
          const guarded = routes.filter(({ isGuarded }) => isGuarded).length;
          const open = routes.filter((route) => !route.isGuarded && !isPublic(route, options.publicRoutes));
          // A rule of the house shows where nearly all follow it.
          if (guarded < 3 || open.length * 4 > guarded + 1) continue;
          for (const { at, path } of open) report(at, { route: path, guarded });
        }
      },
    };
  },
});

interface Route {
  readonly at: ts.Node;
  readonly path: string;
  readonly call: ts.CallExpression;
  readonly isGuarded: boolean;
}

const asksWho =
  /\b(?:\w*_)?(?:is|ensure|require|requires|check|verify|needs?|must|has|validate|assert)?_?(?:be)?_?(?:auth\w*|log(?:ged)?_?in\w*|signed_?in|login_?required|jwt\w*|token|session|admin\w*|role\w*|user|permissions?\w*|can|protect\w*|guard\w*)\b/i;

/** Names of the middleware that lets only known callers pass. */
const check =
  /^_?(?:(?:is|ensure|require|requires|required|check|verify|need|needs|must|mustbe|has|validate|assert|allow|restrict|only|with|use|jwt|api|user|admin|basic|bearer|token|passport|express|fast|auth|firebase|clerk|session|login|role)_?)*(?:auth|authn|authz|authed|authenticat(?:e|ed|ion|or)|authoriz(?:e|ed|ation)|auth(?:entication)?(?:handler|middleware|guard|required|check)|loggedin|login|loginrequired|signedin|jwt|jwtcheck|accesstoken|token|isadmin|admin|adminonly|role|roles|roleto|permissions?|protect|protected|guard|session|ensureloggedin)$/i;

/** Routes that change data, by the variable they are registered on. */
function routesByRouter(sourceFile: ts.SourceFile): ReadonlyMap<string, readonly Route[]> {
  const routes = new Map<string, Route[]>();
  const coveredRouters = new Set<string>();
  walkBelow(sourceFile, (node) => {
    if (!ts.isCallExpression(node)) return undefined;
    const router = routerOf(node);
    if (router === undefined) return undefined;
    if (lastName(node.expression) === 'use' && node.arguments.some(isCheck)) coveredRouters.add(router);
    const route = routeOf(node);
    if (route) routes.set(router, [...(routes.get(router) ?? []), route]);
    return undefined;
  });
  for (const router of coveredRouters) routes.delete(router);
  return routes;
}

function routerOf(call: ts.CallExpression): string | undefined {
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined;
  const router = unwrap(call.expression.expression);
  return ts.isIdentifier(router) ? router.text : undefined;
}

function routeOf(call: ts.CallExpression): Route | undefined {
  const [at, ...rest] = call.arguments;
  const path = stringValue(at);
  if (!at || path?.startsWith('/') !== true || rest.length === 0) return undefined;
  if (!/^(post|put|patch|delete|del)$/.test(lastName(call.expression))) return undefined;
  return { at, path, call, isGuarded: rest.slice(0, -1).some(isCheck) };
}

/** Whether an argument is such middleware: its name, a call that makes it, a list or an option that holds it. */
function isCheck(argument: ts.Expression): boolean {
  const made = unwrap(argument);
  if (ts.isArrayLiteralExpression(made)) return made.elements.some(isCheck);
  if (ts.isObjectLiteralExpression(made))
    return made.properties.some(
      (property) =>
        ts.isPropertyAssignment(property) &&
        /^(preHandler|onRequest|preValidation|beforeHandler|auth|config)$/.test(property.name.getText()) &&
        isCheck(property.initializer),
    );
  const callee = ts.isCallExpression(made) ? made.expression : made;
  return nameParts(callee).some((name) => check.test(name));
}

/** Routes before a login, calls of machines, and handlers that ask themselves. */
function isPublic({ path, call }: Route, publicRoutes: readonly string[]): boolean {
  if (publicRoutes.includes(path)) return true;
  if (
    /log-?_?(in|out|on|off)|sign-?_?(in|up|out)|auth|regist|password|forgot|reset|verif|confirm|activat|webhook|hook|callback|health|ping|status|public|token|refresh|oauth|sso|saml|otp|2fa|contact|subscri|newsletter|track|beacon|analytic|event|metric|report|feedback|search|invite|guest|session|csp|setup|install|captcha|graphql|preview|validate|exists|check|demo|test|error|\blog\b|logs/i.test(
      path,
    )
  )
    return true;
  const parts = call.arguments.slice(1);
  // Middleware of another name may ask too, and so may a handler that stands elsewhere under such a name.
  if (parts.length > 1 && parts.slice(0, -1).some((part) => !isHarmlessMiddleware(part))) return true;
  return /\b(user|session|isAuthenticated|authoriz\w*|currentUser|auth\w*|signature|hmac|apiKey|token|cookies|permission\w*|getSession|getServerSession)\b|x-api-key/i.test(
    parts.at(-1)?.getText() ?? '',
  );
}

/** Middleware that only reads, limits or checks the form of a request. */
function isHarmlessMiddleware(part: ts.Expression): boolean {
  if (ts.isObjectLiteralExpression(unwrap(part))) return !asksWho.test(part.getText());
  return /^\W*(express\.|bodyParser|json|urlencoded|upload|multer|rate|limit|cors|validate\w*|validator|body|param|check|celebrate|cache|async|log|parse)/i.test(
    part.getText(),
  );
}
