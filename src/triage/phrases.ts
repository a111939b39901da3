import { formatMonths } from '../base/duration.ts';
import { localize, type Language, type Localized } from '../base/language.ts';
import { createMoneyFormat, type Currency } from '../base/money.ts';
import { formatPercent, french } from '../base/typography.ts';
import type { IncidentRisk, Price } from '../cost/price.ts';

/** Sentences that give the reason of a class, with amounts. */
export interface Phrases {
  graveRisk(incident: IncidentRisk): Localized;
  dearAttack(price: Price, months: number): Localized;
  useful(months: number): Localized;
  /** Why a long upgrade waits, and until when: the quarter that begins at least three months from now. */
  readonly notItsOwnProject: Localized;
}

/** Makes the sentences for one currency and day. */
export function createPhrases(currency: Currency, today: string): Phrases {
  const formats = { en: createMoneyFormat('en', currency), fr: createMoneyFormat('fr', currency) };
  return {
    graveRisk: ({ probabilityPerYear, lossEur }) =>
      sentence(
        (l) =>
          `About ${formatPercent(probabilityPerYear, l)} a year, and a bad case costs about ${formats[l].rounded(lossEur.p90)}: it could seriously hurt the business.`,
        (l) =>
          `Environ ${formatPercent(probabilityPerYear, l)} de risque par an, et un mauvais cas coûte environ ${formats[l].rounded(lossEur.p90)} : peut nuire gravement à l’activité.`,
      ),
    dearAttack: ({ leaveEur }, months) =>
      sentence(
        (l) =>
          `An expected loss of about ${formats[l].rounded(leaveEur.mean)} a year that a fix ends; it pays for itself in ${formatMonths(months, l)}.`,
        (l) =>
          `Une perte attendue d’environ ${formats[l].rounded(leaveEur.mean)} par an qu’une correction supprime ; elle se rembourse en ${formatMonths(months, l)}.`,
      ),
    useful: (months) =>
      sentence(
        (l) => `Pays for itself in ${formatMonths(months, l)}.`,
        (l) => `Se rembourse en ${formatMonths(months, l)}.`,
      ),
    notItsOwnProject: notItsOwnProject(today),
  };
}

function notItsOwnProject(today: string): Localized {
  const review = nextReview(today);
  return sentence(
    (l) => `Not worth its own project today; review in ${monthName(review, l)}.`,
    (l) => `Ne justifie pas un projet à part aujourd’hui ; à revoir en ${monthName(review, l)}.`,
  );
}

function nextReview(today: string): Date {
  const [year = 1970, month = 1] = today.split('-').map(Number);
  const monthsAhead = Math.ceil((month + 2) / 3) * 3;
  return new Date(Date.UTC(year, monthsAhead, 1));
}

function monthName(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

function sentence(english: (language: Language) => string, inFrench: (language: Language) => string): Localized {
  return localize((language) => (language === 'fr' ? french(inFrench('fr')) : english('en')));
}
