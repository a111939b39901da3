import { z } from 'zod';
import { languages } from '../base/language.ts';
import { channels, type Channel } from '../cost/price.ts';
import { weaknesses, type Weakness } from '../findings/weakness.ts';
import { triageClasses } from '../triage/assessment.ts';

const range = z
  .object({ p10: z.number(), p50: z.number(), p90: z.number(), mean: z.number() })
  .describe('10th, 50th and 90th percentile and the mean of an uncertain quantity.');

const position = z
  .object({
    line: z.int().min(1).describe('Line, counted from one.'),
    column: z.int().min(1).describe('UTF-16 column, counted from one.'),
  })
  .describe('A place in a file.');

const place = {
  file: z.string().describe('Path relative to `root`, with `/`.'),
  start: position,
  end: position.describe('Just behind the last character.'),
};

const grade = z.enum(['A', 'B', 'C', 'D', 'E']).describe('How far the figures can be trusted, A best.');

const incident = z
  .object({
    probabilityPerYear: z.number().min(0).max(1),
    loss: range.describe('Loss if it happens, in the displayed currency.'),
    lossEur: range,
  })
  .describe('A rare event: how likely it is within a year, and what it costs if it happens.');

const cost = z
  .object({
    currency: z.string().describe('ISO 4217 code of every amount without a suffix; `…Eur` is always EUR.'),
    fixMinutes: range.describe('Working time to mend it, minutes.'),
    fix: range.describe('Cost of mending it.'),
    fixEur: range,
    leavePerYear: range.describe('Cost of leaving it for a year: carrying cost and incident exposure.'),
    leavePerYearEur: range,
    carryingPerYear: range.describe('Development drag, defects and upgrade drift.'),
    carryingPerYearEur: range,
    incidentExposurePerYear: range.describe('Expected loss through incidents.'),
    incidentExposurePerYearEur: range,
    byChannelPerYear: perChannel(z.number()).describe('Mean of `leavePerYear` by cause; the parts sum to it.'),
    byChannelPerYearEur: perChannel(z.number()),
    onlyThisPerYear: z.number().describe('Yearly saving of mending only this one.'),
    delayPerMonth: z.number().describe('Cost of one month of delay.'),
    incident: incident.optional(),
    roi: z.number().describe('Present value of the saving over the horizon, divided by the cost of mending.'),
    paybackMonths: z.number().optional().describe('Left out where nothing is paid back, or without history.'),
    winProbability: z.number().min(0).max(1).describe('Chance that mending pays for itself within the horizon.'),
  })
  .describe('What one finding costs.');

const derivation = z
  .array(
    z.object({
      label: z.string(),
      value: z.string().describe('The value with its unit, or the formula with the numbers in it.'),
      source: z.string().optional().describe('Provenance and source of a constant.'),
    }),
  )
  .describe('How the price came about, line by line.');

const totals = z
  .object({
    findings: z.int().min(0),
    currency: z.string(),
    fixMinutes: range,
    fix: range,
    fixEur: range,
    leavePerYear: range,
    leavePerYearEur: range,
    byChannelPerYear: perChannel(range),
    byChannelPerYearEur: perChannel(range),
    incident: incident.optional(),
  })
  .describe('Sums over findings; shares of saturated channels count, so parts sum to the whole.');

