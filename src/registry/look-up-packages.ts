import type { FactsCache } from './facts-cache.ts';
import type { FetchLimits } from './fetch-text.ts';
import { fetchText } from './fetch-text.ts';
import type { PackageFacts } from './library-facts.ts';
import type { FailureReason } from './lookup-failure.ts';
import { LookupFailure } from './lookup-failure.ts';
import { validName, type LookupTarget } from './lookup-targets.ts';
import { parsePackument } from './packument.ts';
import type { Registry, RegistryConfig } from './registry-config.ts';

/** What came of asking: facts, stale ones where the registry did not answer, and what is missing. */
export interface LookupResult {
  readonly facts: ReadonlyMap<string, PackageFacts>;
  readonly failures: ReadonlyMap<string, FailureReason>;
  /** Names whose facts are older than a day because the registry did not answer. */
  readonly stale: readonly string[];
}

/** How packages are looked up; the limits are per package, the rest for the whole run. */
export interface LookupOptions {
  readonly config: RegistryConfig;
  readonly cache: FactsCache | undefined;
  readonly limits: FetchLimits;
  readonly concurrency: number;
  readonly totalMs: number;
  /** Failures in a row without any answer after which a registry is left alone. */
  readonly givesUpAfter: number;
  readonly signal?: AbortSignal;
  readonly now: () => Date;
}

const dayMs = 24 * 60 * 60 * 1000;
const silence: ReadonlySet<FailureReason> = new Set(['timeout', 'unreachable']);

/** Asks the registries about packages, a bounded number at a time. One that fails leaves the others alone. */
export async function lookUpPackages(targets: readonly LookupTarget[], options: LookupOptions): Promise<LookupResult> {
  const facts = new Map<string, PackageFacts>();
  const failures = new Map<string, FailureReason>();
  const stale: string[] = [];
  const failuresInARow = new Map<string, number>();
  const deadline = Date.now() + options.totalMs;
  const queue = targets.values();
  const work = async () => {
    for (const { name, manifest } of queue) {
      options.signal?.throwIfAborted();
      const registry = options.config.registryFor(name, manifest);
      const cached = registry && (await options.cache?.read(registry.url, name));
      try {
        const found = await lookUp(name, registry, cached, { options, failuresInARow, deadline });
        facts.set(name, found);
      } catch (error) {
        if (!(error instanceof LookupFailure)) throw error;
        const keepsOld = cached?.facts !== undefined && error.reason !== 'not-found';
        if (keepsOld) stale.push(name);
        if (keepsOld) facts.set(name, cached.facts);
        else failures.set(name, error.reason);
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, work));
  return { facts, failures: new Map([...failures].sort(byName)), stale: stale.sort() };
}

/** Answers arrive in any order; what is told of them must not. */
function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

interface RunState {
  readonly options: LookupOptions;
  readonly failuresInARow: Map<string, number>;
  readonly deadline: number;
}

type Cached = Awaited<ReturnType<FactsCache['read']>>;

async function lookUp(
  name: string,
  registry: Registry | undefined,
  cached: Cached,
  state: RunState,
): Promise<PackageFacts> {
  if (!validName.test(name)) throw new LookupFailure('invalid-name');
  if (!registry) throw new LookupFailure('invalid-registry');
  if (cached && isFresh(cached.fetchedAt, state.options.now())) return known(cached.facts);
  const { failuresInARow, options } = state;
  const failed = failuresInARow.get(registry.url) ?? 0;
  if (failed >= options.givesUpAfter || Date.now() > state.deadline) throw new LookupFailure('not-asked');
  try {
    const found = await ask(name, registry, cached, options);
    failuresInARow.delete(registry.url);
    return known(found);
  } catch (error) {
    if (error instanceof LookupFailure && silence.has(error.reason)) {
      failuresInARow.set(registry.url, (failuresInARow.get(registry.url) ?? 0) + 1);
    }
    throw error;
  }
}

/** Asks the registry and keeps the answer; undefined when it does not know the package. */
async function ask(
  name: string,
  registry: Registry,
  cached: Cached,
  { config, cache, limits, signal, now }: LookupOptions,
): Promise<PackageFacts | undefined> {
  const fetchedAt = now().toISOString();
  const url = registry.url + name.replace('/', '%2f');
  const etag = cached?.facts && cached.etag;
  try {
    const answer = await fetchText({
      url,
      registry,
      user: config.user,
      limits,
      ...(etag === undefined ? {} : { etag }),
      ...(signal === undefined ? {} : { signal }),
    });
    const facts =
      answer.text === undefined ? renew(cached?.facts, fetchedAt) : parsePackument(answer.text, name, fetchedAt);
    await cache?.write(registry.url, name, {
      facts,
      fetchedAt,
      ...(answer.etag === undefined ? {} : { etag: answer.etag }),
    });
    return facts;
  } catch (error) {
    if (!(error instanceof LookupFailure) || error.reason !== 'not-found') throw error;
    await cache?.write(registry.url, name, { fetchedAt });
    return undefined;
  }
}

/** "Not modified" is an answer to a conditional request only. */
function renew(facts: PackageFacts | undefined, fetchedAt: string): PackageFacts {
  if (!facts) throw new LookupFailure('server-error');
  return { ...facts, fetchedAt };
}

function known(facts: PackageFacts | undefined): PackageFacts {
  if (!facts) throw new LookupFailure('not-found');
  return facts;
}

/** A date in the future comes from a clock set back since, and says nothing. */
function isFresh(fetchedAt: string, now: Date): boolean {
  const ageMs = now.getTime() - Date.parse(fetchedAt);
  return ageMs >= 0 && ageMs < dayMs;
}
