import { each } from './each-path.ts';
import type { FlowModels, SourceModel } from './flow-models.ts';

const onlyFor = ['html-response', 'html-dom'] as const;

/** The results of calls, awaited or handed to a callback as its second parameter. */
function results(start: string, names: string): readonly string[] {
  return each(start, names).flatMap((path) => [`${path}()`, `${path}(:1)`]);
}

function read(at: readonly string[], kind: 'database' | 'server-response'): SourceModel {
  return { at, kind, onlyFor };
}

/**
 * What a database or a server of one's own answers: somebody may have written it there. It is not to be trusted
 * where it becomes HTML; for queries and commands made of it the write is the place to look at.
 */
export const databaseSources: Pick<FlowModels, 'entities' | 'sources' | 'handlers'> = {
  entities: [
    {
      type: '@sequelizeModel',
      paths: [
        ...each('@sequelize', 'define() model() models.*'),
        ...each('sequelize', 'Model() Model'),
        'sequelize-typescript.Model()',
      ],
    },
    { type: '@drizzle', paths: [...each('drizzle-orm/node-postgres', 'drizzle()'), 'drizzle-orm/mysql2.drizzle()'] },
    {
      type: '@drizzleQuery',
      paths: ['@drizzle.select().from()', ...each('@drizzleQuery', 'where() limit() orderBy()')],
    },
    { type: '@serverAnswer', paths: [] },
  ],
  sources: [
    read(
      [
        ...results('@mysql', 'query execute'),
        ...results('@pg', 'query'),
        ...each('@pgPromise', 'query() any() one() none() many() oneOrNone() manyOrNone() result()'),
        ...results('@sqlite', 'get all each'),
        ...each('@betterSqlite', 'prepare().get() prepare().all() prepare().iterate()'),
        ...results('@mssqlRequest', 'query execute'),
        ...each('@libsql', 'execute()'),
        ...each('@knexQuery', 'then(:0) *'),
        ...each('@knex', 'raw()'),
        ...each('@sequelize', 'query()'),
        ...each('@sequelizeModel', 'findOne() findAll() findByPk() find() findAndCountAll() findOrCreate()'),
        ...each('@typeorm', 'find() findBy() findOne() findOneBy() findOneOrFail() findOneByOrFail() query()'),
        ...each('@typeormQuery', 'getMany() getOne() getOneOrFail() getRawMany() getRawOne() getManyAndCount()'),
        ...each('@prisma', '$queryRaw() $queryRawUnsafe()'),
        ...each('@prisma.*', 'findMany() findFirst() findUnique() findFirstOrThrow() findUniqueOrThrow()'),
        ...each('@drizzle.query.*', 'findMany() findFirst()'),
        ...each('@drizzleQuery', 'then(:0)'),
      ],
      'database',
    ),
    read(
      [
        ...each('@mongooseQuery', 'then(:0) * exec(:1) toArray() toArray(:1) next() forEach(:0)'),
        ...each('@mongooseModel', 'find(:1) findOne(:1) findById(:1) find(:2) findOne(:2) aggregate(:1)'),
        ...results('@mongoCollection', 'findOne findOneAndUpdate distinct'),
        ...results('@redis', 'get hget hgetall lrange smembers'),
        ...each('firebase-admin.firestore().collection().doc()', 'get().data()'),
      ],
      'database',
    ),
    read(
      [
        '%fetch().json()',
        'ky.get().json()',
        'ky().json()',
        ...['axios', 'axios.default'].flatMap((name) =>
          ['', '.get', '.post', '.request'].map((call) => `${name}${call}().data`),
        ),
        '@jquery.getJSON(:0)',
        '@serverAnswer',
        ...['@tanstack/react-query', 'react-query', '@apollo/client', '@vue/apollo-composable'].map(
          (name) => `${name}.useQuery().data`,
        ),
        ...['swr', 'swr.default', '@tanstack/vue-query.useQuery'].map((name) => `${name}().data`),
        ...each('react-relay', 'useFragment() useLazyLoadQuery() usePreloadedQuery() useClientQuery()'),
        ...each('urql', 'useQuery()'),
      ],
      'server-response',
    ),
  ],
  handlers: [{ at: ['@jquery.ajax'], parameters: ['@serverAnswer'], field: 'success', unless: /\.text\(/ }],
};
