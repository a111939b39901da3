import type { Language } from '../base/language.ts';

/** Sentences of `init`. */
interface InitWords {
  readonly unfinished: string;
  exists(file: string): string;
  written(file: string): string;
  notWritable(file: string, code: string): string;
  invalid(flag: string, value: string, expects: string): string;
  again(expects: string): string;
  badChange(text: string): string;
}

/** Sentences of `init` in each language. */
export const initWords: Readonly<Record<Language, InitWords>> = {
  en: {
    unfinished: 'The answers ended early, so nothing was written; answer all five questions or give them as flags.',
    exists: (file) => `${file} exists already and stays as it is; edit it, or move it away first.`,
    written: (file) => `Wrote ${file}. Next: cto-guardrails audit`,
    notWritable: (file, code) => `${file} cannot be written (${code}); mend the folder’s permissions.`,
    invalid: (flag, value, expects) => `${flag} cannot be ${value}; give ${expects}.`,
    again: (expects) => `Please give ${expects}.`,
    badChange: (text) =>
      `--set ${text} is no change of the profile; write a key and its value, such as --set teamSize=6.`,
  },
  fr: {
    unfinished:
      'Les réponses se sont arrêtées trop tôt, rien n’a été écrit\u202f; répondez aux cinq questions ou donnez-les en options.',
    exists: (file) => `${file} existe déjà et reste tel quel\u202f; modifiez-le, ou déplacez-le d’abord.`,
    written: (file) => `${file} est écrit. Ensuite\u00a0: cto-guardrails audit`,
    notWritable: (file, code) => `Impossible d’écrire ${file} (${code})\u202f; corrigez les droits du dossier.`,
    invalid: (flag, value, expects) => `${flag} ne peut valoir ${value}\u202f; donnez ${expects}.`,
    again: (expects) => `Merci de donner ${expects}.`,
    badChange: (text) =>
      `--set ${text} n’est pas un changement du profil\u202f; écrivez une clé et sa valeur, comme --set teamSize=6.`,
  },
};
