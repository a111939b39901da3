import { fileRoleOf } from '../../workspace/file-role.ts';
import { settingsIn } from './file-settings.ts';
import { kindOfSecret } from './secret-place.ts';
import { isPasswordLike, isPlaceholder, isRandomLooking } from './secret-value.ts';
import { passwordOfAddress, type SecretScanner } from './written-secrets.ts';

/** A secret in a text, with what tells that it is one. */
export interface WrittenSecret {
  /** Id of a provider's format, `address`, or empty. */
  readonly provider: string;
  /** Name under which the value stands, or empty. */
  readonly name: string;
  readonly value: string;
  readonly index: number;
  /** Characters to point at; the whole value when left out. */
  readonly length?: number;
}

/**
 * Finds secrets in a text that is no source under review: providers' formats in any, and in settings of what is
 * deployed also passwords in addresses and values under telling names. `file` says what kind of text it is.
 */
export function* secretsOfText(file: string, text: string, scan: SecretScanner): Iterable<WrittenSecret> {
  yield* providerSecretsIn(file, text, scan);
  if (!isDeployed(file)) return;
  const isScratch = startsThrowaway.test(file);
  for (const { name, value, index } of settingsIn(file, text)) {
    const password = isScratch ? undefined : passwordOfAddress(value);
    if (password !== undefined)
      yield { provider: 'address', name: '', value: password, index: index + value.lastIndexOf(`${password}@`) };
    else if (isTelling(name, value, isScratch)) yield { provider: '', name, value, index };
  }
}

function* providerSecretsIn(file: string, text: string, scan: SecretScanner): Iterable<WrittenSecret> {
  for (const { provider, secret, index } of scan(text)) {
    if (isHarmless(provider, file, text)) continue;
    const length = provider === 'private-key' ? secret.indexOf('KEY') + 'KEY'.length : secret.length;
    yield { provider, name: '', value: secret, index, length };
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
const startsThrowaway =
  /(^|\/)(\.github|\.gitlab-ci|\.devcontainer)|circleci|travis|appveyor|compose[\w.-]*\.ya?ml$|ci\.ya?ml$/i;

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
