import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import type { FileLocals } from '../locals/file-locals.ts';
import { useOf } from '../locals/references.ts';
import { decidingParts, isEquality, isLogical, shownCode } from '../syntax/conditions.ts';
import { unwrap } from '../syntax/names.ts';
import { isAssignment } from '../syntax/operators.ts';
import { compareValues, isGuard, readTypeTest } from '../values/compare-values.ts';
import type { LocalValues } from '../values/local-values.ts';
import { kinds, nullish, objects, truthOf } from '../values/value-set.ts';

interface Data {
  readonly [key: string]: string;
  readonly code: string;
  readonly outcome: 'true' | 'false' | 'never-nullish' | 'always-nullish';
}

export const rule = defineRule({
  id: 'quality/constant-condition',
  weakness: 'likely-bug',
  precision: 0.8,
  docs: {
    title: { en: 'Condition that is always true or always false', fr: 'Condition toujours vraie ou toujours fausse' },
    why: {
      en: 'The assignments and tests before this place leave only one outcome: one of the two ways is never taken. Either the check is superfluous, or it was meant to ask something else. Remove it, or test what you meant.',
      fr: 'Les affectations et les tests qui précèdent ne laissent qu’une issue : l’une des deux voies n’est jamais prise. Soit la vérification est superflue, soit elle devait porter sur autre chose. Retirez-la, ou testez ce que vous vouliez tester.',
    },
    forLeads: {
      en: 'The program asks a question whose answer is fixed: a case that somebody meant to handle is never handled.',
      fr: 'Le programme pose une question dont la réponse est fixée : un cas que quelqu’un voulait traiter ne l’est jamais.',
    },
    bad: `export function label(order) {
  const lines = [];
  if (lines) return 'empty';
  return order.name;
}`,
    good: `export function label(order) {
  if (order.lines.length === 0) return 'empty';
  return order.name;
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ code, outcome }: Data) =>
      outcome === 'never-nullish'
        ? `\`${code}\` is never \`null\` or \`undefined\` here, so the value behind \`??\` is never used`
        : outcome === 'always-nullish'
          ? `\`${code}\` is always \`null\` or \`undefined\` here`
          : `\`${code}\` is always ${outcome} here`,
    fr: ({ code, outcome }) =>
      outcome === 'never-nullish'
        ? `\`${code}\` ne vaut jamais \`null\` ni \`undefined\` ici : la valeur après \`??\` ne sert jamais`
        : outcome === 'always-nullish'
          ? `\`${code}\` vaut toujours \`null\` ou \`undefined\` ici`
          : `\`${code}\` est toujours ${outcome === 'true' ? 'vrai' : 'faux'} ici`,
  },
  detect: ({ file, locals, values, report }) => {
    const seen = new Set<ts.Node>();
    const check = (condition: ts.Expression): void => {
      // In a test, `if (true) throw` keeps the compiler from calling the rest unreachable.
      if (file.role === 'test' && isLiteral(condition)) return;
      for (const part of decidingParts(condition)) {
        if (seen.has(part)) continue;
        seen.add(part);
        const truth = truthOfPart(part, locals(), values());
        if (truth !== undefined)
          report(part, { code: shownCode(part), outcome: truth ? 'true' : 'false' } satisfies Data);
      }
    };
    return {
      IfStatement(node) {
        check(node.expression);
      },
      ConditionalExpression(node) {
        check(node.condition);
      },
      WhileStatement(node) {
        if (!isLiteral(node.expression)) check(node.expression);
      },
      ForStatement(node) {
        if (node.condition && !isLiteral(node.condition)) check(node.condition);
      },
      BinaryExpression(node) {
        if (isLogical(node)) check(node.left);
        else if (isEquality(node) && isGuard(node)) {
          const outcome = guardOutcome(node, locals(), values());
          if (outcome !== undefined) report(node, { code: shownCode(node), outcome: outcome ? 'true' : 'false' });
        } else if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
          const outcome = nullishOutcome(node.left, locals(), values());
          if (outcome) report(node.left, { code: shownCode(node.left), outcome });
        }
      },
    };
  },
});

function isLiteral(node: ts.Expression): boolean {
  const value = unwrap(node);
  return value.kind === ts.SyntaxKind.TrueKeyword || ts.isNumericLiteral(value);
}

function truthOfPart(part: ts.Expression, locals: FileLocals, values: LocalValues): boolean | undefined {
  if (
    isNamespacePattern(part) ||
    ts.isBinaryExpression(part) ||
    ts.isCallExpression(part) ||
    ts.isConditionalExpression(part)
  )
    return undefined;
  const truth = truthOf(values.valueOf(part));
  return truth === undefined || isSetting(part, locals, values) ? undefined : truth;
}

/** `Shop || (Shop = {})`: what a compiler makes of a namespace or an enum. */
function isNamespacePattern(part: ts.Expression): boolean {
  const { parent } = part;
  if (!ts.isBinaryExpression(parent) || parent.left !== part || !ts.isIdentifier(part)) return false;
  const given = unwrap(parent.right);
  return ts.isBinaryExpression(given) && isAssignment(given) && given.left.getText() === part.text;
}

function guardOutcome(node: ts.BinaryExpression, locals: FileLocals, values: LocalValues): boolean | undefined {
  if (isMisreadTypeof(node)) return undefined;
  const subjects = [node.left, node.right].map((side) => {
    const value = unwrap(side);
    return ts.isTypeOfExpression(value) ? value.expression : value;
  });
  if (subjects.some((subject) => isSetting(subject, locals, values) || isCallee(subject))) return undefined;
  return compareValues(node, values);
}

/** Answers of a function may be fixed only for now. */
function isCallee(node: ts.Expression): boolean {
  return ts.isCallExpression(unwrap(node));
}

/** `typeof x !== undefined`: another rule's finding. */
function isMisreadTypeof(node: ts.BinaryExpression): boolean {
  return [node.left, node.right].some((side) => ts.isTypeOfExpression(unwrap(side))) && !readTypeTest(node);
}

function nullishOutcome(
  left: ts.Expression,
  locals: FileLocals,
  values: LocalValues,
): 'never-nullish' | 'always-nullish' | undefined {
  if (isCallee(left) || isSetting(left, locals, values)) return undefined;
  const value = values.valueOf(left);
  if (value === 0) return undefined;
  if ((value & nullish) === 0) return 'never-nullish';
  return (value & ~nullish) === 0 ? 'always-nullish' : undefined;
}

/** A constant that is given a plain value once, to be changed by editing the code: `const isVerbose = false`. */
function isSetting(node: ts.Expression, locals: FileLocals, values: LocalValues): boolean {
  const name = unwrap(node);
  const symbol = ts.isIdentifier(name) ? locals.symbolOf(name) : undefined;
  const declaration = symbol?.valueDeclaration;
  if (!symbol || !declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  const initial = values.valueOf(declaration.initializer);
  const isPlain = (initial & (objects | kinds.function | nullish)) === 0;
  return isPlain && truthOf(initial) !== undefined && !locals.referencesTo(symbol).some((use) => useOf(use).writes);
}
