import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { slowData, slowExtras, type SlowData } from './slow-regex.ts';

export const rule = defineRule({
  id: 'security/exponential-regex',
  weakness: 'regex-denial-of-service',
  cwe: [1333, 730, 400],
  precision: judged(138, 148),
  docs: {
    title: {
      en: 'Regular expression that can take exponential time',
      fr: 'Expression régulière au temps exponentiel',
    },
    why: {
      en: 'A repetition whose body can be read in several ways, such as `(a+)+`, makes the engine try every reading before it gives up: each further character doubles the time, and some thirty stop the process. Write the body so that each text has one reading.',
      fr: 'Une répétition dont le corps se lit de plusieurs façons, comme `(a+)+`, fait essayer toutes les lectures avant l’échec : chaque caractère de plus double le temps, une trentaine suffit à figer le processus. Écrivez le corps pour que chaque texte n’ait qu’une lecture.',
    },
    forLeads: {
      en: 'A short text typed by a visitor can freeze the service for everyone until it is restarted.',
      fr: 'Un court texte saisi par un visiteur peut figer le service pour tous jusqu’à son redémarrage.',
    },
    bad: 'export const isList = (text: string) => /^(\\w+,?)+$/.test(text);',
    good: 'export const isList = (text: string) => /^\\w+(,\\w+)*,?$/.test(text);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ part, pump }: SlowData) => `\`${part}\` takes exponential time on many ${pump}`,
    fr: ({ part, pump }: SlowData) => `\`${part}\` prend un temps exponentiel sur de nombreux ${pump}`,
  },
  needs: 'patterns',
  detect: ({ slow, report }) => {
    for (const pattern of slow) {
      if (!Number.isFinite(pattern.degree)) report(pattern.node, slowData(pattern), slowExtras(pattern));
    }
  },
});
