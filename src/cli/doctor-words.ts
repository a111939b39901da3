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
    readonly eslint: string;
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
  readonly noConfiguration: string;
  readonly noBusiness: string;
  readonly validConfiguration: string;
  projects(configs: number, withoutConfig: number): string;
  libraries(manifests: number, lockFiles: number): string;
  /** `version` is undefined where the configuration is there and ESLint is not. */
  eslint(configuration: string, version: string | undefined): string;
  readonly noEslint: string;
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
    eslint: 'ESLint',
    cache: 'Cache',
    network: 'Network',
  },
  node: (version, needed, isOld) => (isOld ? `${version} is too old; install ${needed} or newer` : version),
  folder: (root, files, codeLines, skipped) =>
    `${root}; source files: ${files}, lines of code: ${codeLines}, left out: ${skipped}`,
  noGit: 'no history: figures have grade E and no payback; run inside a git clone with git installed',
  git: ({ head, date, months, authors }) => `${head} of ${date}; active authors in ${months} months: ${authors}`,
  noConfiguration: 'no cto-guardrails.json: every figure rests on defaults; run cto-guardrails init',
  noBusiness: 'cto-guardrails.json says nothing of the business, so figures rest on defaults; add a `business` section',
  validConfiguration: 'cto-guardrails.json is valid',
  projects: (configs, withoutConfig) => `tsconfig files: ${configs}; source files outside them: ${withoutConfig}`,
  libraries: (manifests, lockFiles) => `package.json files: ${manifests}; lock files: ${lockFiles}`,
  eslint: (configuration, version) =>
    version === undefined
      ? `${configuration} is there, but ESLint is not installed; run npm install to use it`
      : `${version} with ${configuration}; runs only with --trust-workspace, since it executes code of the workspace`,
  noEslint: 'no configuration in this folder, so --trust-workspace would run nothing',
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
    eslint: 'ESLint',
    cache: 'Cache',
    network: 'Réseau',
  },
  node: (version, needed, isOld) =>
    isOld ? `${version} est trop ancien\u202f; installez ${needed} ou plus récent` : version,
  folder: (root, files, codeLines, skipped) =>
    `${root}\u202f; fichiers source\u00a0: ${files}, lignes de code\u00a0: ${codeLines}, ignorés\u00a0: ${skipped}`,
  noGit:
    'aucun historique\u00a0: chiffres de fiabilité E et sans délai de retour\u202f; lancez la commande dans un clone git, git étant installé',
  git: ({ head, date, months, authors }) =>
    `${head} du ${date}\u202f; auteurs actifs en ${months} mois\u00a0: ${authors}`,
  noConfiguration:
    'pas de cto-guardrails.json\u00a0: tous les chiffres reposent sur des valeurs par défaut\u202f; lancez cto-guardrails init',
  noBusiness:
    'cto-guardrails.json ne dit rien de l’entreprise, les chiffres reposent sur des valeurs par défaut\u202f; ajoutez une section `business`',
  validConfiguration: 'cto-guardrails.json est valide',
  projects: (configs, withoutConfig) =>
    `fichiers tsconfig\u00a0: ${configs}\u202f; fichiers source hors de ceux-ci\u00a0: ${withoutConfig}`,
  libraries: (manifests, lockFiles) =>
    `fichiers package.json\u00a0: ${manifests}\u202f; fichiers de verrouillage\u00a0: ${lockFiles}`,
  eslint: (configuration, version) =>
    version === undefined
      ? `${configuration} est là, mais ESLint n’est pas installé\u202f; lancez npm install pour l’utiliser`
      : `${version} avec ${configuration}\u202f; ne tourne qu’avec --trust-workspace, car il exécute du code de l’espace de travail`,
  noEslint: 'aucune configuration dans ce dossier\u00a0: --trust-workspace ne lancerait rien',
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
