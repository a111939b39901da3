import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues } from '../syntax/file-values.ts';
import { isLiteral } from '../syntax/option-values.ts';

export const rule = defineRule({
  id: 'security/unbounded-schema-errors',
  weakness: 'regex-denial-of-service',
  cwe: [400, 770],
  docs: {
    title: {
      en: 'Validation that goes on after the first error',
      fr: 'Validation qui continue après la première erreur',
    },
    why: {
      en: 'With `allErrors` ajv collects an error for every item of a huge list before it answers. Stop at the first error, and bound sizes in the schema.',
      fr: 'Avec `allErrors`, ajv rassemble une erreur par élément d’une énorme liste avant de répondre. Arrêtez-vous à la première erreur et bornez les tailles dans le schéma.',
    },
    forLeads: {
      en: 'One large request can occupy the server and its memory until it stops answering others.',
      fr: 'Une seule grosse requête peut occuper le serveur et sa mémoire jusqu’à ne plus servir personne.',
    },
    bad: "import Ajv from 'ajv';\nexport const ajv = new Ajv({ allErrors: true });",
    good: "import Ajv from 'ajv';\nexport const ajv = new Ajv();",
  },
  options: z.strictObject({}),
  message: {
    en: () => '`allErrors` lets one request fill the memory with errors',
    fr: () => '`allErrors` laisse une requête remplir la mémoire d’erreurs',
  },
  detect: ({ file, report }) => {
    if (!/\bajv\b/i.test(file.text) || !file.text.includes('allErrors')) return {};
    const values = fileValues(file.sourceFile);
    return {
      NewExpression(node) {
        const [options] = node.arguments ?? [];
        if (!/^Ajv/.test(node.expression.getText()) || !isLiteral(values.options(options).read('allErrors'), true))
          return;
        report(node, {});
      },
    };
  },
});
