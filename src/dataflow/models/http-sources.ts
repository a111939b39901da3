import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const verbs = 'get post put patch delete all use head options del param';

const applications = ['express', 'fastify', 'restify.createServer', 'polka', 'loopback', 'connect'].map(
  (name) => `${name}()`,
);
const objects = 'query body cookies signedCookies param() param all() allParams() input()';
const texts = 'params param url originalUrl rawBody subdomains on(:0) text()';
/** What can hold no line break: a server refuses such headers, and a path comes encoded. */
const lines = 'headers path hostname host rawHeaders baseUrl get() header()';

/** Requests of the web frameworks for servers: how handlers are registered and what of a request is untrusted. */
export const httpSources: Pick<FlowModels, 'entities' | 'sources' | 'handlers' | 'handlerShapes' | 'parameters'> = {
  entities: [
    {
      type: '@express',
      paths: [
        ...applications,
        'express.Router()',
        'express.application',
        'fastify.default()',
        'express-promise-router()',
        '@express.route()',
        '@express.route().get()',
        '@request.app',
        ...each('@express', 'Router()'),
      ],
    },
    {
      type: '@request',
      paths: [
        'express.Request()',
        'fastify.FastifyRequest()',
        'next.NextApiRequest()',
        'http.IncomingMessage()',
        '@response.req',
        '@koaContext.req',
      ],
    },
    {
      type: '@response',
      paths: [
        'express.Response()',
        'fastify.FastifyReply()',
        'next.NextApiResponse()',
        'http.ServerResponse()',
        '@request.res',
        '@koaContext.res',
        '@response.status()',
        '@response.type()',
        '@response.set()',
        '@response.code()',
        '@response.header()',
        '@response.cookie()',
        '@response.contentType()',
      ],
    },
    { type: '@koa', paths: ['koa()', 'koa-router()', '@koa/router()', 'koa.default()', '@koa/router.default()'] },
    { type: '@koaContext', paths: ['koa.Context()', 'koa.ParameterizedContext()', 'koa-router.RouterContext()'] },
    { type: '@koaRequest', paths: ['@koaContext.request'] },
    {
      type: '@hono',
      paths: ['hono.Hono()', '@hono.basePath()', '@hono.route()', 'hono/tiny.Hono()', 'hono/quick.Hono()'],
    },
    { type: '@honoContext', paths: ['hono.Context()'] },
    {
      type: '@webRequest',
      paths: [
        'next/server.NextRequest()',
        '%Request()',
        '@loaderArguments.request',
        '@elysiaContext.request',
        '@honoContext.req.raw',
      ],
    },
    { type: '@webUrl', paths: ['@webRequest.nextUrl'] },
    { type: '@hapi', paths: ['@hapi/hapi.server()', '@hapi/hapi.Server()', 'hapi.server()', 'hapi.Server()'] },
    { type: '@hapiRequest', paths: ['@hapi/hapi.Request()'] },
    { type: '@httpServer', paths: ['http.Server()', 'https.Server()'] },
    {
      type: '@lambdaEvent',
      paths: [
        'aws-lambda.APIGatewayProxyEvent()',
        'aws-lambda.APIGatewayEvent()',
        'aws-lambda.APIGatewayProxyEventV2()',
        'aws-lambda.ALBEvent()',
        '@lambdaEvent.requestContext',
      ],
    },
    { type: '@graphqlArguments', paths: [] },
    { type: '@actionInput', paths: [] },
    { type: '@pathParameter', paths: [] },
    { type: '@callableRequest', paths: ['firebase-functions/v2/https.CallableRequest()'] },
    {
      type: '@loaderArguments',
      paths: each('@remix-run/node', 'LoaderFunctionArgs() ActionFunctionArgs() LoaderArgs() ActionArgs()'),
    },
    { type: '@pageProperties', paths: [] },
    { type: '@elysia', paths: ['elysia.Elysia()', '@elysia.group()', '@elysia.guard()'] },
    { type: '@elysiaContext', paths: [] },
    {
      type: '@form',
      paths: [
        'busboy()',
        'busboy.Busboy()',
        'busboy.default()',
        '@fastify/busboy()',
        '@request.busboy',
        'formidable()',
        'formidable.IncomingForm()',
        'formidable.formidable()',
        'formidable.default()',
        'multiparty.Form()',
        'connect-busboy()',
      ],
    },
    { type: '@nextContext', paths: ['next.GetServerSidePropsContext()'] },
    { type: '@router', paths: ['next/router.useRouter()', 'next/navigation.useSearchParams()'] },
    {
      type: '@trpc',
      paths: [
        '@trpc/server.initTRPC.create()',
        '@trpc/server.initTRPC.context().create()',
        '@trpc.procedure',
        '@trpc.input()',
        '@trpc.output()',
        '@trpc.use()',
        '@trpc.meta()',
      ],
    },
    { type: '@trpcOptions', paths: ['@trpc.query(:0)', '@trpc.mutation(:0)', '@trpc.subscription(:0)'] },
  ],
  sources: [
    { at: each('@request', objects), kind: 'http-request' },
    { at: each('@request', texts), kind: 'http-request', isText: true },
    { at: each('@request', lines), kind: 'http-request', isText: true, safeFor: ['log', 'header'] },
    { at: each('@request', 'file files'), kind: 'uploaded-file' },
    {
      at: each(
        '@koaContext',
        'query querystring params url originalUrl path headers header href search hostname host get() cookies.get()',
      ),
      kind: 'http-request',
      isText: true,
    },
    {
      at: each(
        '@koaRequest',
        'query querystring url originalUrl path headers header href search hostname host get() rawBody',
      ),
      kind: 'http-request',
      isText: true,
    },
    { at: ['@koaRequest.body', '@koaContext.req.body'], kind: 'http-request' },
    { at: ['@koaRequest.files', '@koaRequest.file', '@koaContext.file', '@koaContext.files'], kind: 'uploaded-file' },
    {
      at: each('@honoContext.req', 'query() queries() param() header() text() url path raw.url'),
      kind: 'http-request',
      isText: true,
    },
    { at: each('@honoContext.req', 'json() parseBody() formData() valid()'), kind: 'http-request' },
    {
      at: [
        ...each('@webRequest', 'text() url headers cookies body arrayBuffer() blob() bytes() nextUrl.href'),
        ...each('@webUrl', 'searchParams pathname search href'),
      ],
      kind: 'http-request',
      isText: true,
    },
    { at: each('@webRequest', 'json() formData()'), kind: 'http-request' },
    { at: each('@hapiRequest', 'payload state'), kind: 'http-request' },
    { at: each('@hapiRequest', 'query params headers url path'), kind: 'http-request', isText: true },
    { at: ['@lambdaEvent.*'], kind: 'http-request' },
    { at: each('@nextContext', 'query params'), kind: 'http-request', isText: true },
    { at: ['@trpcOptions.input', '@trpcOptions.rawInput'], kind: 'http-request' },
    { at: ['@graphqlArguments', '@actionInput', '@callableRequest.data'], kind: 'http-request' },
    { at: ['@pathParameter'], kind: 'http-request', isText: true },
    {
      at: each('@loaderArguments', 'params url.searchParams url.pathname url.href'),
      kind: 'http-request',
      isText: true,
    },
    { at: each('@pageProperties', 'params searchParams'), kind: 'http-request', isText: true },
    { at: each('@elysiaContext', 'query params headers path'), kind: 'http-request', isText: true },
    { at: ['@elysiaContext.body', '@elysiaContext.cookie'], kind: 'http-request' },
    {
      at: ['h3', 'nuxt/server', '#imports', '%'].flatMap((name) =>
        'getQuery readBody readRawBody getRouterParam getRouterParams getHeader readFormData getCookie'
          .split(' ')
          .map((reader) => (name === '%' ? `%${reader}()` : `${name}.${reader}()`)),
      ),
      kind: 'http-request',
    },
    {
      at: [
        'micro.json()',
        'micro.text()',
        'micro.buffer()',
        'raw-body()',
        'co-body()',
        'co-body.json()',
        'co-body.form()',
        'next/headers.cookies()',
        'next/headers.headers()',
      ],
      kind: 'http-request',
    },
    {
      at: [
        ...each('@form', 'parse() parse(:1) parse(:2) on(:0) on(:1) on(:2)'),
        'formidable-serverless.IncomingForm().parse(:2)',
      ],
      kind: 'uploaded-file',
    },
  ],
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
      at: each('koa-route', `${verbs}`),
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
