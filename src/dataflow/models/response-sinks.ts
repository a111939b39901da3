import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const headerSetters = each('@response', 'set header setHeader append appendHeader');

/** What a server sends: bodies that a browser reads as HTML, and headers. */
export const responseSinks: Pick<FlowModels, 'entities' | 'sinks' | 'methodSinks' | 'propertySinks'> = {
  entities: [
    { type: '@hapiToolkit', paths: ['@hapi/hapi.ResponseToolkit()'] },
    { type: '@koaResponse', paths: ['@koaContext.response'] },
  ],
  sinks: [
    { at: each('@response', 'send write end'), kind: 'html-response', argument: 0, when: 'html-type' },
    { at: ['@honoContext.html'], kind: 'html-response', argument: 0 },
    { at: ['@honoContext.body'], kind: 'html-response', argument: 0, when: 'html-header' },
    { at: ['%Response', 'next/server.NextResponse'], kind: 'html-response', argument: 0, when: 'html-header' },
    { at: ['@hapiToolkit.response'], kind: 'html-response', argument: 0, when: 'html-type' },
    {
      at: [...each('@response', 'render view'), '@koaContext.render', '@hapiToolkit.view', '@express.render'],
      kind: 'html-response',
      argument: 1,
      when: 'view-data',
    },
    { at: headerSetters, kind: 'header', argument: 1 },
    { at: headerSetters, kind: 'header', argument: 0 },
    { at: ['@response.writeHead'], kind: 'header', argument: 1, deep: true },
    { at: ['@response.writeHead'], kind: 'header', argument: 2, deep: true },
    { at: headerSetters, kind: 'cors-origin', argument: 1, when: 'header access-control-allow-origin' },
    {
      at: ['@response.writeHead', ...headerSetters],
      kind: 'cors-origin',
      argument: 0,
      fields: ['Access-Control-Allow-Origin', 'access-control-allow-origin'],
      onlyFields: true,
    },
    {
      at: ['@response.writeHead'],
      kind: 'cors-origin',
      argument: 1,
      fields: ['Access-Control-Allow-Origin', 'access-control-allow-origin'],
      onlyFields: true,
    },
  ],
  methodSinks: [{ methods: ['response'], receiver: /^h$/, kind: 'html-response', argument: 0, when: 'html-type' }],
  propertySinks: [{ properties: ['body'], kind: 'html-response', on: ['@koaContext', '@koaResponse'], when: 'markup' }],
};
