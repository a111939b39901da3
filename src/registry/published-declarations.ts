import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parseTar } from 'nanotar';
import semver from 'semver';
import { z } from 'zod';
import { jsonOf } from '../base/json-text.ts';
import { parseDependencyRange } from '../workspace/dependency-range.ts';
import type { Manifest } from '../workspace/manifest.ts';
import type { ServiceAccess } from './ask-service.ts';
import { fetchBytes } from './fetch-text.ts';
import type { LibraryFacts, PackageFacts, PublishedDeclarations, VersionDetails } from './library-facts.ts';
import { LookupFailure } from './lookup-failure.ts';
import { lookupTargets } from './lookup-targets.ts';
import type { Registry, RegistryConfig } from './registry-config.ts';

interface DeclarationsRequest {
  readonly manifests: readonly Manifest[];
  /** Names that code of the workspace imports. */
  readonly imports: ReadonlySet<string>;
  readonly facts: ReadonlyMap<string, PackageFacts>;
  readonly config: RegistryConfig;
  readonly access: ServiceAccess;
  /** For all of them together. */
  readonly totalMs: number;
  readonly signal?: AbortSignal;
}

const mostArchives = 24;
const maxPackedBytes = 10 * 1024 * 1024;
const maxUnpackedBytes = 60 * 1024 * 1024;
const maxDeclarationBytes = 6 * 1024 * 1024;

/**
 * Fetches the archives of packages that are imported here and a major behind, and keeps their declarations alone: those
 * of the newest version, and of the installed one where `node_modules` does not have it. An archive never changes, so
 * it is fetched once. One that does not come, or not with its hash, is left out.
 */
export async function loadDeclarations(request: DeclarationsRequest): Promise<LibraryFacts['declarationsOf']> {
  const found = new Map<string, PublishedDeclarations>();
  const deadline = Date.now() + request.totalMs;
  for (const { name, version, registry, details } of wantedArchives(request).slice(0, mostArchives)) {
    request.signal?.throwIfAborted();
    const texts = Date.now() < deadline ? await declarationTexts(details, registry, request) : undefined;
    const manifestText = texts?.get('package.json');
    if (texts && manifestText !== undefined && texts.size > 1)
      found.set(keyOf(name, version), { manifestText, read: (file) => texts.get(file) });
  }
  return (name, version) => found.get(keyOf(name, version));
}

function keyOf(name: string, version: string): string {
  return JSON.stringify([name, version]);
}

interface Archive {
  readonly name: string;
  readonly version: string;
  readonly registry: Registry;
  readonly details: VersionDetails;
}

function wantedArchives({ manifests, imports, facts, config }: DeclarationsRequest): readonly Archive[] {
  const wanted = new Map<string, Archive>();
  const take = (name: string, version: string, registry: Registry): void => {
    const details = facts.get(name)?.details?.get(version);
    if (details) wanted.set(keyOf(name, version), { name, version, registry, details });
  };
  const declaring = new Map(lookupTargets(manifests).map(({ name, manifest }) => [name, manifest]));
  for (const manifest of manifests) {
    for (const { name: declared, range } of manifest.dependencies) {
      const parsed = parseDependencyRange(declared, range);
      const name = 'name' in parsed ? parsed.name : declared;
      const known = imports.has(declared) ? facts.get(name) : undefined;
      const installed = manifest.installedVersion(declared);
      const registry = config.registryFor(name, declaring.get(name) ?? manifest.file);
      if (!known || !registry || semver.valid(installed) === null || installed === undefined) continue;
      if (semver.major(installed) >= semver.major(known.latest)) continue;
      take(name, known.latest, registry);
      if (!manifest.installedPackage(declared)) take(name, installed, registry);
    }
  }
  return [...wanted.values()];
}

const keptSchema = z.array(z.tuple([z.string(), z.string()]));

async function declarationTexts(
  { tarball, integrity, unpackedBytes = 0 }: VersionDetails,
  registry: Registry,
  { access, signal }: DeclarationsRequest,
): Promise<ReadonlyMap<string, string> | undefined> {
  // Elsewhere than in its own registry the archive's address would tell strangers a name.
  const isOwn =
    tarball !== undefined && URL.canParse(tarball) && new URL(tarball).origin === new URL(registry.url).origin;
  if (!isOwn || unpackedBytes > maxUnpackedBytes) return undefined;
  const question = `declarations of ${tarball} ${integrity ?? ''}`;
  const kept = await access.cache.read(question);
  const known = kept && keptSchema.safeParse(jsonOf(kept.text)).data;
  if (known) return new Map(known);
  try {
    const { bytes } = await fetchBytes({
      ...{ url: tarball, registry, user: access.user, accept: '*/*' },
      limits: { ...access.limits, maxBytes: maxPackedBytes },
      ...(signal && { signal }),
    });
    const texts = bytes && isIntact(bytes, integrity) ? textsOf(bytes) : [];
    await access.cache.write(question, { text: JSON.stringify(texts), fetchedAt: access.now().toISOString() });
    return new Map(texts);
  } catch (error) {
    if (error instanceof LookupFailure) return undefined;
    throw error;
  }
}

/** `sha512-…` in base64, as npm writes it; an older hash proves nothing and is not asked for. */
function isIntact(bytes: Buffer, integrity: string | undefined): boolean {
  const wanted = integrity?.split(/\s+/).find((one) => one.startsWith('sha512-'));
  return wanted === undefined || wanted === `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

/** Texts by path below the archive's only folder; none when it is damaged or holds too much. */
function textsOf(packed: Buffer): [string, string][] {
  try {
    const files = parseTar(gunzipSync(packed, { maxOutputLength: maxUnpackedBytes }), {
      filter: ({ name, type }) => type === 'file' && /^[^/]+\/(?:package\.json|.+\.d\.[cm]?ts)$/.test(name),
    });
    const texts = files.map(({ name, text }): [string, string] => [name.slice(name.indexOf('/') + 1), text]);
    const isTooMuch = texts.reduce((sum, [, text]) => sum + text.length, 0) > maxDeclarationBytes;
    return isTooMuch ? [] : texts;
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}
