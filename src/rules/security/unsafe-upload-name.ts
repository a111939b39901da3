import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/unsafe-upload-name',
  weakness: 'path-traversal',
  cwe: [434, 22],
  profile: 'recommended',
  docs: {
    title: { en: 'Uploaded file stored under the name it came with', fr: 'Fichier téléversé rangé sous le nom reçu' },
    why: {
      en: 'The sender chooses the name: `../` leads out of the folder, `.html` or `.php` is later served as a page. Make a name of your own, and keep only an extension from a list.',
      fr: 'L’expéditeur choisit le nom : `../` fait sortir du dossier, `.html` ou `.php` sera ensuite servi comme page. Donnez un nom à vous, et ne gardez qu’une extension d’une liste.',
    },
    forLeads: {
      en: 'A visitor can plant files on the server that run there or in other customers’ browsers.',
      fr: 'Un visiteur peut déposer sur le serveur des fichiers qui s’y exécutent, ou dans le navigateur d’autres clients.',
    },
    bad: `import fs from 'node:fs';
import express from 'express';
express().post('/upload', (req, res) => {
  fs.writeFileSync('uploads/' + req.file.originalname, req.file.buffer);
  res.end();
});`,
    good: `import fs from 'node:fs';
import { randomUUID } from 'node:crypto';
import express from 'express';
express().post('/upload', (req, res) => {
  fs.writeFileSync('uploads/' + randomUUID(), req.file.buffer);
  res.end();
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `File path built from the name in ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Chemin de fichier bâti avec le nom de ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['path'], { from: ['uploaded-file'] }),
});