const finding = z
  .object({
    rank: z.int().min(1).describe('Place in the order of what to mend first.'),
    rule: z.string(),
    title: z.string().describe('Title of the rule.'),
    weakness: z.enum(Object.keys(weaknesses) as [Weakness, ...Weakness[]]),
    family: z.string(),
    cwe: z.array(z.int()),
    fingerprint: z.string().describe('Survives moved lines, reformatting and renames.'),
    ...place,
    scope: z.array(z.string()).describe('Names of the declarations around the place, outermost first.'),
    message: z.string().describe('What is wrong.'),
    summary: z.string().describe('What is wrong, what it costs and how urgent it is, as an editor shows it.'),
    precision: z.number().min(0).max(1).describe('Measured precision of the rule; 0.5 when not measured yet.'),
    role: z.enum(['production', 'test', 'example', 'tooling']),
    related: z.array(z.object({ ...place, message: z.string() })).describe('Steps of a data flow, or related places.'),
    package: z.object({ name: z.string(), version: z.string() }).optional(),
    suppression: z.object({ reason: z.string(), line: z.int().min(1) }).optional(),
    origin: z.string().optional().describe('The program besides this product that found it, with its version.'),
    alsoReportedBy: z.array(z.string()).optional().describe('Rules that found the same at this place; it counts once.'),
    triage: z.object({
      class: z.enum(triageClasses),
      reason: z.string(),
      status: z.enum(['open', 'planned', 'accepted', 'suppressed']),
      statusReason: z.string().optional(),
      until: z.string().optional().describe('ISO date until which an acceptance or a plan holds.'),
    }),
    confidence: grade,
    largestDriver: z.string().describe('The input that moves the figure most.'),
    cost,
    derivation: z.object({ developer: derivation, lead: derivation }).optional(),
  })
  .describe('One problem at one place, with its price and class.');

/** The JSON result: everything an audit found, for scripts. Fields are only added within one `schemaVersion`. */
export const resultSchema = z
  .object({
    schemaVersion: z.literal(1),
    tool: z.object({ name: z.literal('cto-guardrails'), version: z.string() }),
    language: z.enum(languages).describe('Language of the texts.'),
    root: z.string().describe('Absolute path of the workspace.'),
    head: z
      .object({ commit: z.string(), date: z.string() })
      .optional()
      .describe('The commit that git history ends at.'),
    durationMs: z.number().min(0),
    currency: z.object({ code: z.string(), perEur: z.number() }).describe('Displayed currency; one EUR buys `perEur`.'),
    confidence: grade.describe('The lowest grade that counts for the totals.'),
    sanity: z
      .string()
      .optional()
      .describe('Set when the totals are out of proportion and the profile wants calibrating.'),
    totals: totals.describe('Findings with status `open` or `planned`.'),
    totalsByClass: z.object({ indispensable: totals, useful: totals, incidental: totals }),
    setAside: totals.describe('Findings with status `accepted` or `suppressed`.'),
    findings: z.array(finding).describe('Sorted by rank.'),
    coverage: z.object({
      files: z.int().min(0),
      codeLines: z.int().min(0),
      typedShare: z.number().min(0).max(1).describe('Share of the files that typed rules ran on.'),
      skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
      crashes: z
        .array(z.object({ rule: z.string(), file: z.string(), error: z.string() }))
        .describe('Rules that crashed, once each, with the first file.'),
      notices: z.array(
        z.object({
          level: z.enum(['info', 'warning', 'error']),
          code: z.string(),
          text: z.string(),
          file: z.string().optional(),
        }),
      ),
    }),
    gate: z.object({ passed: z.boolean(), failures: z.array(z.string()) }).optional(),
  })
  .describe('Result of `cto-guardrails audit --format json`.');

/** The JSON result, as `resultSchema` describes it. */
export type AuditResult = z.infer<typeof resultSchema>;

/** One finding for machines. */
export type ResultFinding = AuditResult['findings'][number];

/** One price for machines. */
export type ReportCost = ResultFinding['cost'];

/** Sums for machines. */
export type ReportTotals = AuditResult['totals'];

/** JSON Schema (draft 2020-12) of the JSON result. */
export function resultJsonSchema(): object {
  return z.toJSONSchema(resultSchema);
}

function perChannel<Value extends z.ZodType>(value: Value): z.ZodObject<Record<Channel, Value>> {
  return z.object(Object.fromEntries(channels.map((channel) => [channel, value])) as Record<Channel, Value>);
}
