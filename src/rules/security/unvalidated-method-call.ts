import ts from 'typescript';
import type { Flow } from '../../dataflow/flow-analysis.ts';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/unvalidated-method-call',
  weakness: 'input-validation',
  cwe: [754, 470],
  precision: judged(11, 13),
  docs: {
    title: { en: 'Method chosen by untrusted input', fr: 'Méthode choisie par une entrée non sûre' },
    why: {
      en: 'The input may name a method that every object inherits, such as `constructor` or `__defineSetter__`, or nothing that can be called, which throws. Look the name up in a `Map` of what is allowed.',
      fr: 'L’entrée peut nommer une méthode dont tout objet hérite, comme `constructor` ou `__defineSetter__`, ou rien d’appelable, ce qui lève une erreur. Cherchez le nom dans une `Map` de ce qui est permis.',
    },
    forLeads: {
      en: 'A crafted request can crash the service or run a part of the code that was not meant for it.',
      fr: 'Une requête bien choisie peut arrêter le service ou lancer une partie du code qui ne lui était pas destinée.',
    },
    bad: `import express from 'express';
const app = express();
app.use(express.json());
const actions: Record<string, () => string> = { list: () => 'all' };
app.get('/', (req, res) => res.send(actions[String(req.query.action)]()));`,
    good: `import express from 'express';
const app = express();
app.use(express.json());
const actions = new Map([['list', () => 'all']]);
app.get('/', (req, res) => res.send(actions.get(String(req.query.action))?.() ?? 'unknown'));`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind, sink }: FlowData) =>
      `\`${sink}\` calls whatever method ${sourceNouns.en(kind)} \`${source}\` names`,
    fr: ({ source, kind, sink }: FlowData) =>
      `\`${sink}\` appelle la méthode que nomme ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => {
    const isChosen = ({ sink }: Flow): boolean => !ts.isPropertyAccessExpression(sink);
    const into = (): readonly Flow[] => context.flows.into('method-name').filter(isChosen);
    reportFlows({ ...context, flows: { into } }, ['method-name']);
  },
});
