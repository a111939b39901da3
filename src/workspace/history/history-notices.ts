import type { Notice } from '../../base/notice.ts';

/** Why there is no history, or not all of it, and what to do. */
export type HistoryProblem =
  'git-off' | 'git-missing' | 'no-repository' | 'no-commits' | 'git-refused' | 'git-failed' | 'history-truncated';

const nb = '\u00a0';
const thin = '\u202f';

const texts: Readonly<Record<HistoryProblem, Notice['text']>> = {
  'git-off': {
    en: 'Git is not run in a folder that is not trusted, so costs are estimated without its history; trust the folder to use it.',
    fr: `Git n’est pas lancé dans un dossier non approuvé, les coûts sont donc estimés sans son historique${thin}; approuvez le dossier pour l’utiliser.`,
  },
  'git-missing': {
    en: 'There is no git on this machine, so costs are estimated without history; install git to weigh files by how often they change.',
    fr: `Git est absent de cette machine, les coûts sont donc estimés sans historique${thin}; installez git pour pondérer les fichiers par leurs changements.`,
  },
  'no-repository': {
    en: 'This folder is not in a git repository, so costs are estimated without history; open a clone to weigh files by how often they change.',
    fr: `Ce dossier n’est pas dans un dépôt git, les coûts sont donc estimés sans historique${thin}; ouvrez un clone pour pondérer les fichiers par leurs changements.`,
  },
  'no-commits': {
    en: 'The git repository has no commit yet, so costs are estimated without history; they sharpen as commits are made.',
    fr: `Le dépôt git n’a encore aucun commit, les coûts sont donc estimés sans historique${thin}; ils s’affineront avec les commits.`,
  },
  'git-refused': {
    en: 'Git refuses this repository because another user owns it, so costs are estimated without history; add it to git’s "safe.directory" if you trust it.',
    fr: `Git refuse ce dépôt car il appartient à un autre utilisateur, les coûts sont donc estimés sans historique${thin}; ajoutez-le à «${nb}safe.directory${nb}» si vous lui faites confiance.`,
  },
  'git-failed': {
    en: 'Git could not read the history of this repository, so costs are estimated without it; run "git fsck" to see what is broken.',
    fr: `Git n’a pas pu lire l’historique de ce dépôt, les coûts sont donc estimés sans lui${thin}; lancez «${nb}git fsck${nb}» pour voir ce qui est abîmé.`,
  },
  'history-truncated': {
    en: 'This clone is shallow and does not reach back 12 months, so files seem to change less than they do; run "git fetch --unshallow" for better figures.',
    fr: `Ce clone est superficiel et ne remonte pas à 12${nb}mois, les fichiers semblent donc moins changer qu’en réalité${thin}; lancez «${nb}git fetch --unshallow${nb}» pour de meilleurs chiffres.`,
  },
};

/** The notice of a problem with the history; none of them is an error, since figures stand without it. */
export function historyNotice(code: HistoryProblem): Notice {
  const level = code === 'git-refused' || code === 'git-failed' || code === 'history-truncated' ? 'warning' : 'info';
  return { level, code, text: texts[code] };
}
