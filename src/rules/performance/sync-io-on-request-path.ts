import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { enclosingFunction, functionName, isFunctionNode, type FunctionNode } from '../syntax/functions.ts';
import { importedExport, moduleBindings, type ModuleBinding } from '../syntax/module-bindings.ts';
import { calleeText } from '../syntax/names.ts';
import { isAssignment } from '../syntax/operators.ts';
import { requestHandlersOf } from '../syntax/request-handlers.ts';
import { findAncestor, parentOf, walkBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'performance/sync-io-on-request-path',
  weakness: 'blocking-io',
  docs: {
    title: { en: 'Blocking work while serving a request', fr: 'Travail bloquant pendant une requête' },
    why: {
      en: 'Node serves all requests on one thread. While this call waits for a disk, a child process or a slow hash, no other request makes progress. Use the asynchronous form, or do the work once when the server starts.',
      fr: 'Node sert toutes les requêtes sur un seul fil. Pendant que cet appel attend un disque, un processus ou un hachage lent, aucune autre requête n’avance. Utilisez la forme asynchrone, ou faites ce travail une fois, au démarrage du serveur.',
    },
    forLeads: {
      en: 'Whenever one visitor uses this, all other visitors wait. It is not noticed in tests and hurts on busy days.',
      fr: 'Chaque fois qu’un visiteur utilise cette fonction, tous les autres attendent. Cela ne se voit pas dans les tests et fait mal les jours d’affluence.',
    },
    bad: `import express from 'express';
import { readFileSync } from 'node:fs';

const app = express();
app.get('/terms', (req, res) => {
  res.send(readFileSync('content/terms.html', 'utf8'));
});`,
    good: `import express from 'express';
import { readFile } from 'node:fs/promises';

const app = express();
app.get('/terms', async (req, res) => {
  res.send(await readFile('content/terms.html', 'utf8'));
});`,
    exampleFile: 'src/server.ts',
  },
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default(['existsSync', 'accessSync', 'statSync', 'lstatSync', 'genSaltSync'])
      .describe('Functions that block too briefly to matter.'),
  }),
  message: {
    en: ({ callee, handler }: { callee: string; handler: string }) =>
      `\`${callee}\` stops every other request while \`${handler}\` serves one`,
    fr: ({ callee, handler }) =>
      `\`${callee}\` arrête toutes les autres requêtes pendant que \`${handler}\` en sert une`,
  },
  detect: ({ file, options, report }) => {
    if (file.role !== 'production' || !file.text.includes('Sync')) return {};
    const bindings = moduleBindings(file.sourceFile);
    return {
      SourceFile(sourceFile) {
        const calls = blockingCalls(sourceFile, bindings).filter(({ name }) => !options.ignore.includes(name));
        if (calls.length === 0) return;
        const isHandler = requestHandlersOf(file);
        const servedBy = handlersBehind(sourceFile, isHandler);
        for (const { node } of calls) {
          const handler =
            isComputedOnce(node) || hasCachedAnswer(node) ? undefined : handlerAround(node, isHandler, servedBy);
          if (handler) report(node.expression, { callee: calleeText(node.expression), handler: functionName(handler) });
        }
      },
    };
  },
});

/** Functions that block until the work is done, by module. */
const blocking: ReadonlyMap<string, RegExp> = new Map([
  ['fs', /Sync$/],
  ['fs-extra', /Sync$/],
  ['graceful-fs', /Sync$/],
  ['child_process', /Sync$/],
  ['crypto', /^(pbkdf2|scrypt|generateKeyPair|generatePrime|checkPrime|hkdf)Sync$/],
  ['zlib', /Sync$/],
  ['bcrypt', /Sync$/],
  ['bcryptjs', /Sync$/],
  ['sharp', /Sync$/],
  ['cross-spawn', /^sync$/],
]);

interface BlockingCall {
  readonly node: ts.CallExpression;
  readonly name: string;
}

function blockingCalls(
  sourceFile: ts.SourceFile,
  bindings: ReadonlyMap<string, ModuleBinding>,
): readonly BlockingCall[] {
  const calls: BlockingCall[] = [];
  walkBelow(sourceFile, (node) => {
    const called = ts.isCallExpression(node) ? importedExport(node.expression, bindings) : undefined;
    if (called && blocking.get(called.module)?.test(called.name)) {
      calls.push({ node: node as ts.CallExpression, name: called.name });
    }
    return undefined;
  });
  return calls;
}

/** The nearest handler around a call, or the handler that calls the local function around it. */
function handlerAround(
  node: ts.Node,
  isHandler: (node: FunctionNode) => boolean,
  servedBy: ReadonlyMap<string, FunctionNode>,
): FunctionNode | undefined {
  const direct = findAncestor(node, (ancestor) => isFunctionNode(ancestor) && isHandler(ancestor));
  if (direct) return direct as FunctionNode;
  const local = findAncestor(node, (ancestor) => isFunctionNode(ancestor) && localName(ancestor) !== undefined);
  return local && servedBy.get(localName(local as FunctionNode) ?? '');
}

/** For each local function that a handler calls by name: that handler. */
function handlersBehind(
  sourceFile: ts.SourceFile,
  isHandler: (node: FunctionNode) => boolean,
): ReadonlyMap<string, FunctionNode> {
  const behind = new Map<string, FunctionNode>();
  walkBelow(sourceFile, (node) => {
    if (!isFunctionNode(node) || !isHandler(node)) return undefined;
    walkBelow(node, (child) => {
      if (!ts.isCallExpression(child)) return undefined;
      const name = calleeText(child.expression);
      if (!behind.has(name)) behind.set(name, node);
      return undefined;
    });
    return undefined;
  });
  return behind;
}

/** How other code of the file calls a function: `render`, or `this.render` for a method. */
function localName(node: FunctionNode): string | undefined {
  if (ts.isFunctionDeclaration(node)) return node.name?.text;
  if (ts.isMethodDeclaration(node) && ts.isClassLike(node.parent)) return `this.${node.name.getText()}`;
  const holder = parentOf(node);
  return holder && ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name.text : undefined;
}

/** `if (pages[name]) return pages[name];` in front of the work: it is done once for each key. */
function hasCachedAnswer(node: ts.Node): boolean {
  const place = enclosingFunction(node)?.body;
  if (!place || !ts.isBlock(place)) return false;
  return place.statements.some((statement) => {
    if (statement.end > node.pos || !ts.isIfStatement(statement)) return false;
    const then = ts.isBlock(statement.thenStatement) ? statement.thenStatement.statements[0] : statement.thenStatement;
    const answer = then && ts.isReturnStatement(then) && then.expression?.getText();
    return Boolean(answer) && statement.expression.getText().includes(String(answer));
  });
}

/** `cache ??= readFileSync(…)` and `if (!cache) cache = readFileSync(…)` block the first request only. */
function isComputedOnce(node: ts.Node): boolean {
  const assignment = findAncestor(node, isAssignment, isFunctionNode) as ts.BinaryExpression | undefined;
  if (!assignment) return false;
  const operator = assignment.operatorToken.kind;
  if (operator !== ts.SyntaxKind.EqualsToken) return true;
  const target = assignment.left.getText();
  const guard = findAncestor(assignment, ts.isIfStatement, isFunctionNode) as ts.IfStatement | undefined;
  return guard?.expression.getText().includes(target) ?? false;
}
