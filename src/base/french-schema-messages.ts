import { french } from './typography.ts';

/**
 * The French wording of a message that a schema gives in English; undefined for one that no schema of ours words.
 * A message may be a prefix with a meaning behind it.
 */
export function frenchSchemaMessage(english: string): string | undefined {
  const whole = sentences.get(english);
  if (whole !== undefined) return french(whole);
  for (const [prefix, translated] of prefixes) {
    if (!english.startsWith(prefix)) continue;
    const rest = english.slice(prefix.length);
    return french(translated + (sentences.get(rest) ?? rest));
  }
  const code = /^no rate is known for "([^"]*)": /.exec(english)?.[1];
  if (code !== undefined) return french(`aucun taux n’est connu pour « ${code} » : ${unknownRate}`);
  const most = /^expected at most ([\d.e+]+): (.*)$/.exec(english);
  return most === null
    ? undefined
    : french(`attendu : au plus ${most[1] ?? ''}, ${sentences.get(most[2] ?? '') ?? most[2] ?? ''}`);
}

const unknownRate = 'indiquez dans `currencyPerEur` combien d’unités achète un euro, ou choisissez une autre devise';

const prefixes: readonly (readonly [english: string, french: string])[] = [
  ['expected a number above 0: ', 'attendu : un nombre supérieur à 0, '],
  ['expected a number: ', 'attendu : un nombre, '],
  ['expected 0 or more: ', 'attendu : 0 ou plus, '],
  ['expected a number between ', 'attendu : un nombre compris entre '],
  ['expected one of ', 'attendu : l’une des valeurs '],
];

const sentences: ReadonlyMap<string, string> = new Map([
  [
    'expected the name of an assumption as the page of the cost model lists them',
    'attendu : le nom d’une hypothèse, comme la page du modèle de coût les liste',
  ],
  ['expected a reason in quotes', 'attendu : une raison entre guillemets'],
  [
    'expected a reason: whoever reads this in a year must understand it',
    'attendu : une raison, que l’on comprendra encore dans un an',
  ],
  ['expected a fingerprint of 20 hexadecimal digits', 'attendu : une empreinte de 20 chiffres hexadécimaux'],
  [
    'expected an `action`: "accept", "plan", "reject" or "overrule"',
    'attendu : une `action`, "accept", "plan", "reject" ou "overrule"',
  ],
  [
    'expected version 1; a newer version of the tool wrote this file',
    'attendu : la version 1 ; une version plus récente de l’outil a écrit ce fichier',
  ],
  ['units of your currency that one euro buys', 'les unités de votre devise qu’achète un euro'],
  ['what one hour of a developer costs', 'le coût d’une heure de développeur'],
  ['what one day of a developer costs', 'le coût d’une journée de développeur'],
  [
    'what the company sells in a year; 0 when it sells nothing yet',
    'ce que l’entreprise vend en un an ; 0 si elle ne vend encore rien',
  ],
  ['the number of developers, such as 4 or 2.5', 'le nombre de développeurs, comme 4 ou 2.5'],
  ['expected a currency code in quotes, such as "EUR"', 'attendu : un code de devise entre guillemets, comme "EUR"'],
  [
    'expected an ISO 4217 code of three capital letters, such as "EUR" or "USD"',
    'attendu : un code ISO 4217 de trois majuscules, comme "EUR" ou "USD"',
  ],
  ['expected a share of time between 0 and 1, such as 0.5', 'attendu : une part de temps entre 0 et 1, comme 0.5'],
  [
    'expected a yearly rate between 0 and 1, such as 0.08 for 8 %',
    'attendu : un taux annuel entre 0 et 1, comme 0.08 pour 8 %',
  ],
  ['expected a number of months', 'attendu : un nombre de mois'],
  ['expected at least 1 month', 'attendu : au moins 1 mois'],
  ['expected at most 240 months', 'attendu : au plus 240 mois'],
  [
    'expected the number of applications that the company exposes',
    'attendu : le nombre d’applications que l’entreprise expose',
  ],
  ['expected at least 1 application', 'attendu : au moins 1 application'],
  ['expected at most 1,000,000 applications', 'attendu : au plus 1 000 000 applications'],
  ['expected "specification" or "fitted-2026-11"', 'attendu : "specification" ou "fitted-2026-11"'],
  ['give `hourlyRate` or `dayRate`, not both', 'donnez `hourlyRate` ou `dayRate`, pas les deux'],
  ['expected a name', 'attendu : un nom'],
  [
    'expected at least one glob, such as "src/payment/**"',
    'attendu : au moins un motif de chemin, comme "src/payment/**"',
  ],
  ['expected a number of minutes', 'attendu : un nombre de minutes'],
  ['expected at least 1 minute', 'attendu : au moins 1 minute'],
  ['expected at most 100,000 minutes', 'attendu : au plus 100 000 minutes'],
  ['expected a day such as "2027-03-31"', 'attendu : un jour comme "2027-03-31"'],
  ['expected true or false', 'attendu : true ou false'],
  ['expected a list', 'attendu : une liste'],
  [
    'expected a list of paths such as ["pg.Client().query"]',
    'attendu : une liste de chemins comme ["pg.Client().query"]',
  ],
  [
    'expected a path such as "pg.Client().query", "%fetch" or "./src/clean.ts.cleanHtml"',
    'attendu : un chemin comme "pg.Client().query", "%fetch" ou "./src/clean.ts.cleanHtml"',
  ],
  [
    'expected the index of an argument, counted from 0, or "all"',
    'attendu : l’indice d’un argument, compté à partir de 0, ou "all"',
  ],
  [
    'expected "all" or a list of kinds of sink such as ["sql"]',
    'attendu : "all" ou une liste de types de cible comme ["sql"]',
  ],
  ['expected the name of a function, without dots', 'attendu : le nom d’une fonction, sans point'],
  ['expected an amount a year of 0 or more', 'attendu : un montant par an, 0 ou plus'],
]);
