import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { lastName } from '../syntax/names.ts';

export const rule = defineRule({
  id: 'quality/unused-parameter',
  weakness: 'dead-code',
  profile: 'strict',
  docs: {
    title: { en: 'Parameter that the function never uses', fr: 'Paramètre que la fonction n’utilise jamais' },
    why: {
      en: 'Callers pass a value that nothing reads: a left-over, or a sign that the function ignores what it should heed.',
      fr: 'Les appelants passent une valeur que rien ne lit : un reste, ou le signe que la fonction ignore ce dont elle devrait tenir compte.',
    },
    forLeads: {
      en: 'A function is given information and ignores it: its readers are misled, or a case was forgotten.',
      fr: 'Une fonction reçoit une information et l’ignore : ses lecteurs sont trompés, ou un cas a été oublié.',
    },
    bad: `function fee(weight: number, country: string) {
  return weight * 2;
}
export const sample = fee(3, "FR");`,
    good: `function fee(weight: number, country: string) {
  return country === "FR" ? weight * 2 : weight * 3;
}
export const sample = fee(3, "FR");`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `The parameter \`${name}\` is never used`,
    fr: ({ name }) => `Le paramètre \`${name}\` ne sert jamais`,
  },
  detect: ({ file, locals, report }) => {
    const check = (node: ts.FunctionLikeDeclaration): void => {
      const parameter = node.parameters.at(-1);
      if (!parameter || !ts.isIdentifier(parameter.name) || /^(_|this$)/.test(parameter.name.text)) return;
      if (parameter.modifiers?.length || !isOwnSignature(node) || isStub(node)) return;
      if (file.text.slice(node.pos, node.end).includes('arguments')) return;
      const symbol = locals().symbolOf(parameter.name);
      if (!symbol || locals().referencesTo(symbol).length > 0) return;
      report(parameter.name, { name: parameter.name.text }, { tag: 'unnecessary' });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunction: check };
  },
});

/** Callbacks of an array, and functions that are called by their own name: nothing else fixes their parameters. */
function isOwnSignature(node: ts.FunctionLikeDeclaration): boolean {
  if (ts.isFunctionDeclaration(node)) return !isExported(node) && node.body !== undefined;
  const { parent } = node;
  if (!ts.isCallExpression(parent)) return false;
  return (
    parent.arguments[0] === node &&
    /^(map|filter|forEach|some|every|find|findIndex|flatMap)$/.test(lastName(parent.expression))
  );
}

/** A function that does nothing yet, or only throws, has its parameters for its callers' sake. */
function isStub(node: ts.FunctionLikeDeclaration): boolean {
  if (!node.body || !ts.isBlock(node.body)) return node.body !== undefined && node.parameters.length === 1;
  const [only] = node.body.statements;
  return !only || (node.body.statements.length === 1 && ts.isThrowStatement(only));
}

function isExported(node: ts.FunctionDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
