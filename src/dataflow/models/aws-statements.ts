import { each } from './each-path.ts';

/** Clients that send statements as command objects. */
export const awsClients = [
  ...each('@aws-sdk/client-athena', 'AthenaClient Athena'),
  ...each('@aws-sdk/client-rds-data', 'RDSDataClient RDSData'),
  ...each('@aws-sdk/client-dynamodb', 'DynamoDBClient DynamoDB'),
  ...each('@aws-sdk/lib-dynamodb', 'DynamoDBDocumentClient.from DynamoDBDocument.from'),
  ...each('@aws-sdk/client-s3', 'S3Client S3'),
  ...each('@aws-sdk/client-redshift-data', 'RedshiftDataClient RedshiftData'),
  ...each('@aws-sdk/client-timestream-query', 'TimestreamQueryClient'),
];
/** Command objects that hold a statement. */
export const awsCommands = [
  ...each(
    '@aws-sdk/client-athena',
    'StartQueryExecutionCommand CreateNamedQueryCommand UpdateNamedQueryCommand CreatePreparedStatementCommand UpdatePreparedStatementCommand',
  ),
  ...each('@aws-sdk/client-rds-data', 'ExecuteStatementCommand BatchExecuteStatementCommand ExecuteSqlCommand'),
  ...['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'].flatMap((name) =>
    each(name, 'ExecuteStatementCommand BatchExecuteStatementCommand ExecuteTransactionCommand'),
  ),
  ...each('@aws-sdk/client-s3', 'SelectObjectContentCommand'),
  ...each('@aws-sdk/client-redshift-data', 'ExecuteStatementCommand BatchExecuteStatementCommand'),
  ...each('@aws-sdk/client-timestream-query', 'QueryCommand'),
];
/** Fields in which statements stand. */
export const awsFields = [
  'QueryString',
  'QueryStatement',
  'Statement',
  'Statements',
  'TransactStatements',
  'sql',
  'sqlStatements',
  'Sql',
  'Sqls',
  'Expression',
];
