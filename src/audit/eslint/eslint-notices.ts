import { localize, type Localized } from '../../base/language.ts';
import type { Notice } from '../../base/notice.ts';
import { french } from '../../base/typography.ts';
import type { EslintFolder } from './find-eslint.ts';
import type { EslintEnding, EslintLimits } from './run-eslint.ts';
import type { RawFailure } from './runner-messages.ts';

/** One run of one ESLint: how many files it was given and how many it did. */
export interface RunFacts {
  readonly folder: EslintFolder;
  readonly version: string;
  readonly files: number;
  readonly done: number;
}

/** Neither a configuration nor anything to run. */
export function noEslintNotice(): Notice {
  return notice('eslint-not-configured', 'info', {
    en: 'The workspace’s own ESLint was asked for, but no ESLint configuration lies in the workspace, so it was not run.',
    fr: 'L’ESLint de l’espace de travail était demandé, mais aucune configuration ESLint ne s’y trouve : il n’a pas été lancé.',
  });
}

/** Folders that configure an ESLint that is not there, in one sentence. */
export function notInstalledNotice(folders: readonly EslintFolder[]): Notice[] {
  const [first] = folders;
  if (!first) return [];
  const places = listed(folders.map(placeOf));
  return [
    notice(
      'eslint-not-installed',
      'warning',
      {
        en: `ESLint is configured (${places}) but not installed, so the workspace’s own rules were not run; install the dependencies (npm install) and audit again.`,
        fr: `ESLint est configuré (${places}) mais pas installé : les règles de l’espace de travail n’ont pas été appliquées ; installez les dépendances (npm install) et relancez l’audit.`,
      },
      placeOf(first),
    ),
  ];
}

/** An ESLint from before the API that runs it. */
export function earlyEslintNotice(folder: EslintFolder, version: string): Notice {
  return notice(
    'eslint-too-old',
    'warning',
    {
      en: `ESLint ${version} of ${placeOf(folder)} was not run: versions 8, 9 and 10 can be; update it (npm install -D eslint).`,
      fr: `ESLint ${version} de ${placeOf(folder)} n’a pas été lancé : seules les versions 8, 9 et 10 le peuvent ; mettez-le à jour (npm install -D eslint).`,
    },
    placeOf(folder),
  );
}

/** An ESLint that reads no configuration of this form any more. */
export function lateConfigurationNotice(folder: EslintFolder, version: string): Notice {
  const place = placeOf(folder);
  return notice(
    'eslint-configuration-old',
    'warning',
    {
      en: `ESLint ${version} does not read ${place} any more, so it was not run; turn it into an eslint.config.js (npx @eslint/migrate-config ${place}).`,
      fr: `ESLint ${version} ne lit plus ${place} et n’a donc pas été lancé ; convertissez ce fichier en eslint.config.js (npx @eslint/migrate-config ${place}).`,
    },
    place,
  );
}

/** What ran, so that nobody takes its findings for the product's. */
export function ranNotice({ folder, version, done }: RunFacts, formatting: number): Notice {
  const left = formatting > 0;
  return notice(
    'eslint-ran',
    'info',
    {
      en: `The workspace’s own ESLint ${version} (${placeOf(folder)}) reviewed ${done} files${left ? `; its ${formatting} remarks about white space have no price and are left out` : ''}.`,
      fr: `L’ESLint ${version} de l’espace de travail (${placeOf(folder)}) a examiné ${done} fichiers${left ? ` ; ses ${formatting} remarques de mise en forme n’ont pas de prix et sont omises` : ''}.`,
    },
    placeOf(folder),
  );
}

/** ESLint ended before its work: what, where, and how to mend. */
export function endedNotice(
  { folder, version, files, done }: RunFacts,
  ending: Extract<EslintEnding, { readonly kind: 'time' | 'memory' | 'died' }>,
  limits: EslintLimits,
): Notice {
  const at = ending.file ?? placeOf(folder);
  const seconds = Math.round(limits.milliseconds / 1000);
  const texts = {
    time: {
      en: `did not finish within ${seconds} s and was ended at ${at}; raise \`eslint.seconds\` in cto-guardrails.json, or find the slow rule with TIMING=1 npx eslint ${at}`,
      fr: `n’a pas fini en ${seconds} s et a été arrêté sur ${at} ; augmentez \`eslint.seconds\` dans cto-guardrails.json, ou cherchez la règle lente avec TIMING=1 npx eslint ${at}`,
    },
    memory: {
      en: `needed more than ${limits.heapMegabytes} MB and ended at ${at}; raise \`eslint.megabytes\` in cto-guardrails.json`,
      fr: `a demandé plus de ${limits.heapMegabytes} Mo et s’est arrêté sur ${at} ; augmentez \`eslint.megabytes\` dans cto-guardrails.json`,
    },
    died: {
      en: `ended unasked at ${at}${wordsOf(ending.lastWords)}; run npx eslint ${at} to see why`,
      fr: `s’est arrêté de lui-même sur ${at}${wordsOf(ending.lastWords)} ; lancez npx eslint ${at} pour voir pourquoi`,
    },
  }[ending.kind];
  return notice(
    `eslint-ended-${ending.kind}`,
    'warning',
    {
      en: `The workspace’s own ESLint ${version} ${texts.en}; its findings in ${done} of ${files} files count.`,
      fr: `L’ESLint ${version} de l’espace de travail ${texts.fr} ; ses constats dans ${done} fichiers sur ${files} comptent.`,
    },
    ending.file ?? placeOf(folder),
  );
}

