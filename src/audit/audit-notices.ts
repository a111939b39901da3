import { localize, type Localized } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import type { FileRange } from '../base/text-range.ts';
import { french } from '../base/typography.ts';
import type { ConfigurationProblem } from '../config/parse-configuration.ts';
import { readSuppressions } from '../findings/suppressions.ts';
import type { FileModel } from '../workspace/file-model.ts';
import type { RuleOverrun } from './rule-budget.ts';

/** What the reader of a result must know about its sources besides the findings. */
export function sourceNotices(files: Iterable<FileModel>): Notice[] {
  const broken: FileModel[] = [];
  const suppressions: Notice[] = [];
  for (const file of files) {
    if (file.syntaxProblems.length > 0) broken.push(file);
    suppressions.push(...readSuppressions(file.path, file.text).notices);
  }
  return [...broken.map(syntaxNotice), ...suppressions];
}

function syntaxNotice({ path, syntaxProblems: [first] }: FileModel): Notice {
  const place = `${path}:${(first?.range.start.line ?? 0) + 1}`;
  return {
    level: 'info',
    code: 'syntax-error',
    file: path,
    text: twice(
      `${place} does not parse (${first?.message ?? ''}); the file was reviewed as far as it could be read.`,
      `${place} ne s’analyse pas (${first?.message ?? ''}) ; le fichier a été examiné autant que possible.`,
    ),
  };
}

/** A configuration file that could not be used: the defaults, or the folders above, stood in for it. */
export function configurationNotice({ file, text }: ConfigurationProblem): Notice {
  return {
    level: 'error',
    code: 'configuration-invalid',
    file,
    text: localize((language) =>
      language === 'fr'
        ? french(`${text.fr} Jusque-là, les réglages par défaut s’appliquent.`)
        : `${text.en} Until then the defaults apply.`,
    ),
  };
}

/** Places where the analysis of data flows stopped early to stay within its bounds. */
export function stoppedEarlyNotice(places: readonly FileRange[]): Notice[] {
  const [first] = places;
  if (!first) return [];
  const where = `${first.file}:${first.range.start.line + 1}`;
  return [
    {
      level: 'warning',
      code: 'flow-stopped-early',
      file: first.file,
      text: twice(
        `Data flow was followed only in part at ${places.length === 1 ? where : `${places.length} places, first ${where}`}: the code there is too large or too deep.`,
        `Le flux de données n’a été suivi qu’en partie ${places.length === 1 ? `en ${where}` : `à ${places.length} endroits, d’abord ${where}`} : le code y est trop grand ou trop imbriqué.`,
      ),
    },
  ];
}

/** Regular expressions whose time to match the analysis could not tell within its limit. */
export function untimedPatternsNotice(count: number): Notice[] {
  if (count === 0) return [];
  return [
    {
      level: 'info',
      code: 'patterns-untimed',
      text: twice(
        `Regular expressions too intricate to tell in time whether they can be slow: ${count}.`,
        `Expressions régulières trop complexes pour savoir à temps si elles peuvent être lentes : ${count}.`,
      ),
    },
  ];
}

/** Rules that took too long over a file and were left out there. */
export function overrunNotices(overruns: readonly RuleOverrun[]): Notice[] {
  return overruns.map(({ rule, file, milliseconds }) => ({
    level: 'warning',
    code: 'rule-time-exceeded',
    file,
    text: twice(
      `${rule} took ${milliseconds} ms of processor time over ${file} and was left out there; \`ruleTimeMs\` in cto-guardrails.json allows more.`,
      `${rule} a pris ${milliseconds} ms de temps de calcul sur ${file} et y a été laissée de côté ; \`ruleTimeMs\` dans cto-guardrails.json accorde davantage.`,
    ),
  }));
}

/** Files whose typed rules did not run because the heap was full. */
export function untypedNotice(count: number): Notice[] {
  if (count === 0) return [];
  return [
    {
      level: 'warning',
      code: 'types-left-out',
      text: twice(
        `Rules that need types were left out for lack of memory in this many files: ${count}. Start with a larger heap, such as NODE_OPTIONS=--max-old-space-size=8192.`,
        `Les règles qui demandent les types ont été laissées de côté, faute de mémoire, dans ce nombre de fichiers : ${count}. Démarrez avec un tas plus grand, par exemple NODE_OPTIONS=--max-old-space-size=8192.`,
      ),
    },
  ];
}

/** The results cannot be kept for the next run, which is as slow as this one; they are right all the same. */
export function cacheNotWrittenNotice(reason: string): Notice {
  return {
    level: 'info',
    code: 'cache-not-written',
    text: twice(
      `The results could not be kept for the next audit (${reason}); it will take as long as this one.`,
      `Les résultats n’ont pas pu être conservés pour le prochain audit (${reason}) ; il durera autant que celui-ci.`,
    ),
  };
}

/** What the team's decisions took out of the result, and which of them are about findings no longer there. */
export function decisionNotices(rejected: number, unmatched: number, file: string): Notice[] {
  const about = (code: string, text: Localized): Notice => ({ level: 'info', code, file, text });
  return [
    ...(rejected === 0 ? [] : [about('findings-rejected', rejectedText(rejected, file))]),
    ...(unmatched === 0 ? [] : [about('decisions-unmatched', unmatchedText(unmatched, file))]),
  ];
}

function rejectedText(count: number, file: string): Localized {
  return twice(
    `Findings left out because ${file} rejects them as false: ${count}.`,
    `Constats écartés parce que ${file} les rejette comme faux : ${count}.`,
  );
}

function unmatchedText(count: number, file: string): Localized {
  return twice(
    `Decisions in ${file} about findings that are no longer there: ${count}; remove their lines.`,
    `Décisions de ${file} sur des constats disparus : ${count} ; retirez leurs lignes.`,
  );
}

function twice(en: string, fr: string): Localized {
  return { en, fr: french(fr) };
}
