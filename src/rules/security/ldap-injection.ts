import { defineRule } from '../define-rule.ts';
import { flowOptions, reportFlows, sourceNouns } from './report-flows.ts';
import type { FlowData } from './report-flows.ts';

export const rule = defineRule({
  id: 'security/ldap-injection',
  weakness: 'injection',
  cwe: [90],
  docs: {
    title: { en: 'LDAP query built from untrusted input', fr: 'Requête LDAP bâtie avec une entrée non sûre' },
    why: {
      en: '`*`, `(`, `)` and `\\\\` in pasted text change what a filter or a name means. Escape the input with the library’s own function, or build the filter from objects.',
      fr: '`*`, `(`, `)` et `\\\\` dans un texte collé changent le sens d’un filtre ou d’un nom. Échappez l’entrée avec la fonction de la bibliothèque, ou composez le filtre avec des objets.',
    },
    forLeads: {
      en: 'A visitor can read the directory of employees or log in as one of them.',
      fr: 'Un visiteur peut lire l’annuaire des salariés ou se connecter à la place de l’un d’eux.',
    },
    bad: `import express from 'express';
import ldap from 'ldapjs';
const directory = ldap.createClient({ url: 'ldap://localhost' });
express().get('/people', (req, res) => {
  directory.search('o=example', { filter: \`(cn=\${req.query.name})\` }, (error, found) => res.json(found));
});`,
    good: `import express from 'express';
import ldap from 'ldapjs';
const directory = ldap.createClient({ url: 'ldap://localhost' });
express().get('/people', (req, res) => {
  const filter = new ldap.EqualityFilter({ attribute: 'cn', value: req.query.name });
  directory.search('o=example', { filter }, (error, found) => res.json(found));
});`,
  },
  options: flowOptions,
  message: {
    en: ({ source, kind }: FlowData) => `LDAP query built from ${sourceNouns.en(kind)} \`${source}\``,
    fr: ({ source, kind }: FlowData) => `Requête LDAP bâtie avec ${sourceNouns.fr(kind)} \`${source}\``,
  },
  needs: 'flows',
  detect: (context) => reportFlows(context, ['ldap']),
});
