import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/regex-injection',
  weakness: 'regex-denial-of-service',
  cwe: [730, 1333, 400],
  docs: {
    title: { en: 'Regular expression written by a visitor', fr: 'Expression régulière écrite par un visiteur' },
    why: {
      en: 'Input compiled as an expression may match what it should not, or take exponential time. Escape it first (`RegExp.escape`, lodash `escapeRegExp`), or compare texts.',
      fr: 'Une entrée compilée comme expression peut accepter ce qu’il ne faut pas, ou prendre un temps exponentiel. Échappez-la d’abord (`RegExp.escape`, `escapeRegExp` de lodash), ou comparez des textes.',
    },
    forLeads: {
      en: 'A visitor can freeze the service for everyone with one request.',
      fr: 'Un visiteur peut figer le service pour tous en une requête.',
    },
    bad: `import express from 'express';
const app = express();
app.use(express.json());
app.get('/', (req, res) => res.json(['a', 'b'].filter((name) => new RegExp(String(req.query.q)).test(name))));`,
    good: `import express from 'express';
const app = express();
app.use(express.json());
app.get('/', (req, res) => res.json(['a', 'b'].filter((name) => name.includes(String(req.query.q)))));`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Regular expression made of ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Expression régulière faite de ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['regular-expression'], { notFrom: ['dom', 'database'] }),
});
