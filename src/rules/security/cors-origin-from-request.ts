import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/cors-origin-from-request',
  weakness: 'csrf-or-cors',
  cwe: [942, 346],
  docs: {
    title: { en: 'Any site is allowed to read the answer', fr: 'Tout site peut lire la réponse' },
    why: {
      en: 'Sending the request’s own origin back lets every site read the answer with the visitor’s cookies. Compare the origin with a list first.',
      fr: 'Renvoyer l’origine de la requête laisse tout site lire la réponse avec les cookies du visiteur. Comparez d’abord l’origine à une liste.',
    },
    forLeads: {
      en: 'Any website a customer visits can read that customer’s data from ours.',
      fr: 'Tout site que visite un client peut lire ses données sur le nôtre.',
    },
    bad: `import express from 'express';
express().use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '');
  next();
});`,
    good: `import express from 'express';
const origins = ['https://shop.example.com'];
express().use((req, res, next) => {
  const { origin } = req.headers;
  if (origin && origins.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin);
  next();
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Allowed origin taken from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Origine autorisée tirée de ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['cors-origin']),
});
