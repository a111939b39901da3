import type { HostedRuleFacts } from './host-rule.ts';
import { leadsSentences } from './leads-sentences.ts';
import { bareRejection } from './suspect-code.ts';
import { misusedPromise, returnedPromise } from './suspect-promises.ts';

/** Rules of typescript-eslint about promises and errors. */
export const promiseRules: Readonly<Record<string, HostedRuleFacts>> = {
  'await-thenable': {
    profile: 'strict',
    weakness: 'confusing-code',
    mentions: /\bawait\b/,
    title: { en: 'Await of something that is no promise', fr: 'Attente de ce qui n’est pas une promesse' },
    why: {
      en: 'Awaiting a plain value only delays the code, and it often means that a call was forgotten: `await save` instead of `await save()`.',
      fr: 'Attendre une simple valeur ne fait que retarder le code, et trahit souvent un appel oublié : `await save` au lieu de `await save()`.',
    },
    forLeads: leadsSentences.wrongResult,
    message: { en: 'What is awaited here is no promise', fr: 'Ce qui est attendu ici n’est pas une promesse' },
    bad: 'const total = (prices: number[]): number => prices.length;\nexport async function show(prices: number[]) {\n  return await total(prices);\n}',
    good: 'const total = (prices: number[]): number => prices.length;\nexport function show(prices: number[]) {\n  return total(prices);\n}',
  },
  'no-misused-promises': {
    weakness: 'promise-misuse',
    mentions: /\basync\b|Promise/,
    suspect: misusedPromise,
    outsideTests: true,
    // Whether a callback's promise is expected costs a resolved signature for every call of the file.
    options: [{ checksVoidReturn: false }],
    title: { en: 'Promise where none is expected', fr: 'Promesse là où aucune n’est attendue' },
    why: {
      en: 'A promise in a condition is always true, a spread promise is empty, and a caller that ignores the result of its callback also ignores its rejection.',
      fr: 'Une promesse dans une condition est toujours vraie, une promesse étalée est vide, et un appelant qui ignore le résultat de son rappel en ignore aussi le rejet.',
    },
    forLeads: leadsSentences.lostFailure,
    message: {
      en: 'A promise stands here where none is expected: its result or its failure is lost',
      fr: 'Une promesse se trouve ici où aucune n’est attendue : son résultat ou son échec se perd',
    },
    bad: 'declare function isPaid(id: string): Promise<boolean>;\nexport function ship(id: string) {\n  if (isPaid(id)) return "shipped";\n  return "waiting";\n}',
    good: 'declare function isPaid(id: string): Promise<boolean>;\nexport async function ship(id: string) {\n  if (await isPaid(id)) return "shipped";\n  return "waiting";\n}',
  },
  'only-throw-error': {
    profile: 'strict',
    weakness: 'swallowed-error',
    mentions: /\bthrow\b/,
    options: [{ allowThrowingAny: true, allowThrowingUnknown: true }],
    title: { en: 'Thrown value that is no Error', fr: 'Valeur lancée qui n’est pas une Error' },
    why: {
      en: 'Only an `Error` carries a stack; handlers and logs that read `error.message` show `undefined` for anything else.',
      fr: 'Seule une `Error` porte une pile d’appels ; les gestionnaires et journaux qui lisent `error.message` affichent `undefined` pour tout le reste.',
    },
    forLeads: leadsSentences.hardToDiagnose,
    message: {
      en: 'What is thrown here is no Error, so that stack and cause are lost',
      fr: 'Ce qui est lancé ici n’est pas une Error : la pile et la cause se perdent',
    },
    bad: 'export function charge(cents: number) {\n  if (cents < 0) throw "negative amount";\n  return cents;\n}',
    good: 'export function charge(cents: number) {\n  if (cents < 0) throw new RangeError("negative amount");\n  return cents;\n}',
  },
  'prefer-promise-reject-errors': {
    weakness: 'swallowed-error',
    outsideTests: true,
    mentions: /reject/,
    suspect: bareRejection,
    options: [{ allowThrowingAny: true, allowThrowingUnknown: true }],
    title: {
      en: 'Promise rejected with something that is no Error',
      fr: 'Promesse rejetée avec ce qui n’est pas une Error',
    },
    why: {
      en: 'A rejection without an `Error` has no stack and no message: whoever handles it cannot tell what happened, nor where.',
      fr: 'Un rejet sans `Error` n’a ni pile ni message : qui le traite ne peut dire ni ce qui s’est passé, ni où.',
    },
    forLeads: leadsSentences.hardToDiagnose,
    message: {
      en: 'This promise is rejected with something that is no Error',
      fr: 'Cette promesse est rejetée avec ce qui n’est pas une Error',
    },
    bad: 'export const parcel = new Promise<string>((_resolve, reject) => {\n  reject("lost");\n});',
    good: 'export const parcel = new Promise<string>((_resolve, reject) => {\n  reject(new Error("lost"));\n});',
  },
  'return-await': {
    weakness: 'promise-misuse',
    mentions: /\btry\b|\busing\b/,
    suspect: returnedPromise,
    options: ['error-handling-correctness-only'],
    title: { en: 'Promise returned out of its own try', fr: 'Promesse renvoyée hors de son propre try' },
    why: {
      en: 'A promise that is returned without `await` is rejected after the `try` has ended: the `catch` and `finally` written for it never see the failure.',
      fr: 'Une promesse renvoyée sans `await` est rejetée une fois le `try` quitté : le `catch` et le `finally` écrits pour elle ne voient jamais l’échec.',
    },
    forLeads: leadsSentences.lostFailure,
    message: {
      en: 'This promise leaves its `try` without `await`, so that the `catch` never sees it fail',
      fr: 'Cette promesse quitte son `try` sans `await` : le `catch` n’en voit jamais l’échec',
    },
    bad: 'declare function load(id: string): Promise<string>;\nexport async function name(id: string) {\n  try {\n    return load(id);\n  } catch {\n    return "unknown";\n  }\n}',
    good: 'declare function load(id: string): Promise<string>;\nexport async function name(id: string) {\n  try {\n    return await load(id);\n  } catch {\n    return "unknown";\n  }\n}',
  },
  'use-unknown-in-catch-callback-variable': {
    weakness: 'any-hole',
    profile: 'strict',
    mentions: /\.catch\(|\.then\(/,
    title: { en: 'Error of a rejected promise taken as any', fr: 'Erreur d’une promesse rejetée prise comme any' },
    why: {
      en: 'Anything can be thrown. An error typed `any` lets `error.code` compile although it may not exist.',
      fr: 'Tout peut être lancé. Une erreur typée `any` laisse compiler `error.code`, qui peut ne pas exister.',
    },
    forLeads: leadsSentences.hardToDiagnose,
    message: {
      en: 'The error of this rejection is taken as `any`: type it `unknown`',
      fr: 'L’erreur de ce rejet est prise comme `any` : typez-la `unknown`',
    },
    bad: 'declare const order: Promise<string>;\norder.catch((error) => {\n  console.error(error.code);\n});',
    good: 'declare const order: Promise<string>;\norder.catch((error: unknown) => {\n  console.error(String(error));\n});',
  },
};
