import ts from 'typescript';
import type { Flow } from '../../dataflow/flow-analysis.ts';
import { defineRule } from '../define-rule.ts';
import { findAncestor } from '../syntax/walk.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/mass-assignment',
  weakness: 'prototype-pollution',
  cwe: [915],
  docs: {
    title: { en: 'Object taken over from a request as it comes', fr: 'Objet repris d’une requête tel quel' },
    why: {
      en: 'The request may bring fields that its form does not show, such as `role` or `isAdmin`, and they are stored too. Name the fields that may be set.',
      fr: 'La requête peut apporter des champs que son formulaire ne montre pas, comme `role` ou `isAdmin`, et ils sont enregistrés aussi. Nommez les champs permis.',
    },
    forLeads: {
      en: 'A visitor can set what only your staff may set, such as a price, a balance or administrator rights.',
      fr: 'Un visiteur peut fixer ce que seul votre personnel devrait fixer : un prix, un solde, des droits d’administration.',
    },
    bad: `import express from 'express';
const app = express();
app.use(express.json());
import { User } from './models.js';
app.post('/users', async (req, res) => res.json(await User.create(req.body)));`,
    good: `import express from 'express';
const app = express();
app.use(express.json());
import { User } from './models.js';
app.post('/users', async (req, res) => res.json(await User.create({ name: req.body.name, mail: req.body.mail })));`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind, sink }: FlowData) =>
      `\`${sink}\` takes over every field of ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind, sink }: FlowData) =>
      `\`${sink}\` reprend tous les champs de ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => {
    const into = (): readonly Flow[] => context.flows.into('mass-assignment').filter(({ sink }) => !isOwnCopy(sink));
    reportFlows({ ...context, flows: { into } }, ['mass-assignment'], { from: ['http-request', 'websocket'] });
  },
});

/** `Object.assign` into a new object, into `this` or into the request changes nothing that is kept. */
function isOwnCopy(sink: ts.Node): boolean {
  const call = findAncestor(sink, ts.isCallExpression, ts.isStatement);
  if (!call || !ts.isCallExpression(call) || call.expression.getText() !== 'Object.assign') return false;
  const [target] = call.arguments;
  return !target || !/^[\w$]+(\.[\w$]+)*$/.test(target.getText()) || /^(this|req|request|ctx)\b/.test(target.getText());
}
