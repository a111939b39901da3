import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { areasOf } from './package-areas.ts';
import { couplingOf, type Coupling } from './coupling.ts';

export const rule = defineRule({
  id: 'architecture/unstable-dependency',
  weakness: 'boundary-violation',
  profile: 'strict',
  needs: 'workspace',
  docs: {
    title: { en: 'Stable part that depends on an unstable one', fr: 'Partie stable qui dépend d’une partie instable' },
    why: {
      en: 'Instability is I = Ce / (Ca + Ce), with Ce the files outside that an area needs and Ca those outside that need it (R. C. Martin, “OO Design Quality Metrics”, 1994). His stable-dependencies principle: depend in the direction of stability. Here many rely on the one area, and it relies on another that is free to change: its changes come through. Turn the dependency around with an interface, or move what is needed down.',
      fr: 'L’instabilité est I = Ce / (Ca + Ce), où Ce compte les fichiers externes dont un domaine a besoin et Ca ceux qui ont besoin de lui (R. C. Martin, « OO Design Quality Metrics », 1994). Son principe des dépendances stables : dépendre dans le sens de la stabilité. Ici beaucoup s’appuient sur un domaine, qui s’appuie sur un autre libre de changer : ses changements traversent. Inversez la dépendance par une interface, ou descendez ce qui est nécessaire.',
    },
    forLeads: {
      en: 'A foundation stands on something that moves: changes that should stay local shake everything above.',
      fr: 'Une fondation repose sur ce qui bouge : des changements qui devraient rester locaux ébranlent tout ce qui est au-dessus.',
    },
    bad: `// @options {"minGap":0.2,"minDependents":2}
// @file: src/core/money.ts
import { label } from '../pages/label';
export const money = label;
// @file: src/pages/label.ts
import { theme } from '../theme/theme';
import { words } from '../words/words';
export const label = theme + words;
// @file: src/theme/theme.ts
export const theme = 'dark';
// @file: src/words/words.ts
export const words = 'Shop';
// @file: src/basket/basket.ts
import { money } from '../core/money';
export const basket = money;
// @file: src/orders/orders.ts
import { money } from '../core/money';
export const orders = money;`,
    good: `// @options {"minGap":0.2,"minDependents":2}
// @file: src/core/money.ts
export const money = '1';
// @file: src/pages/label.ts
import { money } from '../core/money';
export const label = money;
// @file: src/basket/basket.ts
import { money } from '../core/money';
export const basket = money;`,
    exampleFile: 'src/empty/empty.ts',
  },
  options: z.strictObject({
    minGap: z.number().min(0).max(1).default(0.3).describe('By how much the other area must be less stable.'),
    minDependents: z.int().min(1).default(5).describe('Files outside that must depend on the stable area.'),
  }),
  message: {
    en: ({ from, to, own, other }: { from: string; to: string; own: number; other: number }) =>
      `\`${from}\` (instability ${own} %) depends on \`${to}\` (${other} %), which is free to change`,
    fr: ({ from, to, own, other }) =>
      `\`${from}\` (instabilité ${own} %) dépend de \`${to}\` (${other} %), libre de changer`,
  },
  detect: ({ workspace, options, report }) => {
    const areaOf = areasOf(workspace);
    const isProduction = (file: string): boolean => workspace.files.get(file)?.role === 'production';
    const edges = workspace.moduleGraph().edges.filter(({ from, to }) => isProduction(from) && isProduction(to));
    const couplings = couplingOf(edges, areaOf);
    const told = new Set<string>();
    for (const edge of edges) {
      const [from, to] = [areaOf(edge.from), areaOf(edge.to)];
      if (from === undefined || to === undefined || from === to || edge.isTypeOnly || told.has(`${from} ${to}`))
        continue;
      const [own, other] = [couplings.get(from), couplings.get(to)];
      if (
        !own ||
        !other ||
        own.dependents < options.minDependents ||
        instability(other) - instability(own) < options.minGap
      )
        continue;
      told.add(`${from} ${to}`);
      report({ file: edge.from, range: edge.range }, { from, to, own: percent(own), other: percent(other) });
    }
  },
});

/** I = Ce / (Ca + Ce). */
function instability({ dependents, dependencies }: Coupling): number {
  return dependencies / Math.max(1, dependents + dependencies);
}

function percent(coupling: Coupling): number {
  return Math.round(instability(coupling) * 100);
}
