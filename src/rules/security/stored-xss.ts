import ts from 'typescript';
import type { Flow } from '../../dataflow/flow-analysis.ts';
import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/stored-xss',
  weakness: 'stored-xss',
  cwe: [79],
  docs: {
    title: { en: 'Stored text turned into HTML', fr: 'Texte stocké transformé en HTML' },
    why: {
      en: 'What one user stored, another user’s browser runs as a script, on every visit. Escape the text where the HTML is made, or let a template that escapes write it.',
      fr: 'Ce qu’un utilisateur a enregistré, le navigateur d’un autre l’exécute comme script, à chaque visite. Échappez le texte là où le HTML est fait, ou laissez un gabarit qui échappe l’écrire.',
    },
    forLeads: {
      en: 'One customer can store a text that runs as a program in the browsers of all others, administrators included.',
      fr: 'Un client peut enregistrer un texte qui s’exécute comme programme chez tous les autres, administrateurs compris.',
    },
    bad: `import express from 'express';
import { Pool } from 'pg';
const pool = new Pool();
express().get('/comments', async (req, res) => {
  const { rows } = await pool.query('SELECT body FROM comments');
  res.send('<li>' + rows[0].body + '</li>');
});`,
    good: `import escapeHtml from 'escape-html';
import express from 'express';
import { Pool } from 'pg';
const pool = new Pool();
express().get('/comments', async (req, res) => {
  const { rows } = await pool.query('SELECT body FROM comments');
  res.send('<li>' + escapeHtml(rows[0].body) + '</li>');
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `HTML made from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `HTML bâti avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) =>
    reportFlows(context, ['html-response', 'html-dom'], {
      from: ['database', 'server-response'],
      unless: isStoredAsHtml,
    }),
});

/** What is stored as HTML on purpose says so by its name: whether it was cleaned shows where it is written. */
function isStoredAsHtml({ sink }: Flow): boolean {
  const around = sink.parent as ts.Node | undefined;
  const written = around && ts.isBinaryExpression(around) && around.left === sink ? around.right : sink;
  return /\.\w*(?:html|markup|svg|rendered|saniti[sz]ed)\b/i.test(written.getText());
}
