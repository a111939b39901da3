import ts from 'typescript';
import type { Flow } from '../../dataflow/flow-analysis.ts';
import { defineRule } from '../define-rule.ts';
import { enclosingFunction } from '../syntax/functions.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/remote-property-injection',
  weakness: 'prototype-pollution',
  cwe: [1321, 915, 250],
  docs: {
    title: { en: 'Property named by untrusted input', fr: 'Propriété nommée par une entrée non sûre' },
    why: {
      en: 'An input of `__proto__` replaces or reaches a prototype, and other names overwrite members that the code relies on. Keep such entries in a `Map`, or check the name against a list.',
      fr: 'L’entrée `__proto__` remplace ou atteint un prototype, d’autres noms écrasent des membres dont le code dépend. Gardez ces entrées dans une `Map`, ou comparez le nom à une liste.',
    },
    forLeads: {
      en: 'A crafted request can change how the service treats other visitors, or stop it.',
      fr: 'Une requête bien choisie peut changer la façon dont le service traite d’autres visiteurs, ou l’arrêter.',
    },
    bad: `import express from 'express';
const app = express();
app.use(express.json());
const settings: Record<string, Record<string, string>> = {};
app.post('/', (req, res) => {
  settings[req.body.user][req.body.name] = req.body.value;
  res.end();
});`,
    good: `import express from 'express';
const app = express();
app.use(express.json());
const settings = new Map<string, string>();
app.post('/', (req, res) => {
  settings.set(String(req.body.name), String(req.body.value));
  res.end();
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind, sink }: FlowData) =>
      `\`${sink}\` is a property that ${sourceNouns.en(kind)} \`${source}\` names`,
    fr: ({ source, kind, sink }: FlowData) =>
      `\`${sink}\` est une propriété que nomme ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => {
    const values = fileValues(context.file.sourceFile);
    const into = (): readonly Flow[] =>
      context.flows.into('property-name').filter(({ sink }) => !isHarmless(sink, values));
    reportFlows({ ...context, flows: { into } }, ['property-name'], { from: ['http-request', 'websocket', 'message'] });
  },
});

/**
 * `Object.create(null)` and lists hold nothing that another name could reach. What is written directly into an object
 * harms only where others share it, at the top level of the file; one step further it may be a prototype.
 */
function isHarmless(sink: ts.Node, values: FileValues): boolean {
  if (!ts.isElementAccessExpression(sink)) return false;
  const owner = values.settled(sink.expression);
  if (ts.isArrayLiteralExpression(owner) || /^Object\.create\(null\)$/.test(owner.getText())) return true;
  const isDirect = ts.isBinaryExpression(sink.parent) && sink.parent.left === sink;
  return isDirect && !(ts.isObjectLiteralExpression(owner) && enclosingFunction(owner) === undefined);
}
