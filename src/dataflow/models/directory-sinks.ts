import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

/** Directories asked in LDAP, and documents asked in XPath. */
export const directorySinks: Pick<FlowModels, 'entities' | 'sinks' | 'methodSinks' | 'propagators' | 'sanitizers'> = {
  propagators: [
    {
      at: [
        'ldapjs.parseFilter()',
        'ldapjs.filters.parseString()',
        'ldap-filter.parse()',
        'ldapts.FilterParser.parseString()',
      ],
      from: [0],
    },
  ],
  entities: [
    {
      type: '@ldap',
      paths: [
        'ldapjs.createClient()',
        'ldapts.Client()',
        'ldapjs-client()',
        'simple-ldap-search()',
        'ldapjs-promise.createClient()',
        'ldap-client()',
        '@ldap.bind(:0)',
      ],
    },
    {
      type: '@activeDirectory',
      paths: ['activedirectory()', 'activedirectory2()', 'activedirectory2.promiseWrapper()'],
    },
    {
      type: '@libxmlDocument',
      paths: [
        ...['libxmljs', 'libxmljs2', 'libxml'].flatMap((name) =>
          each(name, 'parseXml() parseXmlString() parseHtml() parseHtmlString() parseXmlAsync()'),
        ),
        '@libxmlDocument.root()',
        '@libxmlDocument.get()',
      ],
    },
  ],
  sinks: [
    {
      at: ['@ldap.search', '@ldap.searchReturnAll', '@ldap.bind', '@ldap.del', '@ldap.modify', '@ldap.compare'],
      kind: 'ldap',
      argument: 0,
    },
    { at: ['@ldap.search'], kind: 'ldap', argument: 1, fields: ['filter', 'base'] },
    {
      at: ['ldapjs.parseDN'],
      kind: 'ldap',
      argument: 0,
    },
    { at: each('@activeDirectory', 'find findUsers findGroups'), kind: 'ldap', argument: 0, fields: ['filter'] },
    {
      at: [
        ...each('xpath', 'select select1 parse evaluate selectWithResolver'),
        'xpath.useNamespaces()',
        'xpath.js',
        'xpath-html.fromPageSource().findElement',
        ...each(
          'fontoxpath',
          'evaluateXPath evaluateXPathToNodes evaluateXPathToString evaluateXPathToFirstNode evaluateXPathToBoolean evaluateXPathToStrings',
        ),
        'saxon-js.XPath.evaluate',
        '%document.evaluate',
        '%document.createExpression',
        '@libxmlDocument.find',
        '@libxmlDocument.get',
        'xmldoc.XmlDocument().descendantWithPath',
      ],
      kind: 'xpath',
      argument: 0,
    },
  ],
  methodSinks: [
    { methods: ['search'], receiver: /ldap/i, kind: 'ldap', argument: 0 },
    { methods: ['search'], receiver: /ldap/i, kind: 'ldap', argument: 1, fields: ['filter'] },
  ],
  sanitizers: [
    {
      at: [
        'ldap-escape.filter()',
        'ldap-escape.dn()',
        'ldapjs.escape()',
        'ldapts.escapeFilter()',
        ...each('ldapjs', 'EqualityFilter() SubstringFilter()'),
      ],
      safeFor: ['ldap'],
    },
  ],
};
