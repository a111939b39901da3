import { z } from 'zod';
import { areasSchema } from '../cost/areas.ts';
import { businessSchema } from '../cost/business-profile.ts';
import { libraryPolicySchema } from '../registry/library-policy.ts';
import { recordsSchema } from '../cost/team-records.ts';
import { modelSettingsSchema } from '../dataflow/models/model-settings.ts';
import type { Rule } from '../rules/define-rule.ts';
import { rules } from '../rules/registry.generated.ts';
import { gateSchema } from '../triage/gate-schema.ts';

/** Schema of `rules`: each rule is `"off"`, `"on"`, or on with options. */
export const ruleSettingsSchema = z
  .strictObject(Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule).optional()])))
  .describe('What to look for: each rule by its id is "off", "on", or an object of its options.');

function ruleSetting(rule: Rule): z.ZodType {
  return z.union([z.enum(['off', 'on']), rule.options]).describe(`${rule.docs.title.en}. ${rule.docs.why.en}`);
}

/** Keys that a nested `cto-guardrails.json` may hold; they win over those of the folders above, key by key. */
export const nestedConfigurationSchema = z.strictObject({
  $schema: z.string().optional().describe('Address of this schema, for editors.'),
  areas: areasSchema,
  rules: ruleSettingsSchema.default({}),
});

/** Schema of `cto-guardrails.json` at the root of a workspace. */
export const configurationSchema = nestedConfigurationSchema.extend({
  business: businessSchema
    .optional()
    .describe(
      'What the prices depend on; read at the root only. Without it the defaults count, and the result says so.',
    ),
  records: recordsSchema
    .optional()
    .describe('What the team measured itself: fix times and incidents that replace the assumptions bit by bit.'),
  profile: z
    .enum(['essential', 'recommended', 'strict'])
    .default('recommended')
    .describe('Which rules are on when `rules` does not name them.'),
  gate: gateSchema.optional().describe('When `cto-guardrails audit` ends with exit code 1.'),
  libraries: libraryPolicySchema
    .extend({
      online: z
        .boolean()
        .default(false)
        .describe('Ask the npm registries about the declared packages. Off, nothing leaves the machine.'),
    })
    .prefault({})
    .describe('What to look up and to demand of libraries.'),
  eslint: z
    .strictObject({
      seconds: z.number().int().min(1).max(3600).default(300).describe('Seconds after which it is ended.'),
      megabytes: z.number().int().min(128).max(65_536).default(2048).describe('Heap after which it is ended.'),
    })
    .prefault({})
    .describe('Bounds of the workspace’s own ESLint, which runs only where the user trusts the workspace and asks.'),
  models: modelSettingsSchema,
  ruleTimeMs: z
    .number()
    .int()
    .min(1)
    .default(10_000)
    .describe(
      'Milliseconds of processor time that one rule may take over one file; one that takes longer is left out there, and the result says so.',
    ),
  exclude: z
    .array(z.string())
    .default([])
    .describe('Globs of files to leave out, relative to the root, besides what .gitignore names.'),
});

/** A validated `cto-guardrails.json`. */
export type RootConfiguration = z.output<typeof configurationSchema>;

/** A validated nested `cto-guardrails.json`. */
export type NestedConfiguration = z.output<typeof nestedConfigurationSchema>;
