import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/command-injection',
  weakness: 'code-execution',
  cwe: [78],
  profile: 'essential',
  docs: {
    title: { en: 'Command built from untrusted input', fr: 'Commande bâtie avec une entrée non sûre' },
    why: {
      en: 'A shell reads `;`, `|` and `$(…)` in pasted text as further commands. Call the program with `execFile` and a list of arguments, so that no shell reads them.',
      fr: 'Un shell lit `;`, `|` et `$(…)` d’un texte collé comme d’autres commandes. Appelez le programme par `execFile` avec une liste d’arguments : aucun shell ne les lit.',
    },
    forLeads: {
      en: 'A visitor can run programs of his choice on the server: full takeover, theft of all data it can reach.',
      fr: 'Un visiteur peut lancer les programmes de son choix sur le serveur : prise de contrôle totale et vol de toutes les données accessibles.',
    },
    bad: `import { exec } from 'node:child_process';
import express from 'express';
express().post('/ping', (req, res) => {
  exec('ping -c 2 ' + req.body.address, (error, output) => res.send(output));
});`,
    good: `import { execFile } from 'node:child_process';
import express from 'express';
express().post('/ping', (req, res) => {
  execFile('ping', ['-c', '2', '--', req.body.address], (error, output) => res.json(output));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `Command built from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Commande bâtie avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['command']),
});
