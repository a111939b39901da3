import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/open-redirect',
  weakness: 'redirect-cookies-headers',
  cwe: [601],
  precision: judged(12, 19),
  docs: {
    title: { en: 'Redirect to an address from untrusted input', fr: 'Redirection vers une adresse non sûre' },
    why: {
      en: 'A link to this site can send its visitor anywhere, such as to a copy of the login page. Redirect to a path of this site, or to an address from a list.',
      fr: 'Un lien vers ce site peut envoyer son visiteur n’importe où, par exemple vers une copie de la page de connexion. Redirigez vers un chemin de ce site, ou vers une adresse d’une liste.',
    },
    forLeads: {
      en: 'Fraudsters can use our domain in their mails to lead customers to a fake site.',
      fr: 'Des fraudeurs peuvent utiliser notre domaine dans leurs courriels pour mener les clients vers un faux site.',
    },
    bad: `import express from 'express';
express().get('/go', (req, res) => {
  res.redirect(req.query.to as string);
});`,
    good: `import express from 'express';
express().get('/go', (req, res) => {
  res.redirect('/pages/' + encodeURIComponent(String(req.query.to)));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Redirect to an address from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Redirection vers une adresse tirée de ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['redirect']),
});
