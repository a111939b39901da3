import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/sql-injection',
  weakness: 'injection',
  cwe: [89],
  profile: 'essential',
  precision: judged(69, 73),
  docs: {
    title: { en: 'SQL built from untrusted input', fr: 'Requête SQL bâtie avec une entrée non sûre' },
    why: {
      en: 'Text pasted into a statement can change what the statement does. Bind it as a parameter: the database then never reads it as SQL.',
      fr: 'Un texte collé dans une requête peut en changer le sens. Passez-le en paramètre : la base ne le lit alors jamais comme du SQL.',
    },
    forLeads: {
      en: 'A visitor can read, change or delete the whole database through this page, customer data included.',
      fr: 'Un visiteur peut lire, modifier ou effacer toute la base par cette page, données des clients comprises.',
    },
    bad: `import express from 'express';
import mysql from 'mysql2';
const db = mysql.createConnection({});
express().get('/user', (req, res) => {
  db.query("SELECT * FROM users WHERE id = '" + req.query.id + "'", (error, rows) => res.json(rows));
});`,
    good: `import express from 'express';
import mysql from 'mysql2';
const db = mysql.createConnection({});
express().get('/user', (req, res) => {
  db.query('SELECT * FROM users WHERE id = ?', [req.query.id], (error, rows) => res.json(rows));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `SQL text built from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Texte SQL bâti avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['sql']),
});
