import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { allowsFailure, commentsAround, commentsInBlock, isExplanation } from '../syntax/comments.ts';
import { nameParts } from '../syntax/names.ts';
import { callsIn, isBestEffortCall } from './best-effort.ts';
import { awaitsRealWork, guardedCall, hasFallback, ignoredCatch, type Outcome } from './ignored-catch.ts';
import { ignoredRejection } from './ignored-rejection.ts';

interface Data {
  readonly [key: string]: string;
  readonly outcome: Outcome | 'rejection-dropped';
  readonly call: string;
  readonly value: string;
}

export const rule = defineRule({
  id: 'quality/swallowed-error',
  weakness: 'swallowed-error',
  precision: 0.65,
  cwe: [390, 391, 1069],
  docs: {
    title: { en: 'Error swallowed', fr: 'Erreur passée sous silence' },
    why: {
      en: 'The error is caught and forgotten: the program goes on as if the work were done, and nothing says what failed or why. Handle it, pass it on, or log it with its cause. Where it really does not matter, a comment in the block says why and this rule stays silent.',
      fr: 'L’erreur est interceptée puis oubliée : le programme continue comme si le travail était fait, et rien ne dit ce qui a échoué ni pourquoi. Traitez-la, transmettez-la, ou journalisez-la avec sa cause. Si elle est vraiment sans importance, un commentaire dans le bloc l’explique et cette règle se tait.',
    },
    forLeads: {
      en: 'When this fails, nobody is told: customers notice first, and finding the cause takes much longer.',
      fr: 'Quand cela échoue, personne n’est averti : les clients s’en aperçoivent les premiers, et trouver la cause prend bien plus de temps.',
    },
    bad: `export async function confirmOrder(order) {
  try {
    await payments.capture(order.paymentId);
  } catch {}
  await mail.sendConfirmation(order);
}`,
    good: `export async function confirmOrder(order) {
  try {
    await payments.capture(order.paymentId);
  } catch (error) {
    throw new Error(\`Payment of order \${order.id} was not captured.\`, { cause: error });
  }
  await mail.sendConfirmation(order);
}`,
  },
  options: z.strictObject({
    intendedNames: z
      .array(z.string())
      .default(['ignore', 'ignored', '_ignore', '_ignored', 'expected', 'unused', '_unused'])
      .describe('Names of a caught error that say it is ignored on purpose.'),
  }),
  message: {
    en: ({ outcome, call, value }: Data) => {
      const of = call === '' ? '' : ` of \`${call}\``;
      if (outcome === 'replaced') return `This \`catch\` turns every error${of} into \`${value}\``;
      if (outcome === 'skipped') return `This \`catch\` skips over every error${of}`;
      if (outcome === 'logged-without-cause') return `This \`catch\` logs that something failed, not the error${of}`;
      return outcome === 'dropped' ? `This \`catch\` drops every error${of}` : `Every rejection${of} is dropped`;
    },
    fr: ({ outcome, call, value }) => {
      const of = call === '' ? '' : ` de \`${call}\``;
      if (outcome === 'replaced') return `Ce \`catch\` change toute erreur${of} en \`${value}\``;
      if (outcome === 'skipped') return `Ce \`catch\` saute toute erreur${of}`;
      if (outcome === 'logged-without-cause') {
        return `Ce \`catch\` journalise un échec sans l’erreur${of} qui l’explique`;
      }
      return outcome === 'dropped' ? `Ce \`catch\` oublie toute erreur${of}` : `Tout rejet${of} est oublié`;
    },
  },
  detect: ({ file, options, report }) => ({
    CatchClause(node) {
      const ignored = ignoredCatch(node);
      if (!ignored || isIntended(node, file.text, options.intendedNames)) return;
      if (isBestEffort(node.parent, ignored.outcome) || (file.role === 'test' && !hidesCheck(node.parent))) return;
      report(node, { ...ignored, call: guardedCall(node.parent.tryBlock) ?? '' } satisfies Data);
    },
    CallExpression(node) {
      const ignored = file.role === 'test' ? undefined : ignoredRejection(node, file.text);
      if (ignored) report(ignored.handler, { outcome: 'rejection-dropped', call: ignored.call, value: '' });
    },
  }),
});

function isIntended(node: ts.CatchClause, text: string, intendedNames: readonly string[]): boolean {
  const name = node.variableDeclaration?.name;
  if (name && ts.isIdentifier(name) && intendedNames.includes(name.text)) return true;
  if (commentsInBlock(node.block, text).some(isExplanation)) return true;
  return commentsAround(node.parent, text).some(allowsFailure);
}

/**
 * Where an ignored error is ordinary: tidying up, trying whether something works, and reading with a fallback that
 * does not wait for anything.
 */
function isBestEffort(node: ts.TryStatement, outcome: Outcome): boolean {
  const calls = callsIn(node.tryBlock);
  if (calls.every(isBestEffortCall)) return true;
  if (calls.length === 0 || isOnTheWayToThrow(node)) return true;
  return (outcome !== 'dropped' || hasFallback(node)) && !awaitsRealWork(node.tryBlock);
}

/** A second failure while a first one is being dealt with: the first is the one to tell. */
function isOnTheWayToThrow(node: ts.TryStatement): boolean {
  const block = node.parent;
  return ts.isBlock(block) && ts.isCatchClause(block.parent) && block.statements.some(ts.isThrowStatement);
}

/** In a test an ignored error is mostly the situation being tested, unless it is the failure of a check. */
function hidesCheck(node: ts.TryStatement): boolean {
  return callsIn(node.tryBlock).some((call) => /^(expect|assert)$/.test(nameParts(call.expression)[0] ?? ''));
}
