import { z } from 'zod';

const text = z.object({ text: z.string().optional(), markdown: z.string().optional(), id: z.string().optional() });
const loose = <Value extends z.ZodType>(schema: Value): z.ZodCatch<z.ZodOptional<Value>> =>
  schema.optional().catch(undefined);

const properties = z.looseObject({
  tags: loose(z.array(z.string())),
  cwe: loose(z.union([z.string(), z.array(z.string())])),
  precision: loose(z.string()),
  'security-severity': loose(z.union([z.string(), z.number()])),
});

const artifactLocation = z.object({
  uri: loose(z.string()),
  uriBaseId: loose(z.string()),
  index: loose(z.number()),
});

const location = z.object({
  physicalLocation: loose(
    z.object({
      artifactLocation: loose(artifactLocation),
      region: loose(
        z.object({
          startLine: loose(z.number()),
          startColumn: loose(z.number()),
          endLine: loose(z.number()),
          endColumn: loose(z.number()),
        }),
      ),
    }),
  ),
  logicalLocations: loose(z.array(z.object({ fullyQualifiedName: loose(z.string()) }))),
  message: loose(text),
});

const rule = z.object({
  id: z.string(),
  name: loose(z.string()),
  shortDescription: loose(text),
  fullDescription: loose(text),
  messageStrings: loose(z.record(z.string(), text)),
  defaultConfiguration: loose(z.object({ level: loose(z.string()) })),
  properties: loose(properties),
  relationships: loose(
    z.array(
      z.object({
        target: z.object({ id: loose(z.string()), toolComponent: loose(z.object({ name: loose(z.string()) })) }),
      }),
    ),
  ),
});

const component = z.object({ name: loose(z.string()), guid: loose(z.string()), rules: loose(z.array(rule)) });

const result = z.object({
  ruleId: loose(z.string()),
  ruleIndex: loose(z.number()),
  rule: loose(
    z.object({
      id: loose(z.string()),
      index: loose(z.number()),
      toolComponent: loose(z.object({ index: loose(z.number()) })),
    }),
  ),
  kind: loose(z.string()),
  level: loose(z.string()),
  message: loose(z.looseObject({ ...text.shape, arguments: loose(z.array(z.string())) })),
  locations: loose(z.array(location)),
  relatedLocations: loose(z.array(location)),
  suppressions: loose(z.array(z.object({ status: loose(z.string()), justification: loose(z.string()) }))),
  baselineState: loose(z.string()),
  properties: loose(properties),
});

/** What we read of a SARIF log: one result or rule that is not as it should be loses that field, not the file. */
export const sarifSchema = z.object({
  version: z.string().optional(),
  runs: z.array(
    z.object({
      tool: z.object({ driver: component, extensions: loose(z.array(component)) }),
      results: loose(z.array(result)),
      artifacts: loose(z.array(z.object({ location: loose(artifactLocation) }))),
      originalUriBaseIds: loose(
        z.record(z.string(), z.object({ uri: loose(z.string()), uriBaseId: loose(z.string()) })),
      ),
    }),
  ),
});

export type SarifRun = z.output<typeof sarifSchema>['runs'][number];
export type SarifResult = NonNullable<SarifRun['results']>[number];
export type SarifRule = NonNullable<SarifRun['tool']['driver']['rules']>[number];
export type SarifLocation = NonNullable<SarifResult['locations']>[number];
