import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/unsafe-deserialization',
  weakness: 'code-execution',
  cwe: [502],
  profile: 'essential',
  precision: judged(12, 12),
  docs: {
    title: { en: 'Untrusted input turned back into objects', fr: 'Entrée non sûre reconvertie en objets' },
    why: {
      en: 'This format can carry functions, and reading it runs them. Use `JSON.parse` or a schema without functions.',
      fr: 'Ce format peut contenir des fonctions, et sa lecture les exécute. Utilisez `JSON.parse` ou un schéma sans fonctions.',
    },
    forLeads: {
      en: 'A visitor can run code of his choice on the server by sending a prepared file or cookie.',
      fr: 'Un visiteur peut exécuter le code de son choix sur le serveur en envoyant un fichier ou un cookie préparé.',
    },
    bad: `import express from 'express';
import serialize from 'node-serialize';
express().get('/profile', (req, res) => {
  res.json(serialize.unserialize(req.cookies.profile));
});`,
    good: `import express from 'express';
express().get('/profile', (req, res) => {
  res.json(JSON.parse(req.cookies.profile));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Objects made from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Objets faits avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['deserialization']),
});
