import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues } from '../syntax/file-values.ts';
import { isUnknownText } from './unknown-text.ts';
import { lastName, stringValue, unwrap } from '../syntax/names.ts';

export const rule = defineRule({
  id: 'security/wildcard-post-message',
  weakness: 'data-exposure',
  cwe: [201, 346],
  precision: 0.5,
  docs: {
    title: {
      en: 'Message sent to whatever page is there',
      fr: 'Message envoyé à la page présente, quelle qu’elle soit',
    },
    why: {
      en: 'With `*` the message arrives even when the other window has moved on to a foreign site. Name the address that may read it.',
      fr: 'Avec `*`, le message arrive même si l’autre fenêtre est passée à un site étranger. Nommez l’adresse qui peut le lire.',
    },
    forLeads: {
      en: 'What this page sends, customer data included, may be read by a foreign site.',
      fr: 'Ce que cette page envoie, données du client comprises, peut être lu par un site étranger.',
    },
    bad: "export function tell(popup: Window, account: unknown) {\n  popup.postMessage(account, '*');\n}",
    good: "export function tell(popup: Window, account: unknown) {\n  popup.postMessage(account, 'https://shop.example.com');\n}",
  },
  options: z.strictObject({}),
  message: {
    en: () => 'Any page that stands in this window reads the message',
    fr: () => 'Toute page présente dans cette fenêtre lit le message',
  },
  detect: ({ file, report }) => {
    if (!file.text.includes('postMessage')) return {};
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const [data, target] = node.arguments;
        if (lastName(node.expression) !== 'postMessage' || !data || stringValue(target) !== '*') return;
        if (!isConstant(data, values)) report(node, {});
      },
    };
  },
});

/** Whether a message says nothing that is not in the code itself. */
function isConstant(node: ts.Expression, values: ReturnType<typeof fileValues>): boolean {
  const place = values.settled(unwrap(node));
  if (ts.isStringLiteralLike(place)) return true;
  if (!ts.isObjectLiteralExpression(place)) return !isUnknownText(place, values) && ts.isLiteralExpression(place);
  return place.properties.every(
    (property) => ts.isPropertyAssignment(property) && ts.isLiteralExpression(unwrap(property.initializer)),
  );
}
