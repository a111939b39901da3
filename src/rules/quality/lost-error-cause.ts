import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { mentionsAny } from '../syntax/mentions.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { findAncestor } from '../syntax/walk.ts';
import { callsIn, isBestEffortCall } from './best-effort.ts';

export const rule = defineRule({
  id: 'quality/lost-error-cause',
  weakness: 'swallowed-error',
  precision: 0.85,
  docs: {
    title: { en: 'New error without the one that caused it', fr: 'Nouvelle erreur sans celle qui l’a causée' },
    why: {
      en: 'The caught error says what failed and where; the new one thrown in its place says neither. Pass it on: `new Error(message, { cause: error })`.',
      fr: 'L’erreur interceptée dit ce qui a échoué et où ; la nouvelle, levée à sa place, n’en dit rien. Transmettez-la : `new Error(message, { cause: error })`.',
    },
    forLeads: {
      en: 'When this fails, the report hides the real reason, and finding it takes far longer.',
      fr: 'Quand cela échoue, le rapport cache la vraie raison, et la trouver prend bien plus de temps.',
    },
    bad: `export async function load(read) {
  try {
    return await read();
  } catch (error) {
    throw new Error('could not load');
  }
}`,
    good: `export async function load(read) {
  try {
    return await read();
  } catch (error) {
    throw new Error('could not load', { cause: error });
  }
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) =>
      name === ''
        ? 'This `throw` drops the error that was caught'
        : `This \`throw\` drops \`${name}\`, the error behind it`,
    fr: ({ name }) =>
      name === ''
        ? 'Ce `throw` fait perdre l’erreur interceptée'
        : `Ce \`throw\` fait perdre \`${name}\`, l’erreur d’origine`,
  },
  detect: ({ file, report }) => ({
    ThrowStatement(node) {
      if (file.role === 'test' || !ts.isNewExpression(unwrap(node.expression))) return;
      const clause = findAncestor(node, ts.isCatchClause, isFunctionNode) as ts.CatchClause | undefined;
      if (!clause || isExpectedFailure(clause, node) || isOwnClass(node)) return;
      const name = clause.variableDeclaration?.name;
      if (name && (!ts.isIdentifier(name) || isMentioned(name.text, clause.block))) return;
      report(node, { name: name?.getText() ?? '' });
    },
  }),
});

/** The error is logged, tested or passed on somewhere in the block. */
function isMentioned(name: string, block: ts.Block): boolean {
  return mentionsAny(block, new Set([name]));
}

/** Asking whether a text parses, or whether a file is there: the failure is the answer, and its text says nothing more. */
function isExpectedFailure(clause: ts.CatchClause, node: ts.ThrowStatement): boolean {
  const calls = callsIn(clause.parent.tryBlock);
  if (calls.length === 0 || calls.every(isBestEffortCall)) return true;
  return (
    calls.length === 1 &&
    /parse|URL|decode|require|resolve|access|stat/i.test(calls[0]?.expression.getText() ?? '') &&
    node.parent === clause.block
  );
}

/** Errors that answer a client on purpose hide the cause: `new HttpError(400)`, `new NotFoundException()`. */
function isOwnClass(node: ts.ThrowStatement): boolean {
  const made = unwrap(node.expression);
  return ts.isNewExpression(made) && !/^(Error|TypeError|RangeError|AggregateError)$/.test(lastName(made.expression));
}
