import fs from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { z } from 'zod';
import { isCancellation, yieldToEventLoop } from '../base/cancellation.ts';
import { UserError } from '../base/user-error.ts';
import type { Advisory, AdvisoryAnswer, AdvisorySource, InstalledVersions } from './advisory.ts';
import { readOsvRecord } from './osv-record.ts';

// Compression methods of PKWARE's APPNOTE, 4.4.5.
const [stored, deflated] = [0, 8];
const maxRecordBytes = 8 * 1024 * 1024;
const maxZipBytes = 1024 * 1024 * 1024;
const maxTotalBytes = 4 * 1024 * 1024 * 1024;
const recordsBetweenBreaks = 200;

/**
 * The offline source: OSV's own export, a zip or a folder of one JSON file per record. Records that are damaged or
 * too large are counted, not fatal. Throws a `UserError` when the path is neither.
 */
export function osvExport(file: string): AdvisorySource {
  return {
    name: path.basename(file),
    advisoriesFor: async (packages, signal) => {
      const stat = await fs.stat(file).catch((error: unknown) => {
        throw noExport(file, error);
      });
      return collect(stat.isDirectory() ? folderTexts(file) : zipTexts(file), packages, signal);
    },
  };
}

function noExport(file: string, cause: unknown): UserError {
  return new UserError(
    `The advisories at ${file} cannot be read; name a zip or a folder of OSV records, one JSON file each.`,
    { cause },
  );
}

/** `undefined` stands for a record that is not worth reading. */
async function collect(
  texts: AsyncIterable<string | undefined>,
  packages: InstalledVersions,
  signal: AbortSignal | undefined,
): Promise<AdvisoryAnswer> {
  const advisories: Advisory[] = [];
  let [records, unreadable] = [0, 0];
  let newest: string | undefined;
  for await (const text of texts) {
    if (++records % recordsBetweenBreaks === 0) await yieldToEventLoop(signal);
    if (text !== undefined && !namesAny(text, packages)) continue;
    const record = text === undefined ? undefined : readContained(text);
    if (!record) unreadable++;
    advisories.push(...(record?.advisories ?? []).filter((advisory) => packages.has(advisory.package)));
    if (record?.modified !== undefined && record.modified > (newest ?? '')) newest = record.modified;
  }
  return { advisories, unreadable, ...(newest === undefined ? {} : { newest }) };
}

/** A whole export holds hundreds of thousands of records; most can be left unparsed. */
function namesAny(text: string, packages: InstalledVersions): boolean {
  for (const { groups } of text.matchAll(/"name"\s*:\s*"(?<name>[^"\\]+)"/g)) {
    if (groups?.name !== undefined && packages.has(groups.name)) return true;
  }
  return !text.trimStart().startsWith('{');
}

function readContained(text: string): ReturnType<typeof readOsvRecord> | undefined {
  try {
    return readOsvRecord(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

async function* folderTexts(folder: string): AsyncGenerator<string | undefined> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { size } = await fs.stat(file);
    yield size > maxRecordBytes ? undefined : await fs.readFile(file, 'utf8');
  }
}

async function* zipTexts(file: string): AsyncGenerator<string | undefined> {
  try {
    const { size } = await fs.stat(file);
    if (size > maxZipBytes) throw new RangeError('The archive is larger than 1 GiB.');
    const archive = await fs.readFile(file);
    const zip = await fromBufferPromise(archive);
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('.json')) continue;
      total += entry.uncompressedSize;
      if (total > maxTotalBytes) throw new RangeError('The records unpack to more than 4 GiB.');
      yield entry.uncompressedSize > maxRecordBytes ? undefined : await unpack(zip, archive, entry);
    }
  } catch (error) {
    throw error instanceof UserError || isCancellation(error) ? error : noExport(file, error);
  }
}

/** Text of one entry; undefined when it is damaged, encrypted or larger than it says. Streams take thrice as long. */
async function unpack(zip: ZipFile, archive: Buffer, entry: Entry): Promise<string | undefined> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = archive.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    if (entry.isEncrypted()) return undefined;
    if (entry.compressionMethod === stored) return packed.toString('utf8');
    if (entry.compressionMethod !== deflated) return undefined;
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.uncompressedSize, 1) }).toString('utf8');
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
