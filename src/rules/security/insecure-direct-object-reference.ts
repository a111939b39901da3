import ts from 'typescript';
import type { Flow } from '../../dataflow/flow-analysis.ts';
import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/insecure-direct-object-reference',
  weakness: 'access-control',
  cwe: [639],
  precision: 0.5,
  docs: {
    title: {
      en: 'Record taken by an id that the caller chooses',
      fr: 'Enregistrement pris par un identifiant au choix de l’appelant',
    },
    why: {
      en: 'Logging in says who calls, not what they may see: whoever counts ids up reads or changes the records of others. Ask for the owner in the same query, or compare the record’s owner with the user of the session.',
      fr: 'La connexion dit qui appelle, non ce qu’il peut voir\u00a0: qui incrémente les identifiants lit ou modifie les enregistrements d’autrui. Demandez le propriétaire dans la même requête, ou comparez-le à l’utilisateur de la session.',
    },
    forLeads: {
      en: 'Any customer can open or change the data of other customers by trying numbers.',
      fr: 'N’importe quel client peut ouvrir ou modifier les données d’autres clients en essayant des numéros.',
    },
    bad: `import express from 'express';
import { Invoice, requireAuth } from './app';
express().get('/invoices/:id', requireAuth, async (req, res) => {
  res.json(await Invoice.findById(req.params.id));
});`,
    good: `import express from 'express';
import { Invoice, requireAuth } from './app';
express().get('/invoices/:id', requireAuth, async (req, res) => {
  res.json(await Invoice.findOne({ _id: req.params.id, owner: req.user.id }));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, sink }: FlowData) => `\`${sink}\` takes \`${source}\`; nothing here asks whose record it is`,
    fr: ({ source, sink }: FlowData) =>
      `\`${sink}\` prend \`${source}\`\u202f; rien ici ne demande à qui est l’enregistrement`,
  },
  needs: 'flows',
  detect: (context) =>
    reportFlows(context, ['record-key'], { from: ['http-request'], unless: (flow) => !isOpen(flow) }),
});

const key = /(?:^|\.)(?:\w*_?id|\w*I[dD]|uuid|\w*[nN]umber)$/;
/** Signs that a handler asks whose the record is, or that only people of the house come here. */
const asksWhose =
  /\b(?:req|request|ctx|c|context|res|state|locals|this)\.(?:user\w*|session\w*|auth\w*|account|state\.user|locals\.user|currentUser\w*|tenant\w*|org\w*|member\w*)\b|\b(?:current|session|logged|auth)_?[uU]ser\w*|\b(?:owner|author|created_?by|tenant|organi[sz]ation|workspace|team)(?:_?id)?\b|\b(?:admin|role|permission|can|ability|policy|polic|authori[sz]e\w*|isOwner\w*|forbidden|belongsTo)\b|40[13]\b|\bget(?:Server)?Session\b/i;
const forStaff = /admin|role|permission|staff|moderator|internal|acl|rbac|\bcan\(|polic|abilit/i;
/** What belongs to one person, so that even reading it is theirs alone. */
const personal =
  /user|account|profile|order|invoice|payment|card|address|message|document|file|note|todo|ticket|booking|reservation|transaction|record|patient|subscription|cart|statement|contract|receipt|transfer|wallet|report|task|appointment|loan|claim|memo/i;

/** Whether someone who is logged in, and no more than that, chooses the record. */
function isOpen({ exposure, sourceName, sinkName, sink }: Flow): boolean {
  if (exposure !== 'authenticated' || !key.test(sourceName)) return false;
  const handler = outermostFunction(sink);
  if (!handler || asksWhose.test(handler.getText())) return false;
  const registration = handler.parent;
  if (
    ts.isCallExpression(registration) &&
    forStaff.test(
      registration.arguments
        .slice(0, -1)
        .map((part) => part.getText())
        .join(' '),
    )
  )
    return false;
  const changes =
    /(?:update|delete|remove|destroy)\w*$/i.test(sinkName) ||
    /\.(?:save|destroy|remove|update|set)\(/.test(handler.getText());
  return changes || personal.test(sinkName);
}

function outermostFunction(node: ts.Node): ts.SignatureDeclaration | undefined {
  let outermost: ts.SignatureDeclaration | undefined;
  for (let place: ts.Node = node; !ts.isSourceFile(place); place = place.parent) {
    if (ts.isFunctionLike(place)) outermost = place;
  }
  return outermost;
}
