import type { Language } from '../base/language.ts';

/** Wording of `doctor`. */
export interface DoctorWords {
  readonly labels: {
    readonly node: string;
    readonly folder: string;
    readonly git: string;
    readonly configuration: string;
    readonly projects: string;
    readonly libraries: string;
    readonly cache: string;
    readonly network: string;
  };
  node(version: string, needed: string, isOld: boolean): string;
  folder(root: string, files: number, codeLines: number, skipped: number): string;
  readonly noGit: string;
  git(facts: {
    readonly head: string;
    readonly date: string;
    readonly months: number;
    readonly authors: number;
  }): string;
  readonly shallowGit: string;
  readonly noConfiguration: string;
  readonly noBusiness: string;
  readonly validConfiguration: string;
  projects(configs: number, withoutConfig: number): string;
  libraries(manifests: number, lockFiles: number): string;
  cache(folder: string): string;
  cacheNotWritable(folder: string): string;
  readonly offlineByFlag: string;
  readonly offlineByConfiguration: string;
  network(answered: number, asked: number): string;
}

const english: DoctorWords = {
  labels: {
    node: 'Node',
    folder: 'Folder',
    git: 'Git',
    configuration: 'Configuration',
    projects: 'Projects',
    libraries: 'Libraries',
    cache: 'Cache',
    network: 'Network',
  },
  node: (version, needed, isOld) => (isOld ? `${version} is too old; install ${needed} or newer` : version),
  folder: (root, files, codeLines, skipped) =>
    `${root}: ${files} source files, ${codeLines} lines of code, ${skipped} left out`,
  noGit: 'no history: figures have grade E and no payback; run inside a git clone with git installed',
  git: ({ head, date, months, authors }) => `${head} of ${date}; ${authors} active authors in ${months} months`,
  shallowGit: 'the clone is shallow, so its history does not count; run git fetch --unshallow',
  noConfiguration: 'no cto-guardrails.json: every figure rests on defaults; run cto-guardrails init',
  noBusiness: 'cto-guardrails.json says nothing of the business, so figures rest on defaults; add a `business` section',
  validConfiguration: 'cto-guardrails.json is valid',
  projects: (configs, withoutConfig) => `${configs} tsconfig files; ${withoutConfig} source files belong to none`,
  libraries: (manifests, lockFiles) => `${manifests} package.json files, ${lockFiles} lock files`,
  cache: (folder) => folder,
  cacheNotWritable: (folder) =>
    `${folder} cannot be written, so every run asks the registry anew; mend its permissions`,
  offlineByFlag: 'not asked, because of --offline',
  offlineByConfiguration: 'off; set `libraries.online` to true in cto-guardrails.json to ask the package registry',
  network: (answered, asked) => `the registry answered for ${answered} of ${asked} packages`,
};

const french: DoctorWords = {
  labels: {
    node: 'Node',
    folder: 'Dossier',
    git: 'Git',
    configuration: 'Configuration',
    projects: 'Projets',
    libraries: 'Bibliothèques',
    cache: 'Cache',
    network: 'Réseau',
  },
  node: (version, needed, isOld) =>
    isOld ? `${version} est trop ancien\u202f; installez ${needed} ou plus récent` : version,
  folder: (root, files, codeLines, skipped) =>
    `${root}\u00a0: ${files} fichiers source, ${codeLines} lignes de code, ${skipped} ignorés`,
  noGit:
    'aucun historique\u00a0: chiffres de fiabilité E et sans délai de retour\u202f; lancez la commande dans un clone git, git étant installé',
  git: ({ head, date, months, authors }) => `${head} du ${date}\u202f; ${authors} auteurs actifs en ${months} mois`,
  shallowGit: 'le clone est superficiel, son historique ne compte pas\u202f; lancez git fetch --unshallow',
  noConfiguration:
    'pas de cto-guardrails.json\u00a0: tous les chiffres reposent sur des valeurs par défaut\u202f; lancez cto-guardrails init',
  noBusiness:
    'cto-guardrails.json ne dit rien de l’entreprise, les chiffres reposent sur des valeurs par défaut\u202f; ajoutez une section `business`',
  validConfiguration: 'cto-guardrails.json est valide',
  projects: (configs, withoutConfig) =>
    `${configs} fichiers tsconfig\u202f; ${withoutConfig} fichiers source n’appartiennent à aucun`,
  libraries: (manifests, lockFiles) => `${manifests} fichiers package.json, ${lockFiles} fichiers de verrouillage`,
  cache: (folder) => folder,
  cacheNotWritable: (folder) =>
    `impossible d’écrire dans ${folder}, chaque exécution interroge donc à nouveau le registre\u202f; corrigez les droits`,
  offlineByFlag: 'non interrogé, à cause de --offline',
  offlineByConfiguration:
    'désactivé\u202f; mettez `libraries.online` à true dans cto-guardrails.json pour interroger le registre',
  network: (answered, asked) => `le registre a répondu pour ${answered} paquets sur ${asked}`,
};

/** Wording of `doctor` in each language. */
export const doctorWords: Readonly<Record<Language, DoctorWords>> = { en: english, fr: french };
