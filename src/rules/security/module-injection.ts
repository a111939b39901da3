import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/module-injection',
  weakness: 'code-execution',
  cwe: [706, 829, 73],
  docs: {
    title: { en: 'Module or view chosen by untrusted input', fr: 'Module ou vue choisi par une entrée non sûre' },
    why: {
      en: '`require`, `import` and `render` run the file they are given, and a path may leave the folder that was meant. Choose from a table of constant names.',
      fr: '`require`, `import` et `render` exécutent le fichier indiqué, et un chemin peut sortir du dossier prévu. Choisissez dans une table de noms constants.',
    },
    forLeads: {
      en: 'A visitor can make the server run or show files that were never meant for him.',
      fr: 'Un visiteur peut faire exécuter ou montrer par le serveur des fichiers qui ne lui étaient pas destinés.',
    },
    bad: `import express from 'express';
express().get('/report', (req, res) => {
  const report = require('./reports/' + req.query.name);
  res.json(report());
});`,
    good: `import express from 'express';
const reports = new Map([['sales', () => 1]]);
express().get('/report', (req, res) => {
  res.json(reports.get(req.query.name)?.());
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Loaded by ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Chargé selon ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['module']),
});
