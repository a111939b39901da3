/** Languages every text of the product exists in; the first is the fallback. */
export const languages = ['en', 'fr'] as const;

export type Language = (typeof languages)[number];

/** One text in every language of the product. */
export type Localized = Readonly<Record<Language, string>>;

/** Picks the product language for a locale tag such as `fr-CA` or `en_GB.UTF-8`; unknown tags give English. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Makes one text in every language of the product. */
export function localize(text: (language: Language) => string): Localized {
  return { en: text('en'), fr: text('fr') };
}
