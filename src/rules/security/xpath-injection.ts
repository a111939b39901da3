import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/xpath-injection',
  weakness: 'injection',
  cwe: [643],
  docs: {
    title: { en: 'XPath expression built from untrusted input', fr: 'Expression XPath bâtie avec une entrée non sûre' },
    why: {
      en: 'A quote in pasted text ends the literal, and the rest becomes part of the expression. Bind the input as an XPath variable.',
      fr: 'Un guillemet dans un texte collé termine le littéral, et la suite devient une partie de l’expression. Passez l’entrée comme variable XPath.',
    },
    forLeads: {
      en: 'A visitor can read parts of the document that were never meant for him.',
      fr: 'Un visiteur peut lire des parties du document qui ne lui étaient pas destinées.',
    },
    bad: `import express from 'express';
import xpath from 'xpath';
express().get('/home', (req, res) => {
  res.json(xpath.parse("//user[name='" + req.query.name + "']/home"));
});`,
    good: `import express from 'express';
import xpath from 'xpath';
const home = xpath.parse('//user[name=$name]/home');
express().get('/home', (req, res) => {
  res.json(home.evaluateString({ variables: { name: req.query.name } }));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `XPath expression built from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Expression XPath bâtie avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['xpath']),
});
