import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/server-side-request-forgery',
  weakness: 'request-forgery',
  cwe: [918],
  profile: 'essential',
  precision: judged(32, 34),
  docs: {
    title: { en: 'Server fetches an address from untrusted input', fr: 'Le serveur appelle une adresse non sûre' },
    why: {
      en: 'Whoever chooses the host makes the server call machines that only it can reach, such as the cloud’s metadata service. Take the host from a list and only the rest from the input.',
      fr: 'Qui choisit l’hôte fait appeler par le serveur des machines que lui seul atteint, comme le service de métadonnées du cloud. Prenez l’hôte dans une liste, et le reste seulement de l’entrée.',
    },
    forLeads: {
      en: 'An attacker can reach our internal systems through this server and steal its cloud access keys.',
      fr: 'Un attaquant peut atteindre nos systèmes internes par ce serveur et voler ses clés d’accès au cloud.',
    },
    bad: `import express from 'express';
express().get('/preview', async (req, res) => {
  const page = await fetch(String(req.query.url));
  res.json(await page.json());
});`,
    good: `import express from 'express';
express().get('/preview', async (req, res) => {
  const page = await fetch('https://api.example.com/pages/' + encodeURIComponent(String(req.query.id)));
  res.json(await page.json());
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Request to an address from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Requête vers une adresse tirée de ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) =>
    reportFlows(context, ['request-url'], { notFrom: ['dom', 'message', 'database', 'archive-entry'] }),
});
