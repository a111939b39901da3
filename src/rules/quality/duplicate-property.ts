import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isSameCode } from '../syntax/same-code.ts';

export const rule = defineRule({
  id: 'quality/duplicate-property',
  weakness: 'likely-bug',
  precision: 0.97,
  docs: {
    title: { en: 'Name given twice', fr: 'Nom donné deux fois' },
    why: {
      en: 'The second property, member or parameter of the same name replaces the first one without a word: mostly a copy whose name was not changed.',
      fr: 'La seconde propriété, le second membre ou paramètre du même nom remplace le premier sans un mot : le plus souvent une copie dont le nom n’a pas été modifié.',
    },
    forLeads: {
      en: 'One of two settings written in the code is silently ignored.',
      fr: 'L’un des deux réglages écrits dans le code est ignoré en silence.',
    },
    bad: 'export const prices = { small: 1, large: 2, small: 3 };',
    good: 'export const prices = { small: 1, large: 2, medium: 3 };',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `\`${name}\` is given again below, which replaces this one`,
    fr: ({ name }) => `\`${name}\` est redonné plus bas, ce qui remplace celui-ci`,
  },
  detect: ({ report }) => {
    const checkParameters = (node: ts.SignatureDeclaration): void => {
      const names = node.parameters.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [{ node: name, key: name.text }] : [],
      );
      for (const { node: at, key } of replaced(names)) report(at, { name: key });
    };
    const checkClass = (node: ts.ClassLikeDeclaration): void => {
      const members = node.members.filter((member) => !isOverload(member)).map(memberKey);
      for (const { node: at, key } of replaced(members.filter((entry) => entry !== undefined))) {
        report(at, { name: key.replace(/^static |^[gs]et /, '') });
      }
    };
    return {
      ObjectLiteralExpression(node) {
        if (isAssignmentTarget(node)) return;
        for (const { node: at, key } of replaced(ownKeys(node))) report(at, { name: key.replace(/^[gs]et /, '') });
      },
      ClassDeclaration: checkClass,
      ClassExpression: checkClass,
      FunctionDeclaration: checkParameters,
      FunctionExpression: checkParameters,
    };
  },
});

interface Entry {
  readonly node: ts.Node;
  readonly key: string;
}

/** Entries of which a later one has the same key. */
function replaced(entries: readonly Entry[]): readonly Entry[] {
  const last = new Map(entries.map((entry) => [entry.key, entry]));
  const isRepeat = (entry: Entry): boolean => entry.key !== '_' && last.get(entry.key) !== entry;
  const seen = new Set<string>();
  return entries.filter((entry) => {
    if (!isRepeat(entry)) return false;
    const isFirst = !seen.has(entry.key);
    seen.add(entry.key);
    return isFirst || !isSameCode(entry.node.parent, last.get(entry.key)?.node.parent ?? entry.node);
  });
}

function ownKeys(node: ts.ObjectLiteralExpression): readonly Entry[] {
  return node.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return [];
    const key = nameOf(property.name);
    if (key === undefined || key === '__proto__') return [];
    const prefix = ts.isGetAccessor(property) ? 'get ' : ts.isSetAccessor(property) ? 'set ' : '';
    return [{ node: property.name, key: prefix + key }];
  });
}

function memberKey(member: ts.ClassElement): Entry | undefined {
  const key = member.name && nameOf(member.name);
  if (!member.name || key === undefined) return undefined;
  const isStatic =
    ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  const prefix = ts.isGetAccessor(member) ? 'get ' : ts.isSetAccessor(member) ? 'set ' : '';
  return { node: member.name, key: (isStatic ? 'static ' : '') + prefix + key };
}

function nameOf(name: ts.PropertyName): string | undefined {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  return ts.isPrivateIdentifier(name) ? name.text : undefined;
}

function isOverload(member: ts.ClassElement): boolean {
  return (ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member)) && member.body === undefined;
}

function isAssignmentTarget(node: ts.ObjectLiteralExpression): boolean {
  return ts.isBinaryExpression(node.parent) && node.parent.left === node;
}
