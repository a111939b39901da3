/** Lines of one file that can run, and that tests ran. */
export interface CoveredLines {
  /** Path as the report has it. */
  readonly path: string;
  readonly found: number;
  readonly hit: number;
}

/** Reads an lcov tracefile; records without lines say nothing and are left out. */
export function parseLcov(text: string): CoveredLines[] {
  const records: CoveredLines[] = [];
  let path = '';
  let lines = new Map<string, boolean>();
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('SF:')) {
      path = line.slice(3).trim();
      lines = new Map();
    } else if (line.startsWith('DA:')) {
      const [number = '', count = '0'] = line.slice(3).split(',');
      lines.set(number, Number(count) > 0 || lines.get(number) === true);
    } else if (line.trim() === 'end_of_record' && path !== '' && lines.size > 0) {
      records.push({ path, found: lines.size, hit: [...lines.values()].filter(Boolean).length });
      path = '';
    }
  }
  return records;
}
