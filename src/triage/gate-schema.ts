import { z } from 'zod';

/** The `gate` section: what makes `audit` and `review` end with exit code 1. An empty section stops nothing. */
export const gateSchema = z
  .strictObject({
    noIndispensable: z
      .boolean({ error: 'expected true or false' })
      .optional()
      .describe('Stop at any open finding that is indispensable.'),
    noNewIndispensable: z
      .boolean({ error: 'expected true or false' })
      .optional()
      .describe('Stop at any new open finding that is indispensable; in an audit every finding counts as new.'),
    maxNewCost: limit()
      .optional()
      .describe('Most that new findings may cost a year, in your currency; in an audit every finding counts as new.'),
    maxCost: limit().optional().describe('Most that all open findings may cost a year, in your currency.'),
  })
  .describe('What makes a pipeline stop.');

export type GateSettings = z.output<typeof gateSchema>;

function limit(): z.ZodNumber {
  const message = 'expected an amount a year of 0 or more';
  return z.number({ error: message }).min(0, { error: message }).max(1e18, { error: message });
}
