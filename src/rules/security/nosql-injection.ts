import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/nosql-injection',
  weakness: 'injection',
  cwe: [943],
  profile: 'essential',
  precision: judged(73, 76),
  docs: {
    title: {
      en: 'Document query steered by untrusted input',
      fr: 'Requête de documents détournée par une entrée non sûre',
    },
    why: {
      en: 'A request may carry an object such as `{ $ne: null }` where a text is expected: the query then matches every document. Check that it is a text, or compare it with `$eq`.',
      fr: 'Une requête peut contenir un objet comme `{ $ne: null }` là où un texte est attendu : la recherche trouve alors tous les documents. Vérifiez que c’est un texte, ou comparez avec `$eq`.',
    },
    forLeads: {
      en: 'A visitor can log in as someone else or read records of other customers without knowing any password.',
      fr: 'Un visiteur peut se connecter à la place d’un autre ou lire les données d’autres clients sans connaître de mot de passe.',
    },
    bad: `import express from 'express';
import mongoose from 'mongoose';
const User = mongoose.model('User');
express().post('/login', async (req, res) => {
  res.json(await User.findOne({ name: req.body.name, password: req.body.password }));
});`,
    good: `import express from 'express';
import mongoose from 'mongoose';
const User = mongoose.model('User');
express().post('/login', async (req, res) => {
  res.json(await User.findOne({ name: { $eq: req.body.name }, password: String(req.body.password) }));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Query steered by ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Requête détournée par ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['nosql']),
});
