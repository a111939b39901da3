import fs from 'node:fs/promises';
import path from 'node:path';

/** A finding that a fixture expects: rule, place and English message. Lines and columns are zero-based. */
export interface Mark {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Just behind the last column on that line. */
  readonly endColumn: number;
  readonly rule: string;
  readonly message: string;
}

/** A fixture with its marks taken out: what the rule sees is exactly what a user would write. */
export interface Fixture {
  /** Path of the fixture below `test/rules`. */
  readonly name: string;
  readonly rule: string;
  readonly options: Record<string, unknown>;
  readonly files: ReadonlyMap<string, string>;
  readonly marks: readonly Mark[];
}

const mark = /^\s*(?:\/\/)?\s*(?<carets>\^+)\s+(?<rule>[a-z-]+\/[a-z0-9-]+): (?<message>.*)$/;
const section = /^\s*\/\/ @(?:file: (?<file>\S+)|(?<registry>registry))\s*$/;
const optionsLine = /^\s*\/\/ @options (?<json>\{.*\})\s*$/;

/** Name of the section that holds what a registry would answer. */
export const registrySection = '<registry>';

/** Reads every `*.fixture.*` below a folder. */
export async function readFixtures(folder: string): Promise<Fixture[]> {
  const names = await fs.readdir(folder, { recursive: true });
  const fixtures = names.filter((name) => /\.fixture\.[a-z]+$/.test(name)).sort();
  return Promise.all(
    fixtures.map(async (name) => parseFixture(name, await fs.readFile(path.join(folder, name), 'utf8'))),
  );
}

/** Parses one fixture; see `Fixture` and the section, option and mark lines above. */
export function parseFixture(name: string, text: string): Fixture {
  const rule = name
    .split(path.sep)
    .join('/')
    .replace(/\.fixture\.[a-z]+$/, '')
    .replace(/\.\d+$/, '');
  const extension = path.extname(name);
  const files = new Map<string, string[]>();
  const marks: Mark[] = [];
  let options: Record<string, unknown> = {};
  let current = `src/${path.posix.basename(rule)}${extension}`;
  for (const line of text.split('\n')) {
    const header = section.exec(line)?.groups;
    const json = optionsLine.exec(line)?.groups?.json;
    const found = mark.exec(line)?.groups;
    if (header) current = header.file ?? registrySection;
    else if (json) options = JSON.parse(json) as Record<string, unknown>;
    else if (found) marks.push(markAt(found, line, current, (files.get(current)?.length ?? 0) - 1));
    else files.set(current, [...(files.get(current) ?? []), line]);
  }
  const kept = [...files].filter(([, lines]) => lines.some((line) => line.trim() !== ''));
  return { name, rule, options, files: new Map(kept.map(([file, lines]) => [file, lines.join('\n')])), marks };
}

function markAt(groups: Record<string, string>, line: string, file: string, codeLine: number): Mark {
  const { carets = '', rule = '', message = '' } = groups;
  const column = line.indexOf(carets);
  return { file, line: codeLine, column, endColumn: column + carets.length, rule, message };
}
