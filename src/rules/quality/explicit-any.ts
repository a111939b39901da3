import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isExportedFunction } from '../syntax/exported.ts';
import { functionName, isFunctionNode } from '../syntax/functions.ts';
import { boundNames } from '../syntax/names.ts';

interface Data {
  readonly [key: string]: string;
  readonly place: 'parameter' | 'result' | 'caught';
  readonly name: string;
}

export const rule = defineRule({
  id: 'quality/explicit-any',
  weakness: 'any-hole',
  profile: 'strict',
  docs: {
    title: { en: '`any` at a boundary', fr: '`any` à une frontière' },
    why: {
      en: '`any` switches the compiler off for everything that touches the value, in every file that calls this function. Name the type, make it generic, or take `unknown` and check what it is.',
      fr: '`any` éteint le compilateur pour tout ce qui touche la valeur, dans chaque fichier qui appelle cette fonction. Nommez le type, rendez-le générique, ou prenez `unknown` et vérifiez ce que c’est.',
    },
    forLeads: {
      en: 'The automatic checks are blind here: mistakes that they would stop reach customers.',
      fr: 'Les vérifications automatiques sont aveugles ici : des erreurs qu’elles arrêteraient atteignent les clients.',
    },
    bad: 'export function total(lines: any): number {\n  return lines.length;\n}',
    good: 'export function total(lines: readonly string[]): number {\n  return lines.length;\n}',
  },
  options: z.strictObject({}),
  message: {
    en: ({ place, name }: Data) =>
      place === 'caught'
        ? 'The caught error is `any`: nothing checks what is read of it'
        : place === 'result'
          ? `\`${name}\` gives its callers \`any\``
          : `The parameter \`${name}\` takes \`any\``,
    fr: ({ place, name }) =>
      place === 'caught'
        ? 'L’erreur interceptée est `any` : rien ne vérifie ce qui en est lu'
        : place === 'result'
          ? `\`${name}\` donne \`any\` à ceux qui l’appellent`
          : `Le paramètre \`${name}\` accepte \`any\``,
  },
  detect: ({ file, report }) => {
    if (file.role === 'test') return {};
    return {
      AnyKeyword(node) {
        const place = boundaryOf(node);
        if (place) report(node, place);
      },
    };
  },
});

/** Types that only hand on what they hold. */
function isWrapper(node: ts.Node): boolean {
  return (
    ts.isArrayTypeNode(node) ||
    ts.isUnionTypeNode(node) ||
    ts.isParenthesizedTypeNode(node) ||
    ts.isTypeOperatorNode(node) ||
    (ts.isTypeReferenceNode(node) &&
      /^(Promise|Array|ReadonlyArray|Record|Map|Set|Partial)$/.test(node.typeName.getText()))
  );
}

function boundaryOf(node: ts.Node): Data | undefined {
  let type = node;
  while (isWrapper(type.parent)) type = type.parent;
  const { parent } = type;
  if (ts.isParameter(parent)) {
    const owner = parent.parent;
    // `...args: any[]` is how a wrapper says that it passes everything on.
    if (parent.dotDotDotToken || !isFunctionNode(owner) || !isExportedFunction(owner)) return undefined;
    return { place: 'parameter', name: boundNames(parent.name).join(', ') };
  }
  if (isFunctionNode(parent) && parent.type === type)
    return isExportedFunction(parent) ? { place: 'result', name: functionName(parent) } : undefined;
  return ts.isVariableDeclaration(parent) && ts.isCatchClause(parent.parent)
    ? { place: 'caught', name: '' }
    : undefined;
}
