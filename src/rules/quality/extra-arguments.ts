import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { calleeText } from '../syntax/names.ts';
import { isPlainScript } from '../syntax/plain-script.ts';
import type { LocalValues } from '../values/local-values.ts';

export const rule = defineRule({
  id: 'quality/extra-arguments',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'Argument that the function does not take', fr: 'Argument que la fonction ne prend pas' },
    why: {
      en: 'The function has no parameter for this argument and never looks at `arguments`: the value is ignored. Mostly a parameter was removed, or another function was meant.',
      fr: 'La fonction n’a pas de paramètre pour cet argument et ne consulte jamais `arguments` : la valeur est ignorée. Le plus souvent, un paramètre a été retiré, ou une autre fonction était visée.',
    },
    forLeads: {
      en: 'The caller asks for something specific, and the program ignores it.',
      fr: 'L’appelant demande quelque chose de précis, et le programme l’ignore.',
    },
    bad: `function fee(weight) {
  return weight * 2;
}
export const total = fee(3, 'air');`,
    good: `function fee(weight, kind) {
  return kind === 'air' ? weight * 4 : weight * 2;
}
export const total = fee(3, 'air');`,
    exampleFile: 'example.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, count }: { name: string; count: number }) =>
      `\`${name}\` takes ${count === 0 ? 'no argument' : count === 1 ? 'one argument' : `${count} arguments`}; this one is ignored`,
    fr: ({ name, count }) =>
      `\`${name}\` prend ${count === 0 ? 'zéro argument' : count === 1 ? 'un seul argument' : `${count} arguments`} ; celui-ci est ignoré`,
  },
  detect: ({ file, values, report }) => {
    const check = (node: ts.CallExpression | ts.NewExpression): void => {
      const extra = node.arguments && extraArgument(node, node.arguments, values());
      if (extra) report(extra.argument, { name: calleeText(node.expression), count: extra.count });
    };
    return isPlainScript(file.path) ? { CallExpression: check, NewExpression: check } : {};
  },
});

interface Extra {
  readonly argument: ts.Expression;
  readonly count: number;
}

function extraArgument(
  node: ts.CallExpression | ts.NewExpression,
  given: readonly ts.Expression[],
  values: LocalValues,
): Extra | undefined {
  const fixed = knownArity(node, given.length);
  if (fixed !== undefined) return pick(given, fixed);
  const { expression: callee } = node;
  const isApplied = ts.isPropertyAccessExpression(callee) && callee.name.text === 'call';
  const called = values.functionOf(isApplied ? callee.expression : callee);
  if (!called || !takesFixedArguments(called)) return undefined;
  const count = called.parameters.length;
  const extra = pick(isApplied ? given.slice(1) : given, count);
  return extra && { ...extra, count };
}

function pick(given: readonly ts.Expression[], count: number): Extra | undefined {
  const argument = given[count];
  if (given.some(ts.isSpreadElement) || !argument) return undefined;
  return { argument, count };
}

/** Functions of the language that are often given one argument too many. */
function knownArity(node: ts.CallExpression | ts.NewExpression, given: number): number | undefined {
  if (!ts.isIdentifier(node.expression) || given < 2) return undefined;
  const { text } = node.expression;
  return /^(parseFloat|isNaN|isFinite|encodeURIComponent|decodeURIComponent)$/.test(text) ? 1 : undefined;
}

function takesFixedArguments(node: ts.FunctionLikeDeclaration): boolean {
  if (!node.body || node.parameters.some((parameter) => parameter.dotDotDotToken)) return false;
  if (node.getSourceFile().text.slice(node.pos, node.end).includes('arguments')) return false;
  return !isStub(node.body);
}

/** A stand-in that does nothing, or only throws, is given what the real one takes. */
function isStub(body: ts.ConciseBody): boolean {
  if (!ts.isBlock(body)) return ts.isIdentifier(body) || ts.isLiteralExpression(body);
  const [only] = body.statements;
  return !only || (body.statements.length === 1 && ts.isThrowStatement(only));
}
