import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/template-injection',
  weakness: 'code-execution',
  cwe: [1336, 94],
  profile: 'essential',
  precision: judged(14, 14),
  docs: {
    title: { en: 'Template built from untrusted input', fr: 'Gabarit bâti avec une entrée non sûre' },
    why: {
      en: 'A template is a program: who writes a part of it runs code on the server. Keep templates constant and hand the input over as a value.',
      fr: 'Un gabarit est un programme : qui en écrit une partie exécute du code sur le serveur. Gardez les gabarits constants et passez l’entrée comme valeur.',
    },
    forLeads: {
      en: 'A visitor can run code of his choice on the server through the text of a page or an e-mail.',
      fr: 'Un visiteur peut exécuter le code de son choix sur le serveur par le texte d’une page ou d’un courriel.',
    },
    bad: `import express from 'express';
import ejs from 'ejs';
express().get('/hello', (req, res) => {
  res.send(ejs.render('<p>Hello ' + req.query.name + '</p>'));
});`,
    good: `import express from 'express';
import ejs from 'ejs';
express().get('/hello', (req, res) => {
  res.type('html').send(ejs.render('<p>Hello <%= name %></p>', { name: req.query.name }));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Template built from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Gabarit bâti avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['template']),
});
