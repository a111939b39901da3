import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/header-injection',
  weakness: 'redirect-cookies-headers',
  cwe: [113, 644],
  profile: 'strict',
  docs: {
    title: { en: 'Response header with untrusted input', fr: 'En-tête de réponse avec une entrée non sûre' },
    why: {
      en: 'Whoever chooses a header’s value decides how browsers and caches treat the answer; older servers even let a line break start a second answer. Check the value against a list.',
      fr: 'Qui choisit la valeur d’un en-tête décide comment navigateurs et caches traitent la réponse ; d’anciens serveurs laissent même un saut de ligne ouvrir une seconde réponse. Vérifiez la valeur contre une liste.',
    },
    forLeads: {
      en: 'A prepared link can change how our answers are read or kept, which opens the way to further attacks.',
      fr: 'Un lien préparé peut changer la lecture ou la conservation de nos réponses, ce qui ouvre d’autres attaques.',
    },
    bad: `import express from 'express';
express().get('/theme', (req, res) => {
  res.setHeader('X-Theme', String(req.query.theme));
  res.end();
});`,
    good: `import express from 'express';
const themes = ['dark', 'light'];
express().get('/theme', (req, res) => {
  const theme = String(req.query.theme);
  if (themes.includes(theme)) res.setHeader('X-Theme', theme);
  res.end();
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Response header set from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `En-tête de réponse tiré de ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['header'], { from: ['http-request', 'websocket'] }),
});
