import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

/** Databases that take SQL as text. Values bound as parameters are no sinks. */
export const sqlSinks: Pick<FlowModels, 'entities' | 'sinks' | 'methodSinks' | 'sanitizers'> = {
  entities: [
    {
      type: '@mysql',
      paths: [
        ...['mysql', 'mysql2', 'mysql2/promise', 'promise-mysql', 'mariadb'].flatMap((name) =>
          each(name, 'createConnection() createPool() createPoolCluster() Connection() Pool() PoolConnection()'),
        ),
        '@mysql.getConnection()',
        '@mysql.getConnection(:1)',
        '@mysql.promise()',
        '@mysql.of()',
      ],
    },
    {
      type: '@pg',
      paths: [
        ...['pg', 'pg.default', '@neondatabase/serverless', '@vercel/postgres'].flatMap((name) =>
          each(name, 'Client() Pool() PoolClient() createPool() createClient()'),
        ),
        'pg.native.Client()',
        'pg.native.Pool()',
        '@pg.connect()',
        '@pg.connect(:1)',
        'pg.connect(:1)',
        'pg-pool()',
      ],
    },
    { type: '@pgPromise', paths: ['pg-promise()()', '@pgPromise.tx(:0)', '@pgPromise.task(:0)'] },
    { type: '@postgres', paths: ['postgres()'] },
    {
      type: '@sqlite',
      paths: [
        'sqlite3.Database()',
        'sqlite3.verbose().Database()',
        'sqlite.open()',
        'sqlite.Database()',
        'sqlite3.cached.Database()',
      ],
    },
    {
      type: '@betterSqlite',
      paths: [
        'better-sqlite3()',
        'better-sqlite3.Database()',
        'sqlite.DatabaseSync()',
        'bun:sqlite.Database()',
        'libsql()',
      ],
    },
    { type: '@libsql', paths: ['@libsql/client.createClient()'] },
    {
      type: '@mssqlRequest',
      paths: [
        'mssql.Request()',
        '@mssqlPool.request()',
        '@mssqlPool.transaction().request()',
        'mssql.PreparedStatement()',
      ],
    },
    { type: '@mssqlPool', paths: ['mssql.ConnectionPool()', 'mssql.connect()', '@mssqlPool.connect()', 'mssql'] },
    {
      type: '@knex',
      paths: [
        'knex()',
        'knex.knex()',
        'knex.default()',
        'knex.Knex()',
        '@knex.transaction()',
        '@knex.transaction(:0)',
        '@knex.withSchema()',
      ],
    },
    {
      type: '@knexQuery',
      paths: [
        '@knex()',
        ...each('@knex', 'select() from() table() where() insert() with() column() queryBuilder()'),
        ...each(
          '@knexQuery',
          'select() from() where() andWhere() orWhere() join() leftJoin() innerJoin() orderBy() groupBy() limit() offset() insert() update() first() column() table() whereIn() whereRaw() orderByRaw() having() distinct() count()',
        ),
      ],
    },
    {
      type: '@sequelize',
      paths: ['sequelize()', 'sequelize.Sequelize()', 'sequelize.default()', 'sequelize-typescript.Sequelize()'],
    },
    {
      type: '@typeorm',
      paths: [
        ...each(
          'typeorm',
          'getConnection() createConnection() getManager() getRepository() DataSource() Connection() EntityManager() Repository() QueryRunner() getConnectionManager().get()',
        ),
        ...each(
          '@typeorm',
          'getRepository() createQueryRunner() manager connection queryRunner initialize() transaction(:0) transaction(:1) getTreeRepository() dataSource getCustomRepository()',
        ),
      ],
    },
    {
      type: '@typeormQuery',
      paths: [
        ...each('@typeorm', 'createQueryBuilder()'),
        ...each(
          '@typeormQuery',
          'select() addSelect() from() where() andWhere() orWhere() leftJoin() leftJoinAndSelect() innerJoin() innerJoinAndSelect() orderBy() addOrderBy() groupBy() having() take() skip() limit() offset() setParameter() setParameters() update() delete() set() insert() createQueryBuilder()',
        ),
      ],
    },
    { type: '@prisma', paths: ['@prisma/client.PrismaClient()', '@prisma.$extends()', '@prisma.$transaction(:0)'] },
    { type: '@mikro', paths: ['@mikro-orm/core.EntityManager()'] },
    { type: '@cassandra', paths: ['cassandra-driver.Client()'] },
    {
      type: '@oracle',
      paths: ['oracledb.getConnection()', 'oracledb.getConnection(:1)', 'oracledb.createPool().getConnection()'],
    },
    { type: '@snowflake', paths: ['snowflake-sdk.createConnection()'] },
    { type: '@bigquery', paths: ['@google-cloud/bigquery.BigQuery()'] },
  ],
  sinks: [
    { at: each('@mysql', 'query execute'), kind: 'sql', argument: 0, fields: ['sql'] },
    {
      at: [...each('@pg', 'query'), 'pg.Query', '@vercel/postgres.query'],
      kind: 'sql',
      argument: 0,
      fields: ['text'],
    },
    {
      at: each('@pgPromise', 'query any one none many oneOrNone manyOrNone result multi multiResult each map func'),
      kind: 'sql',
      argument: 0,
      fields: ['text', 'query'],
    },
    { at: each('@postgres', 'unsafe'), kind: 'sql', argument: 0 },
    { at: each('@sqlite', 'run get all each exec prepare map'), kind: 'sql', argument: 0 },
    { at: each('@betterSqlite', 'prepare exec query run'), kind: 'sql', argument: 0 },
    { at: each('@libsql', 'execute executeMultiple batch'), kind: 'sql', argument: 0, fields: ['sql'] },
    {
      at: [...each('@mssqlRequest', 'query batch prepare execute'), '@mssqlPool.query', '@mssqlPool.batch'],
      kind: 'sql',
      argument: 0,
    },
    {
      at: [
        ...each('@knex', 'raw schema.raw'),
        ...each(
          '@knexQuery',
          'whereRaw orderByRaw havingRaw groupByRaw joinRaw fromRaw selectRaw andWhereRaw orWhereRaw',
        ),
      ],
      kind: 'sql',
      argument: 0,
    },
    {
      at: [...each('@sequelize', 'query literal'), 'sequelize.literal', 'sequelize.Sequelize.literal'],
      kind: 'sql',
      argument: 0,
      fields: ['query'],
    },
    { at: each('@typeorm', 'query'), kind: 'sql', argument: 0 },
    {
      at: each('@typeormQuery', 'where andWhere orWhere having orderBy addOrderBy groupBy addSelect'),
      kind: 'sql',
      argument: 0,
    },
    { at: each('@prisma', '$queryRawUnsafe $executeRawUnsafe'), kind: 'sql', argument: 0 },
    {
      at: ['@prisma/client.Prisma.raw', 'drizzle-orm.sql.raw', 'kysely.sql.raw', 'slonik.sql.unsafe'],
      kind: 'sql',
      argument: 0,
    },
    { at: [...each('@cassandra', 'execute eachRow stream'), '@oracle.execute'], kind: 'sql', argument: 0 },
    { at: ['@snowflake.execute'], kind: 'sql', argument: 0, fields: ['sqlText'] },
    { at: ['@bigquery.query', '@bigquery.createQueryJob'], kind: 'sql', argument: 0, fields: ['query'] },
  ],
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
