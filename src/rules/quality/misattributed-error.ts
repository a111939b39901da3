import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { isPropertyName } from '../syntax/mentions.ts';
import { calleeText, lastName, nameParts } from '../syntax/names.ts';
import { containsBelow, findAncestor, walkBelow } from '../syntax/walk.ts';
import { callsIn, isBestEffortCall } from './best-effort.ts';

export const rule = defineRule({
  id: 'quality/misattributed-error',
  weakness: 'swallowed-error',
  cwe: [396],
  docs: {
    title: { en: 'Every error taken for one', fr: 'Toute erreur prise pour une seule' },
    why: {
      en: 'The block does several things that can fail, and this `catch` answers all of them with one particular reason without looking at the error: a database that is down is told as a wrong password or a missing page. Test what was caught, and let the rest pass; or put only the call in question in the `try`.',
      fr: 'Le bloc fait plusieurs choses qui peuvent échouer, et ce `catch` répond à toutes par une raison précise sans regarder l’erreur : une base en panne devient un mauvais mot de passe ou une page absente. Examinez ce qui est intercepté et laissez passer le reste ; ou ne mettez dans le `try` que l’appel en question.',
    },
    forLeads: {
      en: 'During an outage customers are told that they made a mistake, and monitoring shows nothing unusual.',
      fr: 'Pendant une panne, les clients s’entendent dire qu’ils ont fait une erreur, et la surveillance ne montre rien d’anormal.',
    },
    bad: `export async function login(req, res) {
  try {
    const user = await users.load(req.body.name);
    await sessions.start(user);
    res.json(user);
  } catch {
    res.status(401).send('Wrong password');
  }
}`,
    good: `export async function login(req, res) {
  try {
    const user = await users.load(req.body.name);
    await sessions.start(user);
    res.json(user);
  } catch (error) {
    if (!(error instanceof UnknownUser)) throw error;
    res.status(401).send('Wrong password');
  }
}`,
    exampleFile: 'src/login.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ claim, call }: { claim: string; call: string }) =>
      `This \`catch\` answers ${claim} whatever failed, also when \`${call}\` does`,
    fr: ({ claim, call }) => `Ce \`catch\` répond ${claim} quoi qu’il arrive, même si c’est \`${call}\` qui échoue`,
  },
  detect: ({ file, report }) => {
    if (file.role === 'test') return {};
    return {
      CatchClause(node) {
        const claim = claimOf(node.block);
        if (claim === undefined || looksAtError(node)) return;
        const calls = fallibleCalls(node.parent.tryBlock);
        const last = calls.at(-1);
        if (calls.length < 2 || !last) return;
        report(node.getFirstToken() ?? node, { claim, call: calleeText(last.expression) });
      },
    };
  },
});

/** Calls that wait for something outside, by different names; those that send the answer do not count. */
function fallibleCalls(block: ts.Block): readonly ts.CallExpression[] {
  const byName = new Map<string, ts.CallExpression>();
  for (const call of callsIn(block)) {
    if (!ts.isCallExpression(call) || !ts.isAwaitExpression(call.parent) || isBestEffortCall(call)) continue;
    if (!isAnswer(call)) byName.set(calleeText(call.expression), call);
  }
  return [...byName.values()];
}

function isAnswer(call: ts.CallExpression): boolean {
  return (
    /^(res|response|reply|ctx|c|NextResponse|Response)$/.test(nameParts(call.expression)[0] ?? '') ||
    /^(json|text|send|formData|arrayBuffer)$/.test(lastName(call.expression))
  );
}

const particular =
  /\b(not found|no such|does(n.t| not) exist|already (exists|taken|used|registered)|wrong password|(invalid|incorrect|bad) (token|password|credentials?|signature|code|link)|expired|unauthori[sz]ed|not (authori[sz]ed|authenticated|logged in)|forbidden)\b/i;

/** What the block says to have happened: an HTTP status of the client's fault, or a text with a particular reason. */
function claimOf(block: ts.Block): string | undefined {
  const found: string[] = [];
  walkBelow(block, (node) => {
    if (isFunctionNode(node)) return 'skip';
    if (ts.isNumericLiteral(node) && /^4(0[134]|09|10|22)$/.test(node.text) && isStatus(node)) found.push(node.text);
    else if (ts.isStringLiteralLike(node) && particular.test(node.text) && !isLogged(node))
      found.push(`“${node.text.slice(0, 40)}”`);
    return found.length > 0 ? 'stop' : undefined;
  });
  return found[0];
}

function isStatus(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent))
    return /^(status|sendStatus|code|json|text|createError|throw|abort)$|Error$/.test(lastName(parent.expression));
  if (ts.isNewExpression(parent)) return /Error|Exception|Response/.test(lastName(parent.expression));
  if (ts.isPropertyAssignment(parent)) return /^(status|statusCode|code)$/.test(parent.name.getText());
  return ts.isBinaryExpression(parent) && parent.right === node && /\.(status|statusCode)$/.test(parent.left.getText());
}

/** The error decides something or is passed on; writing it down does not change the answer. */
function looksAtError({ variableDeclaration, block }: ts.CatchClause): boolean {
  const name = variableDeclaration?.name;
  if (!name) return false;
  if (!ts.isIdentifier(name)) return true;
  return containsBelow(
    block,
    (node) => ts.isIdentifier(node) && node.text === name.text && !isPropertyName(node) && !isLogged(node),
  );
}

function isLogged(node: ts.Node): boolean {
  const isLogger = (call: ts.Node): boolean =>
    ts.isCallExpression(call) &&
    /^(console|log|logger|winston|pino|debug|Sentry|captureException)$/i.test(loggerName(call));
  return findAncestor(node, isLogger, ts.isStatement) !== undefined;
}

function loggerName(call: ts.CallExpression): string {
  const parts = nameParts(call.expression);
  return parts.find((part) => part !== 'this' && !/^(req|request|app|fastify|server|ctx)$/.test(part)) ?? '';
}
