import os from 'node:os';
import envPaths from 'env-paths';
import type { Notice } from '../base/notice.ts';
import type { Manifest } from '../workspace/manifest.ts';
import { openFactsCache } from './facts-cache.ts';
import type { FetchLimits } from './fetch-text.ts';
import type { LibraryFacts, PackageFacts } from './library-facts.ts';
import { emptyPolicy, type LibraryPolicy } from './library-policy.ts';
import type { RegistryConfig } from './registry-config.ts';
import { installedVersions } from './installed-versions.ts';
import { loadAdvisories, type OnlineSources } from './load-advisories.ts';
import { lookupTargets } from './lookup-targets.ts';
import {
  cacheNotWritable,
  lookupsIncomplete,
  lookupsOffline,
  lookupsStale,
  releasesUndated,
} from './lookup-notices.ts';
import type { Environment } from './user-npmrc.ts';

/** What the loading of library facts depends on. */
export interface LibraryFactsRequest {
  readonly manifests: readonly Manifest[];
  /** Absolute real path of the workspace. */
  readonly root: string;
  /** False (offline, untrusted workspace) opens no socket and reads no cache: nothing but the workspace counts. */
  readonly network: boolean;
  /** Folder for what registries said, or false for none; the user's cache folder when left out. */
  readonly cacheFolder?: string | false;
  /** Path of an OSV export (a zip or a folder); without it no vulnerable package is told. */
  readonly advisories?: string;
  /** What the team demands; nothing when left out. */
  readonly policy?: LibraryPolicy;
  /** Packages that the workspace's code imports: their declarations are compared before a major upgrade. */
  readonly imports?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
  readonly onNotice: (notice: Notice) => void;
  /** Environment and home folder where the user's npm settings are; those of the process when left out. */
  readonly environment?: Environment;
  readonly homeFolder?: string;
  /** Where OSV answers; its own address when left out. */
  readonly osvAddress?: string;
  /** Decides how old a cached answer is; the clock when left out. */
  readonly now?: () => Date;
  readonly limits?: Partial<FetchLimits & { readonly totalMs: number }>;
}

const patience: FetchLimits & { readonly totalMs: number } = {
  timeoutMs: 15_000,
  retries: 2,
  retryDelayMs: 300,
  maxBytes: 64 * 1024 * 1024,
  maxSockets: 8,
  totalMs: 90_000,
};
const concurrency = 8;
const givesUpAfter = 5;

/**
 * What registries and advisories say of the packages that the manifests declare and lock; the product's only use of
 * the network. What goes wrong on the way narrows the facts and is told in one notice. Rejects when cancelled, and
 * with a `UserError` when the advisories cannot be opened.
 */
export async function loadLibraryFacts(request: LibraryFactsRequest): Promise<LibraryFacts> {
  const { policy = emptyPolicy(), now = () => new Date(), root, manifests, advisories, signal, onNotice } = request;
  const online = request.network && manifests.length > 0 ? await goOnline(request, now) : undefined;
  const today = now().toISOString().slice(0, 10);
  const facts = await loadPackageFacts(request, online, { policy, today });
  const advisoriesFor = await loadAdvisories({
    ...{ root, manifests, policy, onNotice },
    ...(advisories === undefined ? {} : { advisories }),
    ...(online === undefined ? {} : { online }),
    ...(signal === undefined ? {} : { signal }),
  });
  const declarationsOf = online ? await declarations(request, online, facts) : (): undefined => undefined;
  return { packageFacts: (name) => facts.get(name), declarationsOf, advisoriesFor, policy, today };
}

async function declarations(
  request: LibraryFactsRequest,
  { config, access }: OnlineSources,
  facts: ReadonlyMap<string, PackageFacts>,
): Promise<LibraryFacts['declarationsOf']> {
  const { loadDeclarations } = await import('./published-declarations.ts');
  const { manifests, imports = new Set<string>(), signal, limits } = request;
  const totalMs = limits?.totalMs ?? patience.totalMs;
  return loadDeclarations({ manifests, imports, facts, config, access, totalMs, ...(signal && { signal }) });
}

/** Loaded here so that an offline run never touches the code that could open a socket. */
async function goOnline(request: LibraryFactsRequest, now: () => Date): Promise<OnlineSources> {
  const { root, manifests, environment = process.env, homeFolder = os.homedir() } = request;
  const [{ readRegistryConfig }, { openAnswerCache }] = await Promise.all([
    import('./registry-config.ts'),
    import('./answer-cache.ts'),
  ]);
  const config = await readRegistryConfig(root, manifests, environment, homeFolder);
  const cache = openAnswerCache(request.cacheFolder ?? defaultCacheFolder());
  const limits = { ...patience, ...request.limits };
  return {
    config,
    access: { user: config.user, limits, cache, now },
    ...(request.osvAddress === undefined ? {} : { osvAddress: request.osvAddress }),
  };
}

async function loadPackageFacts(
  request: LibraryFactsRequest,
  online: OnlineSources | undefined,
  { policy, today }: Pick<LibraryFacts, 'policy' | 'today'>,
): Promise<ReadonlyMap<string, PackageFacts>> {
  const targets = lookupTargets(request.manifests);
  if (targets.length === 0) return new Map();
  if (!online) {
    request.onNotice(lookupsOffline(targets.length));
    return new Map();
  }
  const { facts, failures, stale } = await askRegistries(request, targets, online.config);
  if (stale.length > 0) request.onNotice(lookupsStale(stale, targets.length));
  if (failures.size > 0) request.onNotice(lookupsIncomplete(failures, targets.length));
  const { addReleaseDates } = await import('./release-dates.ts');
  const dated = await addReleaseDates({
    ...{ facts, targets, policy, today, installed: installedVersions(request.manifests) },
    ...{ config: online.config, access: online.access, totalMs: request.limits?.totalMs ?? patience.totalMs },
    ...(request.signal && { signal: request.signal }),
  });
  if (dated.undated.length > 0) request.onNotice(releasesUndated(dated.undated, policy.coolDownDays));
  return dated.facts;
}

async function askRegistries(
  request: LibraryFactsRequest,
  targets: ReturnType<typeof lookupTargets>,
  config: RegistryConfig,
) {
  const { signal } = request;
  const { lookUpPackages } = await import('./look-up-packages.ts');
  const cache = request.cacheFolder === false ? undefined : openFactsCache(request.cacheFolder ?? defaultCacheFolder());
  const { totalMs, ...limits } = { ...patience, ...request.limits };
  const now = request.now ?? (() => new Date());
  const result = await lookUpPackages(targets, {
    ...{ config, cache, limits, concurrency, totalMs, givesUpAfter, now },
    ...(signal === undefined ? {} : { signal }),
  });
  await cache?.prune();
  if (cache?.writeError !== undefined) request.onNotice(cacheNotWritable(cache.writeError));
  return result;
}

/** Where registry answers are kept when nobody says otherwise: the cache folder of the user. */
export function defaultCacheFolder(): string {
  return envPaths('cto-guardrails', { suffix: '' }).cache;
}
