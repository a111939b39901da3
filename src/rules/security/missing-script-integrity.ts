import { z } from 'zod';
import { createLineIndex } from '../../base/text-range.ts';
import { isMarkupName } from '../../workspace/markup/markup-name.ts';
import { isTemplate } from '../../workspace/markup/raw-outputs.ts';
import { defineRule } from '../define-rule.ts';

interface Data {
  readonly [key: string]: string;
  readonly host: string;
}

export const rule = defineRule({
  id: 'security/missing-script-integrity',
  weakness: 'untrusted-package-source',
  cwe: [353, 829],
  needs: 'workspace',
  docs: {
    title: {
      en: 'Script of a public network without a check of its content',
      fr: 'Script d’un réseau public sans contrôle du contenu',
    },
    why: {
      en: 'The browser runs whatever the network delivers, also after someone has changed the file there. Name an exact version and add `integrity` and `crossorigin`, or serve the file yourself.',
      fr: 'Le navigateur exécute ce que le réseau livre, même si quelqu’un y a changé le fichier. Nommez une version exacte et ajoutez `integrity` et `crossorigin`, ou servez le fichier vous-même.',
    },
    forLeads: {
      en: 'If the outside network is broken into, its attackers run programs in the browsers of all customers.',
      fr: 'Si le réseau extérieur est piraté, les intrus exécutent leurs programmes chez tous les clients.',
    },
    bad: '<script src="https://cdn.jsdelivr.net/npm/vue@3.4.21/dist/vue.global.js"></script>',
    good: '<script src="/assets/vue.global.js"></script>',
    exampleFile: 'public/index.html',
  },
  options: z.strictObject({
    ignoreHosts: z.array(z.string()).default([]).describe('Hosts whose scripts need no check.'),
  }),
  message: {
    en: ({ host }: Data) => `The browser runs whatever \`${host}\` delivers here`,
    fr: ({ host }: Data) => `Le navigateur exécute ici tout ce que livre \`${host}\``,
  },
  detect: ({ workspace, options, report }) => {
    for (const [file, text] of workspace.supportingTexts()) {
      if ((!isMarkupName(file) && !isTemplate(file)) || isNotServed.test(file)) continue;
      let index: ReturnType<typeof createLineIndex> | undefined;
      for (const { host, start, end } of foreignScripts(text)) {
        if (options.ignoreHosts.includes(host)) continue;
        index ??= createLineIndex(text);
        report({ file, range: { start: index.positionAt(start), end: index.positionAt(end) } }, { host });
      }
    }
  },
});

/** Pages for developers, and what tools have written. */
const isNotServed =
  /(^|\/)(tests?|__tests__|specs?|e2e|fixtures?|__fixtures__|examples?|samples?|demos?|docs?|documentation|benchmarks?|playgrounds?|coverage|dist|build|out|vendors?|\.storybook|typedoc|jsdoc)\//i;

/** Networks that deliver the same bytes to everyone under an address with a version. */
const networks: ReadonlySet<string> = new Set([
  'cdn.jsdelivr.net',
  'unpkg.com',
  'cdnjs.cloudflare.com',
  'ajax.googleapis.com',
  'ajax.aspnetcdn.com',
  'code.jquery.com',
  'stackpath.bootstrapcdn.com',
  'maxcdn.bootstrapcdn.com',
  'netdna.bootstrapcdn.com',
  'cdn.bootcdn.net',
  'cdn.bootcss.com',
  'cdn.staticfile.org',
]);

interface ForeignScript {
  readonly host: string;
  /** Offsets of the address in the text. */
  readonly start: number;
  readonly end: number;
}

function foreignScripts(text: string): readonly ForeignScript[] {
  const page = withoutComments(text);
  return [...page.matchAll(/<script\b([^<>]{1,2000})>/gi)].flatMap((tag) => {
    const attributes = tag[1] ?? '';
    const address = /\ssrc\s{0,4}=\s{0,4}["']?((?:https?:)?\/\/([\w.-]{1,100})\/[^\s"'>]{1,500})/i.exec(attributes);
    const [, url = '', host = ''] = address ?? [];
    if (!networks.has(host.toLowerCase()) || /\s:?integrity\b/i.test(attributes)) return [];
    const start = tag.index + tag[0].indexOf(url);
    return [{ host, start, end: start + url.length }];
  });
}

/** Comments as blanks, so that every offset stays. */
function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  const parts = text.split('<!--');
  const [head = '', ...rest] = parts;
  return (
    head +
    rest
      .map((part) => {
        const close = part.indexOf('-->');
        return close < 0 ? ' '.repeat(part.length + 4) : ' '.repeat(close + 7) + part.slice(close + 3);
      })
      .join('')
  );
}
