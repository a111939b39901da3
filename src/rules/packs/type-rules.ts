import type { HostedRuleFacts } from './host-rule.ts';
import { leadsSentences } from './leads-sentences.ts';
import { assertedChain, enumeration, mergedDeclaration, misnamedConstructor } from './suspect-code.ts';

/** Rules of typescript-eslint about declarations and conditions that types make needless or wrong. */
export const typeRules: Readonly<Record<string, HostedRuleFacts>> = {
  'no-duplicate-enum-values': {
    weakness: 'likely-bug',
    mentions: /\benum\b/,
    suspect: enumeration,
    title: { en: 'Enum members with the same value', fr: 'Membres d’énumération de même valeur' },
    why: {
      en: 'Two members with one value cannot be told apart: a comparison with one is true for the other.',
      fr: 'Deux membres de même valeur ne se distinguent pas : une comparaison avec l’un est vraie pour l’autre.',
    },
    forLeads: leadsSentences.wrongResult,
    message: {
      en: 'Another member of this enum has the same value',
      fr: 'Un autre membre de cette énumération a la même valeur',
    },
    bad: 'export enum State {\n  Open = 1,\n  Paid = 1,\n}',
    good: 'export enum State {\n  Open = 1,\n  Paid = 2,\n}',
  },
  'no-unsafe-declaration-merging': {
    weakness: 'any-hole',
    outsideTests: true,
    mentions: /\bclass\b[^]*\binterface\b|\binterface\b[^]*\bclass\b/,
    suspect: mergedDeclaration,
    title: { en: 'Class and interface of one name', fr: 'Classe et interface de même nom' },
    why: {
      en: 'The compiler merges both and believes that the class has the members of the interface, which nobody initialises.',
      fr: 'Le compilateur fusionne les deux et croit que la classe a les membres de l’interface, que personne n’initialise.',
    },
    forLeads: leadsSentences.wrongResult,
    message: {
      en: 'A class and an interface share this name: the class lacks what the interface promises',
      fr: 'Une classe et une interface portent ce nom : la classe n’a pas ce que l’interface promet',
    },
    bad: 'export interface Cart {\n  total: number;\n}\nexport class Cart {}',
    good: 'export interface Totals {\n  total: number;\n}\nexport class Cart implements Totals {\n  total = 0;\n}',
  },
  'no-misused-new': {
    weakness: 'likely-bug',
    mentions: /\bnew\s*\(|\bconstructor\s*\(/,
    suspect: misnamedConstructor,
    title: { en: 'Constructor declared as a method', fr: 'Constructeur déclaré comme une méthode' },
    why: {
      en: 'An interface with `constructor()` or a class with `new()` declares a method of that name and constructs nothing.',
      fr: 'Une interface avec `constructor()` ou une classe avec `new()` déclare une méthode de ce nom et ne construit rien.',
    },
    forLeads: leadsSentences.wrongResult,
    message: { en: 'This declares a method and no constructor', fr: 'Ceci déclare une méthode et non un constructeur' },
    bad: 'export interface Basket {\n  new (): Basket;\n}',
    good: 'export interface Basket {\n  total: number;\n}',
  },
  'no-non-null-asserted-optional-chain': {
    weakness: 'likely-bug',
    outsideTests: true,
    mentions: /\?\.[^]*!/,
    suspect: assertedChain,
    title: { en: 'Optional chain asserted to exist', fr: 'Chaîne optionnelle affirmée présente' },
    why: {
      en: '`a?.b!` says in one breath that the value may be missing and that it cannot: the check is lost exactly where it was needed.',
      fr: '`a?.b!` dit à la fois que la valeur peut manquer et qu’elle ne le peut pas : la vérification se perd là où elle servait.',
    },
    forLeads: leadsSentences.wrongResult,
    message: {
      en: 'This chain may be undefined, and `!` hides it',
      fr: 'Cette chaîne peut être undefined, et `!` le cache',
    },
    bad: 'export const city = (order?: { address: { city: string } }) => order?.address!.city;\nexport const street = (order?: { street: string }) => order?.street!;',
    good: 'export const city = (order?: { city: string }) => order?.city ?? "unknown";',
  },
  'no-unsafe-enum-comparison': {
    weakness: 'confusing-code',
    profile: 'strict',
    mentions: /===|!==|==|!=|\bcase\b/,
    title: { en: 'Enum compared with a bare value', fr: 'Énumération comparée à une valeur nue' },
    why: {
      en: 'When the enum changes its values, the comparison with a literal keeps compiling and is never true again.',
      fr: 'Quand l’énumération change de valeurs, la comparaison avec un littéral compile toujours et n’est plus jamais vraie.',
    },
    forLeads: leadsSentences.slowReading,
    message: {
      en: 'An enum is compared with a value of another type',
      fr: 'Une énumération est comparée à une valeur d’un autre type',
    },
    bad: 'enum State {\n  Open = 1,\n  Paid = 2,\n}\nexport const isPaid = (state: State) => state === 2;',
    good: 'enum State {\n  Open = 1,\n  Paid = 2,\n}\nexport const isPaid = (state: State) => state === State.Paid;',
  },
  'no-unnecessary-condition': {
    weakness: 'confusing-code',
    profile: 'strict',
    mentions: /\bif\b|\?|&&|\|\||\bwhile\b/,
    options: [{ allowConstantLoopConditions: true }],
    title: { en: 'Condition that the types already decide', fr: 'Condition que les types tranchent déjà' },
    why: {
      en: 'Either the check is needless, or the type is wrong and the check is the truth: both deserve a look.',
      fr: 'Ou bien la vérification est inutile, ou bien le type est faux et la vérification dit vrai : les deux méritent un regard.',
    },
    forLeads: leadsSentences.slowReading,
    message: {
      en: 'By its type, this condition always has the same outcome',
      fr: 'D’après son type, cette condition a toujours la même issue',
    },
    bad: 'export function greet(name: string) {\n  return name === undefined ? "Hello" : `Hello ${name}`;\n}',
    good: 'export function greet(name?: string) {\n  return name === undefined ? "Hello" : `Hello ${name}`;\n}',
  },
  'no-unnecessary-type-assertion': {
    weakness: 'confusing-code',
    profile: 'strict',
    mentions: /\bas\b|!/,
    title: { en: 'Type assertion that changes nothing', fr: 'Assertion de type qui ne change rien' },
    why: {
      en: 'An assertion that is not needed today hides the error of tomorrow, when the type changes.',
      fr: 'Une assertion inutile aujourd’hui cache l’erreur de demain, quand le type changera.',
    },
    forLeads: leadsSentences.slowReading,
    message: { en: 'This assertion does not change the type', fr: 'Cette assertion ne change pas le type' },
    bad: 'export const length = (name: string) => (name as string).length;',
    good: 'export const length = (name: string) => name.length;',
  },
  'no-redundant-type-constituents': {
    weakness: 'any-hole',
    profile: 'strict',
    mentions: /[|&]/,
    title: { en: 'Type in a union that swallows the others', fr: 'Type d’une union qui avale les autres' },
    why: {
      en: '`unknown | string` is just `unknown`: the reader believes in a promise that the compiler dropped.',
      fr: '`unknown | string` n’est que `unknown` : le lecteur croit à une promesse que le compilateur a abandonnée.',
    },
    forLeads: leadsSentences.slowReading,
    message: {
      en: 'One member of this type makes another one meaningless',
      fr: 'Un membre de ce type en rend un autre sans effet',
    },
    bad: 'export type Answer = unknown | "yes";',
    good: 'export type Answer = "no" | "yes";',
  },
  'no-deprecated': {
    weakness: 'deprecated-library',
    profile: 'strict',
    mentions: /\S/,
    title: { en: 'Use of something deprecated', fr: 'Usage de ce qui est déprécié' },
    why: {
      en: 'Its author announced that it goes away; the way out stands beside the declaration.',
      fr: 'Son auteur a annoncé sa disparition ; l’issue est écrite à côté de la déclaration.',
    },
    forLeads: {
      en: 'The next update of a library breaks this place, at a moment the team does not choose.',
      fr: 'La prochaine mise à jour d’une bibliothèque cassera cet endroit, à un moment que l’équipe ne choisit pas.',
    },
    message: {
      en: 'What is used here is marked as deprecated',
      fr: 'Ce qui est utilisé ici est marqué comme déprécié',
    },
    bad: '/** @deprecated Use `total`. */\ndeclare function sum(): number;\nexport const amount = sum();',
    good: 'declare function total(): number;\nexport const amount = total();',
  },
  'no-confusing-void-expression': {
    weakness: 'confusing-code',
    profile: 'strict',
    mentions: /\S/,
    options: [{ ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
    title: { en: 'Use of a result that does not exist', fr: 'Usage d’un résultat qui n’existe pas' },
    why: {
      en: 'The function returns nothing, so that what is stored or tested here is always `undefined`.',
      fr: 'La fonction ne renvoie rien : ce qui est gardé ou testé ici est toujours `undefined`.',
    },
    forLeads: leadsSentences.wrongResult,
    message: {
      en: 'The result of a function that returns nothing is used here',
      fr: 'Le résultat d’une fonction qui ne renvoie rien est utilisé ici',
    },
    bad: 'declare function log(text: string): void;\nexport const done = log("saved");',
    good: 'declare function log(text: string): void;\nlog("saved");\nexport const done = true;',
  },
};
