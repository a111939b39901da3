import type { HostedRuleFacts } from './host-rule.ts';
import { leadsSentences } from './leads-sentences.ts';
import { anyPattern, remarkablePattern } from './suspect-patterns.ts';

/** A slash, which may open a regular expression, or one built from text; the tree tells which. */
const mentions = /\/|RegExp\(/;

function wrong(facts: Omit<HostedRuleFacts, 'weakness' | 'forLeads' | 'mentions'>): HostedRuleFacts {
  return {
    weakness: 'likely-bug',
    forLeads: leadsSentences.wrongInput,
    mentions,
    suspect: remarkablePattern,
    ...facts,
  };
}

function confusing(facts: Omit<HostedRuleFacts, 'weakness' | 'forLeads' | 'mentions'>): HostedRuleFacts {
  return { weakness: 'confusing-code', forLeads: leadsSentences.slowReading, mentions, suspect: anyPattern, ...facts };
}

/** Rules of eslint-plugin-regexp about patterns that do not say what they seem to say. */
export const regexpRules: Readonly<Record<string, HostedRuleFacts>> = {
  'no-contradiction-with-assertion': wrong({
    title: { en: 'Pattern that contradicts its own assertion', fr: 'Motif qui contredit sa propre assertion' },
    why: {
      en: 'What follows the assertion can never match where the assertion holds, so that this part of the pattern is dead.',
      fr: 'Ce qui suit l’assertion ne peut jamais correspondre là où elle est vraie : cette partie du motif est morte.',
    },
    message: {
      en: 'This part of the pattern contradicts an assertion beside it',
      fr: 'Cette partie du motif contredit une assertion voisine',
    },
    bad: 'export const code = /a\\b-?a/;',
    good: 'export const code = /a\\b-a/;',
  }),
  'no-dupe-disjunctions': wrong({
    title: { en: 'Alternative that can never be the one', fr: 'Alternative qui ne sert jamais' },
    why: {
      en: 'An earlier alternative matches everything that this one matches: a typing error, or dead weight that also invites slow backtracking.',
      fr: 'Une alternative précédente couvre tout ce que celle-ci couvre : une faute de frappe, ou un poids mort qui favorise aussi les retours en arrière lents.',
    },
    options: [{ report: 'trivial', reportExponentialBacktracking: 'none', reportUnreachable: 'certain' }],
    message: {
      en: 'Another alternative already matches all of this one',
      fr: 'Une autre alternative couvre déjà toute celle-ci',
    },
    bad: 'export const size = /^(?:small|large|small)$/;',
    good: 'export const size = /^(?:small|medium|large)$/;',
  }),
  'no-empty-alternative': wrong({
    profile: 'strict',
    title: { en: 'Empty alternative', fr: 'Alternative vide' },
    why: {
      en: 'A bar too many lets the pattern match nothing at all, which makes a check always true.',
      fr: 'Une barre de trop laisse le motif correspondre au vide, et la vérification devient toujours vraie.',
    },
    message: {
      en: 'This pattern has an empty alternative, which matches anything',
      fr: 'Ce motif a une alternative vide, qui correspond à tout',
    },
    bad: 'export const country = /^(?:FR|BE|)$/;\nexport const language = /fr|nl|/;',
    good: 'export const country = /^(?:FR|BE)$/;',
  }),
  'no-empty-character-class': wrong({
    title: { en: 'Empty character class', fr: 'Classe de caractères vide' },
    why: {
      en: '`[]` matches no character, so that the whole pattern never matches.',
      fr: '`[]` ne correspond à aucun caractère : le motif entier ne correspond jamais.',
    },
    message: {
      en: 'This character class is empty and matches nothing',
      fr: 'Cette classe de caractères est vide et ne correspond à rien',
    },
    bad: 'export const code = /^[]\\d+$/;',
    good: 'export const code = /^[A-Z]\\d+$/;',
  }),
  'no-empty-group': confusing({
    profile: 'strict',
    title: { en: 'Empty group', fr: 'Groupe vide' },
    why: {
      en: 'A group without content matches nothing; often parentheses were meant as characters.',
      fr: 'Un groupe sans contenu ne correspond à rien ; souvent les parenthèses étaient voulues comme caractères.',
    },
    message: { en: 'This group is empty', fr: 'Ce groupe est vide' },
    bad: 'export const call = /print()/;',
    good: 'export const call = /print\\(\\)/;',
  }),
  'no-empty-lookarounds-assertion': wrong({
    title: { en: 'Empty assertion', fr: 'Assertion vide' },
    why: {
      en: 'A look-around without content always holds, or never, whatever stands there.',
      fr: 'Une assertion avant ou arrière sans contenu est toujours vraie, ou jamais, quoi qu’il y ait là.',
    },
    message: { en: 'This assertion is empty and decides nothing', fr: 'Cette assertion est vide et ne décide rien' },
    bad: 'export const price = /\\d+(?=)/;',
    good: 'export const price = /\\d+(?=€)/;',
  }),
  'no-escape-backspace': wrong({
    title: { en: 'Backspace where a word boundary was meant', fr: 'Retour arrière au lieu d’une limite de mot' },
    why: {
      en: 'Inside a character class `\\b` is the backspace character, and no word boundary.',
      fr: 'Dans une classe de caractères, `\\b` est le caractère de retour arrière, non une limite de mot.',
    },
    message: {
      en: '`[\\b]` is a backspace, no word boundary',
      fr: '`[\\b]` est un retour arrière, non une limite de mot',
    },
    bad: 'export const word = /[\\b]tax/;',
    good: 'export const word = /\\btax/;',
  }),
  'no-invalid-regexp': wrong({
    title: { en: 'Invalid regular expression', fr: 'Expression régulière invalide' },
    why: {
      en: 'The constructor throws on this pattern as soon as the line runs.',
      fr: 'Le constructeur lève une erreur sur ce motif dès que la ligne s’exécute.',
    },
    message: {
      en: 'This regular expression is invalid and throws when it is built',
      fr: 'Cette expression régulière est invalide et lève une erreur à sa construction',
    },
    bad: 'export const code = new RegExp("[a-");',
    good: 'export const code = new RegExp("[a-z]");',
  }),
  'no-lazy-ends': wrong({
    title: { en: 'Lazy quantifier at the end of a pattern', fr: 'Quantificateur paresseux en fin de motif' },
    why: {
      en: 'With nothing after it a lazy quantifier takes as little as it may: `+?` one character, `*?` none.',
      fr: 'Sans rien après lui, un quantificateur paresseux prend le moins possible : `+?` un caractère, `*?` aucun.',
    },
    options: [{ ignorePartial: false }],
    message: {
      en: 'This lazy quantifier ends the pattern and takes the least it may',
      fr: 'Ce quantificateur paresseux termine le motif et prend le moins possible',
    },
    bad: 'export const isQuoted = (text: string) => /"[^"]+?/.test(text);',
    good: 'export const isQuoted = (text: string) => /"[^"]+"/.test(text);',
  }),
  'no-misleading-capturing-group': wrong({
    title: { en: 'Group that captures less than it seems', fr: 'Groupe qui capture moins qu’il n’y paraît' },
    why: {
      en: 'A quantifier before the group takes what the group was meant to capture.',
      fr: 'Un quantificateur placé avant le groupe prend ce que le groupe devait capturer.',
    },
    options: [{ reportBacktrackingEnds: false }],
    message: {
      en: 'What stands before this group takes what it should capture',
      fr: 'Ce qui précède ce groupe prend ce qu’il devrait capturer',
    },
    bad: 'export const digits = (text: string) => /\\d+(\\d*)/.exec(text)?.[1];',
    good: 'export const digits = (text: string) => /\\D+(\\d*)/.exec(text)?.[1];',
  }),
  'no-misleading-unicode-character': wrong({
    title: { en: 'Character made of several units in a class', fr: 'Caractère composé dans une classe' },
    why: {
      en: 'Without the `u` flag an emoji or an accented letter in a class counts as two characters, each matched alone.',
      fr: 'Sans le drapeau `u`, un émoji ou une lettre accentuée composée compte dans une classe pour deux caractères, chacun reconnu seul.',
    },
    message: {
      en: 'This character is made of several units that match one by one',
      fr: 'Ce caractère est fait de plusieurs unités reconnues une à une',
    },
    bad: 'export const mood = /^[👍👎]$/;',
    good: 'export const mood = /^[👍👎]$/u;',
  }),
  'no-missing-g-flag': wrong({
    title: { en: 'Global search without the g flag', fr: 'Recherche globale sans le drapeau g' },
    why: {
      en: '`matchAll` and `replaceAll` throw when their expression lacks the `g` flag.',
      fr: '`matchAll` et `replaceAll` lèvent une erreur si leur expression n’a pas le drapeau `g`.',
    },
    message: {
      en: 'This expression needs the `g` flag here, or the call throws',
      fr: 'Cette expression a besoin ici du drapeau `g`, sinon l’appel lève une erreur',
    },
    bad: 'export const dashed = (text: string) => text.replaceAll(/ /, "-");',
    good: 'export const dashed = (text: string) => text.replaceAll(/ /g, "-");',
  }),
  'no-obscure-range': wrong({
    suspect: anyPattern,
    profile: 'strict',
    title: { en: 'Range over characters of different kinds', fr: 'Intervalle entre caractères de natures différentes' },
    why: {
      en: 'A range such as `A-z` or `+-.` also holds the signs that stand between in the code table.',
      fr: 'Un intervalle comme `A-z` ou `+-.` contient aussi les signes qui se trouvent entre eux dans la table des codes.',
    },
    cwe: [20],
    message: {
      en: 'This range holds more characters than it seems',
      fr: 'Cet intervalle contient plus de caractères qu’il n’y paraît',
    },
    bad: 'export const name = /^[A-z]+$/;',
    good: 'export const name = /^[A-Za-z]+$/;',
  }),
  'no-optional-assertion': wrong({
    title: { en: 'Assertion that need not hold', fr: 'Assertion facultative' },
    why: {
      en: 'A quantifier makes the assertion optional, so that it checks nothing.',
      fr: 'Un quantificateur rend l’assertion facultative : elle ne vérifie rien.',
    },
    message: {
      en: 'This assertion is optional and checks nothing',
      fr: 'Cette assertion est facultative et ne vérifie rien',
    },
    bad: 'export const word = /tax(?:$|\\s)*/;\nexport const end = /(?:\\b)?tax/;',
    good: 'export const word = /tax(?:$|\\s)/;',
  }),
  'no-useless-assertions': wrong({
    title: { en: 'Assertion that always or never holds', fr: 'Assertion toujours ou jamais vraie' },
    why: {
      en: 'What stands beside the assertion already decides it: it is needless, or the pattern never matches.',
      fr: 'Ce qui entoure l’assertion la décide déjà : elle est inutile, ou le motif ne correspond jamais.',
    },
    message: { en: 'Its neighbours already decide this assertion', fr: 'Ses voisins décident déjà de cette assertion' },
    bad: 'export const code = /\\d\\b\\d/;',
    good: 'export const code = /\\d\\b/;',
  }),
  'no-useless-backreference': wrong({
    title: { en: 'Back-reference to nothing', fr: 'Référence arrière vers rien' },
    why: {
      en: 'The group has not matched yet, or cannot have, where the reference stands: it always matches the empty text.',
      fr: 'Le groupe n’a pas encore pu correspondre là où la référence se trouve : elle correspond toujours au texte vide.',
    },
    message: { en: 'This back-reference is always empty', fr: 'Cette référence arrière est toujours vide' },
    bad: 'export const pair = /\\1(["\'])/;',
    good: 'export const pair = /(["\'])\\1/;',
  }),
  'no-useless-dollar-replacements': wrong({
    title: {
      en: 'Replacement that names a group which does not exist',
      fr: 'Remplacement qui nomme un groupe inexistant',
    },
    why: {
      en: 'Without that group in the pattern, `$2` is put into the text as it stands.',
      fr: 'Sans ce groupe dans le motif, `$2` est placé tel quel dans le texte.',
    },
    message: {
      en: 'The pattern has no such group: the text gets the dollar sign as it stands',
      fr: 'Le motif n’a pas ce groupe : le texte reçoit le signe dollar tel quel',
    },
    bad: 'export const swap = (name: string) => name.replace(/(\\w+) \\w+/, "$2 $1");',
    good: 'export const swap = (name: string) => name.replace(/(\\w+) (\\w+)/, "$2 $1");',
  }),
  'no-zero-quantifier': wrong({
    title: { en: 'Quantifier of zero', fr: 'Quantificateur nul' },
    why: {
      en: 'What is repeated zero times is not in the pattern at all.',
      fr: 'Ce qui est répété zéro fois n’est pas dans le motif.',
    },
    message: {
      en: 'This part is repeated zero times and matches nothing',
      fr: 'Cette partie est répétée zéro fois et ne correspond à rien',
    },
    bad: 'export const code = /^[A-Z]{0}\\d+$/;',
    good: 'export const code = /^[A-Z]{2}\\d+$/;',
  }),
  'confusing-quantifier': confusing({
    profile: 'strict',
    title: { en: 'Quantifier whose minimum does not count', fr: 'Quantificateur dont le minimum ne compte pas' },
    why: {
      en: '`(?:a?)+` says at least one and accepts none: the reader believes in a check that is not there.',
      fr: '`(?:a?)+` dit au moins un et accepte zéro : le lecteur croit à une vérification qui n’existe pas.',
    },
    message: {
      en: 'This quantifier asks for at least one, and what it repeats may be empty',
      fr: 'Ce quantificateur en demande au moins un, et ce qu’il répète peut être vide',
    },
    bad: 'export const list = /^(?:\\d*,?)+$/;\nexport const code = /^(?:a?)+$/;',
    good: 'export const list = /^(?:\\d+,?)+$/;',
  }),
  'no-dupe-characters-character-class': confusing({
    profile: 'strict',
    title: { en: 'Character named twice in a class', fr: 'Caractère nommé deux fois dans une classe' },
    why: {
      en: 'A class is a set: a second mention is a typing error, or a group or alternative was meant.',
      fr: 'Une classe est un ensemble : une seconde mention est une faute de frappe, ou bien un groupe ou une alternative étaient voulus.',
    },
    message: { en: 'This class already holds that character', fr: 'Cette classe contient déjà ce caractère' },
    bad: 'export const sign = /^[+\\-*+]$/;',
    good: 'export const sign = /^[+\\-*/]$/;',
  }),
};
