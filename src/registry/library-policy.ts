import { z } from 'zod';

const day = z.iso.date().describe('Last day on which it holds, as YYYY-MM-DD; afterwards the finding is back.');
const name = z.string().min(1).describe('Name of the package; `*` stands for any characters but a slash.');
const reason = z.string().min(1).describe('Why, for those who come later.');

/** Schema of what a team demands of its libraries; part of `libraries` in `cto-guardrails.json`. */
export const libraryPolicySchema = z.strictObject({
  sources: z
    .array(z.enum(['registry', 'osv']))
    .default(['registry'])
    .describe('Who is asked about vulnerabilities when `online` is true: the packages’ own registries, OSV, or both.'),
  epss: z
    .string()
    .optional()
    .describe('EPSS scores: a file of the workspace (CSV, packed or not) or an https address.'),
  knownExploited: z
    .string()
    .optional()
    .describe(
      'Known exploited vulnerabilities in the form of CISA’s catalogue: a file of the workspace or an https address.',
    ),
  pins: z
    .array(z.strictObject({ package: name, range: z.string(), reason, until: day.optional() }))
    .default([])
    .describe('Packages that stay in a range on purpose: what lies beyond it is not called late.'),
  forbidden: z
    .array(z.strictObject({ package: name, range: z.string().default('*'), reason }))
    .default([])
    .describe('Packages, or versions of them, that must not be installed.'),
  required: z
    .array(z.strictObject({ package: name, range: z.string(), reason }))
    .default([])
    .describe('Ranges that an installed version of a package must lie in.'),
  coolDownDays: z
    .number()
    .int()
    .min(0)
    .max(365)
    .default(0)
    .describe('Days that a release must be old before it is installed or recommended; 0 for none.'),
  licences: z
    .strictObject({
      allowed: z.array(z.string()).default([]).describe('SPDX ids that are fine; with any, all others need a review.'),
      forbidden: z.array(z.string()).default([]).describe('SPDX ids that must not be installed.'),
      review: z.array(z.string()).default([]).describe('SPDX ids that somebody must look at.'),
    })
    .prefault({})
    .describe('What licences production packages may have.'),
  exceptions: z
    .array(
      z.strictObject({
        package: name,
        rule: z.string().optional().describe('The rule that is silent; every library rule when left out.'),
        advisory: z.string().optional().describe('Only this vulnerability, by any of its ids.'),
        reason,
        until: day,
      }),
    )
    .default([])
    .describe('Findings about packages that are accepted for a time.'),
});

/** What a team demands of its libraries. */
export type LibraryPolicy = z.output<typeof libraryPolicySchema>;

/** A policy that demands nothing. */
export function emptyPolicy(): LibraryPolicy {
  return libraryPolicySchema.parse({});
}
