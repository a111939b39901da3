import type { Localized } from '../base/language.ts';

/** Why a package could not be looked up. */
export type FailureReason =
  | 'timeout'
  | 'unreachable'
  | 'not-found'
  | 'forbidden'
  | 'server-error'
  | 'redirected'
  | 'not-json'
  | 'too-large'
  | 'invalid-name'
  | 'invalid-registry'
  | 'not-asked';

/** Says for a reader what each reason means; completes "lodash (…)". */
export const failureTexts: Readonly<Record<FailureReason, Localized>> = {
  timeout: { en: 'no answer in time', fr: 'pas de réponse à temps' },
  unreachable: { en: 'registry cannot be reached', fr: 'registre injoignable' },
  'not-found': { en: 'not in its registry', fr: 'absent de son registre' },
  forbidden: { en: 'the registry refuses access', fr: 'accès refusé par le registre' },
  'server-error': { en: 'error of the registry', fr: 'erreur du registre' },
  redirected: { en: 'redirected to another host, not followed', fr: 'redirection vers un autre hôte, non suivie' },
  'not-json': { en: 'answer is not package metadata', fr: 'la réponse ne décrit pas un paquet' },
  'too-large': { en: 'answer too large', fr: 'réponse trop volumineuse' },
  'invalid-name': { en: 'not a valid package name', fr: 'nom de paquet invalide' },
  'invalid-registry': { en: 'the configured registry is not a web address', fr: 'registre configuré sans adresse web' },
  'not-asked': { en: 'not asked any more', fr: 'plus interrogé' },
};

/** One package could not be looked up; everything else goes on. */
export class LookupFailure extends Error {
  override readonly name = 'LookupFailure';
  readonly reason: FailureReason;

  constructor(reason: FailureReason, options?: ErrorOptions) {
    super(failureTexts[reason].en, options);
    this.reason = reason;
  }
}
