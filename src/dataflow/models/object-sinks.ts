import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const lodash = ['lodash', 'lodash.default', '%_', 'lodash-es'];
const models = /^[A-Z]\w*$|(Model|Repository|Repo|models?)$/;

/** Writes of properties that their input names, and objects taken over as they come. */
export const objectSinks: Pick<FlowModels, 'sinks' | 'methodSinks'> = {
  sinks: [
    { at: ['%Object.defineProperty', '%Reflect.set', '%Reflect.defineProperty'], kind: 'property-name', argument: 1 },
    {
      at: [
        ...lodash.flatMap((name) => each(name, 'set setWith update updateWith')),
        ...'lodash.set lodash.setwith lodash/set object-path.set dot-prop.set dset set-value dottie.set just-safe-set'.split(
          ' ',
        ),
      ],
      kind: 'property-name',
      argument: 1,
    },
    {
      at: [
        ...lodash.flatMap((name) => each(name, 'merge mergeWith defaultsDeep')),
        'lodash/merge',
        'lodash/defaultsDeep',
        'lodash.merge',
        'lodash.mergewith',
        'lodash.defaultsdeep',
        'merge-deep',
        'deep-extend',
        'deep-extend.default',
        'defaults-deep',
        'mixin-deep',
        'assign-deep',
        'merge-options',
        'deap.merge',
        'merge.recursive',
        'just-extend',
        'hoek.merge',
        'hoek.applyToDefaults',
        '@hapi/hoek.merge',
        'angular.merge',
        '%angular.merge',
        'webix.extend',
        'webix.copy',
        '%webix.extend',
        '%webix.copy',
      ],
      kind: 'merged-object',
      argument: 'all',
      deep: true,
    },
    {
      at: ['jquery.extend', 'jquery.default.extend', '%$.extend', '%jQuery.extend', 'extend', 'node.extend'],
      kind: 'merged-object',
      argument: 'all',
      deep: true,
      when: 'deep-copy',
    },
    { at: ['%RegExp'], kind: 'regular-expression', argument: 0 },
    {
      at: [
        ...each('%console', 'log info warn error debug trace'),
        ...each('util', 'format log debug formatWithOptions'),
      ],
      kind: 'format',
      argument: 0,
      when: 'formatted',
    },
    { at: ['%Object.assign'], kind: 'mass-assignment', argument: 1 },
    { at: ['%Object.assign'], kind: 'mass-assignment', argument: 2 },
  ],
  methodSinks: [
    {
      methods: ['create', 'build', 'insertOne', 'upsert', 'bulkCreate', 'insertMany', 'save', 'insert'],
      receiver: models,
      kind: 'mass-assignment',
      argument: 0,
    },
    { methods: ['update'], receiver: models, kind: 'mass-assignment', argument: 0 },
    {
      methods: [
        'findByIdAndUpdate',
        'findOneAndUpdate',
        'updateOne',
        'updateMany',
        'update',
        'findOneAndReplace',
        'merge',
      ],
      receiver: models,
      kind: 'mass-assignment',
      argument: 1,
    },
  ],
};
