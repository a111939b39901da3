import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const verbs = 'get post put patch delete all use head options del param';

const applications = ['express', 'fastify', 'restify.createServer', 'polka', 'loopback', 'connect'].map(
  (name) => `${name}()`,
);
const request =
  'query body params headers cookies signedCookies url originalUrl path hostname rawBody rawHeaders baseUrl subdomains get() header() param()';

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
    { type: '@webRequest', paths: ['next/server.NextRequest()', '%Request()', '@lambdaUrl.request'] },
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
    {
      at: [...each('@request', request), '@request.socket.remoteAddress.toString()'],
      kind: 'http-request',
    },
    { at: each('@request', 'file files'), kind: 'uploaded-file' },
    {
      at: each(
        '@koaContext',
        'query querystring params url originalUrl path headers header href search hostname host get() cookies.get()',
      ),
      kind: 'http-request',
    },
    {
      at: each(
        '@koaRequest',
        'query querystring body url originalUrl path headers header href search hostname host get() rawBody',
      ),
      kind: 'http-request',
    },
    { at: ['@koaRequest.files', '@koaRequest.file', '@koaContext.file', '@koaContext.files'], kind: 'uploaded-file' },
    {
      at: [
        '@honoContext.req.query()',
        '@honoContext.req.queries()',
        '@honoContext.req.param()',
        '@honoContext.req.header()',
        '@honoContext.req.json()',
        '@honoContext.req.text()',
        '@honoContext.req.parseBody()',
        '@honoContext.req.formData()',
        '@honoContext.req.url',
        '@honoContext.req.path',
      ],
      kind: 'http-request',
    },
    {
      at: [
        '@webRequest.json()',
        '@webRequest.text()',
        '@webRequest.formData()',
        '@webRequest.url',
        '@webRequest.headers',
        '@webRequest.body',
        '@webRequest.cookies',
        '@webUrl.searchParams',
        '@webUrl.pathname',
        '@webUrl.search',
        '@webUrl.href',
        '@webRequest.arrayBuffer()',
        '@webRequest.blob()',
      ],
      kind: 'http-request',
    },
    {
      at: each('@hapiRequest', 'query payload params headers url path state'),
      kind: 'http-request',
    },
    {
      at: each(
        '@lambdaEvent',
        'body queryStringParameters multiValueQueryStringParameters pathParameters headers rawPath rawQueryString path multiValueHeaders cookies',
      ),
      kind: 'http-request',
    },
    { at: each('@nextContext', 'query params req'), kind: 'http-request' },
    { at: ['@trpcOptions.input', '@trpcOptions.rawInput'], kind: 'http-request' },
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
    { names: [/^_?(event|evt)$/], parameters: ['@lambdaEvent'], exportedAs: ['handler', 'lambdaHandler', 'main'] },
    {
      names: [/^_?(req|request)$/],
      parameters: ['@webRequest'],
      exportedAs: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
    },
    { names: [/^(ctx|context)$/], parameters: ['@nextContext'], exportedAs: ['getServerSideProps', 'getInitialProps'] },
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
        'MessageBody',
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
