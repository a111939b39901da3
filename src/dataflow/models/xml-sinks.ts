import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const libxml = ['libxmljs', 'libxmljs2', 'libxmljs-mt', 'libxml', 'libxmljs.default'];

/** XML parsers that fetch what a document names, or let it grow without bound. */
export const xmlSinks: Pick<FlowModels, 'entities' | 'sinks'> = {
  entities: [
    { type: '@saxPush', paths: libxml.flatMap((name) => each(name, 'SaxPushParser()')) },
    { type: '@expat', paths: ['node-expat.Parser()', 'node-expat.createParser()', 'node-expat()'] },
  ],
  sinks: [
    {
      at: libxml.flatMap((name) => each(name, 'parseXml parseXmlString parseXmlAsync parseHtml parseHtmlString')),
      kind: 'xml',
      argument: 0,
      when: 'option noent',
    },
    {
      at: libxml.flatMap((name) => each(name, 'parseXml parseXmlString parseXmlAsync')),
      kind: 'xml',
      argument: 0,
      when: 'option replaceEntities',
    },
    { at: each('@saxPush', 'push parseString'), kind: 'xml', argument: 0 },
    { at: ['libxslt.parse', 'libxml-xsd.parse', 'xslt-processor.xmlParse'], kind: 'xml', argument: 0 },
    { at: each('@expat', 'write parse end'), kind: 'xml-bomb', argument: 0 },
    {
      at: ['xml2json.toJson', 'xml2json.default.toJson', 'xml-mapping.load', 'xml-mapping.tojson'],
      kind: 'xml-bomb',
      argument: 0,
    },
    {
      at: ['%DOMParser().parseFromString', '%ActiveXObject().loadXML'],
      kind: 'xml-bomb',
      argument: 0,
      when: 'xml-type',
    },
  ],
};
