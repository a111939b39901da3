import ts from 'typescript';
import { z } from 'zod';
import type { FileModel } from '../../workspace/file-model.ts';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode, type FunctionNode } from '../syntax/functions.ts';
import { importedModules } from '../syntax/module-bindings.ts';
import { lastName, nameParts, stringValue, unwrap } from '../syntax/names.ts';
import { isAssignment } from '../syntax/operators.ts';
import { requestHandlersOf } from '../syntax/request-handlers.ts';
import { containsBelow, findAncestor, walkBelow } from '../syntax/walk.ts';

interface Data {
  readonly [key: string]: string;
  readonly field: string;
}

export const rule = defineRule({
  id: 'security/session-fixation',
  weakness: 'access-control',
  cwe: [384],
  needs: 'workspace',
  docs: {
    title: { en: 'Login that keeps the old session', fr: 'Connexion qui garde l’ancienne session' },
    why: {
      en: 'Whoever planted or saw the session id before the login is logged in with it afterwards. Call `req.session.regenerate` after checking the password, and write the account into the new session.',
      fr: 'Qui a posé ou vu l’identifiant de session avant la connexion est connecté avec lui ensuite. Appelez `req.session.regenerate` après le contrôle du mot de passe et inscrivez le compte dans la nouvelle session.',
    },
    forLeads: {
      en: 'On a shared computer or through a crafted link, a stranger can slip into a customer’s account.',
      fr: 'Sur un poste partagé ou par un lien préparé, un inconnu peut se glisser dans le compte d’un client.',
    },
    bad: "import express from 'express';\nimport session from 'express-session';\nconst app = express();\napp.use(session({ secret: process.env.SECRET ?? '' }));\napp.post('/login', async (req, res) => {\n  const user = await find(req.body.name);\n  if (!(await compare(req.body.password, user.hash))) return res.status(401).end();\n  req.session.userId = user.id;\n  return res.redirect('/');\n});",
    good: "import express from 'express';\nimport session from 'express-session';\nconst app = express();\napp.use(session({ secret: process.env.SECRET ?? '' }));\napp.post('/login', async (req, res) => {\n  const user = await find(req.body.name);\n  if (!(await compare(req.body.password, user.hash))) return res.status(401).end();\n  req.session.regenerate(() => {\n    req.session.userId = user.id;\n    res.redirect('/');\n  });\n});",
  },
  options: z.strictObject({}),
  message: {
    en: ({ field }: Data) => `\`${field}\` logs in without a new session id`,
    fr: ({ field }: Data) => `\`${field}\` connecte sans nouvel identifiant de session`,
  },
  detect: ({ workspace, report }) => {
    const files = [...workspace.files.values()].filter(({ role }) => role !== 'test');
    if (!files.some(keepsSessionsByIds)) return;
    for (const file of files) for (const login of fixedLogins(file)) report(login, { field: login.getText() });
  },
});

/** Sessions on the server, found by an id in the cookie; those that live in the cookie itself have no id to plant. */
const sessionModules = /^(express-session|@fastify\/session|fastify-session|koa-generic-session)$/;

function keepsSessionsByIds({ text, sourceFile }: FileModel): boolean {
  return text.includes('session') && [...importedModules(sourceFile)].some((module) => sessionModules.test(module));
}

/** The first write of a logged-in account to the session in each handler that checks a password. */
function fixedLogins(file: FileModel): readonly ts.Expression[] {
  if (!/\bsession\b/i.test(file.text) || !secretName.test(file.text) || renews.test(file.text)) return [];
  const isHandler = requestHandlersOf(file);
  const logins = new Map<FunctionNode, ts.Expression>();
  walkBelow(file.sourceFile, (node) => {
    if (!isAssignment(node) || !isLoginField(node.left) || isNothing(node.right)) return undefined;
    const handler = findAncestor(node, (outer) => isFunctionNode(outer) && isHandler(outer)) as
      FunctionNode | undefined;
    if (handler && !logins.has(handler) && containsBelow(handler, checksPassword)) logins.set(handler, node.left);
    return undefined;
  });
  return [...logins.values()];
}

const renews =
  /regenerat|renew_?session|(new|fresh|reset|rotate|create|start|migrate)_?session|\breq(uest)?\.log_?in\(/i;
const secretName = /pass(word|wd|phrase)?\b|pwd|passcode|\botp\b/i;
const accountField =
  /^(current|auth|session|logged_?in)?_?(user|account|member|admin|customer|employee)(_?(id|name))?$|^uid$|^(is_?)?(logged_?in|auth|authenticated|authorized|admin)$/i;

/** `req.session.userId`, `ctx.session.user`, also on a session that a decorator passes in. */
function isLoginField(target: ts.Expression): boolean {
  const left = unwrap(target);
  if (!ts.isPropertyAccessExpression(left) || !accountField.test(left.name.text)) return false;
  const owner = nameParts(left.expression);
  return owner.at(-1) === 'session' && (owner.length === 1 || /^_?(req|request|ctx|context)$/.test(owner.at(-2) ?? ''));
}

function isNothing(value: ts.Expression): boolean {
  const right = unwrap(value);
  return (
    right.kind === ts.SyntaxKind.NullKeyword ||
    right.kind === ts.SyntaxKind.FalseKeyword ||
    ts.isVoidExpression(right) ||
    ts.isDeleteExpression(right) ||
    stringValue(right) === '' ||
    /^undefined$/.test(right.getText())
  );
}

const checkers =
  /^(compare|compareSync|verify|verifySync|timingSafeEqual|(check|verify|validate|compare|match|is_?valid|valid|is)_?(user_?)?(password|credentials|login)s?|password_?(matches|verify)|authenticate|authenticate_?user|validate_?user|find_?by_?credentials|validPassword)$/i;

/** `bcrypt.compare(…)`, `user.password === password`, `find({ name, password })`. */
function checksPassword(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node))
    return isEquality(node) && [node.left, node.right].every(isOperandOfCheck) && mentionsSecret(node);
  if (!ts.isCallExpression(node)) return false;
  const name = lastName(node.expression);
  if (checkers.test(name)) return true;
  return /^(find|findOne|findFirst|findUnique|findBy|findOneBy)$/.test(name) && node.arguments.some(hasSecretField);
}

function isEquality({ operatorToken }: ts.BinaryExpression): boolean {
  return /^[!=]==?$/.test(operatorToken.getText());
}

/** Neither a constant nor the second entry of a form in which someone chooses a password. */
function isOperandOfCheck(side: ts.Expression): boolean {
  const operand = unwrap(side);
  return (
    !ts.isLiteralExpression(operand) &&
    !/^(undefined|null|true|false)$|\.length$|confirm|repeat|again|retype|2$/i.test(operand.getText())
  );
}

function mentionsSecret({ left, right }: ts.BinaryExpression): boolean {
  return [left, right].some((side) =>
    /^(pass(word|wd|phrase|code)?|pwd|hash|.*Password|.*_password)$/i.test(lastName(side)),
  );
}

function hasSecretField(argument: ts.Expression): boolean {
  return containsBelow(
    argument,
    (node) =>
      (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) &&
      /^(password|passwd|pwd|pass)$/i.test(node.name.getText()),
  );
}
