import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const verbs = 'get post put patch delete all use head options del param';

/** How functions become handlers of requests: registered, exported, named or decorated. */
export const httpHandlers: Pick<FlowModels, 'handlers' | 'handlerShapes' | 'parameters'> = {
  handlers: [
    {
      at: each('@express', verbs),
      parameters: ['@request', '@response'],
      errorFirst: 4,
    },
    { at: ['@express.setErrorHandler'], parameters: [undefined, '@request', '@response'] },
    { at: ['@express.route', '@express.addHook'], parameters: ['@request', '@response'], field: 'handler' },
    { at: each('@koa', `${verbs} register`), parameters: ['@koaContext'] },
    { at: each('@hono', `${verbs} on notFound`), parameters: ['@honoContext'] },
    { at: ['@hapi.route'], parameters: ['@hapiRequest'], field: 'handler' },
    {
      at: [
        'http.createServer',
        'https.createServer',
        'http2.createServer',
        'http2.createSecureServer',
        'http2.createServer',
      ],
      parameters: ['@request', '@response'],
    },
    {
      at: [
        ...['firebase-functions', 'firebase-functions/v1', 'firebase-functions/v2'].flatMap((name) => [
          `${name}.https.onRequest`,
          `${name}.region().https.onRequest`,
          `${name}.runWith().https.onRequest`,
        ]),
        'firebase-functions/v2/https.onRequest',
        '@google-cloud/functions-framework.http',
        'micro',
      ],
      parameters: ['@request', '@response'],
    },
    {
      at: [
        'firebase-functions.https.onCall',
        'firebase-functions/v1.https.onCall',
        'firebase-functions.runWith().https.onCall',
      ],
      parameters: ['@actionInput'],
    },
    {
      at: ['firebase-functions/v2/https.onCall', 'firebase-functions/v2.https.onCall'],
      parameters: ['@callableRequest'],
    },
    {
      at: each('koa-route', verbs),
      parameters: ['@koaContext', '@pathParameter', '@pathParameter', '@pathParameter'],
    },
    { at: each('@elysia', verbs), parameters: ['@elysiaContext'] },
    {
      at: [
        ...[
          'apollo-server',
          '@apollo/server',
          'apollo-server-express',
          'apollo-server-koa',
          'apollo-server-lambda',
          'apollo-server-micro',
        ].map((name) => `${name}.ApolloServer`),
        ...['graphql-tools', '@graphql-tools/schema', 'apollo-server', 'apollo-server-express'].map(
          (name) => `${name}.makeExecutableSchema`,
        ),
        'graphql-yoga.createSchema',
        'graphql-yoga.GraphQLServer',
      ],
      parameters: [undefined, '@graphqlArguments'],
      field: 'resolvers',
    },
    {
      at: ['express-graphql.graphqlHTTP', 'express-graphql', 'graphql-http/lib/use/express.createHandler'],
      parameters: ['@graphqlArguments', '@request'],
      field: 'rootValue',
    },
    { at: ['graphql.GraphQLObjectType'], parameters: [undefined, '@graphqlArguments'], field: 'fields' },
    { at: ['%Bun.serve'], parameters: ['@webRequest'], field: 'fetch' },
    { at: ['%Deno.serve'], parameters: ['@webRequest'] },
  ],
  handlerShapes: [
    { names: [/^_?req(uest)?$/, /^_?(res(p|ponse)?|reply)$/], parameters: ['@request', '@response'] },
    {
      names: [/^_?(err?|error)$/, /^_?req(uest)?$/, /^_?(res(p|ponse)?|reply)$/],
      parameters: [undefined, '@request', '@response'],
    },
    { names: [/^req(uest)?$/, /^(h|toolkit)$/], parameters: ['@hapiRequest'] },
    {
      names: [/^req(uest)?$/],
      parameters: ['@request'],
      registeredBy: ['get', 'post', 'put', 'patch', 'delete', 'all', 'use'],
    },
    {
      names: [/^(ctx|context)$/],
      parameters: ['@koaContext'],
      registeredBy: ['get', 'post', 'put', 'patch', 'delete', 'all', 'use'],
    },
    { names: [/^(ctx|context)$/, /^next$/], parameters: ['@koaContext'] },
    { names: [/^context$/, /^req(uest)?$/], parameters: [undefined, '@request'] },
    {
      names: [/^(_+|_?parent|_?root|_?source|_?obj)$/, /^_?args$/, /^_?(context|ctx|contextValue)$/],
      parameters: [undefined, '@graphqlArguments'],
    },
    { names: [/^req(uest)?$/, /^env$/], parameters: ['@webRequest'] },
    {
      names: [undefined],
      parameters: ['@loaderArguments'],
      exportedAs: ['loader', 'action'],
      file: /\/(routes|app)\/.*\.[jt]sx?$/,
    },
    {
      names: [undefined],
      parameters: ['@loaderArguments'],
      exportedAs: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'load'],
      file: /\/\+(server|page\.server|layout\.server)\.[jt]s$/,
    },
    {
      names: [undefined],
      parameters: ['@pageProperties'],
      exportedAs: ['default', 'generateMetadata'],
      file: /\/(page|layout)\.[jt]sx?$/,
    },
    {
      names: [],
      parameters: ['@actionInput', '@actionInput', '@actionInput', '@actionInput'],
      directive: 'use server',
    },
    { names: [/^_?(event|evt|e)$/], parameters: ['@lambdaEvent'], exportedAs: ['handler', 'lambdaHandler', 'main'] },
    {
      names: [/^_?(req|request)$/],
      parameters: ['@webRequest', '@loaderArguments'],
      exportedAs: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
    },
    { names: [undefined], parameters: ['@nextContext'], exportedAs: ['getServerSideProps', 'getInitialProps'] },
  ],
  parameters: [
    {
      decorators: [
        'Body',
        'Query',
        'Param',
        'Headers',
        'QueryParam',
        'BodyParam',
        'CookieParam',
        'HeaderParam',
        'Args',
        'Arg',
        'MessageBody',
        'Cookies',
        'RawBody',
        'Params',
        'QueryParams',
        'PathParams',
        'BodyParams',
      ],
      source: 'http-request',
    },
    { decorators: ['UploadedFile', 'UploadedFiles'], source: 'uploaded-file' },
    { decorators: ['Req', 'Request'], entity: '@request' },
    { decorators: ['Res', 'Response'], entity: '@response' },
    { decorators: ['Ctx'], entity: '@koaContext' },
    { types: ['NextApiRequest', 'FastifyRequest', 'IncomingMessage', 'VercelRequest'], entity: '@request' },
    { types: ['NextApiResponse', 'FastifyReply', 'ServerResponse', 'VercelResponse'], entity: '@response' },
    { types: ['APIGatewayProxyEvent', 'APIGatewayEvent', 'APIGatewayProxyEventV2'], entity: '@lambdaEvent' },
    { types: ['NextRequest'], entity: '@webRequest' },
  ],
};
