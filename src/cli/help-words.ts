import type { Language } from '../base/language.ts';

/** Every text of `--help`. */
export interface HelpWords {
  /** Commander's own headings and labels by their English text. */
  readonly headings: ReadonlyMap<string, string>;
  readonly product: string;
  readonly commands: {
    readonly audit: string;
    readonly explain: string;
    readonly init: string;
    readonly doctor: string;
    readonly clearCache: string;
    readonly sbom: string;
    readonly plan: string;
    readonly price: string;
    readonly profile: string;
    readonly decide: string;
  };
  readonly arguments: {
    readonly folder: string;
    readonly subject: string;
    readonly sarif: string;
    readonly action: string;
    readonly decided: string;
  };
  readonly options: {
    /** The first format is the default. */
    format(formats: readonly string[]): string;
    readonly output: string;
    readonly config: string;
    readonly lang: string;
    readonly offline: string;
    readonly advisories: string;
    readonly noCache: string;
    readonly trustWorkspace: string;
    readonly timing: string;
    readonly quiet: string;
    readonly githubLimits: string;
    readonly from: string;
    readonly version: string;
    readonly help: string;
    readonly currency: string;
    readonly dayRate: string;
    readonly annualRevenue: string;
    readonly teamSize: string;
    readonly dataSensitivity: string;
    readonly budget: string;
    readonly minimum: string;
    readonly set: string;
    readonly root: string;
    readonly until: string;
    readonly reason: string;
    readonly owner: string;
    readonly class: string;
  };
  /** What exit codes mean, below the help of the program. */
  readonly exitCodes: string;
}

const english: HelpWords = {
  headings: new Map(),
  product:
    'Reviews JavaScript and TypeScript, prices every finding and sorts the work into indispensable, useful, incidental.',
  commands: {
    audit: 'Audit a folder: findings with their price, totals, and what to mend first.',
    explain: 'Explain a rule, or how the cost of a finding was computed.',
    init: 'Write a commented cto-guardrails.json from five questions; never overwrites one.',
    doctor: 'Show what an audit of a folder can rely on: Node, git, configuration, projects, cache, network.',
    sbom: 'List the packages of the lock files as a CycloneDX bill of materials (JSON).',
    clearCache: 'Delete the results that audits keep for the next one on this machine.',
    plan: 'Choose what to mend within a budget, or the least that leaves nothing indispensable.',
    profile: 'Show what moves the total most, where the time goes, and what another profile would change.',
    price: 'Price another tool’s SARIF with the profile, areas and history of a folder.',
    decide: 'Record what the team decided about a finding, or take it back.',
  },
  arguments: {
    sarif: 'SARIF 2.1.0 file of any tool',
    action:
      'accept (take the risk until a day), plan (mend by a day), overrule (another class), reject (the finding is false), undo',
    decided: 'fingerprint of the finding (its first digits suffice); for overrule and undo also the id of a rule',
    folder: 'the folder of the project (the current one when left out)',
    subject: 'id of a rule, or fingerprint of a finding (its first digits suffice)',
  },
  options: {
    format: (formats) => `form of the result: ${formats.join(', ')} (the first when left out)`,
    output: 'write the result to this file instead of standard output',
    config: 'use this file in place of the folder’s cto-guardrails.json',
    lang: 'language: en or fr (the locale’s when left out)',
    offline: 'ask no registry; use only what is on this machine',
    advisories: 'read security advisories from this OSV export',
    trustWorkspace: 'run the workspace’s own ESLint with its configuration and plugins: executes code of the workspace',
    timing: 'run in one process without a cache, and write the milliseconds of each rule to this JSON file',
    noCache: 'use no results of earlier audits and keep none',
    quiet: 'no progress and no remarks on standard error',
    githubLimits: 'SARIF: keep no more results than GitHub accepts',
    from: 'read the finding from this JSON result instead of auditing again',
    version: 'show the version',
    help: 'show this help',
    currency: 'currency of the amounts, such as EUR or USD',
    dayRate: 'what one day of a developer costs, all charges included',
    annualRevenue: 'what the company sells in a year; 0 when it sells nothing yet',
    teamSize: 'developers, in full-time equivalents',
    dataSensitivity: 'most sensitive data: none, personal, finance or health',
    budget: 'what may be spent: days (3d), hours (12h) or an amount (€2000)',
    set: 'ask what another value of the business profile would change; may stand several times',
    minimum: 'the smallest set that leaves nothing indispensable',
    root: 'folder whose profile, areas and history count (the current one when left out)',
    until: 'accept: last day of the acceptance; plan: day by which it is mended; such as 2027-03-31',
    reason: 'why, in one sentence; only a plan needs none',
    owner: 'the team that answers for it',
    class: 'overrule: indispensable, useful or incidental',
  },
  exitCodes: `Exit codes: 0 fine (always, for an audit without a gate), 1 the configured gate failed,
2 a mistake in arguments or configuration, 70 a defect of CTO Guardrails, 130 interrupted.`,
};

