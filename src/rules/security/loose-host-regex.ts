import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues } from '../syntax/file-values.ts';
import { hostIn } from '../syntax/host-names.ts';
import { parsePattern, writtenPattern, type ParsedPattern } from '../syntax/patterns.ts';
import { literalText, startsAnchored } from '../syntax/pattern-edges.ts';
import { patternUse } from '../syntax/pattern-use.ts';
import { standsInTest } from '../syntax/test-calls.ts';
import { allowListName } from './allow-list-name.ts';

type Data = { readonly host: string; readonly flaw: 'start' | 'end' | 'dot' };

const flaws = {
  en: {
    start: (host: string) => `\`${host}\` may stand anywhere in the address, such as behind \`?\``,
    end: (host: string) => `\`${host}\` may go on, as in \`${host}.evil.example\``,
    dot: (host: string) => `A dot of \`${host}\` accepts any character, hence other hosts`,
  },
  fr: {
    start: (host: string) => `\`${host}\` peut se trouver n’importe où dans l’adresse, comme après \`?\``,
    end: (host: string) => `\`${host}\` peut continuer, comme dans \`${host}.evil.example\``,
    dot: (host: string) => `Un point de \`${host}\` accepte tout caractère, donc d’autres hôtes`,
  },
};

export const rule = defineRule({
  id: 'security/loose-host-regex',
  weakness: 'input-validation',
  cwe: [20, 183, 625],
  precision: judged(25, 31),
  docs: {
    title: { en: 'Host check that other hosts pass', fr: 'Contrôle d’hôte que d’autres hôtes passent' },
    why: {
      en: 'Without `^`, `$` and escaped dots an expression accepts `https://evil.example/?https://shop.com` as well. Parse the address with `new URL()` and compare its `host` with a list.',
      fr: 'Sans `^`, `$` et points échappés, une expression accepte aussi `https://evil.example/?https://shop.com`. Analysez l’adresse avec `new URL()` et comparez son `host` à une liste.',
    },
    forLeads: {
      en: 'A check meant to let only your own sites through can be passed from any site, for phishing or theft of data.',
      fr: 'Un contrôle censé ne laisser passer que vos sites peut être franchi depuis n’importe lequel, pour du hameçonnage ou du vol de données.',
    },
    bad: 'export const isOurs = (url: string) => /https:\\/\\/shop.com/.test(url);',
    good: "export const isOurs = (url: string) => new URL(url).host === 'shop.com';",
  },
  options: z.strictObject({}),
  message: {
    en: ({ host, flaw }: Data) => flaws.en[flaw](host),
    fr: ({ host, flaw }: Data) => flaws.fr[flaw](host),
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    const check = (node: Parameters<typeof writtenPattern>[0]): void => {
      const pattern = writtenPattern(node, values);
      if (!pattern || !/\.\\?\w{2,}|\.\w/.test(pattern.source) || !decides(pattern.node)) return;
      const parsed = parsePattern(pattern);
      const data = parsed && looseHost(parsed);
      if (data && !standsInTest(node)) report(pattern.node, data);
    };
    return { RegularExpressionLiteral: check, CallExpression: check, NewExpression: check };
  },
});

function decides(node: Parameters<typeof patternUse>[0]): boolean {
  const use = patternUse(node);
  return use === 'test' || (use === 'unknown' && allowListName(node) !== undefined);
}

const anyCharacter = '\u0001';

function looseHost({ alternatives }: ParsedPattern): Data | undefined {
  for (const alternative of alternatives) {
    const text = literalText(alternative);
    const found = hostIn(text, anyCharacter);
    if (!found) continue;
    const isAddress = /:\/\/$|^$/.test(text.slice(0, text.indexOf(found.host[0] ?? '')));
    const { host, end } = found;
    if (!startsAnchored(alternative)) {
      if (isAddress || /^(https?:)?\/\//.test(text)) return { host, flaw: 'start' };
      continue;
    }
    if (!/^(\/|:|\?|#|\u0002|\0)/.test(text.slice(end))) return { host, flaw: 'end' };
    if (text.includes(anyCharacter)) return { host, flaw: 'dot' };
  }
  return undefined;
}
