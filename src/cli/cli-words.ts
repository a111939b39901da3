import type { Language } from '../base/language.ts';
import type { AuditProgress } from '../audit/audit-options.ts';

/** Sentences of the terminal shell besides its help. */
export interface CliWords {
  readonly progress: Readonly<Record<AuditProgress['phase'], string>>;
  readonly cancelled: string;
  /** Said before the stack of a defect of ours. */
  readonly defect: string;
  outputFolderMissing(file: string): string;
  outputIsFolder(file: string): string;
  outputFails(file: string, code: string): string;
  folderMissing(folder: string): string;
  notAFolder(folder: string): string;
  inputMissing(flag: string, file: string): string;
  onlyWithSarif(flag: string): string;
  gateFailed(reasons: readonly string[]): string;
}

const english: CliWords = {
  progress: {
    discovering: 'Looking for files',
    loading: 'Loading projects',
    history: 'Reading git history',
    libraries: 'Looking up libraries',
    analysing: 'Analysing',
    eslint: 'Running the workspace’s ESLint',
    pricing: 'Pricing',
  },
  cancelled: 'Cancelled; nothing was written.',
  defect: 'This is a defect of CTO Guardrails, not a mistake of yours; please report it with these lines:',
  outputFolderMissing: (file) => `The folder of --output ${file} does not exist; create it or name another file.`,
  outputIsFolder: (file) => `--output ${file} is a folder; name a file.`,
  outputFails: (file, code) => `--output ${file} cannot be written (${code}); name another file.`,
  folderMissing: (folder) => `The folder ${folder} does not exist; name an existing folder.`,
  notAFolder: (folder) => `${folder} is not a folder; name the folder that holds the project.`,
  inputMissing: (flag, file) => `${`${flag} ${file}`.trim()} does not exist or cannot be read; name an existing file.`,
  onlyWithSarif: (flag) => `${flag} applies to --format sarif only; add that or leave ${flag} out.`,
  gateFailed: (reasons) => `Gate failed: ${reasons.join('; ')}.`,
};

const french: CliWords = {
  progress: {
    discovering: 'Recherche des fichiers',
    loading: 'Chargement des projets',
    history: 'Lecture de l’historique git',
    libraries: 'Consultation des bibliothèques',
    analysing: 'Analyse',
    eslint: 'Exécution de l’ESLint de l’espace de travail',
    pricing: 'Chiffrage',
  },
  cancelled: 'Interrompu\u202f; rien n’a été écrit.',
  defect:
    'C’est un défaut de CTO Guardrails, pas une erreur de votre part\u202f; merci de le signaler avec ces lignes\u00a0:',
  outputFolderMissing: (file) =>
    `Le dossier de --output ${file} n’existe pas\u202f; créez-le ou indiquez un autre fichier.`,
  outputIsFolder: (file) => `--output ${file} est un dossier\u202f; indiquez un fichier.`,
  outputFails: (file, code) => `Impossible d’écrire --output ${file} (${code})\u202f; indiquez un autre fichier.`,
  folderMissing: (folder) => `Le dossier ${folder} n’existe pas\u202f; indiquez un dossier existant.`,
  notAFolder: (folder) => `${folder} n’est pas un dossier\u202f; indiquez le dossier qui contient le projet.`,
  inputMissing: (flag, file) =>
    `${`${flag} ${file}`.trim()} n’existe pas ou est illisible\u202f; indiquez un fichier existant.`,
  onlyWithSarif: (flag) => `${flag} ne vaut que pour --format sarif\u202f; ajoutez-le ou retirez ${flag}.`,
  gateFailed: (reasons) => `Seuil bloquant dépassé\u00a0: ${reasons.join('\u202f; ')}.`,
};

/** Sentences of the terminal shell in each language. */
export const cliWords: Readonly<Record<Language, CliWords>> = { en: english, fr: french };
