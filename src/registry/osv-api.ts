import { z } from 'zod';
import type { AdvisoryAnswer, AdvisorySource, InstalledVersions } from './advisory.ts';
import { askService, type ServiceAccess } from './ask-service.ts';
import { LookupFailure } from './lookup-failure.ts';
import { joined } from './npm-advisories.ts';
import { readOsvRecord } from './osv-record.ts';

/** Where OSV answers. */
export const osvAddress = 'https://api.osv.dev/';

// https://google.github.io/osv.dev/post-v1-querybatch/
const batchAnswer = z.object({
  results: z.array(
    z.object({
      vulns: z.array(z.object({ id: z.string(), modified: z.string().optional() })).optional(),
      next_page_token: z.string().optional(),
    }),
  ),
});

interface Query {
  readonly package: { readonly name: string; readonly ecosystem: 'npm' };
  readonly version: string;
  readonly page_token?: string;
}

/** OSV's own bound is 1000 queries. */
const batchSize = 1_000;
const recordsAtOnce = 8;
const maxPages = 5;
/** A record is named with the date of its last change, so it never grows old. */
const monthMs = 30 * 24 * 60 * 60 * 1000;

/**
 * The OSV API, asked in batches, then once for each record. `isPublic` says which packages strangers may hear of.
 */
export function osvApi(
  access: ServiceAccess,
  isPublic: (name: string) => boolean,
  address = osvAddress,
): AdvisorySource {
  return {
    name: 'OSV',
    advisoriesFor: async (packages, signal) => {
      const queries = queriesFor(packages, isPublic);
      const answers: AdvisoryAnswer[] = [];
      for (let start = 0; start < queries.length; start += batchSize)
        answers.push(await askBatch(access, address, queries.slice(start, start + batchSize), signal));
      const { advisories, ...rest } = joined(answers);
      return { ...rest, advisories: advisories.filter((one) => packages.has(one.package)) };
    },
  };
}

function queriesFor(packages: InstalledVersions, isPublic: (name: string) => boolean): Query[] {
  return [...packages]
    .filter(([name]) => isPublic(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, versions]) =>
      [...versions].sort().map((version): Query => ({ package: { name, ecosystem: 'npm' }, version })),
    );
}

async function askBatch(
  access: ServiceAccess,
  address: string,
  queries: readonly Query[],
  signal: AbortSignal | undefined,
): Promise<AdvisoryAnswer> {
  try {
    const { records, askedAt } = await findRecords(access, address, queries, signal);
    const read = await readRecords(access, address, records, signal);
    return { ...read, ...(askedAt === undefined ? {} : { askedAt }) };
  } catch (error) {
    if (!(error instanceof LookupFailure)) throw error;
    const names = new Set(queries.map((query) => query.package.name));
    return { advisories: [], unreadable: 0, unanswered: { packages: names.size, reason: error.reason } };
  }
}

interface FoundRecords {
  /** Date of the last change by id. */
  readonly records: ReadonlyMap<string, string>;
  readonly askedAt?: string;
}

async function findRecords(
  access: ServiceAccess,
  address: string,
  queries: readonly Query[],
  signal: AbortSignal | undefined,
): Promise<FoundRecords> {
  const records = new Map<string, string>();
  let askedAt: string | undefined;
  let open = queries;
  for (let page = 0; page < maxPages && open.length > 0; page++) {
    const body = JSON.stringify({ queries: open });
    const url = `${address}v1/querybatch`;
    const answer = await askService(access, { url, registry: { url: address }, body, ...(signal ? { signal } : {}) });
    const { results } = parse(batchAnswer, answer.text);
    askedAt ??= answer.fetchedAt;
    for (const { id, modified = '' } of results.flatMap(({ vulns = [] }) => vulns)) records.set(id, modified);
    open = results.flatMap(({ next_page_token: token }, index) => {
      const query = open[index];
      return token === undefined || !query ? [] : [{ ...query, page_token: token }];
    });
  }
  return { records, ...(askedAt === undefined ? {} : { askedAt }) };
}

async function readRecords(
  access: ServiceAccess,
  address: string,
  records: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): Promise<AdvisoryAnswer> {
  const advisories: AdvisoryAnswer['advisories'][number][] = [];
  let unreadable = 0;
  const queue = records.entries();
  const work = async (): Promise<void> => {
    for (const [id, modified] of queue) {
      const url = `${address}v1/vulns/${encodeURIComponent(id)}?m=${encodeURIComponent(modified)}`;
      try {
        const question = { url, registry: { url: address }, freshMs: monthMs, ...(signal ? { signal } : {}) };
        const { text } = await askService(access, question);
        advisories.push(...readOsvRecord(parse(z.unknown(), text)).advisories);
      } catch (error) {
        if (!(error instanceof LookupFailure) && !(error instanceof z.ZodError)) throw error;
        unreadable++;
      }
    }
  };
  await Promise.all(Array.from({ length: recordsAtOnce }, work));
  return { advisories, unreadable };
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new LookupFailure('not-json', { cause: error });
    throw error;
  }
}
