import path from 'node:path';
import type { Notice } from '../../base/notice.ts';
import { french } from '../../base/typography.ts';
import type { ConfinedFileSystem } from '../confined-file-system.ts';
import { parseIstanbul } from './parse-istanbul.ts';
import { parseLcov, type CoveredLines } from './parse-lcov.ts';

/** Share of each file's lines that tests run, 0 to 1, by path relative to the root; undefined where none was measured. */
export interface CoverageReading {
  readonly coverage?: ReadonlyMap<string, number>;
  readonly notices: readonly Notice[];
}

/** Where test runners leave a report by default; the first of each folder counts. */
const places = ['coverage/lcov.info', 'coverage/coverage-final.json', 'lcov.info', '.nyc_output/coverage-final.json'];
const maxReportBytes = 256 * 1024 * 1024;

/**
 * Reads the coverage reports of the root and of the packages in it. Paths of another machine are matched by their end
 * where that fits one file only; a report that fits no file is named in a notice.
 */
export function readCoverage(
  root: string,
  folders: readonly string[],
  files: Iterable<string>,
  disk: ConfinedFileSystem,
): CoverageReading {
  const locate = createLocator(root, [...files]);
  const sums = new Map<string, { found: number; hit: number }>();
  const notices: Notice[] = [];
  for (const folder of new Set(['', ...folders])) {
    const report = firstReport(root, folder, disk);
    if (report === undefined) continue;
    const located = report.records?.map((record) => ({ record, file: locate(record.path, folder) })) ?? [];
    for (const { record, file } of located) if (file !== undefined) add(sums, file, record);
    if (!located.some(({ file }) => file !== undefined)) notices.push(uselessReport(report.file));
  }
  const shares = new Map([...sums].map(([file, { found, hit }]) => [file, hit / found]));
  return { notices, ...(shares.size > 0 && { coverage: shares }) };
}

interface Report {
  readonly file: string;
  /** Undefined where the text is no report. */
  readonly records: readonly CoveredLines[] | undefined;
}

function firstReport(root: string, folder: string, disk: ConfinedFileSystem): Report | undefined {
  for (const place of places) {
    const file = path.posix.join(folder, place);
    const text = disk.readText(path.join(root, file), maxReportBytes);
    if (text !== undefined) return { file, records: place.endsWith('.json') ? parseIstanbul(text) : parseLcov(text) };
  }
  return undefined;
}

function add(sums: Map<string, { found: number; hit: number }>, file: string, { found, hit }: CoveredLines): void {
  const sum = sums.get(file) ?? { found: 0, hit: 0 };
  sums.set(file, { found: sum.found + found, hit: sum.hit + hit });
}

type Locator = (reported: string, folder: string) => string | undefined;

function createLocator(root: string, files: readonly string[]): Locator {
  const known = new Set(files);
  const byName = new Map<string, string[]>();
  for (const file of files) {
    const name = path.posix.basename(file);
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [file]);
    else list.push(file);
  }
  return (reported, folder) => {
    const posix = reported.replaceAll('\\', '/');
    const inside = posix.startsWith(`${root}/`) ? posix.slice(root.length + 1) : posix;
    const direct = [path.posix.join(folder, inside), path.posix.normalize(inside)].find((file) => known.has(file));
    if (direct !== undefined) return direct;
    const ends = (byName.get(path.posix.basename(posix)) ?? []).filter((file) => posix.endsWith(`/${file}`));
    return ends.length === 1 ? ends[0] : undefined;
  };
}

function uselessReport(file: string): Notice {
  return {
    level: 'warning',
    code: 'coverage-unused',
    file,
    text: {
      en: `The coverage report ${file} names no file of this folder, so coverage counts as unknown; run the tests with coverage again.`,
      fr: french(
        `Le rapport de couverture ${file} ne nomme aucun fichier de ce dossier, la couverture compte donc comme inconnue ; relancez les tests avec couverture.`,
      ),
    },
  };
}
