import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const applications = ['express', 'fastify', 'restify.createServer', 'polka', 'loopback', 'connect'].map(
  (name) => `${name}()`,
);
const objects = 'query body cookies signedCookies param() param all() allParams() input()';
const texts = 'params param url originalUrl rawBody subdomains on(:0) text()';
/** What can hold no line break: a server refuses such headers, and a path comes encoded. */
const lines = 'headers path hostname host rawHeaders baseUrl get() header()';

/** Requests of the web frameworks for servers: what of a request is untrusted. */
export const httpSources: Pick<FlowModels, 'entities' | 'sources'> = {
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
};
