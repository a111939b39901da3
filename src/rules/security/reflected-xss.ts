import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/reflected-xss',
  weakness: 'reflected-xss',
  cwe: [79],
  profile: 'essential',
  precision: judged(13, 19),
  docs: {
    title: { en: 'Untrusted input sent back as HTML', fr: 'Entrée non sûre renvoyée comme HTML' },
    why: {
      en: 'A browser runs scripts in whatever it is sent as HTML. Escape the input, let a template that escapes write it, or send JSON or plain text.',
      fr: 'Un navigateur exécute les scripts de tout ce qu’il reçoit comme HTML. Échappez l’entrée, laissez un gabarit qui échappe l’écrire, ou envoyez du JSON ou du texte.',
    },
    forLeads: {
      en: 'Whoever follows a prepared link hands over their account: the page runs the attacker’s script in their name.',
      fr: 'Qui suit un lien préparé livre son compte : la page exécute le script de l’attaquant en son nom.',
    },
    bad: `import express from 'express';
express().get('/hello', (req, res) => {
  res.send('<h1>Hello ' + req.query.name + '</h1>');
});`,
    good: `import escapeHtml from 'escape-html';
import express from 'express';
express().get('/hello', (req, res) => {
  res.send('<h1>Hello ' + escapeHtml(String(req.query.name)) + '</h1>');
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `HTML sent with ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `HTML envoyé avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  // Another site cannot make a browser send headers of its choice, but for the address it comes from.
  detect: (context) =>
    reportFlows(context, ['html-response'], {
      notFrom: ['database', 'server-response', 'dom', 'message'],
      unlessNamed: /\b(headers|cookies|signedCookies|hostname|host)\b(?!.*refer)|\b(header|get)\((?!.*refer)/i,
    }),
});
