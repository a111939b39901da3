import { z } from 'zod';
import { createLineIndex, type FileRange } from '../../base/text-range.ts';
import { fileRoleOf } from '../../workspace/file-role.ts';
import { defineRule } from '../define-rule.ts';
import { settingsIn } from './file-settings.ts';
import { providerSecrets } from './provider-secrets.ts';
import { kindOfSecret } from './secret-place.ts';
import { isPasswordLike, isPlaceholder, isRandomLooking, shownStart } from './secret-value.ts';
import { isDocumented, passwordOfAddress, secretLabel } from './written-secrets.ts';

interface Data {
  readonly [key: string]: string;
  /** Id of a provider's format, `address`, or empty. */
  readonly provider: string;
  /** Name under which the value stands, or empty. */
  readonly name: string;
  /** At most the first four characters. */
  readonly start: string;
}

export const rule = defineRule({
  id: 'security/secret-in-file',
  weakness: 'secret-in-repository',
  cwe: [312, 260, 798],
  profile: 'essential',
  needs: 'workspace',
  docs: {
    title: { en: 'Secret in a settings file of the repository', fr: 'Secret dans un fichier de réglages du dépôt' },
    why: {
      en: 'This file is under version control, so everyone with a copy of the repository has the secret, and the history keeps it. Revoke it, keep the file out with `.gitignore`, and commit a template with empty values instead.',
      fr: 'Ce fichier est suivi par git\u00a0: quiconque a une copie du dépôt a le secret, et l’historique le garde. Révoquez-le, excluez le fichier par `.gitignore` et livrez plutôt un modèle aux valeurs vides.',
    },
    forLeads: {
      en: 'Former staff, contractors and anyone who gets hold of the repository can use this account in the company’s name.',
      fr: 'Anciens employés, prestataires et quiconque obtient le dépôt peuvent utiliser ce compte au nom de l’entreprise.',
    },
    bad: 'SMTP_HOST=mail.shop.eu\nSMTP_PASSWORD=Gr8-Winter-77',
    good: 'SMTP_HOST=mail.shop.eu\nSMTP_PASSWORD=',
    exampleFile: '.env',
  },
  options: z.strictObject({
    ignoreNames: z.array(z.string()).default([]).describe('Names of settings that hold no secret.'),
  }),
  message: {
    en: ({ provider, name, start }: Data) => `${secretLabel('en', provider, name)} \`${start}\` is kept in this file`,
    fr: ({ provider, name, start }: Data) =>
      `${secretLabel('fr', provider, name)} en clair dans ce fichier\u00a0: \`${start}\``,
  },
  detect: ({ workspace, options, report }) => {
    for (const [file, text] of workspace.supportingTexts()) {
      // What the sources hold is reviewed there, with the syntax around it.
      if (workspace.files.has(file)) continue;
      const at = placesIn(file, text);
      const taken: Span[] = [];
      for (const { provider, name, value, index, length = value.length } of secretsIn(file, text)) {
        const span = { start: index, end: index + length };
        if (options.ignoreNames.includes(name) || taken.some((other) => overlaps(other, span))) continue;
        taken.push(span);
        const drivers = provider !== '' && provider !== 'address' ? { drivers: { providerSecret: true } as const } : {};
        report(at(span), { provider, name, start: shownStart(value) }, drivers);
      }
    }
  },
});

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Secret {
  readonly provider: string;
  readonly name: string;
  readonly value: string;
  readonly index: number;
  /** Characters to point at; the whole value when left out. */
  readonly length?: number;
}

function* secretsIn(file: string, text: string): Iterable<Secret> {
  yield* providerSecretsIn(file, text);
  if (!isDeployed(file)) return;
  const isScratch = startsThrowaway.test(file);
  for (const { name, value, index } of settingsIn(file, text)) {
    const password = isScratch ? undefined : passwordOfAddress(value);
    if (password !== undefined)
      yield { provider: 'address', name: '', value: password, index: index + value.lastIndexOf(`${password}@`) };
    else if (isTelling(name, value, isScratch)) yield { provider: '', name, value, index };
  }
}

function* providerSecretsIn(file: string, text: string): Iterable<Secret> {
  for (const { id, pattern } of providerSecrets) {
    const match = pattern.exec(text);
    if (!match || isDocumented(id === 'private-key' ? '' : match[0]) || isHarmless(id, file, text)) continue;
    const [value] = match;
    const length = id === 'private-key' ? value.indexOf('KEY') + 'KEY'.length : value.length;
    yield { provider: id, name: '', value, index: match.index, length };
  }
}

/** Keys of test servers, keys under a password, and keys that every visitor of a web application gets. */
function isHarmless(id: string, file: string, text: string): boolean {
  if (id === 'google') return /\b(authDomain|projectId|messagingSenderId|mobilesdk_app_id)\b|CLIENT_ID/.test(text);
  if (id !== 'private-key') return false;
  return (
    fileRoleOf(file) !== 'production' ||
    /localhost|self-?signed|snake-?oil|dummy|sample|\bdev\b|\blocal\b/i.test(file) ||
    /BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(text)
  );
}

/** Servers that a pipeline or a developer's machine starts for an hour: a made-up password is right there. */
const startsThrowaway = /(^|\/)(\.github|\.circleci|\.gitlab-ci|\.devcontainer)|compose[\w.-]*\.ya?ml$|ci\.ya?ml$/i;

/** Whether made-up values are unlikely in a file: tests, templates and lists of texts are full of them. */
function isDeployed(file: string): boolean {
  if (fileRoleOf(file) === 'test' || fileRoleOf(file) === 'example') return false;
  return !/example|sample|template|\.dist$|\btest|\bmock|\bfixture|locale|i18n|\blang|translation|messages|openapi|swagger|schema|snapshot|postman|\.local\b|(^|\/)te?sts?\b/i.test(
    file,
  );
}

function isTelling(name: string, value: string, isScratch: boolean): boolean {
  const kind = kindOfSecret(name);
  if (kind === undefined || /^[$%!&*|>]|^(true|false|yes|no|null|~)$/i.test(value) || isPlaceholder(value))
    return false;
  if (isScratch) return kind === 'other' && isRandomLooking(value) && value.length >= 20;
  return isRandomLooking(value) || (kind === 'password' && isPasswordLike(value));
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function placesIn(file: string, text: string): (span: Span) => FileRange {
  let index: ReturnType<typeof createLineIndex> | undefined;
  return ({ start, end }) => {
    index ??= createLineIndex(text);
    return { file, range: { start: index.positionAt(start), end: index.positionAt(end) } };
  };
}
