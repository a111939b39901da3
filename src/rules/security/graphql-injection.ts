import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/graphql-injection',
  weakness: 'injection',
  cwe: [943],
  precision: judged(10, 10),
  docs: {
    title: { en: 'GraphQL document built from untrusted input', fr: 'Document GraphQL bâti avec une entrée non sûre' },
    why: {
      en: 'Text pasted into a GraphQL document can add fields and mutations to it. Declare a variable and hand the input over beside the document.',
      fr: 'Un texte collé dans un document GraphQL peut y ajouter des champs et des mutations. Déclarez une variable et passez l’entrée à côté du document.',
    },
    forLeads: {
      en: 'A visitor can make our service read or change data with rights that he does not have.',
      fr: 'Un visiteur peut faire lire ou modifier des données par notre service avec des droits qu’il n’a pas.',
    },
    bad: `import express from 'express';
import { graphql } from '@octokit/graphql';
express().get('/repository', async (req, res) => {
  res.json(await graphql('query { repository(name: "' + req.query.name + '") { id } }'));
});`,
    good: `import express from 'express';
import { graphql } from '@octokit/graphql';
express().get('/repository', async (req, res) => {
  res.json(await graphql('query ($name: String!) { repository(name: $name) { id } }', { name: req.query.name }));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `GraphQL document built from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Document GraphQL bâti avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['graphql']),
});
