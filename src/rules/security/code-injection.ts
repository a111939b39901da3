import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/code-injection',
  weakness: 'code-execution',
  cwe: [94, 95],
  profile: 'essential',
  precision: judged(17, 18),
  docs: {
    title: { en: 'Code built from untrusted input', fr: 'Code bâti avec une entrée non sûre' },
    why: {
      en: '`eval`, `Function`, `vm` and timers given text run whatever is in it, and no sandbox of the language holds. Read the input as data: `JSON.parse`, a table of functions, a parser.',
      fr: '`eval`, `Function`, `vm` et les minuteries recevant un texte exécutent tout ce qu’il contient, et aucun bac à sable du langage ne tient. Lisez l’entrée comme une donnée : `JSON.parse`, une table de fonctions, un analyseur.',
    },
    forLeads: {
      en: 'A visitor can run code of his choice on the server: full takeover, theft of all data it can reach.',
      fr: 'Un visiteur peut exécuter le code de son choix sur le serveur : prise de contrôle totale et vol de toutes les données accessibles.',
    },
    bad: `import express from 'express';
express().get('/price', (req, res) => {
  res.json(eval(req.query.formula));
});`,
    good: `import express from 'express';
express().get('/price', (req, res) => {
  res.json(JSON.parse(req.query.formula));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Code built from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Code bâti avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['code']),
});
