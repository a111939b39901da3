import type { Localized } from '../../src/base/language.ts';
import type { Channel } from '../../src/cost/price.ts';
import type { Weakness } from '../../src/findings/weakness.ts';
import type { RuleCatalogue, TriageClass } from '../../src/triage/assessment.ts';

/** A rule with the figures its findings typically have; NAME in a message stands for a name of the code. */
export interface Kind {
  readonly rule: string;
  readonly weakness: Weakness;
  readonly channel: Channel;
  readonly class: TriageClass;
  readonly leaveEur: number;
  readonly fixMinutes: number;
  readonly message: Localized;
  readonly title: Localized;
  readonly why: Localized;
  readonly forLeads: Localized;
}

export const kinds: readonly Kind[] = [
  {
    rule: 'security/sql-injection',
    weakness: 'injection',
    channel: 'security',
    class: 'indispensable',
    leaveEur: 549,
    fixMinutes: 69,
    message: { en: 'SQL text built from `req.query.NAME`', fr: 'Requête SQL construite avec `req.query.NAME`' },
    title: { en: 'SQL injection', fr: 'Injection SQL' },
    why: {
      en: 'Whoever sends the request decides what the database runs.',
      fr: 'L’auteur de la requête décide de ce que la base exécute.',
    },
    forLeads: {
      en: 'A stranger can read or change every customer’s data through this form.',
      fr: 'Un inconnu peut lire ou modifier les données de tous les clients par ce formulaire.',
    },
  },
  {
    rule: 'quality/cognitive-complexity',
    weakness: 'cognitive-complexity',
    channel: 'drag',
    class: 'useful',
    leaveEur: 568,
    fixMinutes: 86,
    message: {
      en: '`NAME` takes 42 steps of reasoning to follow (limit 15)',
      fr: '`NAME` demande 42 étapes de raisonnement (limite 15)',
    },
    title: { en: 'Function too complex to follow', fr: 'Fonction trop complexe à suivre' },
    why: {
      en: 'Every change here needs the whole function in mind, and tests rarely cover all its paths.',
      fr: 'Chaque modification oblige à garder toute la fonction en tête, et les tests en couvrent rarement tous les chemins.',
    },
    forLeads: {
      en: 'Changes in this part of the product take longer than they should, every time.',
      fr: 'Chaque évolution de cette partie du produit prend plus de temps qu’il ne faudrait.',
    },
  },
  {
    rule: 'quality/swallowed-error',
    weakness: 'swallowed-error',
    channel: 'defects',
    class: 'useful',
    leaveEur: 64,
    fixMinutes: 43,
    message: {
      en: 'The error of `NAME` is caught and forgotten',
      fr: 'L’erreur de `NAME` est interceptée puis oubliée',
    },
    title: { en: 'Error caught and forgotten', fr: 'Erreur interceptée puis oubliée' },
    why: {
      en: 'The failure goes on as success, and nothing in the logs says why the data is wrong.',
      fr: 'L’échec passe pour un succès, et aucun journal ne dit pourquoi les données sont fausses.',
    },
    forLeads: {
      en: 'When something fails here nobody is told, so customers notice before the team does.',
      fr: 'Quand un problème survient ici, personne n’est prévenu\u00a0: les clients s’en aperçoivent avant l’équipe.',
    },
  },
  {
    rule: 'libraries/outdated-dependency',
    weakness: 'outdated-major',
    channel: 'drift',
    class: 'incidental',
    leaveEur: 57,
    fixMinutes: 201,
    message: {
      en: '`express` 3.21.2 is two major versions behind 5.1.0',
      fr: '`express` 3.21.2 a deux versions majeures de retard sur 5.1.0',
    },
    title: { en: 'Outdated library', fr: 'Bibliothèque dépassée' },
    why: {
      en: 'Each release skipped makes the next upgrade longer.',
      fr: 'Chaque version sautée allonge la mise à niveau suivante.',
    },
    forLeads: {
      en: 'The product stands on parts whose makers have moved on; catching up gets dearer each year.',
      fr: 'Le produit repose sur des composants que leurs auteurs ont remplacés\u202f; rattraper coûte plus cher chaque année.',
    },
  },
  {
    rule: 'performance/await-in-loop',
    weakness: 'sequential-await',
    channel: 'defects',
    class: 'incidental',
    leaveEur: 24,
    fixMinutes: 45,
    message: {
      en: '`NAME` is awaited once per turn of this loop',
      fr: '`NAME` est attendu à chaque tour de cette boucle',
    },
    title: { en: 'Sequential awaits in a loop', fr: 'Attentes successives dans une boucle' },
    why: {
      en: 'Each turn waits for the one before it, so latency grows with the list.',
      fr: 'Chaque tour attend le précédent\u00a0: la latence croît avec la liste.',
    },
    forLeads: {
      en: 'This page gets slower with every item a customer adds.',
      fr: 'Cette page ralentit à chaque élément ajouté par un client.',
    },
  },
  {
    rule: 'security/hard-coded-secret',
    weakness: 'secret-in-repository',
    channel: 'security',
    class: 'indispensable',
    leaveEur: 380,
    fixMinutes: 84,
    message: { en: 'A payment provider’s live key is written here', fr: 'Une clé de paiement active est écrite ici' },
    title: { en: 'Secret in the code', fr: 'Secret dans le code' },
    why: {
      en: 'Everyone who ever had a copy of the repository has the key.',
      fr: 'Quiconque a eu une copie du dépôt possède la clé.',
    },
    forLeads: {
      en: 'Anyone who has ever seen this code can act in the company’s name at the provider.',
      fr: 'Quiconque a vu ce code peut agir au nom de l’entreprise chez le prestataire.',
    },
  },
  {
    rule: 'architecture/circular-dependency',
    weakness: 'circular-dependency',
    channel: 'drag',
    class: 'useful',
    leaveEur: 140,
    fixMinutes: 300,
    message: {
      en: 'Imports go in a circle: cart-store → cart-view → cart-store',
      fr: 'Les imports tournent en rond\u00a0: cart-store → cart-view → cart-store',
    },
    title: { en: 'Circular dependency', fr: 'Dépendance circulaire' },
    why: {
      en: 'Neither module can be understood, tested or loaded without the other.',
      fr: 'Aucun des deux modules ne se comprend, ne se teste ni ne se charge sans l’autre.',
    },
    forLeads: {
      en: 'Two parts of the product can only be changed together, which slows both.',
      fr: 'Deux parties du produit ne peuvent évoluer qu’ensemble, ce qui ralentit l’une et l’autre.',
    },
  },
  {
    rule: 'tests/skipped-test',
    weakness: 'skipped-test',
    channel: 'drag',
    class: 'incidental',
    leaveEur: 12,
    fixMinutes: 20,
    message: { en: 'The test of `NAME` is switched off', fr: 'Le test de `NAME` est désactivé' },
    title: { en: 'Skipped test', fr: 'Test désactivé' },
    why: {
      en: 'What it checked is no longer checked, and nothing says since when.',
      fr: 'Ce qu’il vérifiait ne l’est plus, et rien ne dit depuis quand.',
    },
    forLeads: {
      en: 'A safety check has been switched off and left that way.',
      fr: 'Un contrôle de sécurité a été désactivé puis laissé ainsi.',
    },
  },
];

/** What the sample's rules say. */
export const sampleRules: RuleCatalogue = new Map(
  kinds.map((kind) => [
    kind.rule,
    {
      id: kind.rule,
      weakness: kind.weakness,
      title: kind.title,
      why: kind.why,
      forLeads: kind.forLeads,
      cwe: [],
      family: kind.rule.split('/')[0]!,
      precision: 0.7,
      isMeasured: true,
      bad: '',
      good: '',
    },
  ]),
);
