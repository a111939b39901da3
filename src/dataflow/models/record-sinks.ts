import type { FlowModels } from './flow-models.ts';

/** Models and repositories, as they are called; `db.User`, `ordersRepository`, `prisma.order`. */
const model = /^(?:[A-Z]\w*|\w*(?:[mM]odel|[rR]epository|[rR]epo)|(?!_|lodash)[a-z]\w*s)$/;
const named = /^(?:[A-Z]\w*|\w*(?:[mM]odel|[rR]epository|[rR]epo))$/;
const byKey =
  'findById findByPk findByIdAndUpdate findByIdAndDelete findByIdAndRemove findOneById findOneByIdOrFail findByIdOrFail';

/** Calls that read or change the one record whose key they are given. */
export const recordSinks: Pick<FlowModels, 'methodSinks'> = {
  methodSinks: [
    { methods: byKey.split(' '), receiver: model, kind: 'record-key', argument: 0 },
    {
      methods:
        'find findOne findOneBy findOneOrFail findOneAndUpdate findOneAndDelete deleteOne updateOne destroy delete'.split(
          ' ',
        ),
      receiver: named,
      kind: 'record-key',
      argument: 0,
      fields: ['_id', 'id', 'where'],
      deep: true,
      onlyFields: true,
    },
    {
      methods: ['findUnique', 'findUniqueOrThrow', 'findFirst', 'update', 'delete', 'destroy'],
      receiver: /^(?!cache|redis|hash|hmac|map|params)\w+$/,
      kind: 'record-key',
      argument: 0,
      fields: ['where'],
      deep: true,
      onlyFields: true,
    },
    {
      methods: ['update'],
      receiver: named,
      kind: 'record-key',
      argument: 1,
      fields: ['where'],
      deep: true,
      onlyFields: true,
    },
  ],
};
