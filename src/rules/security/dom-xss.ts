import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/dom-xss',
  weakness: 'reflected-xss',
  cwe: [79],
  profile: 'essential',
  precision: judged(173, 189),
  docs: {
    title: { en: 'Untrusted input put into the page as HTML', fr: 'Entrée non sûre placée dans la page comme HTML' },
    why: {
      en: 'HTML made of an address, a message or stored text runs the scripts in it. Set `textContent`, or clean the HTML with a maintained sanitizer such as DOMPurify first.',
      fr: 'Du HTML fait d’une adresse, d’un message ou d’un texte stocké exécute les scripts qu’il contient. Affectez `textContent`, ou nettoyez d’abord le HTML avec un outil maintenu tel que DOMPurify.',
    },
    forLeads: {
      en: 'Whoever follows a prepared link hands over their account: the page runs the attacker’s script in their name.',
      fr: 'Qui suit un lien préparé livre son compte : la page exécute le script de l’attaquant en son nom.',
    },
    bad: `const name = new URLSearchParams(location.search).get('name');
document.body.innerHTML = '<b>' + name + '</b>';`,
    good: `const name = new URLSearchParams(location.search).get('name');
document.body.textContent = name;`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `HTML in the page made from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `HTML de la page bâti avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['html-dom'], { notFrom: ['database', 'server-response'] }),
});
