import { hostRules } from './host-rule.ts';
import { regexpRules } from './regexp-rules.ts';

/** What the product takes from eslint-plugin-regexp: the possible errors, without its matters of style. */
export const rules = hostRules('regexp', regexpRules);
