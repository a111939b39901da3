import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/template-object-injection',
  weakness: 'code-execution',
  cwe: [73, 94],
  precision: judged(9, 12),
  docs: {
    title: {
      en: 'Values of a view taken whole from untrusted input',
      fr: 'Valeurs d’une vue prises telles quelles d’une entrée non sûre',
    },
    why: {
      en: 'Template engines read settings such as the layout’s file from the same object as the values. Name the fields that the view needs.',
      fr: 'Les moteurs de gabarits lisent des réglages, comme le fichier de mise en page, dans le même objet que les valeurs. Nommez les champs dont la vue a besoin.',
    },
    forLeads: {
      en: 'A visitor can read files of the server, and with some engines run code on it.',
      fr: 'Un visiteur peut lire des fichiers du serveur et, avec certains moteurs, y exécuter du code.',
    },
    bad: `import express from 'express';
express().post('/profile', (req, res) => {
  res.render('profile', req.body);
});`,
    good: `import express from 'express';
express().post('/profile', (req, res) => {
  res.render('profile', { name: req.body.name });
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Settings of the view overridden by ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Réglages de la vue remplacés par ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['template-object']),
});
