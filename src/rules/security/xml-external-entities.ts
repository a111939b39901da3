import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/xml-external-entities',
  weakness: 'xml-external-entities',
  cwe: [611],
  profile: 'essential',
  docs: {
    title: { en: 'XML parser that resolves external entities', fr: 'Analyseur XML qui résout les entités externes' },
    why: {
      en: 'A document may name files and addresses as entities, which this parser then reads and pastes in. Leave the replacement of entities off.',
      fr: 'Un document peut nommer des fichiers et des adresses comme entités, que cet analyseur lit et insère. Laissez le remplacement des entités désactivé.',
    },
    forLeads: {
      en: 'A visitor can read files of the server, passwords included, or reach internal systems by sending a document.',
      fr: 'Un visiteur peut lire des fichiers du serveur, mots de passe compris, ou atteindre des systèmes internes en envoyant un document.',
    },
    bad: `import express from 'express';
import libxmljs from 'libxmljs';
express().post('/orders', (req, res) => {
  res.json(libxmljs.parseXml(req.body, { noent: true }).root());
});`,
    good: `import express from 'express';
import libxmljs from 'libxmljs';
express().post('/orders', (req, res) => {
  res.json(libxmljs.parseXml(req.body).root());
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `External entities resolved in ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Entités externes résolues dans ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['xml']),
});
