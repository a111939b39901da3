import { jsonOf } from '../../base/json-text.ts';
import { z } from 'zod';
import type { CoveredLines } from './parse-lcov.ts';

const report = z.record(
  z.string(),
  z.object({
    path: z.string(),
    statementMap: z.record(z.string(), z.object({ start: z.object({ line: z.number() }) })),
    s: z.record(z.string(), z.number()),
  }),
);

/** Reads istanbul's `coverage-final.json`; undefined when the text is none. A line counts as run by its statements. */
export function parseIstanbul(text: string): CoveredLines[] | undefined {
  const parsed = report.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  return Object.values(parsed.data).flatMap(({ path, statementMap, s }) => {
    const runs = new Map(Object.entries(s));
    const lines = new Map<number, boolean>();
    for (const [id, { start }] of Object.entries(statementMap)) {
      lines.set(start.line, (runs.get(id) ?? 0) > 0 || lines.get(start.line) === true);
    }
    return lines.size === 0 ? [] : [{ path, found: lines.size, hit: [...lines.values()].filter(Boolean).length }];
  });
}
