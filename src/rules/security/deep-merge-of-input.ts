import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/deep-merge-of-input',
  weakness: 'prototype-pollution',
  cwe: [1321, 915, 471],
  precision: judged(9, 10),
  docs: {
    title: { en: 'Untrusted object merged deeply', fr: 'Objet non sûr fusionné en profondeur' },
    why: {
      en: 'Parsed JSON can hold `__proto__` or `constructor.prototype` as plain keys; a deep merge that follows them writes into the prototype of all objects. Pick the fields, or use a merge that skips these keys in a current version.',
      fr: 'Du JSON peut contenir `__proto__` ou `constructor.prototype` comme simples clés ; une fusion profonde qui les suit écrit dans le prototype de tous les objets. Choisissez les champs, ou prenez une fusion à jour qui ignore ces clés.',
    },
    forLeads: {
      en: 'Crafted data can change the behaviour of the whole service: skipped permission checks, crashes, sometimes takeover.',
      fr: 'Des données bien choisies peuvent changer le comportement de tout le service : contrôles d’accès contournés, pannes, parfois prise de contrôle.',
    },
    bad: `import express from 'express';
const app = express();
app.use(express.json());
import merge from 'merge-deep';
app.post('/settings', (req, res) => res.json(merge({ theme: 'light' }, req.body)));`,
    good: `import express from 'express';
const app = express();
app.use(express.json());
import merge from 'merge-deep';
app.post('/settings', (req, res) => res.json(merge({ theme: 'light' }, { theme: String(req.body.theme) })));`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind, sink }: FlowData) =>
      `\`${sink}\` merges ${sourceNouns.en(kind)} \`${source}\` with all its keys`,
    fr: ({ source, kind, sink }: FlowData) =>
      `\`${sink}\` fusionne ${sourceNouns.fr(kind)} \`${source}\` avec toutes ses clés`,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['merged-object']),
});
