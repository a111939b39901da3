import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/** The schema of the standard, as a package of its authors ships it; only its dialect's keywords are brought up to date. */
export function sarifValidator(): ValidateFunction {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const written = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
  // The standard's pattern for languages is no Unicode expression.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats(ajv);
  return ajv.compile(Object.fromEntries(written.filter(([key]) => key !== '$schema' && key !== 'id')));
}
