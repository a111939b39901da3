import semver from 'semver';
import { z } from 'zod';
import { jsonOf } from '../base/json-text.ts';
import type { ServiceAccess } from './ask-service.ts';
import { fetchText } from './fetch-text.ts';
import type { PackageFacts } from './library-facts.ts';
import type { LibraryPolicy } from './library-policy.ts';
import { LookupFailure } from './lookup-failure.ts';
import type { LookupTarget } from './lookup-targets.ts';
import { newestOf, releaseDates } from './packument.ts';
import type { Registry, RegistryConfig } from './registry-config.ts';
import { releasePageOf } from './release-page.ts';

/** What the dates of releases depend on. */
export interface ReleaseDatesRequest {
  readonly facts: ReadonlyMap<string, PackageFacts>;
  readonly targets: readonly LookupTarget[];
  /** Installed versions by the name that registries know. */
  readonly installed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly policy: LibraryPolicy;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly config: RegistryConfig;
  readonly access: ServiceAccess;
  /** For all of them together. */
  readonly totalMs: number;
  readonly signal?: AbortSignal;
}

/** Facts with dates where they were wanted and known. */
export interface DatedFacts {
  readonly facts: ReadonlyMap<string, PackageFacts>;
  /** Packages for which the cool-down cannot be checked, sorted. */
  readonly undated: readonly string[];
}

const dayMs = 24 * 60 * 60 * 1000;
/** The long form of one package can take 20 MB, and most of it is thrown away. */
const mostPackages = 80;
const atOnce = 4;
const givesUpAfter = 4;
const maxBytes = 48 * 1024 * 1024;
const fewVersions = 60;

/**
 * Adds the dates of releases to what npm's short metadata says, for those packages only for which they matter: those
 * that may be younger than the cool-down, those that are late, and those small ones whose metadata rests for a year. A date never
 * changes, so it is asked for once, and again, conditionally and once a day at most, when a version without one is met.
 */
export async function addReleaseDates(request: ReleaseDatesRequest): Promise<DatedFacts> {
  const dated = new Map(request.facts);
  const undated: string[] = [];
  const deadline = Date.now() + request.totalMs;
  let failuresInARow = 0;
  const wishes = wishesOf(request);
  const queue = wishes.entries();
  const work = async (): Promise<void> => {
    for (const [index, { name, registry, facts, urgency }] of queue) {
      request.signal?.throwIfAborted();
      const mayAsk = index < mostPackages && failuresInARow < givesUpAfter && Date.now() < deadline;
      const found = await historyOf(name, registry, neededVersions(request, facts), mayAsk, request);
      if (found === 'silent') failuresInARow++;
      else if (found) {
        failuresInARow = 0;
        dated.set(name, withHistory(facts, found));
      }
      if (urgency === coolDown && (!found || found === 'silent')) undated.push(name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { facts: dated, undated: undated.sort() };
}

const [coolDown, late, upkeep] = [0, 1, 2];

interface Wish {
  readonly name: string;
  readonly registry: Registry;
  readonly facts: PackageFacts;
  readonly urgency: number;
}

/** The most urgent first. */
function wishesOf({ facts, targets, config, ...request }: ReleaseDatesRequest): readonly Wish[] {
  return targets
    .flatMap(({ name, manifest }): Wish[] => {
      const known = facts.get(name);
      const registry = config.registryFor(name, manifest);
      const urgency = known && !known.released ? urgencyOf(known, { facts, targets, config, ...request }) : undefined;
      return known && registry && urgency !== undefined ? [{ name, registry, facts: known, urgency }] : [];
    })
    .sort((a, b) => a.urgency - b.urgency);
}

/** The date of the last change of the metadata is not before that of any release. */
function urgencyOf(facts: PackageFacts, { policy, today, installed }: ReleaseDatesRequest): number | undefined {
  const { latest, lastPublished, versions } = facts;
  const youngest = Date.parse(today) - policy.coolDownDays * dayMs;
  const changed = lastPublished === undefined ? Infinity : Date.parse(lastPublished);
  if (policy.coolDownDays > 0 && changed >= youngest) return coolDown;
  const own = [...(installed.get(facts.name) ?? [])];
  if (own.some((version) => semver.valid(version) !== null && semver.lt(version, latest))) return late;
  return versions.length <= fewVersions && changed < Date.parse(today) - 366 * dayMs ? upkeep : undefined;
}

function neededVersions({ installed }: ReleaseDatesRequest, { name, latest, versions }: PackageFacts): string[] {
  return [latest, ...[...(installed.get(name) ?? [])].filter((version) => versions.includes(version))];
}

const historySchema = z.object({
  etag: z.string().optional(),
  released: z.array(z.tuple([z.string(), z.string()])),
  releaseNotes: z.string().optional(),
});

type History = z.output<typeof historySchema>;

async function historyOf(
  name: string,
  registry: Registry,
  needed: readonly string[],
  mayAsk: boolean,
  { access, signal }: ReleaseDatesRequest,
): Promise<History | 'silent' | undefined> {
  const question = `release dates of ${registry.url}${name}`;
  const kept = await access.cache.read(question);
  const known = kept && historySchema.safeParse(jsonOf(kept.text)).data;
  const ageMs = kept ? access.now().getTime() - Date.parse(kept.fetchedAt) : Infinity;
  const isFresh = ageMs >= 0 && ageMs < dayMs;
  const dates = new Set(known?.released.map(([version]) => version));
  if (known && (isFresh || !mayAsk || needed.every((version) => dates.has(version)))) return known;
  if (!mayAsk) return undefined;
  try {
    const answer = await fetchText({
      ...{ url: registry.url + name.replace('/', '%2f'), registry, user: access.user, accept: 'application/json' },
      limits: { ...access.limits, maxBytes },
      ...(known?.etag !== undefined && { etag: known.etag }),
      ...(signal && { signal }),
    });
    const history = answer.text === undefined ? known : readHistory(answer.text, name, answer.etag);
    if (!history) throw new LookupFailure('server-error');
    await access.cache.write(question, { text: JSON.stringify(history), fetchedAt: access.now().toISOString() });
    return history;
  } catch (error) {
    if (!(error instanceof LookupFailure)) throw error;
    const isSilent = error.reason === 'timeout' || error.reason === 'unreachable';
    return known ?? (isSilent ? 'silent' : undefined);
  }
}

const longForm = z.object({
  name: z.string(),
  time: z.unknown(),
  versions: z.custom<object>((value) => typeof value === 'object' && value !== null),
  repository: z.unknown().optional(),
});

function readHistory(text: string, name: string, etag: string | undefined): History {
  const parsed = longForm.safeParse(jsonOf(text));
  if (!parsed.success || parsed.data.name !== name) throw new LookupFailure('not-json');
  const { time, versions, repository } = parsed.data;
  const releaseNotes = releasePageOf(repository);
  return {
    released: [...releaseDates(time, Object.keys(versions))],
    ...(etag === undefined ? {} : { etag }),
    ...(releaseNotes === undefined ? {} : { releaseNotes }),
  };
}

function withHistory(facts: PackageFacts, { released, releaseNotes }: History): PackageFacts {
  const dates = new Map(released);
  const lastPublished = newestOf(dates) ?? facts.lastPublished;
  return {
    ...facts,
    ...(dates.size === 0 ? {} : { released: dates }),
    ...(lastPublished === undefined ? {} : { lastPublished }),
    ...(releaseNotes === undefined ? {} : { releaseNotes }),
  };
}
