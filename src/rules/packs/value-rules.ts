import type { HostedRuleFacts } from './host-rule.ts';
import { leadsSentences } from './leads-sentences.ts';
import { accessorPair, deletedElement, loopOverKeys, negatedValue, openSwitch } from './suspect-code.ts';

/** Rules of typescript-eslint about values whose types tell a mistake. */
export const valueRules: Readonly<Record<string, HostedRuleFacts>> = {
  'no-array-delete': {
    weakness: 'likely-bug',
    mentions: /\bdelete\b/,
    suspect: deletedElement,
    title: {
      en: 'Array element deleted as if it were a property',
      fr: 'Élément de tableau supprimé comme une propriété',
    },
    why: {
      en: '`delete list[i]` leaves a hole and the same length; loops, `map` and JSON then disagree on what is there. Use `splice` or `filter`.',
      fr: '`delete liste[i]` laisse un trou et la même longueur ; boucles, `map` et JSON ne s’accordent plus sur le contenu. Utilisez `splice` ou `filter`.',
    },
    forLeads: leadsSentences.wrongResult,
    message: { en: '`delete` leaves a hole in this array', fr: '`delete` laisse un trou dans ce tableau' },
    bad: 'export function drop(lines: string[], at: number) {\n  delete lines[at];\n  return lines;\n}',
    good: 'export function drop(lines: string[], at: number) {\n  lines.splice(at, 1);\n  return lines;\n}',
  },
  'no-for-in-array': {
    weakness: 'likely-bug',
    mentions: /\bfor\s*\(\s*(?:const|let|var)?\s*[\w$]+\s+in\b/,
    suspect: loopOverKeys,
    title: { en: 'for…in over an array', fr: 'for…in sur un tableau' },
    why: {
      en: '`for…in` gives the indexes as strings, skips holes and includes properties that others added: `index + 1` makes "01". Use `for…of`.',
      fr: '`for…in` donne les indices sous forme de chaînes, saute les trous et inclut les propriétés ajoutées ailleurs : `index + 1` donne "01". Utilisez `for…of`.',
    },
    forLeads: leadsSentences.wrongResult,
    message: {
      en: 'This loop visits the keys of an array, as strings and not only its elements',
      fr: 'Cette boucle parcourt les clés d’un tableau, sous forme de chaînes et pas seulement ses éléments',
    },
    bad: 'export function total(prices: number[]) {\n  let sum = 0;\n  for (const i in prices) sum += prices[i]!;\n  return sum;\n}',
    good: 'export function total(prices: number[]) {\n  let sum = 0;\n  for (const price of prices) sum += price;\n  return sum;\n}',
  },
  'no-base-to-string': {
    profile: 'strict',
    weakness: 'likely-bug',
    mentions: /`|\.toString\(|\.join\(|\+\s*['"]|['"]\s*\+|String\(/,
    options: [{ ignoredTypeNames: ['Error', 'RegExp', 'URL', 'URLSearchParams'] }],
    title: { en: 'Object printed as [object Object]', fr: 'Objet affiché comme [object Object]' },
    why: {
      en: 'The value has no text of its own, so that messages, keys or queries built from it all read `[object Object]`.',
      fr: 'La valeur n’a pas de texte à elle : messages, clés ou requêtes construits avec elle donnent tous `[object Object]`.',
    },
    forLeads: leadsSentences.wrongResult,
    message: {
      en: 'This value has no text of its own and prints as `[object Object]`',
      fr: 'Cette valeur n’a pas de texte à elle et s’affiche `[object Object]`',
    },
    bad: 'export function label(customer: { name: string }) {\n  return `Dear ${customer}`;\n}',
    good: 'export function label(customer: { name: string }) {\n  return `Dear ${customer.name}`;\n}',
  },
  'restrict-plus-operands': {
    profile: 'strict',
    weakness: 'likely-bug',
    mentions: /\+/,
    options: [
      {
        allowAny: true,
        allowBoolean: false,
        allowNullish: false,
        allowNumberAndString: true,
        allowRegExp: true,
        skipCompoundAssignments: false,
      },
    ],
    title: { en: 'Plus between values that do not add up', fr: 'Plus entre des valeurs qui ne s’additionnent pas' },
    why: {
      en: 'Adding `undefined`, `null`, a boolean or an object gives `NaN` or text such as "undefined" and never an error.',
      fr: 'Additionner `undefined`, `null`, un booléen ou un objet donne `NaN` ou un texte comme "undefined", et jamais d’erreur.',
    },
    forLeads: leadsSentences.wrongResult,
    message: { en: 'These two values do not add up', fr: 'Ces deux valeurs ne s’additionnent pas' },
    bad: 'export function fee(base: number, extra?: number) {\n  return base + extra!.valueOf() + (extra === undefined);\n}',
    good: 'export function fee(base: number, extra = 0) {\n  return base + extra;\n}',
  },
  'no-misused-spread': {
    weakness: 'likely-bug',
    profile: 'strict',
    outsideTests: true,
    mentions: /\.\.\./,
    options: [{ allow: [{ from: 'lib', name: 'string' }] }],
    title: { en: 'Spread of something that loses its content', fr: 'Étalement de ce qui y perd son contenu' },
    why: {
      en: 'Spreading a promise, a map, a function or a class instance into an object keeps nothing of it, or loses its methods.',
      fr: 'Étaler une promesse, une map, une fonction ou une instance de classe dans un objet n’en garde rien, ou perd ses méthodes.',
    },
    forLeads: leadsSentences.wrongResult,
    message: { en: 'This spread loses what the value holds', fr: 'Cet étalement perd ce que la valeur contient' },
    bad: 'export function copy(stock: Map<string, number>) {\n  return { ...stock };\n}',
    good: 'export function copy(stock: Map<string, number>) {\n  return Object.fromEntries(stock);\n}',
  },
  'no-unsafe-unary-minus': {
    weakness: 'likely-bug',
    // Differences, words with hyphens and decrements have something else before the minus.
    mentions: /(?:^|[=(,:[?{}&|;+*/%<>!~^]|\b(?:return|case|in|of|await|yield|void|typeof|throw))\s*-[A-Za-z_$("'`[{]/m,
    suspect: negatedValue,
    title: { en: 'Minus in front of something that is no number', fr: 'Moins devant ce qui n’est pas un nombre' },
    why: {
      en: 'Negating text or an object gives `NaN`, which then spreads through every sum.',
      fr: 'L’opposé d’un texte ou d’un objet donne `NaN`, qui se propage ensuite dans chaque somme.',
    },
    forLeads: leadsSentences.wrongResult,
    message: { en: 'What is negated here is no number', fr: 'Ce dont on prend l’opposé ici n’est pas un nombre' },
    bad: 'export function refund(amount: string) {\n  return -amount;\n}',
    good: 'export function refund(amount: number) {\n  return -amount;\n}',
  },
  'switch-exhaustiveness-check': {
    weakness: 'likely-bug',
    mentions: /\bswitch\b/,
    suspect: openSwitch,
    options: [{ considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false }],
    title: { en: 'Switch that forgets a case of its type', fr: 'Switch qui oublie un cas de son type' },
    why: {
      en: 'The type has members for which no case and no default stands: they fall through in silence, also the one that someone adds next year.',
      fr: 'Le type a des membres sans case ni default : ils passent en silence, y compris celui que quelqu’un ajoutera l’an prochain.',
    },
    forLeads: leadsSentences.wrongResult,
    message: {
      en: 'This switch leaves out members of its type',
      fr: 'Ce switch laisse de côté des membres de son type',
    },
    bad: 'export function colour(state: "paid" | "open" | "late") {\n  switch (state) {\n    case "paid":\n      return "green";\n    case "open":\n      return "grey";\n  }\n}',
    good: 'export function colour(state: "paid" | "open" | "late") {\n  switch (state) {\n    case "paid":\n      return "green";\n    default:\n      return "grey";\n  }\n}',
  },
  'related-getter-setter-pairs': {
    weakness: 'confusing-code',
    mentions: /\bset\s+[\w$[#]/,
    suspect: accessorPair,
    title: { en: 'Getter of another type than its setter', fr: 'Accesseur d’un autre type que son mutateur' },
    why: {
      en: 'What is read after a write has a type that cannot be written back, which surprises every caller.',
      fr: 'Ce qui est lu après une écriture a un type que l’on ne peut réécrire, ce qui surprend chaque appelant.',
    },
    forLeads: leadsSentences.slowReading,
    message: {
      en: 'This getter gives a type that its setter refuses',
      fr: 'Cet accesseur donne un type que son mutateur refuse',
    },
    bad: 'export interface Basket {\n  get total(): string;\n  set total(value: number);\n}',
    good: 'export interface Basket {\n  get total(): number;\n  set total(value: number);\n}',
  },
  'unbound-method': {
    weakness: 'likely-bug',
    profile: 'strict',
    mentions: /\bclass\b|\.prototype\b|\bthis\b/,
    options: [{ ignoreStatic: true }],
    title: { en: 'Method taken off its object', fr: 'Méthode détachée de son objet' },
    why: {
      en: 'A method passed on without its object is called with another `this` and fails, or worse, works on the wrong object.',
      fr: 'Une méthode transmise sans son objet est appelée avec un autre `this` et échoue, ou pire, agit sur le mauvais objet.',
    },
    forLeads: leadsSentences.wrongResult,
    message: {
      en: 'This method is taken off its object and loses `this`',
      fr: 'Cette méthode est détachée de son objet et perd `this`',
    },
    bad: 'class Till {\n  total = 0;\n  add(cents: number) {\n    this.total += cents;\n  }\n}\nconst till = new Till();\nexport const add = till.add;',
    good: 'class Till {\n  total = 0;\n  add(cents: number) {\n    this.total += cents;\n  }\n}\nconst till = new Till();\nexport const add = (cents: number) => till.add(cents);',
  },
};
