// @file: src/app.ts
import { ApolloServer } from '@apollo/server';
import errorHandler from 'errorhandler';
import express from 'express';
import { graphqlHTTP } from 'express-graphql';
import { ownErrors, schema, settings } from './settings.js';

const app = express();
app.use(errorHandler());
//      ^^^^^^^^^^^^ security/debug-mode: `errorHandler` is on wherever this runs
app.use('/graphql', graphqlHTTP({ schema, graphiql: true }));
//                  ^^^^^^^^^^^ security/debug-mode: `graphiql` is on wherever this runs
export const traces = new ApolloServer({ schema, includeStacktraceInErrorResponses: true });
//                        ^^^^^^^^^^^^ security/debug-mode: `includeStacktraceInErrorResponses` is on wherever this runs
export const page = new ApolloServer({ schema, introspection: true, playground: true });
//                      ^^^^^^^^^^^^ security/debug-mode: `playground` is on wherever this runs

// One of two alone, what settings decide, what is off, conditions, and the team's own handlers.
export const described = new ApolloServer({ schema, introspection: true });
export const settled = new ApolloServer({ schema, introspection: true, playground: settings.playground });
export const off = new ApolloServer({ schema, debug: false });
app.use('/graph', graphqlHTTP({ schema, graphiql: settings.graphiql }));
app.use('/plain', graphqlHTTP({ schema }));
if (settings.debug) app.use(errorHandler());
settings.debug && app.use(errorHandler());
app.configure('development', () => {
  app.use(errorHandler());
});
app.use(ownErrors());
export const unused = errorHandler();

// @file: src/own.ts
import express from 'express';
import { errorHandler } from './errors.js';
express().use(errorHandler());
express().use(errorHandler);

// @file: src/early.ts
import errorhandler from 'errorhandler';
import type { Express } from 'express';
export function setUp(app: Express) {
  if (process.env.NODE_ENV === 'production') return;
  app.use(errorhandler());
}

// @file: test/app.test.ts
import errorhandler from 'errorhandler';
import express from 'express';
express().use(errorhandler());
