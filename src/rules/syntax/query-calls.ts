import ts from 'typescript';
import { lastName, nameParts } from './names.ts';

/** Methods that ask a database for records and nothing else in common use. */
const queryMethods = new Set(
  (
    'findOne findOneBy findOneOrFail findOneByOrFail findById findByPk findUnique findUniqueOrThrow findFirst ' +
    'findFirstOrThrow findMany findAll findAndCountAll findAndCount findBy findOneAndUpdate findByIdAndUpdate ' +
    'countDocuments estimatedDocumentCount aggregate queryRaw $queryRaw $queryRawUnsafe executeRaw $executeRaw ' +
    'getOne getMany getRawOne getRawMany getManyAndCount'
  ).split(' '),
);

/** Methods that do so only on what is called like a database. */
const sharedMethods = new Set('query execute find count get all one oneOrNone any many run raw exists'.split(' '));

const databaseNames =
  /^(db|database|pool|knex|sql|conn|connection|client|pg|mysql|sqlite|prisma|em|entityManager|manager|orm|repo|mongo|collection|stmt|dataSource)$|(Repository|Repo|Model|Collection|Dao|Db|Pool|EntityManager|DataSource)$/;

/** Whether a call asks a database: by a method that only object mappers have, or on a receiver called like one. */
export function isDatabaseQuery(call: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(call.expression)) return false;
  const method = lastName(call.expression);
  if (queryMethods.has(method)) return !takesFunction(call);
  if (!sharedMethods.has(method) || takesFunction(call)) return false;
  const receiver = nameParts(call.expression).at(-2) ?? '';
  return databaseNames.test(receiver) && call.arguments.length > 0;
}

/** `orders.find((order) => …)` searches an array. */
function takesFunction({ arguments: [first] }: ts.CallExpression): boolean {
  return first !== undefined && (ts.isArrowFunction(first) || ts.isFunctionExpression(first));
}
