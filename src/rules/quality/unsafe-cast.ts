import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { shownCode } from '../syntax/conditions.ts';
import { nameParts } from '../syntax/names.ts';

interface Data {
  readonly [key: string]: string;
  readonly problem: 'double' | 'any' | 'outside';
  readonly type: string;
  readonly source: string;
}

export const rule = defineRule({
  id: 'quality/unsafe-cast',
  weakness: 'any-hole',
  profile: 'strict',
  docs: {
    title: { en: 'Cast that nothing checks', fr: 'Conversion de type que rien ne vérifie' },
    why: {
      en: 'A cast by way of `unknown` or `any` claims a type that the compiler would refuse, and a cast of data from outside claims what nobody looked at. Both fail later, where the value is used. Check the value (a schema, a type guard), or mend the types so that no cast is needed.',
      fr: 'Une conversion par `unknown` ou `any` affirme un type que le compilateur refuserait, et celle de données externes affirme ce que personne n’a regardé. Les deux échouent plus tard, là où la valeur sert. Vérifiez la valeur (un schéma, une garde de type), ou corrigez les types pour vous en passer.',
    },
    forLeads: {
      en: 'The program trusts data that nothing verified: wrong data travels far before something breaks.',
      fr: 'Le programme se fie à des données que rien n’a vérifiées : une donnée fausse va loin avant que quelque chose casse.',
    },
    bad: 'export const order = (text: string) => JSON.parse(text) as { total: number };',
    good: 'export const order = (text: string): unknown => JSON.parse(text);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ problem, type, source }: Data) =>
      problem === 'double'
        ? `This goes through \`${source}\` to become \`${type}\`, which the compiler would refuse`
        : problem === 'any'
          ? `\`as any\` switches the checks off for \`${source}\``
          : `\`${source}\` comes from outside and is taken for \`${type}\` unchecked`,
    fr: ({ problem, type, source }) =>
      problem === 'double'
        ? `Ceci passe par \`${source}\` pour devenir \`${type}\`, ce que le compilateur refuserait`
        : problem === 'any'
          ? `\`as any\` éteint les vérifications pour \`${source}\``
          : `\`${source}\` vient de l’extérieur et est pris pour \`${type}\` sans vérification`,
  },
  detect: ({ file, report }) => {
    if (file.role === 'test') return {};
    const check = (node: ts.AssertionExpression): void => {
      const problem = problemOf(node);
      if (problem) report(node.type, problem);
    };
    return { AsExpression: check, TypeAssertionExpression: check };
  },
});

function problemOf(node: ts.AssertionExpression): Data | undefined {
  if (ts.isConstTypeReference(node.type) || isOpen(node.type)) return anyCast(node);
  const inner = withoutParentheses(node.expression);
  const type = shownCode(node.type);
  if (ts.isAssertionExpression(inner) && isOpen(inner.type))
    return { problem: 'double', type, source: inner.type.getText() };
  const source = outsideSource(inner);
  return source === undefined ? undefined : { problem: 'outside', type, source };
}

/** `value as any` that is not the first half of a double cast. */
function anyCast(node: ts.AssertionExpression): Data | undefined {
  if (node.type.kind !== ts.SyntaxKind.AnyKeyword) return undefined;
  let outer: ts.Node = node.parent;
  while (ts.isParenthesizedExpression(outer)) outer = outer.parent;
  return ts.isAssertionExpression(outer)
    ? undefined
    : { problem: 'any', type: 'any', source: shownCode(node.expression) };
}

function isOpen(type: ts.TypeNode): boolean {
  return type.kind === ts.SyntaxKind.AnyKeyword || type.kind === ts.SyntaxKind.UnknownKeyword;
}

function withoutParentheses(node: ts.Expression): ts.Expression {
  let current = node;
  while (ts.isParenthesizedExpression(current)) current = current.expression;
  return current;
}

/** What a parser, a response or a request gives: any shape at all. */
function outsideSource(node: ts.Expression): string | undefined {
  const value = ts.isAwaitExpression(node) ? withoutParentheses(node.expression) : node;
  if (ts.isCallExpression(value)) {
    const name = nameParts(value.expression).join('.');
    const isParsed = name === 'JSON.parse' || (/\.json$/.test(name) && value.arguments.length === 0);
    return isParsed ? name : undefined;
  }
  if (!ts.isPropertyAccessExpression(value)) return undefined;
  const name = nameParts(value).join('.');
  return /(^|\.)(req|request)\.(body|query|params)$/.test(name) ? name : undefined;
}
