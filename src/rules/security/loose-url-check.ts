import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues } from '../syntax/file-values.ts';
import { isHostText } from '../syntax/host-names.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { standsInTest } from '../syntax/test-calls.ts';
import { parentOf } from '../syntax/walk.ts';

type Data = { readonly host: string; readonly method: string };

export const rule = defineRule({
  id: 'security/loose-url-check',
  weakness: 'input-validation',
  cwe: [20, 183],
  docs: {
    title: { en: 'Address checked by a part of its text', fr: 'Adresse contrôlée par un morceau de son texte' },
    why: {
      en: '`https://evil.example/?shop.com`, `https://shop.com.evil.example` and `https://evilshop.com` contain, begin and end with the allowed text. Parse the address with `new URL()` and compare its `host`.',
      fr: '`https://evil.example/?shop.com`, `https://shop.com.evil.example` et `https://evilshop.com` contiennent le texte permis, commencent ou finissent par lui. Analysez l’adresse avec `new URL()` et comparez son `host`.',
    },
    forLeads: {
      en: 'A check meant to let only your own sites through can be passed from any site, for phishing or theft of data.',
      fr: 'Un contrôle censé ne laisser passer que vos sites peut être franchi depuis n’importe lequel, pour du hameçonnage ou du vol de données.',
    },
    bad: "export const isOurs = (origin: string) => origin.endsWith('shop.com');",
    good: "export const isOurs = (origin: string) => new URL(origin).host === 'shop.com';",
  },
  options: z.strictObject({}),
  message: {
    en: ({ host, method }: Data) => `\`${method}\` accepts other hosts than \`${host}\``,
    fr: ({ host, method }: Data) => `\`${method}\` accepte d’autres hôtes que \`${host}\``,
  },
  detect: ({ file, report }) => {
    if (!/\.(includes|indexOf|startsWith|endsWith)\(/.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const callee = unwrap(node.expression);
        if (!ts.isPropertyAccessExpression(callee) || node.arguments.length !== 1) return;
        const method = callee.name.text;
        if (!/^(includes|indexOf|startsWith|endsWith)$/.test(method) || !isAddress(callee.expression)) return;
        const host = values.text(node.arguments[0]);
        if (host === undefined || !isLoose(method, host) || isPosition(node, method) || standsInTest(node)) return;
        report(node, { host, method });
      },
    };
  },
});

/** By how addresses that a check decides on are called. */
function isAddress(node: ts.Expression): boolean {
  return /^(\w*(url|uri|origin|host|hostname|domain|referr?er|redirect\w*|returnTo|callback|target|link|href))$/i.test(
    lastName(node),
  );
}

function isLoose(method: string, text: string): boolean {
  if (!isHostText(text)) return false;
  if (method === 'endsWith') return !text.startsWith('.') && !text.includes('/');
  // `startsWith('https://shop.com/')` holds the host to its end.
  return method !== 'startsWith' || (/^(https?:)?\/\//.test(text) && !text.endsWith('/'));
}

/** `indexOf(…)` used as a position cuts text and decides nothing. */
function isPosition(node: ts.CallExpression, method: string): boolean {
  if (method !== 'indexOf') return false;
  const parent = parentOf(node);
  return !parent || !ts.isBinaryExpression(parent);
}
