import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/xml-bomb',
  weakness: 'xml-external-entities',
  cwe: [776],
  precision: judged(13, 14),
  docs: {
    title: { en: 'XML parser without a bound on entities', fr: 'Analyseur XML sans limite d’entités' },
    why: {
      en: 'Entities that contain each other grow a few lines into gigabytes, and this parser expands them. Use one that refuses entities, such as `sax` or `fast-xml-parser`.',
      fr: 'Des entités qui se contiennent font de quelques lignes des gigaoctets, et cet analyseur les développe. Prenez-en un qui les refuse, comme `sax` ou `fast-xml-parser`.',
    },
    forLeads: {
      en: 'A visitor can bring the service down with one small document.',
      fr: 'Un visiteur peut arrêter le service avec un seul petit document.',
    },
    bad: `import express from 'express';
import expat from 'node-expat';
express().post('/orders', (req, res) => {
  new expat.Parser('UTF-8').write(req.body);
});`,
    good: `import express from 'express';
import sax from 'sax';
express().post('/orders', (req, res) => {
  sax.parser(true).write(req.body).close();
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Entities expanded without bound in ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Entités développées sans limite dans ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['xml-bomb']),
});
