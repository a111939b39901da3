import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, isLocal, sourceNouns, type FlowData } from './report-flows.ts';
import { slowData, slowExtras, type SlowData } from './slow-regex.ts';

export const rule = defineRule({
  id: 'security/polynomial-regex',
  weakness: 'regex-denial-of-service',
  cwe: [1333, 730, 400],
  precision: judged(53, 61),
  docs: {
    title: {
      en: 'Regular expression slow on untrusted text',
      fr: 'Expression régulière lente sur un texte non sûr',
    },
    why: {
      en: 'Where two repetitions can read the same characters, or one may start anywhere as in `\\s+$`, the time grows with the square or cube of the length: a text of 100 000 characters takes minutes. Bound the length first, or write the expression so that each text has one reading.',
      fr: 'Où deux répétitions lisent les mêmes caractères, ou une seule commence n’importe où comme `\\s+$`, le temps croît comme le carré ou le cube de la longueur : 100 000 caractères prennent des minutes. Bornez d’abord la longueur, ou écrivez l’expression pour que chaque texte n’ait qu’une lecture.',
    },
    forLeads: {
      en: 'A long text sent on purpose keeps the server busy for minutes, during which nobody is served.',
      fr: 'Un long texte envoyé exprès occupe le serveur plusieurs minutes, pendant lesquelles personne n’est servi.',
    },
    bad: `import express from 'express';
express().get('/', (req, res) => res.json(req.header('x-tags').replace(/\\s+$/, '').split(',')));`,
    good: `import express from 'express';
express().get('/', (req, res) => res.json(req.header('x-tags').trimEnd().split(',')));`,
  },
  options: flowOptions,
  message: {
    en: ({ part, pump, source, kind }: SlowFlowData) =>
      `\`${part}\` takes long on ${sourceNouns.en(kind)} \`${source}\` with many ${pump}`,
    fr: ({ part, pump, source, kind }: SlowFlowData) =>
      `\`${part}\` est lente sur ${sourceNouns.fr(kind)} \`${source}\` avec de nombreux ${pump}`,
  },
  needs: 'patterns',
  detect: ({ slow, options, report }) => {
    for (const pattern of slow) {
      const { flow } = pattern;
      if (!flow || !Number.isFinite(pattern.degree) || (options.trustLocalInput && isLocal(flow))) continue;
      const data = { ...slowData(pattern), source: flow.sourceName, kind: flow.sourceKind };
      report(pattern.node, data, slowExtras(pattern));
    }
  },
});

type SlowFlowData = SlowData & Pick<FlowData, 'source' | 'kind'>;
