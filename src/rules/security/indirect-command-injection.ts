import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/indirect-command-injection',
  weakness: 'code-execution',
  cwe: [78, 88],
  precision: judged(32, 37),
  docs: {
    title: {
      en: 'Shell command built from arguments or the environment',
      fr: 'Commande de shell bâtie avec des arguments ou l’environnement',
    },
    why: {
      en: 'A file name with a blank, a quote or `$(…)` breaks the command or adds another one. Call the program with `execFile` and a list of arguments, so that no shell reads them.',
      fr: 'Un nom de fichier avec une espace, un guillemet ou `$(…)` casse la commande ou en ajoute une autre. Appelez le programme par `execFile` avec une liste d’arguments : aucun shell ne les lit.',
    },
    forLeads: {
      en: 'The tool fails on unusual file names, and whoever feeds it names in a pipeline can run commands there.',
      fr: 'L’outil échoue sur des noms de fichiers inhabituels, et qui lui en fournit dans une chaîne d’intégration peut y lancer des commandes.',
    },
    bad: `import { execSync } from 'node:child_process';
execSync('tar -czf backup.tgz ' + process.argv[2]);`,
    good: `import { execFileSync } from 'node:child_process';
execFileSync('tar', ['-czf', 'backup.tgz', '--', process.argv[2]]);`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ source, kind }: FlowData) => `Shell command built from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Commande de shell bâtie avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) =>
    reportFlows({ ...context, options: { trustLocalInput: false } }, ['command'], {
      from: ['command-line', 'environment'],
      // Which program runs is for whoever starts the tool to say; only a shell reads more into the text.
      sinks: /exec(Sync|Async|Command|CommandSync)?$|shell|command/i,
      exposure: 'internal',
    }),
});
