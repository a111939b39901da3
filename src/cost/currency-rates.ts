import { french } from '../base/typography.ts';
import type { Sourced } from './constant.ts';

/**
 * Where the rates below come from: nobody could read a bank's table while they were set, so they stand as assumptions
 * of that day, for orders of magnitude. A profile states its own in `currencyPerEur`.
 */
export const currencyRates: Sourced = {
  tag: 'A',
  source: {
    en: 'Rounded market rates from memory, good for orders of magnitude; currencies tied to the euro are exact',
    fr: french('Taux du marché arrondis, de mémoire, en ordre de grandeur ; les devises liées à l’euro sont exactes'),
  },
  date: '2025-06-30',
};

/** Units of each currency for one euro. */
export const currencyPerEur: ReadonlyMap<string, number> = new Map(
  Object.entries({
    EUR: 1,
    AED: 4.3,
    ARS: 1395,
    AUD: 1.79,
    BGN: 1.95583,
    BRL: 6.44,
    CAD: 1.6,
    CHF: 0.935,
    CLP: 1095,
    CNY: 8.4,
    COP: 4790,
    CZK: 24.7,
    DKK: 7.46,
    DZD: 152,
    EGP: 58.2,
    GBP: 0.856,
    HKD: 9.2,
    HUF: 400,
    IDR: 19000,
    ILS: 3.95,
    INR: 101,
    ISK: 142,
    JPY: 169,
    KES: 151,
    KRW: 1590,
    MAD: 10.6,
    MXN: 22.1,
    MYR: 4.94,
    NGN: 1795,
    NOK: 11.8,
    NZD: 1.93,
    PHP: 66,
    PKR: 332,
    PLN: 4.24,
    RON: 5.08,
    RSD: 117,
    SAR: 4.4,
    SEK: 11.1,
    SGD: 1.49,
    THB: 38.1,
    TND: 3.39,
    TRY: 46.6,
    TWD: 34.2,
    UAH: 49,
    USD: 1.17,
    VND: 30600,
    XAF: 655.957,
    XOF: 655.957,
    ZAR: 20.8,
  }),
);
