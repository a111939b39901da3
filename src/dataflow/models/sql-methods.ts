import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

/** Statements told by the names of receiver and method, and functions that make values safe in SQL. */
export const sqlMethods: Pick<FlowModels, 'methodSinks' | 'sanitizers'> = {
  methodSinks: [
    {
      methods: [
        'query',
        'execute',
        'raw',
        'exec',
        'run',
        'all',
        'get',
        'each',
        'prepare',
        'any',
        'one',
        'none',
        'many',
        'oneOrNone',
        'manyOrNone',
        'unsafe',
        'queryAsync',
        '$queryRawUnsafe',
        '$executeRawUnsafe',
      ],
      receiver:
        /^(\w*(db|pool|client|conn|connection|database|sequelize|knex|mysql|pg|sqlite|postgres|prisma|dataSource|manager|queryRunner|repository|repo|sql|trx|tx|transaction))$/i,
      kind: 'sql',
      argument: 0,
      fields: ['sql', 'text', 'query'],
      when: 'sql-text',
    },
    {
      methods: [
        'query',
        'execute',
        'raw',
        'queryRaw',
        'executeSql',
        'querySql',
        'sendNativeQuery',
        'queryRawUnsafe',
        '$queryRawUnsafe',
        '$executeRawUnsafe',
      ],
      receiver: /./,
      kind: 'sql',
      argument: 0,
      fields: ['sql', 'text'],
      when: 'sql-text',
    },
  ],
  sanitizers: [
    {
      at: [
        ...['mysql', 'mysql2', '@mysql', 'sqlstring', '@sequelize', 'pg.Client.prototype'].flatMap((name) =>
          each(name, 'escape() escapeId() escapeIdentifier() escapeLiteral()'),
        ),
        ...each('@pg', 'escapeIdentifier() escapeLiteral()'),
        ...each('pg', 'escapeIdentifier() escapeLiteral()'),
        ...each('mysql', 'format()'),
        ...each('mysql2', 'format()'),
        'sqlstring.format()',
        '@mysql.format()',
        'pg-format()',
        'pg-escape()',
        'sql-template-strings()',
      ],
      safeFor: ['sql'],
    },
  ],
};
