import { awsClients, awsCommands, awsFields } from './aws-statements.ts';
import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

/** Databases that take SQL as text. Values bound as parameters are no sinks. */
export const sqlSinks: Pick<FlowModels, 'entities' | 'sinks' | 'propagators'> = {
  propagators: [
    { at: awsCommands.map((name) => `${name}()`), from: [0] },
    { at: ['@awsStatement'], from: [0] },
  ],
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
        'pg.Client.Client()',
        '@pg.getClient()',
      ],
    },
    {
      type: '@pgPromise',
      paths: [
        'pg-promise()()',
        'pg-promise.IDatabase()',
        'pg-promise.IMain()()',
        'pg-promise.default.IDatabase()',
        ...each('@pgPromise', 'tx(:0) task(:0) taskIf(:0) txIf(:0) connect()'),
      ],
    },
    { type: '@postgres', paths: ['postgres()', 'postgres.default()', '@postgres.begin(:0)'] },
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
    { type: '@bigquery', paths: ['@google-cloud/bigquery.BigQuery()', '@bigquery.dataset()'] },
    {
      type: '@spanner',
      paths: [
        '@google-cloud/spanner.Spanner().instance().database()',
        '@google-cloud/spanner.Database()',
        '@spanner.runTransaction(:1)',
        '@spanner.runTransactionAsync(:0)',
        '@spanner.getSnapshot(:1)',
        '@spanner.getTransaction()',
        '@google-cloud/spanner().instance().database()',
        '@google-cloud/spanner.v1.SpannerClient()',
      ],
    },
    {
      type: '@hana',
      paths: [
        'hdb.createClient()',
        '@sap/hana-client.createConnection()',
        '@sap/hana-client/extension/Promise.createConnection()',
      ],
    },
    { type: '@hanaExtension', paths: ['@sap/hdbext', 'sap-hdbext'] },
    { type: '@tedious', paths: ['tedious.Connection()'] },
    {
      type: '@neo4j',
      paths: [
        'neo4j-driver.driver()',
        'neo4j-driver.v1.driver()',
        'neo4j-driver.default.driver()',
        ...each(
          '@neo4j',
          'session() rxSession() beginTransaction() readTransaction(:0) writeTransaction(:0) executeRead(:0) executeWrite(:0)',
        ),
      ],
    },
    { type: '@awsClient', paths: awsClients.map((name) => `${name}()`) },
    { type: '@awsStatement', paths: awsCommands.map((name) => `${name}()`) },
    {
      type: '@aws',
      paths: ['aws-sdk', 'aws-sdk.default'].flatMap((name) =>
        each(name, 'Athena() RDSDataService() DynamoDB() S3() Redshift() RedshiftData() TimestreamQuery()'),
      ),
    },
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
    {
      at: each(
        '@spanner',
        'run runStream runPartitionedUpdate runUpdate batchUpdate executeSql executeStreamingSql executeBatchDml',
      ),
      kind: 'sql',
      argument: 0,
      fields: ['sql'],
    },
    { at: each('@hana', 'exec execute prepare'), kind: 'sql', argument: 0 },
    { at: each('@hanaExtension', 'loadProcedure createProcStatement'), kind: 'sql', argument: 1 },
    { at: ['@hanaExtension.loadProcedure'], kind: 'sql', argument: 2 },
    { at: ['@sap/hana-client/extension/Stream.createProcStatement'], kind: 'sql', argument: 1 },
    { at: ['tedious.Request', '@mssqlPool.Request'], kind: 'sql', argument: 0 },
    { at: each('@neo4j', 'run'), kind: 'sql', argument: 0 },
    { at: ['@awsClient.send'], kind: 'sql', argument: 0, fields: awsFields, deep: true, when: '@awsStatement' },
    {
      at: each(
        '@aws',
        'startQueryExecution createNamedQuery updateNamedQuery createPreparedStatement executeStatement batchExecuteStatement executeSql executeTransaction selectObjectContent query',
      ),
      kind: 'sql',
      argument: 0,
      fields: awsFields,
      deep: true,
      onlyFields: true,
    },
    {
      at: [
        ...each('sql.js', 'default().Database().exec default().Database().run'),
        ...each('@clickhouse/client', 'createClient().query createClient().command createClient().exec'),
        ...each('duckdb', 'Database().all Database().run Database().exec'),
        ...each('odbc', 'connect().query pool().query'),
        ...each('couchbase', 'connect().query Cluster().query N1qlQuery.fromString'),
        ...each('arangojs', 'Database().query'),
        ...each('objection', 'raw'),
        ...each('influx', 'InfluxDB().query InfluxDB().queryRaw'),
        '@mikro.execute',
        '@mikro.getConnection().execute',
        'bookshelf().knex.raw',
        'squel.str',
        'squel.rstr',
        'massive().query',
        'massive().run',
        'sails.sendNativeQuery',
        '%sails.sendNativeQuery',
        'better-sqlite3-helper.query',
        'alasql',
        'zapatos/db.raw',
        '@planetscale/database.connect().execute',
        '@planetscale/database.Client().execute',
        '@vercel/postgres.sql.query',
      ],
      kind: 'sql',
      argument: 0,
      fields: ['query', 'sql'],
    },
    { at: ['@snowflake.execute'], kind: 'sql', argument: 0, fields: ['sqlText'] },
    { at: ['@bigquery.query', '@bigquery.createQueryJob'], kind: 'sql', argument: 0, fields: ['query'] },
  ],
};
