import picomatch from 'picomatch';
import { z } from 'zod';
import type { Exposure } from '../findings/finding.ts';

export const criticalities = ['normal', 'important', 'critical'] as const;
export type Criticality = (typeof criticalities)[number];

const exposures = ['public', 'authenticated', 'unknown', 'internal', 'test'] as const satisfies readonly Exposure[];

/** The `areas` section: parts of the workspace that matter more or less to the business. */
export const areasSchema = z
  .array(
    z.strictObject({
      name: z.string().min(1, { error: 'expected a name' }).describe('What the team calls this part.'),
      paths: z
        .array(z.string().min(1).max(500))
        .min(1, { error: 'expected at least one glob, such as "src/payment/**"' })
        .describe('Globs relative to the folder of the configuration file.'),
      criticality: z
        .enum(criticalities, { error: 'expected one of "normal", "important", "critical"' })
        .optional()
        .describe('How much an hour of outage hurts. Default: normal.'),
      exposure: z
        .enum(exposures, { error: 'expected one of "public", "authenticated", "unknown", "internal", "test"' })
        .optional()
        .describe('Who can reach this code. Default: what the code itself shows, else unknown.'),
      owner: z.string().min(1).optional().describe('The team that answers for it; teams, not people.'),
    }),
  )
  .default([])
  .describe('Parts of the workspace. Where several match a file, the one with the most specific glob counts.');

export type Area = z.output<typeof areasSchema>[number];

/** Finds the area of a file, given by its path relative to the workspace root; undefined where none matches. */
export type AreaOf = (file: string) => Area | undefined;

/**
 * The most specific glob wins: the one with the most characters that are no wildcard. Of two equally specific
 * ones the later wins, so that a list reads from the general to the particular.
 */
export function createAreaLookup(areas: readonly Area[]): AreaOf {
  const matchers = areas.flatMap((area) =>
    area.paths.map((glob) => ({
      area,
      specificity: literalLength(glob),
      matches: picomatch(glob, { dot: true, noextglob: true }),
    })),
  );
  matchers.reverse();
  matchers.sort((a, b) => b.specificity - a.specificity);
  return (file) => matchers.find(({ matches }) => matches(file))?.area;
}

function literalLength(glob: string): number {
  return glob.replace(/[*?[\]{}()!+@,|]/g, '').length;
}
