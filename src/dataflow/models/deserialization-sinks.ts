import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const yaml = ['js-yaml', 'js-yaml.default'];

/** Functions that turn text back into objects and may run code on the way. */
export const deserializationSinks: Pick<FlowModels, 'entities' | 'sinks' | 'propagators'> = {
  entities: [
    {
      type: '@unsafeYaml',
      paths: [
        ...yaml.flatMap((name) => each(name, 'DEFAULT_FULL_SCHEMA')),
        'js-yaml-js-types',
        ...each('js-yaml-js-types', 'all function regexp undefined'),
        ...each('js-yaml-js-types.default', 'all function'),
        '@unsafeYaml.extend()',
      ],
    },
  ],
  propagators: yaml.flatMap((name) =>
    'DEFAULT_SCHEMA DEFAULT_SAFE_SCHEMA CORE_SCHEMA FAILSAFE_SCHEMA JSON_SCHEMA'
      .split(' ')
      .map((schema) => ({ at: [`${name}.${schema}.extend()`], from: [0] })),
  ),
  sinks: [
    {
      at: [
        'node-serialize.unserialize',
        'node-serialize.default.unserialize',
        'serialize-to-js.deserialize',
        'serialize-to-js.default.deserialize',
        'serialize-to-js.deserializeUnsafe',
        'funcster.deepDeserialize',
        'funcster.deserialize',
        'cryo.parse',
        'serialijse.deserialize',
        'tiny-serialize.deserialize',
        'json-fn.parse',
        'jsonfn-bfn.parse',
        'jsonfn.JSONfn.parse',
        'yamljs.parse',
        'un-flatten.unserialize',
        'jpickle.loads',
        'json-class.parse',
        'persist-js.deserialize',
        'node-pickle.load',
        'typed-json.unsafeParse',
        'js-deserialize.deserialize',
      ],
      kind: 'deserialization',
      argument: 0,
    },
    {
      at: yaml.flatMap((name) => each(name, 'load loadAll safeLoad safeLoadAll')),
      kind: 'deserialization',
      argument: 0,
      when: '@unsafeYaml',
    },
    {
      at: ['bson.deserialize', 'bson.BSON.deserialize', 'bson().deserialize'],
      kind: 'deserialization',
      argument: 0,
      when: 'option evalFunctions',
    },
  ],
};
