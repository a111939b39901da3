import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import type { FileLocals } from '../locals/file-locals.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { calleeText, lastName, nameParts, unwrap } from '../syntax/names.ts';
import { containsBelow, findAncestor, parentOf } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/unreleased-resource',
  weakness: 'resource-leak',
  cwe: [772, 775, 404],
  docs: {
    title: { en: 'Resource that is not given back', fr: 'Ressource non rendue' },
    why: {
      en: 'Connections, handles and browsers are few. One that no line gives back, or that is given back only when nothing fails, is gone after the first error; when all are gone every later request waits forever. Release it in `finally`, or declare it with `await using`.',
      fr: 'Connexions, descripteurs et navigateurs sont comptés. Une ressource qu’aucune ligne ne rend, ou qui n’est rendue que si rien n’échoue, est perdue après la première erreur ; quand toutes le sont, chaque requête suivante attend sans fin. Rendez-la dans `finally`, ou déclarez-la avec `await using`.',
    },
    forLeads: {
      en: 'After some errors the service stands still until somebody restarts it.',
      fr: 'Après quelques erreurs le service se fige jusqu’à ce que quelqu’un le redémarre.',
    },
    bad: `export async function total(pool) {
  const client = await pool.connect();
  const { rows } = await client.query('select sum(amount) from orders');
  client.release();
  return rows[0].sum;
}`,
    good: `export async function total(pool) {
  const client = await pool.connect();
  try {
    const { rows } = await client.query('select sum(amount) from orders');
    return rows[0].sum;
  } finally {
    client.release();
  }
}`,
    exampleFile: 'src/total.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, release, isNever }: { name: string; release: string; isNever: boolean }) =>
      isNever
        ? `\`${name}\` is never given back with \`${release}\``
        : `\`${name}\` is not given back when something fails before \`${release}\``,
    fr: ({ name, release, isNever }) =>
      isNever
        ? `\`${name}\` n’est jamais rendu par \`${release}\``
        : `\`${name}\` n’est pas rendu si un échec survient avant \`${release}\``,
  },
  detect: ({ file, locals, report }) => {
    if (file.role === 'test') return {};
    return {
      VariableDeclaration(node) {
        if (!ts.isIdentifier(node.name) || !node.initializer || isDisposed(node.parent)) return;
        const release = releaseOf(unwrap(node.initializer));
        const body = findAncestor(node, isFunctionNode);
        if (release === undefined || !body) return;
        const uses = usesOf(node.name, locals(), release.names);
        if (uses.escapes) return;
        const { name } = node;
        const data = { name: name.text, release: release.names[0] ?? '' };
        if (uses.releases.length === 0) report(name, { ...data, isNever: true });
        else if (release.isPooled && !uses.releases.some(isSafe) && waitsBetween(node, uses.releases))
          report(name, { ...data, isNever: false });
      },
    };
  },
});

interface Release {
  readonly names: readonly string[];
  /** Few of them exist, and one that is lost is missed. */
  readonly isPooled: boolean;
}

/** How what a call acquires is given back. */
function releaseOf(value: ts.Expression): Release | undefined {
  const isAwaited = ts.isAwaitExpression(value);
  const call = isAwaited ? unwrap(value.expression) : value;
  if (!ts.isCallExpression(call)) return undefined;
  const parts = nameParts(call.expression);
  const [receiver = '', method = ''] = parts.slice(-2);
  if (method === 'openSync' && /^(fs|node:fs)$/.test(receiver))
    return { names: ['closeSync', 'close'], isPooled: false };
  if (!isAwaited) return undefined;
  if (method === 'open' && /^(fs|fsp|fsPromises|promises)$/.test(receiver))
    return { names: ['close'], isPooled: false };
  const isPool = /pool$/i.test(receiver) || /^pool$/i.test(parts.at(-3) ?? '');
  if (isPool && /^(connect|getConnection|acquire)$/.test(method))
    return { names: ['release', 'end', 'destroy'], isPooled: true };
  if (method === 'createQueryRunner') return { names: ['release'], isPooled: true };
  if (method === 'launch' && /^(puppeteer|chromium|firefox|webkit|playwright)$/.test(receiver))
    return { names: ['close', 'disconnect'], isPooled: true };
  return method === 'createConnection' && /^(mysql|mysql2|oracledb)$/.test(receiver)
    ? { names: ['end', 'close', 'destroy', 'release'], isPooled: true }
    : undefined;
}

/** `using` and `await using` give back by themselves. */
function isDisposed(list: ts.Node): boolean {
  // The bit of `using` is set in `await using` too.
  return (list.flags & ts.NodeFlags.Using) !== 0;
}

interface Uses {
  readonly releases: readonly ts.CallExpression[];
  /** Others hold it too and may release it: it is returned, kept, passed on, or used in a function inside. */
  readonly escapes: boolean;
}

function usesOf(name: ts.Identifier, locals: FileLocals, releaseNames: readonly string[]): Uses {
  const symbol = locals.symbolOf(name);
  const owner = findAncestor(name, isFunctionNode);
  const releases: ts.CallExpression[] = [];
  let escapes = symbol === undefined;
  for (const reference of symbol ? locals.referencesTo(symbol) : []) {
    const released = releasingCall(reference, releaseNames);
    if (released) releases.push(released);
    else if (findAncestor(reference, isFunctionNode) !== owner || !isOwnUse(reference)) escapes = true;
  }
  return { releases, escapes };
}

/** `client.release()`, `fs.closeSync(fd)`. */
function releasingCall(reference: ts.Identifier, names: readonly string[]): ts.CallExpression | undefined {
  const { parent } = reference;
  if (ts.isCallExpression(parent) && parent.expression !== reference)
    return names.includes(lastName(parent.expression)) ? parent : undefined;
  const isMethod =
    ts.isPropertyAccessExpression(parent) && parent.expression === reference && names.includes(parent.name.text);
  const call = isMethod ? parentOf(parent) : undefined;
  return call && ts.isCallExpression(call) ? call : undefined;
}

/** A method called on it, a field read of it, or a number given to the file system. */
function isOwnUse(reference: ts.Identifier): boolean {
  const { parent } = reference;
  if (ts.isPropertyAccessExpression(parent))
    return parent.expression === reference && !ts.isReturnStatement(parent.parent);
  return ts.isCallExpression(parent) && /^fs\.\w+Sync$/.test(calleeText(parent.expression));
}

/** In `finally`, or once after success and once in `catch`. */
function isSafe(release: ts.CallExpression): boolean {
  return (
    findAncestor(
      release,
      (node) => ts.isBlock(node) && ts.isTryStatement(node.parent) && node.parent.finallyBlock === node,
      isFunctionNode,
    ) !== undefined || findAncestor(release, ts.isCatchClause, isFunctionNode) !== undefined
  );
}

/** Something can fail between the two: work is awaited there. */
function waitsBetween(node: ts.VariableDeclaration, releases: readonly ts.CallExpression[]): boolean {
  const owner = findAncestor(node, isFunctionNode);
  const first = Math.min(...releases.map((release) => release.pos));
  return (
    owner !== undefined &&
    containsBelow(
      owner,
      (child) => ts.isAwaitExpression(child) && child.pos > node.end && child.end < first,
      isFunctionNode,
    )
  );
}
