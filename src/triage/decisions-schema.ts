import { z } from 'zod';
import { triageClasses } from './assessment.ts';

const reason = z
  .string({ error: 'expected a reason in quotes' })
  .trim()
  .min(1, { error: 'expected a reason: whoever reads this in a year must understand it' })
  .max(2000)
  .describe('Why, in one sentence.');
const owner = z.string().min(1).max(200).optional().describe('The team that answers for it.');
const day = z.iso.date({ error: 'expected a day such as "2027-03-31"' });
const decidedOn = day.optional().describe('Day of the decision.');

const oneFinding = {
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{20}$/, { error: 'expected a fingerprint of 20 hexadecimal digits' })
    .describe('Fingerprint of the finding.'),
  file: z.string().min(1).max(4096).describe('File of the finding, relative to the workspace, with `/`.'),
  rule: z.string().min(1).max(200).describe('Rule of the finding.'),
};

const acceptance = z.strictObject({
  action: z.literal('accept').describe('Take the risk until a day; the cost stays in the totals, apart.'),
  ...oneFinding,
  until: day.describe('Last day of the acceptance; afterwards the finding is open again.'),
  reason,
  owner,
  decidedOn,
});

const plan = z.strictObject({
  action: z.literal('plan').describe('Mend it by a day.'),
  ...oneFinding,
  until: day.describe('Day by which it is to be mended.'),
  reason: reason.optional(),
  owner,
  decidedOn,
});

const rejection = z.strictObject({
  action: z.literal('reject').describe('The finding is false: it counts nowhere.'),
  ...oneFinding,
  reason,
  owner,
  decidedOn,
});

const reclassification = z.strictObject({
  action: z.literal('overrule').describe('Give one finding, or every finding of a rule, another class.'),
  class: z.enum(triageClasses, { error: 'expected one of "indispensable", "useful", "incidental"' }),
  rule: oneFinding.rule,
  fingerprint: oneFinding.fingerprint.optional(),
  file: oneFinding.file.optional(),
  reason,
  owner,
  decidedOn,
});

/** One decision of the team about a finding or, for a class, about a rule. */
export const decisionSchema = z.discriminatedUnion('action', [acceptance, plan, rejection, reclassification], {
  error: 'expected an `action`: "accept", "plan", "reject" or "overrule"',
});

/** The file `cto-guardrails.decisions.json`. */
export const decisionsSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1, { error: 'expected version 1; a newer version of the tool wrote this file' }),
  decisions: z.array(decisionSchema),
});

export type Decision = z.output<typeof decisionSchema>;
