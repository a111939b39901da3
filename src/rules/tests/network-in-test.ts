import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { nameParts, stringValue } from '../syntax/names.ts';
import { isTestBody } from '../syntax/test-calls.ts';
import { findAncestor } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'tests/network-in-test',
  weakness: 'weak-test',
  precision: 0.85,
  docs: {
    title: { en: 'Test that calls the network', fr: 'Test qui appelle le réseau' },
    why: {
      en: 'The test asks a real server, so it fails when that server is slow, changed or out of reach, and it may leave traces there. Answer the request in the test, or start a local server.',
      fr: 'Le test interroge un vrai serveur : il échoue quand celui-ci est lent, modifié ou injoignable, et peut y laisser des traces. Répondez à la requête dans le test, ou démarrez un serveur local.',
    },
    forLeads: {
      en: 'Deliveries are held up whenever somebody else’s server has a problem.',
      fr: 'Les livraisons sont bloquées dès que le serveur d’un tiers a un problème.',
    },
    bad: `it('loads', async () => {
  const answer = await fetch('https://api.shop.io/orders');
  expect(answer.ok).toBe(true);
});`,
    good: `it('loads', async () => {
  const answer = await fetch('http://localhost:3000/orders');
  expect(answer.ok).toBe(true);
});`,
    exampleFile: 'test/basket.test.ts',
  },
  options: z.strictObject({}),
  message: {
    en: ({ host }: { host: string }) => `This test calls \`${host}\` over the network`,
    fr: ({ host }) => `Ce test appelle \`${host}\` par le réseau`,
  },
  detect: ({ file, report }) => {
    if (file.role !== 'test' || answersItself.test(file.text)) return {};
    return {
      CallExpression(node) {
        const host = hostOf(node.arguments[0]);
        if (host === undefined || !isRequest(node) || !findAncestor(node, isTestBody)) return;
        if (!isReserved(host)) report(node, { host });
      },
    };
  },
});

/** Libraries and hand-made stand-ins that answer requests in the test. */
const answersItself =
  /\b(nock|msw|fetch-?mock|mockFetch|MockAgent|axios-mock-adapter|setupServer|sinon|polly|(jest|vi)\.(fn|mock|spyOn|stubGlobal)|globalThis\.fetch\s*=|global\.fetch\s*=|fetch:)/i;

function isRequest(node: ts.CallExpression): boolean {
  const parts = nameParts(node.expression);
  if (parts.length === 1) return /^(fetch|got|axios)$/.test(parts[0] ?? '');
  return (
    /^(axios|got|superagent|https?|globalThis)$/.test(parts[0] ?? '') &&
    /^(get|post|put|patch|delete|request|fetch|head)$/.test(parts.at(-1) ?? '')
  );
}

function hostOf(node: ts.Expression | undefined): string | undefined {
  const text = node && (ts.isTemplateExpression(node) ? node.head.text : stringValue(node));
  return /^https?:\/\/([\w.-]+\.[a-z]{2,})([:/?#]|$)/i.exec(text ?? '')?.[1];
}

/** Names that lead nowhere on purpose, or to this machine. */
function isReserved(host: string): boolean {
  return /(^|\.)(example\.(com|org|net)|localhost|test|invalid|local|example)$/i.test(host);
}
