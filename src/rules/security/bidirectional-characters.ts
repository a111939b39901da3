import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';

type Data = { readonly code: string };

export const rule = defineRule({
  id: 'security/bidirectional-characters',
  weakness: 'code-execution',
  cwe: [1007, 94],
  docs: {
    title: {
      en: 'Characters that reorder the source for its reader',
      fr: 'Caractères qui réordonnent le code pour le lecteur',
    },
    why: {
      en: 'Control characters of writing direction make an editor show code in another order than it runs in, so that a reviewer sees a comment where there is code. Remove them, or write them as escapes.',
      fr: 'Les caractères de contrôle du sens d’écriture font afficher le code dans un autre ordre que celui d’exécution : le relecteur voit un commentaire là où il y a du code. Retirez-les ou écrivez-les en séquences d’échappement.',
    },
    forLeads: {
      en: 'A contributor can hide harmful code from everyone who reviews it.',
      fr: 'Un contributeur peut cacher du code nuisible à tous ceux qui le relisent.',
    },
    bad: "export const role = 'user‮ ⁦// checked⁩ ⁦';",
    good: "export const role = 'user';",
  },
  options: z.strictObject({}),
  message: {
    en: ({ code }: Data) => `${code} makes readers see this in another order than it runs`,
    fr: ({ code }: Data) => `${code} fait lire ceci dans un autre ordre que celui d’exécution`,
  },
  detect: ({ file, report }) => ({
    SourceFile(node) {
      const match = /[\u202a-\u202e\u2066-\u2069]/.exec(file.text);
      if (!match) return;
      const code = `U+${match[0].charCodeAt(0).toString(16).toUpperCase()}`;
      report(innermost(node, match.index), { code });
    },
  }),
});

function innermost(node: ts.Node, position: number): ts.Node {
  const child = ts.forEachChild(node, (part) => (part.pos <= position && position < part.end ? part : undefined));
  return child && child.kind !== ts.SyntaxKind.EndOfFileToken ? innermost(child, position) : node;
}
