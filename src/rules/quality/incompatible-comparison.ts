import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isEquality, isRelational, shownCode } from '../syntax/conditions.ts';
import { unwrap } from '../syntax/names.ts';
import { compareValues, isGuard, isWord, readTypeTest } from '../values/compare-values.ts';
import type { LocalValues } from '../values/local-values.ts';
import { describeValue, kinds, numbers, texts, typesIn, type ValueSet } from '../values/value-set.ts';

interface Data {
  readonly [key: string]: string | boolean;
  readonly code: string;
  readonly left: string;
  readonly right: string;
  readonly leftFr: string;
  readonly rightFr: string;
  readonly outcome: boolean;
}

export const rule = defineRule({
  id: 'quality/incompatible-comparison',
  weakness: 'likely-bug',
  docs: {
    title: {
      en: 'Comparison of values that can never match',
      fr: 'Comparaison de valeurs qui ne peuvent pas coïncider',
    },
    why: {
      en: 'The two sides have different types, so the comparison always ends the same way, whatever happens at run time. Compare values of the same type: convert one side, or compare with what it really holds.',
      fr: 'Les deux côtés sont de types différents : la comparaison a toujours la même issue, quoi qu’il arrive à l’exécution. Comparez des valeurs de même type : convertissez l’un des côtés, ou comparez à ce qu’il contient vraiment.',
    },
    forLeads: {
      en: 'A check compares things that can never be equal, so it protects nothing.',
      fr: 'Une vérification compare des choses qui ne peuvent jamais être égales : elle ne protège de rien.',
    },
    bad: `export function isReady(element) {
  return typeof element.state !== undefined;
}`,
    good: `export function isReady(element) {
  return typeof element.state !== 'undefined';
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ code, left, right, outcome }: Data) =>
      `\`${code}\` compares ${left} with ${right} and is always ${String(outcome)}`,
    fr: ({ code, leftFr, rightFr, outcome }) =>
      `\`${code}\` compare ${leftFr} à ${rightFr} et est toujours ${outcome ? 'vrai' : 'faux'}`,
  },
  detect: ({ values, report }) => {
    const reportPair = (at: ts.Expression, left: ValueSet, right: ValueSet, outcome: boolean): void => {
      report(at, {
        code: shownCode(at),
        left: describeValue(left, 'en'),
        right: describeValue(right, 'en'),
        leftFr: describeValue(left, 'fr'),
        rightFr: describeValue(right, 'fr'),
        outcome,
      });
    };
    return {
      BinaryExpression(node) {
        const outcome = outcomeOf(node, values());
        if (outcome === undefined) return;
        reportPair(node, values().valueOf(node.left), values().valueOf(node.right), outcome);
      },
      SwitchStatement(node) {
        const subject = values().valueOf(node.expression);
        for (const clause of node.caseBlock.clauses) {
          if (!ts.isCaseClause(clause)) continue;
          const value = values().valueOf(clause.expression);
          const isApart = subject !== 0 && value !== 0 && (typesIn(subject) & typesIn(value)) === 0;
          if (isApart) reportPair(clause.expression, subject, value, false);
        }
      },
    };
  },
});

function outcomeOf(node: ts.BinaryExpression, values: LocalValues): boolean | undefined {
  if (isRelational(node)) return isUnordered(node, values) ? false : undefined;
  if (!isEquality(node) || (isGuard(node) && !isMisreadTypeof(node))) return undefined;
  const [left, right] = [values.valueOf(node.left), values.valueOf(node.right)];
  const outcome = compareValues(node, values);
  const isSameType = (typesIn(left) & typesIn(right)) !== 0;
  return isSameType ? undefined : outcome;
}

/** `typeof x === undefined`, where the name should have been a text. */
function isMisreadTypeof(node: ts.BinaryExpression): boolean {
  const isTypeof = [node.left, node.right].some((side) => ts.isTypeOfExpression(unwrap(side)));
  return isTypeof && !readTypeTest(node);
}

const unordered: ValueSet = kinds.undefined | kinds.plainObject | kinds.function | kinds.symbol;

/** Comparisons that become a comparison with NaN, hence are always false. */
function isUnordered(node: ts.BinaryExpression, values: LocalValues): boolean {
  const [left, right] = [values.valueOf(node.left), values.valueOf(node.right)];
  if (left === 0 || right === 0) return false;
  const isOdd = (value: ValueSet): boolean => (value & ~unordered) === 0;
  const isPlain = (value: ValueSet): boolean => (value & ~(numbers | texts)) === 0;
  if ((isOdd(left) && isPlain(right)) || (isOdd(right) && isPlain(left))) return true;
  const isNumber = (value: ValueSet): boolean => (value & ~numbers) === 0;
  return (isWord(node.left) && isNumber(right)) || (isWord(node.right) && isNumber(left));
}
