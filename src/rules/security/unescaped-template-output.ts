import { z } from 'zod';
import { createLineIndex } from '../../base/text-range.ts';
import { isTemplate, pathOf, rawOutputsIn } from '../../workspace/markup/raw-outputs.ts';
import { defineRule } from '../define-rule.ts';

interface Data {
  readonly [key: string]: string;
  readonly value: string;
}

/** Names under which HTML made elsewhere on purpose is handed to a template. */
const madeAsHtml =
  /html|body|content|yield|markup|markdown|svg|icon|safe|saniti|escape|purif|css|style|script|json|data|config|state|partial|include|block|layout|render|widget|slot|children|translat|i18n|locale|csrf|head|foot|meta|nonce|assets|flash/i;

export const rule = defineRule({
  id: 'security/unescaped-template-output',
  weakness: 'reflected-xss',
  cwe: [79, 116],
  precision: 0.5,
  needs: 'workspace',
  docs: {
    title: { en: 'Template that writes a value unescaped', fr: 'Gabarit qui écrit une valeur sans échappement' },
    why: {
      en: 'This form of output skips the escaping of the template engine, so that markup in the value becomes part of the page. Use the form that escapes; where the value is HTML on purpose, clean it with a maintained sanitizer and say so in its name.',
      fr: 'Cette forme de sortie saute l’échappement du moteur de gabarits, si bien que le balisage de la valeur devient partie de la page. Prenez la forme qui échappe\u202f; si la valeur est du HTML exprès, nettoyez-la avec un outil maintenu et dites-le dans son nom.',
    },
    forLeads: {
      en: 'If a customer can choose this text, it can run as a program in the browsers of others.',
      fr: 'Si un client peut choisir ce texte, il peut s’exécuter comme programme dans le navigateur d’autres.',
    },
    bad: '<h1>Hello <%- user.name %></h1>',
    good: '<h1>Hello <%= user.name %></h1>',
    exampleFile: 'views/hello.ejs',
  },
  options: z.strictObject({
    ignoreNames: z.array(z.string()).default([]).describe('Values that are HTML on purpose, as written.'),
  }),
  message: {
    en: ({ value }: Data) => `\`${value}\` is written into the page unescaped`,
    fr: ({ value }: Data) => `\`${value}\` est écrit dans la page sans échappement`,
  },
  detect: ({ workspace, options, report }) => {
    for (const [file, text] of workspace.supportingTexts()) {
      if (!isTemplate(file)) continue;
      let index: ReturnType<typeof createLineIndex> | undefined;
      for (const { expression, start, end } of rawOutputsIn(file, text)) {
        const path = pathOf(expression, text);
        if (!path || madeAsHtml.test(expression) || options.ignoreNames.includes(expression)) continue;
        index ??= createLineIndex(text);
        const range = { start: index.positionAt(start), end: index.positionAt(end) };
        report({ file, range }, { value: expression.slice(0, 60) });
      }
    }
  },
});
