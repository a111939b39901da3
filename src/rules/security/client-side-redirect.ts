import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/client-side-redirect',
  weakness: 'reflected-xss',
  cwe: [601, 79],
  precision: judged(66, 73),
  docs: {
    title: { en: 'Page address from untrusted input', fr: 'Adresse de page tirée d’une entrée non sûre' },
    why: {
      en: 'An address may be `javascript:…`, which runs in this page, or lead to another site. Check its protocol and host, or allow only paths.',
      fr: 'Une adresse peut être `javascript:…`, exécutée dans cette page, ou mener à un autre site. Vérifiez son protocole et son hôte, ou n’acceptez que des chemins.',
    },
    forLeads: {
      en: 'A prepared link can run an attacker’s script in a customer’s session, or lead the customer to a fake site.',
      fr: 'Un lien préparé peut exécuter le script d’un attaquant dans la session d’un client, ou mener ce client vers un faux site.',
    },
    bad: `const next = new URLSearchParams(location.search).get('next');
location.href = next ?? '/';`,
    good: `const next = new URLSearchParams(location.search).get('next');
location.href = '/pages/' + encodeURIComponent(next ?? '');`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) =>
      `Address of the page or a link taken from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Adresse de page ou de lien tirée de ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['page-url'], { notFrom: ['database'] }),
});
