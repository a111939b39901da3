import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/path-traversal',
  weakness: 'path-traversal',
  cwe: [22, 73],
  profile: 'essential',
  precision: judged(9, 13),
  docs: {
    title: { en: 'File path built from untrusted input', fr: 'Chemin de fichier bâti avec une entrée non sûre' },
    why: {
      en: '`../` in the input leads out of the folder. Resolve the path and check that it still begins with the folder, or take only `path.basename` of the input.',
      fr: '`../` dans l’entrée fait sortir du dossier. Résolvez le chemin et vérifiez qu’il commence toujours par le dossier, ou ne prenez que `path.basename` de l’entrée.',
    },
    forLeads: {
      en: 'A visitor can read or overwrite files of the server: passwords, keys, source code.',
      fr: 'Un visiteur peut lire ou écraser des fichiers du serveur : mots de passe, clés, code source.',
    },
    bad: `import { readFile } from 'node:fs/promises';
import path from 'node:path';
import express from 'express';
express().get('/file', async (req, res) => {
  res.json(await readFile(path.join('reports', String(req.query.name)), 'utf8'));
});`,
    good: `import { readFile } from 'node:fs/promises';
import path from 'node:path';
import express from 'express';
express().get('/file', async (req, res) => {
  res.json(await readFile(path.join('reports', path.basename(String(req.query.name))), 'utf8'));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `File path built from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Chemin de fichier bâti avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) =>
    reportFlows(context, ['path'], { notFrom: ['archive-entry', 'uploaded-file', 'database', 'dom'] }),
});
