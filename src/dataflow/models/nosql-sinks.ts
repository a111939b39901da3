import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const filters =
  'find findOne count countDocuments deleteMany deleteOne remove exists findAndModify findAndRemove findOneAndDelete findOneAndRemove findOneAndReplace findOneAndUpdate replaceOne update updateMany updateOne aggregate findById findByIdAndUpdate findByIdAndDelete findByIdAndRemove where geoSearch watch';
const queryParts = `${filters} and or nor elemMatch not merge setQuery`;
const results = `${queryParts} select lean populate sort limit skip distinct exec equals in gt lt`
  .split(' ')
  .map((name) => `${name}()`)
  .join(' ');

/** Document and key-value stores, where an object or list in place of a text brings its own operators or arguments. */
export const nosqlSinks: Pick<FlowModels, 'entities' | 'sinks' | 'methodSinks'> = {
  entities: [
    {
      type: '@mongoClient',
      paths: [
        ...['mongodb', 'mongodb.default'].flatMap((name) =>
          each(name, 'MongoClient() MongoClient.connect() MongoClient.connect(:1)'),
        ),
        'mongodb.connect()',
        'mongodb.connect(:1)',
        '@mongoClient.connect()',
        '@mongoClient.connect(:1)',
        'promised-mongo()',
      ],
    },
    {
      type: '@mongoDb',
      paths: [
        '@mongoClient.db()',
        'mongodb.Db()',
        'mongoose.connection.db',
        'mongoose.connection',
        'mongoose.Connection()',
        'mongoose.createConnection().db',
        'monk()',
        'monk.default()',
        'mongojs()',
        'mongojs.connect()',
        'marsdb',
      ],
    },
    {
      type: '@mongoCollection',
      paths: [
        '@mongoClient.collection()',
        '@mongoClient.collection(:1)',
        '@mongoDb.collection()',
        '@mongoDb.collection(:1)',
        '@mongoDb.get()',
        'mongodb.Collection()',
        'mongojs().*',
        'marsdb.Collection()',
        '@miniMongo.*',
        'nedb()',
        'nedb.default()',
        '@seald-io/nedb()',
        'nedb-promises.create()',
        'nedb-promises()',
        'tingodb().Db().collection()',
      ],
    },
    {
      type: '@miniMongo',
      paths: each('minimongo', 'MemoryDb() LocalStorageDb() IndexedDb() WebSQLDb() RemoteDb() HybridDb()'),
    },
    {
      type: '@mongooseConnection',
      paths: ['mongoose.createConnection()', 'mongoose.connect()', '@mongooseConnection.useDb()'],
    },
    {
      type: '@mongooseModel',
      paths: [
        ...each('mongoose', 'model() Model() Model models.*'),
        ...each('mongoose.default', 'model() Model() Model models.*'),
        ...each('@mongooseConnection', 'model() models.*'),
        ...each('@mongoDb', 'model() models.*'),
        '@typegoose/typegoose.getModelForClass()',
        '@typegoose/typegoose.ReturnModelType()',
        '@mongooseModel.discriminator()',
        '@mongooseModel()',
      ],
    },
    {
      type: '@mongooseQuery',
      paths: [
        'mongoose.Query()',
        ...each('@mongooseModel', results),
        ...each('@mongooseQuery', results),
        ...each('@mongoCollection', 'find() aggregate()'),
      ],
    },
    {
      type: '@redis',
      paths: [
        'redis.createClient()',
        'ioredis()',
        'ioredis.Redis()',
        'ioredis.default()',
        'handy-redis.createHandyClient()',
        '@redis.multi()',
        '@redis.duplicate()',
        '@redis.pipeline()',
        ...each('@redis', 'set() hset() del()'),
      ],
    },
    {
      type: '@dynamo',
      paths: [
        ...['aws-sdk', 'aws-sdk/clients/dynamodb', 'aws-sdk.default'].flatMap((name) =>
          each(name, 'DynamoDB() DynamoDB.DocumentClient() DocumentClient()'),
        ),
        '@aws-sdk/client-dynamodb.DynamoDB()',
        '@aws-sdk/lib-dynamodb.DynamoDBDocument.from()',
      ],
    },
    {
      type: '@dynamoCommand',
      paths: ['@aws-sdk/lib-dynamodb', '@aws-sdk/client-dynamodb'].flatMap((name) =>
        each(
          name,
          'QueryCommand() ScanCommand() GetCommand() PutCommand() UpdateCommand() DeleteCommand() GetItemCommand() PutItemCommand() UpdateItemCommand() DeleteItemCommand()',
        ),
      ),
    },
  ],
  sinks: [
    {
      at: [...each('@mongoCollection', `${filters} distinct mapReduce`), ...each('@mongooseModel', filters)],
      kind: 'nosql',
      argument: 0,
      deep: true,
    },
    { at: each('@mongooseQuery', queryParts), kind: 'nosql', argument: 0, deep: true },
    {
      at: [...each('@mongoCollection', 'distinct'), ...each('@mongooseModel', 'distinct'), '@mongooseQuery.distinct'],
      kind: 'nosql',
      argument: 1,
      deep: true,
    },
    { at: ['mongoose.Query'], kind: 'nosql', argument: 2, deep: true },
    {
      at: [
        ...each('@mongoCollection', filters),
        ...each('@mongooseModel', filters),
        ...each('@mongooseQuery', queryParts),
      ],
      kind: 'code',
      argument: 0,
      fields: ['$where', '$function', '$accumulator'],
      onlyFields: true,
    },
    { at: ['@mongooseQuery.$where', '@mongooseModel.$where'], kind: 'code', argument: 0 },
    { at: each('@mongoCollection', 'mapReduce group'), kind: 'code', argument: 'all' },
    { at: ['@mongoDb.eval', '@mongoClient.eval'], kind: 'code', argument: 0 },
    {
      at: each(
        '@redis',
        'set setex setnx getset append hset hmset sadd lpush rpush zadd mset publish eval setAsync hsetAsync hmsetAsync',
      ),
      kind: 'nosql',
      argument: 'all',
    },
    {
      at: each('@dynamo', 'query scan get put update delete getItem putItem updateItem deleteItem'),
      kind: 'nosql',
      argument: 0,
    },
    {
      at: ['@aws-sdk/lib-dynamodb', '@aws-sdk/client-dynamodb'].flatMap((name) =>
        each(name, 'QueryCommand ScanCommand GetCommand PutCommand UpdateCommand DeleteCommand'),
      ),
      kind: 'nosql',
      argument: 0,
    },
  ],
  methodSinks: [
    {
      methods: filters.split(' ').filter((name) => name !== 'watch' && name !== 'where'),
      receiver: /^(\w*[cC]ollection|\w+Model|\w+Coll)$/,
      kind: 'nosql',
      argument: 0,
      deep: true,
      when: 'plain-filter',
    },
    {
      methods:
        'findOne find countDocuments deleteMany deleteOne findOneAndDelete findOneAndRemove findOneAndReplace findOneAndUpdate updateMany updateOne'.split(
          ' ',
        ),
      receiver: /^[A-Z]\w*[a-z]\w*$/,
      kind: 'nosql',
      argument: 0,
      deep: true,
      when: 'plain-filter',
    },
  ],
};