/** ESLint refused its configuration. */
export function failedNotice({ folder, version }: RunFacts, failure: RawFailure): Notice {
  const place = placeOf(folder);
  const missing = missingPackage(failure);
  const where = folder.folder === '' ? { en: 'at the root', fr: 'à la racine' } : inFolder(folder.folder);
  const text: Localized =
    missing === undefined
      ? {
          en: `ESLint ${version} could not use ${place}: ${oneLine(failure.message)}; run npx eslint ${where.en} and mend what it names.`,
          fr: `ESLint ${version} n’a pas pu utiliser ${place} : ${oneLine(failure.message)} ; lancez npx eslint ${where.fr} et corrigez ce qu’il nomme.`,
        }
      : {
          en: `ESLint ${version} could not use ${place}: it needs \`${missing}\`, which is not installed; run npm install -D ${missing} ${where.en}, or take it out of the configuration.`,
          fr: `ESLint ${version} n’a pas pu utiliser ${place} : il demande \`${missing}\`, qui n’est pas installé ; lancez npm install -D ${missing} ${where.fr}, ou retirez-le de la configuration.`,
        };
  return notice(missing === undefined ? 'eslint-failed' : 'eslint-plugin-missing', 'warning', text, place);
}

/** Rules that no plugin brings, and files that ESLint could not parse: one sentence each. */
export function brokenNotices({
  folder,
  version,
  missing,
  syntaxErrors,
}: RunFacts & {
  readonly missing: readonly string[];
  readonly syntaxErrors: readonly { readonly file: string; readonly error: string }[];
}): Notice[] {
  const place = placeOf(folder);
  const [broken] = syntaxErrors;
  return [
    ...(missing.length === 0
      ? []
      : [
          notice(
            'eslint-rules-missing',
            'warning',
            {
              en: `ESLint ${version}: ${place} names rules that no installed plugin has (${listed(missing)}); install the plugin or remove them.`,
              fr: `ESLint ${version} : ${place} nomme des règles qu’aucune extension installée ne contient (${listed(missing)}) ; installez l’extension ou retirez-les.`,
            },
            place,
          ),
        ]),
    ...(broken === undefined
      ? []
      : [
          notice(
            'eslint-not-parsed',
            'info',
            {
              en: `ESLint ${version} could not parse ${syntaxErrors.length} files, first ${broken.file} (${oneLine(broken.error)}); set up a parser for them in ${place}.`,
              fr: `ESLint ${version} n’a pas pu lire ${syntaxErrors.length} fichiers, d’abord ${broken.file} (${oneLine(broken.error)}) ; prévoyez un analyseur pour eux dans ${place}.`,
            },
            broken.file,
          ),
        ]),
  ];
}

/** The package that a failure is about: ESLint's own word for it, else the compiler's or Node's. */
function missingPackage({ message, template, missing }: RawFailure): string | undefined {
  if (template === 'plugin-missing' && missing !== undefined) return missing;
  if (template === 'extend-config-missing' && missing !== undefined && /^[\w-]+$/.test(missing))
    return missing.startsWith('eslint-config-') ? missing : `eslint-config-${missing}`;
  const name = /Cannot find (?:package|module) '([^'\n]+)'/.exec(message)?.[1] ?? '';
  return /^(?:@[\w.-]+\/)?[\w-][\w.-]*/.exec(name)?.[0];
}

function notice(code: string, level: Notice['level'], { en, fr }: Localized, file?: string): Notice {
  const text = localize((language) => (language === 'fr' ? french(fr) : en));
  return { level, code, text, ...(file !== undefined && { file }) };
}

function placeOf({ folder, configuration }: EslintFolder): string {
  return folder === '' ? configuration : `${folder}/${configuration}`;
}

function inFolder(folder: string): Localized {
  return { en: `in ${folder}`, fr: `dans ${folder}` };
}

function listed(names: readonly string[]): string {
  const most = 5;
  return names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')}, …`;
}

function wordsOf(lastWords: string | undefined): string {
  return lastWords === undefined ? '' : ` (${oneLine(lastWords)})`;
}

function oneLine(text: string): string {
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  return line.trim().slice(0, 200).replace(/\.$/, '');
}
