import ts from 'typescript';
import type { Flow } from '../../dataflow/flow-analysis.ts';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/log-injection',
  weakness: 'data-exposure',
  cwe: [117],
  precision: judged(21, 26),
  docs: {
    title: { en: 'Untrusted input written to a log', fr: 'Entrée non sûre écrite dans un journal' },
    why: {
      en: 'A line break in the input starts a new entry, so a visitor can forge what the log says. Take line breaks out, or write entries as JSON.',
      fr: 'Un saut de ligne dans l’entrée commence une nouvelle ligne : un visiteur peut falsifier le journal. Retirez les sauts de ligne, ou écrivez les entrées en JSON.',
    },
    forLeads: {
      en: 'Traces of an attack can be hidden or blamed on someone else, which spoils an investigation.',
      fr: 'Les traces d’une attaque peuvent être masquées ou attribuées à un autre, ce qui fausse une enquête.',
    },
    bad: `import express from 'express';
express().post('/login', (req, res) => {
  console.log('login of ' + req.body.user);
  res.end();
});`,
    good: `import express from 'express';
express().post('/login', (req, res) => {
  console.log('login of ' + JSON.stringify(req.body.user));
  res.end();
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Log entry written with ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Entrée de journal écrite avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['log'], { unless: isUndecodedAddress }),
});

/** A server refuses requests whose address holds a line break; only what decodes it brings one back. */
function isUndecodedAddress({ sourceName, source }: Flow): boolean {
  const isAddress = /\.(?:url|originalUrl|href)$/.test(sourceName) && !sentFields.test(sourceName);
  if (!isAddress && !rawPath.test(sourceName)) return false;
  const around = ts.findAncestor(source, ts.isFunctionLike) ?? source.getSourceFile();
  return !/\b(?:parse|decode\w*|unescape|searchParams|URL|querystring|qs)\b/.test(around.getText());
}

/** `req.body.url` is an address that a visitor writes as he likes. */
const sentFields = /\.(?:body|query|params|headers|cookies|payload|data)\b/;

/** The path as express and koa give it; others decode what they call so. */
const rawPath = /^(?:this\.)?(?:_?req|_?request|ctx)\.path$/;
