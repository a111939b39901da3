import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/zip-slip',
  weakness: 'path-traversal',
  cwe: [22],
  profile: 'essential',
  docs: {
    title: { en: 'Archive entry written where its name says', fr: 'Entrée d’archive écrite là où son nom le dit' },
    why: {
      en: 'An archive can name its entries `../../…`, which leads out of the folder. Resolve the path and check that it still begins with the folder before anything is written.',
      fr: 'Une archive peut nommer ses entrées `../../…`, ce qui fait sortir du dossier. Résolvez le chemin et vérifiez qu’il commence toujours par le dossier avant d’écrire.',
    },
    forLeads: {
      en: 'Whoever can hand in an archive can overwrite any file of the server, the program’s own included.',
      fr: 'Qui peut déposer une archive peut écraser tout fichier du serveur, ceux du programme compris.',
    },
    bad: `import fs from 'node:fs';
import AdmZip from 'adm-zip';
for (const entry of new AdmZip('upload.zip').getEntries()) {
  fs.writeFileSync('out/' + entry.entryName, entry.getData());
}`,
    good: `import fs from 'node:fs';
import path from 'node:path';
import AdmZip from 'adm-zip';
for (const entry of new AdmZip('upload.zip').getEntries()) {
  const target = path.resolve('out', entry.entryName);
  if (!target.startsWith(path.resolve('out') + path.sep)) continue;
  fs.writeFileSync(target, entry.getData());
}`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `File path taken from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Chemin de fichier tiré de ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['path'], { from: ['archive-entry'], atSource: true }),
});
