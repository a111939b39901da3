import { hostRules } from './host-rule.ts';
import { promiseRules } from './promise-rules.ts';
import { typeRules } from './type-rules.ts';
import { valueRules } from './value-rules.ts';

/** What the product takes from typescript-eslint, chosen one by one; the rest is style, or our own rules find it. */
export const rules = hostRules('typescript-eslint', { ...promiseRules, ...valueRules, ...typeRules });
