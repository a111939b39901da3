import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const libraries = ['zod', 'zod.z', 'zod/v4', 'zod/v4.z', 'joi', 'yup', '@hapi/joi'];
const numbers =
  'number() boolean() bigint() date() bool() enum() nativeEnum() literal() valid() int() uuid() iso.datetime()';
const formats = 'uuid() guid() cuid() cuid2() ulid() nanoid() datetime() ip() valid() hex() isoDate() enum() oneOf()';
const refinements =
  'optional() nullable() nullish() default() min() max() int() positive() nonnegative() negative() finite() safe() gte() lte() gt() lt() multipleOf() required() integer() port() catch() describe() brand() label() messages() error()';

/** Schemas of zod, joi and yup: which hold a value to numbers, lists or formats, and which describe objects; checks of JSON schemas. */
export const schemas: Pick<FlowModels, 'entities' | 'guards'> = {
  guards: [
    { at: ['@jsonSchemaCheck()'], safeFor: ['nosql', 'mass-assignment', 'template-object'] },
    { at: ['@jsonSchemas.validate()'], argument: 1, safeFor: ['nosql', 'mass-assignment', 'template-object'] },
  ],
  entities: [
    {
      type: '@jsonSchemas',
      paths: ['ajv()', 'ajv.default()', 'ajv.Ajv()', 'ajv/dist/2020()', 'ajv/dist/jtd()', '@jsonSchemas.addSchema()'],
    },
    { type: '@jsonSchemaCheck', paths: ['@jsonSchemas.compile()', '@jsonSchemas.getSchema()', 'is-my-json-valid()'] },
    {
      type: '@safeSchema',
      paths: [
        ...libraries.flatMap((name) => each(name, numbers)),
        ...libraries.flatMap((name) => each(`${name}.coerce`, numbers)),
        ...each('@textSchema', formats),
        ...each('@safeSchema', refinements),
      ],
    },
    {
      type: '@textSchema',
      paths: [
        ...libraries.flatMap((name) => each(name, 'string()')),
        ...each('@textSchema', 'trim() toLowerCase() min() max() required() optional() nullable() length() nonempty()'),
      ],
    },
    {
      type: '@objectSchema',
      paths: [
        ...libraries.flatMap((name) => each(name, 'object() strictObject() looseObject()')),
        ...each('@objectSchema', 'strict() passthrough() strip() partial() required() noUnknown() unknown() options()'),
      ],
    },
  ],
};