const french: HelpWords = {
  headings: new Map([
    ['Usage:', 'Utilisation\u00a0:'],
    ['Options:', 'Options\u00a0:'],
    ['Arguments:', 'Arguments\u00a0:'],
    ['Commands:', 'Commandes\u00a0:'],
  ]),
  product:
    'Relit le JavaScript et le TypeScript, chiffre chaque constat et classe le travail\u00a0: indispensable, utile, accessoire.',
  commands: {
    audit: 'Auditer un dossier\u00a0: constats chiffrés, totaux, et ce qu’il faut corriger d’abord.',
    explain: 'Expliquer une règle, ou comment le coût d’un constat a été calculé.',
    init: 'Écrire un cto-guardrails.json commenté à partir de cinq questions\u202f; n’en écrase jamais un.',
    doctor:
      'Montrer sur quoi un audit du dossier peut s’appuyer\u00a0: Node, git, configuration, projets, cache, réseau.',
    sbom: 'Lister les paquets des fichiers de verrouillage en nomenclature CycloneDX (JSON).',
    clearCache: 'Supprimer les résultats que les audits gardent sur cette machine pour le suivant.',
    plan: 'Choisir ce qu’il faut corriger dans un budget, ou le minimum pour que rien d’indispensable ne reste.',
    profile: 'Montrer ce qui fait le plus varier le total, où passe le temps, et ce qu’un autre profil changerait.',
    price: 'Chiffrer le SARIF d’un autre outil avec le profil, les zones et l’historique d’un dossier.',
    decide: 'Noter ce que l’équipe a décidé d’un constat, ou revenir dessus.',
  },
  arguments: {
    sarif: 'fichier SARIF 2.1.0 de n’importe quel outil',
    action:
      'accept (assumer le risque jusqu’à un jour), plan (corriger avant un jour), overrule (une autre classe), reject (le constat est faux), undo (annuler)',
    decided:
      'empreinte du constat (ses premiers chiffres suffisent)\u202f; pour overrule et undo, aussi l’identifiant d’une règle',
    folder: 'le dossier du projet (par défaut, le dossier courant)',
    subject: 'identifiant d’une règle, ou empreinte d’un constat (ses premiers chiffres suffisent)',
  },
  options: {
    format: (formats) => `forme du résultat\u00a0: ${formats.join(', ')} (par défaut, la première)`,
    output: 'écrire le résultat dans ce fichier plutôt que sur la sortie standard',
    config: 'utiliser ce fichier à la place du cto-guardrails.json du dossier',
    lang: 'langue\u00a0: en ou fr (par défaut, celle de l’environnement)',
    offline: 'n’interroger aucun registre\u202f; n’utiliser que ce qui est sur cette machine',
    advisories: 'lire les avis de sécurité dans cet export OSV',
    trustWorkspace:
      'exécuter l’ESLint de l’espace de travail avec sa configuration et ses extensions\u00a0: lance du code de cet espace',
    timing:
      'tout faire dans un seul processus, sans cache, et écrire les millisecondes de chaque règle dans ce fichier JSON',
    noCache: 'n’utiliser aucun résultat d’un audit précédent et n’en garder aucun',
    quiet: 'ni progression ni remarques sur la sortie d’erreur',
    githubLimits: 'SARIF\u00a0: ne pas garder plus de résultats que GitHub n’en accepte',
    from: 'lire le constat dans ce résultat JSON au lieu d’auditer à nouveau',
    version: 'afficher la version',
    help: 'afficher cette aide',
    currency: 'devise des montants, comme EUR ou CHF',
    dayRate: 'coût d’une journée de développeur, charges comprises, hors taxes',
    annualRevenue: 'chiffre d’affaires annuel\u202f; 0 si l’entreprise ne vend encore rien',
    teamSize: 'développeurs, en équivalents temps plein',
    dataSensitivity: 'données les plus sensibles\u00a0: none, personal, finance ou health',
    budget: 'ce qu’on peut dépenser\u00a0: jours (3j), heures (12h) ou montant (2000€)',
    set: 'demander ce qu’une autre valeur du profil changerait\u202f; peut figurer plusieurs fois',
    minimum: 'le plus petit ensemble après lequel rien d’indispensable ne reste',
    root: 'dossier dont comptent le profil, les zones et l’historique (par défaut, le dossier courant)',
    until:
      'accept\u00a0: dernier jour de l’acceptation\u202f; plan\u00a0: jour avant lequel corriger\u202f; comme 2027-03-31',
    reason: 'pourquoi, en une phrase\u202f; seul un plan s’en passe',
    owner: 'l’équipe qui en répond',
    class: 'overrule\u00a0: indispensable, useful (utile) ou incidental (accessoire)',
  },
  exitCodes: `Codes de sortie\u00a0: 0 tout va bien (toujours, pour un audit sans seuil), 1 le seuil bloquant est dépassé,
2 une erreur dans les arguments ou la configuration, 70 un défaut de CTO Guardrails, 130 interrompu.`,
};

/** Every text of `--help` in each language. */
export const helpWords: Readonly<Record<Language, HelpWords>> = { en: english, fr: french };
