import type { AnswerCache, KeptAnswer } from './answer-cache.ts';
import type { FetchLimits } from './fetch-text.ts';
import { fetchText } from './fetch-text.ts';
import { LookupFailure } from './lookup-failure.ts';
import type { Registry } from './registry-config.ts';
import type { UserNpmrc } from './user-npmrc.ts';

/** How a service is asked: with whose settings, how patiently, and where its answers are kept. */
export interface ServiceAccess {
  readonly user: UserNpmrc;
  readonly limits: FetchLimits;
  readonly cache: AnswerCache;
  readonly now: () => Date;
}

interface Question {
  readonly url: string;
  readonly registry: Registry;
  readonly body?: string;
  /** How long an answer stands; a day when left out. */
  readonly freshMs?: number;
  readonly signal?: AbortSignal;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Asks a service once a day at most; when it fails, an older answer stands in. Throws a `LookupFailure` when there is
 * neither.
 */
export async function askService(access: ServiceAccess, question: Question): Promise<KeptAnswer> {
  const { url, registry, body, freshMs = dayMs, signal } = question;
  const key = `${url}\n${body ?? ''}`;
  const kept = await access.cache.read(key);
  const ageMs = kept ? access.now().getTime() - Date.parse(kept.fetchedAt) : Infinity;
  if (kept && ageMs >= 0 && ageMs < freshMs) return kept;
  try {
    const { text = '' } = await fetchText({
      ...{ url, registry, user: access.user, limits: access.limits },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    const answer = { text, fetchedAt: access.now().toISOString() };
    await access.cache.write(key, answer);
    return answer;
  } catch (error) {
    if (kept && error instanceof LookupFailure) return kept;
    throw error;
  }
}
