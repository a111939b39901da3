import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const verbs = 'get post put patch delete del head options request';
const windows = /^(window|document|doc|win|w|self|top|parent|opener|frame|iframe|contentWindow|\$window)$/;
const clients = [
  ...['axios', 'axios.default', 'got', 'got.default', 'needle', 'superagent', 'request', 'request-promise'],
  ...['request-promise-native', 'postman-request', 'phin', 'bent', 'wretch', 'ky', 'ky.default', 'teeny-request'],
  ...['cross-fetch', 'node-fetch', 'node-fetch.default', 'isomorphic-fetch', 'make-fetch-happen', 'fetch-retry'],
  ...['ofetch.ofetch', 'ofetch.$fetch', 'undici', 'urllib', '@fastify/undici', 'axios-retry', 'gaxios'],
];

/** Addresses to which a visitor is sent. */
export const redirectSinks: Pick<FlowModels, 'sinks' | 'methodSinks' | 'propertySinks'> = {
  sinks: [
    {
      at: ['@response.redirect', '@sveltejs/kit.redirect'],
      kind: 'redirect',
      argument: 'all',
      when: 'free-target',
    },
    {
      at: [
        ...['@response.location', '@koaContext.redirect', '@koaContext.response.redirect', '@honoContext.redirect'],
        ...each('next/navigation', 'redirect permanentRedirect'),
        ...['next/server.NextResponse.redirect', '%Response.redirect', '@hapiToolkit.redirect'],
        ...[
          '@remix-run/node',
          '@remix-run/server-runtime',
          'react-router',
          'react-router-dom',
          '@tanstack/react-router',
        ].map((name) => `${name}.redirect`),
      ],
      kind: 'redirect',
      argument: 0,
      when: 'free-target',
    },
    {
      at: each('@response', 'set header setHeader append'),
      kind: 'redirect',
      argument: 1,
      when: 'header location',
    },
    {
      at: ['@response.writeHead'],
      kind: 'redirect',
      argument: 1,
      fields: ['Location', 'location'],
      when: 'free-target',
    },
    { at: ['%open'], kind: 'redirect', argument: 0, when: 'free-target' },
    {
      at: [
        ...each('@location', 'assign replace'),
        '%navigation.navigate',
        'electron.shell.openExternal',
        '%importScripts',
        '%Worker',
        '%SharedWorker',
      ],
      kind: 'page-url',
      argument: 0,
      when: 'free-target',
    },
    { at: ['@router.push', '@router.replace'], kind: 'page-url', argument: 0, when: 'free-target' },
    {
      at: ['next/navigation.useRouter().push', 'next/navigation.useRouter().replace'],
      kind: 'page-url',
      argument: 0,
      when: 'free-target',
    },
  ],
  methodSinks: [
    {
      methods: ['redirect'],
      receiver: /^(h|res|resp|response|reply|ctx|c|context)$/,
      kind: 'redirect',
      argument: 0,
      when: 'free-target',
    },
    { methods: ['assign', 'replace'], receiver: /^location$/, kind: 'page-url', argument: 0, when: 'free-target' },
    { methods: ['openExternal'], receiver: /^shell$/, kind: 'page-url', argument: 0, when: 'free-target' },
  ],
  propertySinks: [
    { properties: ['location'], kind: 'page-url', receiver: windows, when: 'free-target' },
    { properties: ['href'], kind: 'page-url', receiver: /^(location|\$location)$/, when: 'free-target' },
  ],
};

/** Addresses from which the server itself fetches. */
export const requestSinks: Pick<FlowModels, 'entities' | 'sinks' | 'methodSinks'> = {
  entities: [
    {
      type: '@httpClient',
      paths: [
        ...clients,
        ...clients.flatMap((name) => each(name, 'defaults() create() extend() instance() agent() Client()')),
        ...['axios.Axios()', 'undici.Agent()', 'request.defaults()', 'got.extend()', '@nestjs/axios.HttpService()'],
        '@nestjs/axios.HttpService().axiosRef',
        '@nestjs/common.HttpService()',
      ],
    },
    {
      type: '@browserPage',
      paths: [
        ...[
          'puppeteer',
          'puppeteer-core',
          'puppeteer.default',
          'puppeteer-extra',
          'playwright.chromium',
          'playwright.firefox',
        ]
          .concat(['playwright.webkit', 'playwright-core.chromium', '@playwright/test.chromium'])
          .flatMap((name) => [
            `${name}.launch().newPage()`,
            `${name}.connect().newPage()`,
            `${name}.launch().newContext().newPage()`,
            `${name}.launch().createIncognitoBrowserContext().newPage()`,
            `${name}.launch().createBrowserContext().newPage()`,
          ]),
        ...['puppeteer.Page()', 'playwright.Page()', '@playwright/test.Page()', 'phantom.create().createPage()'],
      ],
    },
  ],
  sinks: [
    { at: ['%fetch', '%WebSocket', '%EventSource'], kind: 'request-url', argument: 0, when: 'free-host' },
    { at: ['%Request'], kind: 'request-url', argument: 0, when: 'fetched-host' },
    {
      at: ['@httpClient', ...each('@httpClient', `${verbs} stream fetch json raw getUri pipeline curl`)],
      kind: 'request-url',
      argument: 0,
      fields: ['url', 'uri', 'baseURL', 'baseUrl', 'host', 'hostname', 'prefixUrl'],
      when: 'free-host',
    },
    { at: ['needle', 'needle.request'], kind: 'request-url', argument: 1, when: 'free-host' },
    {
      at: ['http', 'https', 'follow-redirects.http', 'follow-redirects.https', 'http2'].flatMap((name) =>
        each(name, 'get request connect'),
      ),
      kind: 'request-url',
      argument: 0,
      fields: ['host', 'hostname', 'url', 'href'],
      when: 'free-host',
    },
    {
      at: ['net.connect', 'net.createConnection', 'tls.connect'],
      kind: 'request-url',
      argument: 0,
      fields: ['host'],
      when: 'free-host',
    },
    {
      at: ['ws', 'ws.WebSocket', 'ws.default', 'websocket.client().connect', 'socket.io-client', 'socket.io-client.io'],
      kind: 'request-url',
      argument: 0,
      when: 'free-host',
    },
    { at: each('@browserPage', 'goto open openUrl navigate'), kind: 'request-url', argument: 0, when: 'free-host' },
    { at: each('@browserPage', 'setContent'), kind: 'request-url', argument: 0 },
    {
      at: ['chrome-remote-interface().Page.navigate', '@cdpPage.navigate'],
      kind: 'request-url',
      argument: 0,
      fields: ['url'],
      when: 'free-host',
    },
    {
      at: [
        'wkhtmltopdf',
        'wkhtmltoimage.generate',
        'html-pdf.create',
        'html-pdf-node.generatePdf',
        'download',
        'image-downloader.image',
      ],
      kind: 'request-url',
      argument: 0,
      fields: ['url', 'content'],
      when: 'free-host',
    },
    {
      at: ['jsdom.JSDOM.fromURL', 'pdfjs-dist.getDocument', 'rss-parser().parseURL'],
      kind: 'request-url',
      argument: 0,
      when: 'free-host',
    },
  ],
  methodSinks: [
    { methods: ['goto', 'openUrl'], receiver: /^\w*[pP]age$/, kind: 'request-url', argument: 0, when: 'free-host' },
    { methods: ['setContent'], receiver: /^\w*[pP]age$/, kind: 'request-url', argument: 0 },
  ],
};
