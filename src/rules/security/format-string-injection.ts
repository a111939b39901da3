import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/format-string-injection',
  weakness: 'data-exposure',
  cwe: [134, 117],
  docs: {
    title: { en: 'Format string from untrusted input', fr: 'Chaîne de format issue d’une entrée non sûre' },
    why: {
      en: '`%s` or `%j` in the input swallows the arguments behind it, so log entries lose or mix their values. Pass the input as an argument of a constant format.',
      fr: 'Un `%s` ou `%j` dans l’entrée avale les arguments suivants : les journaux perdent ou mêlent leurs valeurs. Passez l’entrée en argument d’un format constant.',
    },
    forLeads: {
      en: 'A visitor can garble the records that an investigation would rely on.',
      fr: 'Un visiteur peut brouiller les journaux sur lesquels s’appuierait une enquête.',
    },
    bad: `import express from 'express';
const app = express();
app.use(express.json());
app.post('/login', (req, res) => {
  console.log('Refused ' + req.body.name, req.ip);
  res.end();
});`,
    good: `import express from 'express';
const app = express();
app.use(express.json());
app.post('/login', (req, res) => {
  console.log('Refused %s', req.body.name, req.ip);
  res.end();
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind, sink }: FlowData) => `Format of \`${sink}\` made of ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind, sink }: FlowData) => `Format de \`${sink}\` fait de ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['format']),
});
