import type { Language } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import type { FailureReason } from './lookup-failure.ts';
import { failureTexts } from './lookup-failure.ts';

const maxNames = 5;

/** The network is off: nothing was compared with a registry. */
export function lookupsOffline(packages: number): Notice {
  return {
    level: 'info',
    code: 'registry-offline',
    text: {
      en: `${counted(packages, 'package', 'packages')} not compared with the registry because the network is off; outdated and deprecated packages are not told, beyond what the lock file shows`,
      fr: `${counted(packages, 'paquet non comparé', 'paquets non comparés')} au registre car le réseau est coupé\u202f; les paquets obsolètes ou dépréciés ne sont pas signalés, hormis ce que montre le fichier de verrouillage`,
    },
  };
}

/** Some packages are missing from the facts. */
export function lookupsIncomplete(failures: ReadonlyMap<string, FailureReason>, packages: number): Notice {
  return {
    level: 'warning',
    code: 'registry-incomplete',
    text: {
      en: `${failures.size} of ${counted(packages, 'package', 'packages')} could not be looked up: ${examples(failures, 'en')}; what is late or deprecated among them is missing from this result`,
      fr: `${failures.size} paquet${failures.size > 1 ? 's' : ''} sur ${packages} sans réponse du registre\u00a0: ${examples(failures, 'fr')}\u202f; leurs retards et dépréciations manquent à ce résultat`,
    },
  };
}

/** Some facts come from the cache because the registry did not answer. */
export function lookupsStale(names: readonly string[], packages: number): Notice {
  return {
    level: 'info',
    code: 'registry-stale',
    text: {
      en: `The registry did not answer for ${names.length} of ${counted(packages, 'package', 'packages')}; what it said before, over a day ago, was used`,
      fr: `Le registre n’a pas répondu pour ${names.length} paquet${names.length > 1 ? 's' : ''} sur ${packages}\u202f; ses réponses précédentes, de plus d’un jour, ont servi`,
    },
  };
}

/** The policy asks for a cool-down that cannot be checked everywhere. */
export function releasesUndated(names: readonly string[], days: number): Notice {
  return {
    level: 'warning',
    code: 'registry-undated',
    text: {
      en: `The cool-down of ${days} days was not checked for ${counted(names.length, 'package', 'packages')}, because the registry did not tell when their versions came out: ${listed(names, 'en')}`,
      fr: `Le délai de prudence de ${days} jours n’a pas été vérifié pour ${counted(names.length, 'paquet', 'paquets')}, faute de dates de publication dans le registre\u00a0: ${listed(names, 'fr')}`,
    },
  };
}

/** Answers could not be kept; the next run asks again. */
export function cacheNotWritable(reason: string): Notice {
  return {
    level: 'info',
    code: 'registry-cache-not-writable',
    text: {
      en: `Answers of the registry could not be kept for the next run (${reason}); make the cache folder writable`,
      fr: `Les réponses du registre n’ont pas pu être conservées pour la prochaine fois (${reason})\u202f; rendez le dossier de cache accessible en écriture`,
    },
  };
}

/** Names by reason, the most frequent reason first: "a, b (no answer in time), c (not in its registry) and 3 more". */
function examples(failures: ReadonlyMap<string, FailureReason>, language: Language): string {
  const byReason = new Map<FailureReason, string[]>();
  for (const [name, reason] of failures) byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  const groups = [...byReason].sort(([, a], [, b]) => b.length - a.length);
  return groups.map(([reason, names]) => `${listed(names, language)} (${failureTexts[reason][language]})`).join(', ');
}

function listed(names: readonly string[], language: Language): string {
  const shown = names.slice(0, maxNames).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  if (more <= 0) return shown.join(', ');
  return `${shown.join(', ')} ${language === 'fr' ? `et ${more} autres` : `and ${more} more`}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
