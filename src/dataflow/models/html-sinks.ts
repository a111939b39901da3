import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const jqueryName = /^(\$\w*|jQuery)$/;
const traversals =
  'find() children() parent() parents() closest() first() last() eq() next() prev() siblings() filter() not() add() end() each() on() off() css() addClass() removeClass() toggleClass() show() hide() text() appendTo() prependTo() insertAfter() insertBefore() clone() empty() attr() prop() data() val() html() append() prepend() fadeIn() fadeOut() contents() slideDown() slideUp()';
const d3Selections =
  'select() selectAll() append() attr() style() classed() data() enter() exit() join() on() html() text() transition() duration() filter() merge() insert()';

/** Places in a page where text becomes HTML or script. */
export const htmlSinks: Pick<FlowModels, 'entities' | 'sinks' | 'methodSinks' | 'propertySinks'> = {
  entities: [
    {
      type: '@jquery',
      paths: [
        ...['%$', '%jQuery', '%zepto', 'jquery', 'jquery.default', 'cash-dom', 'zepto'],
        ...['@jquery()', '%angular.element', 'angular.element', ...each('@jquery', traversals)],
      ],
    },
    {
      type: '@d3',
      paths: ['%d3', 'd3', 'd3-selection', 'd3.default', ...each('@d3', d3Selections)],
    },
    {
      type: '@element',
      paths: [
        ...each('%document', 'createElement() createElementNS() getElementById() querySelector()'),
        ...each('%document', 'body head documentElement activeElement currentScript'),
        ...each('@element', 'parentNode parentElement firstChild lastChild appendChild() querySelector() cloneNode()'),
      ],
    },
    { type: '@handlebars', paths: ['handlebars', '%Handlebars', 'handlebars.default', 'hbs.handlebars', 'hbs'] },
  ],
  sinks: [
    { at: each('%document', 'write writeln'), kind: 'html-dom', argument: 'all' },
    { at: ['@jquery'], kind: 'html-dom', argument: 0, when: 'markup' },
    { at: ['@jquery'], kind: 'html-dom', argument: 1, fields: ['html'], onlyFields: true },
    {
      at: each(
        '@jquery',
        'html append prepend after before replaceWith wrap wrapAll wrapInner parseHTML add insertAfter insertBefore appendTo prependTo',
      ),
      kind: 'html-dom',
      argument: 0,
    },
    { at: ['@d3.html'], kind: 'html-dom', argument: 0 },
    { at: ['@jquery.attr', '@jquery.prop'], kind: 'page-url', argument: 1, when: 'link-attribute' },
    {
      at: ['@jquery.attr', '@jquery.prop'],
      kind: 'page-url',
      argument: 0,
      fields: ['href', 'src', 'action'],
      onlyFields: true,
      when: 'free-target',
    },
    {
      at: ['@jquery'],
      kind: 'page-url',
      argument: 1,
      fields: ['href', 'src', 'action'],
      onlyFields: true,
      when: 'free-target',
    },
    { at: ['@handlebars.SafeString'], kind: 'html-dom', argument: 0 },
    {
      at: ['@element.setAttribute'],
      kind: 'page-url',
      argument: 1,
      when: 'link-attribute',
    },
    { at: ['%trustedTypes.createPolicy().createHTML'], kind: 'html-dom', argument: 0 },
    { at: ['jsdom.JSDOM', 'jsdom.default.JSDOM'], kind: 'code', argument: 0, when: 'option runScripts' },
    { at: ['fbjs/lib/createNodesFromMarkup'], kind: 'html-dom', argument: 0 },
    { at: ['nodemailer.createTransport().sendMail'], kind: 'html-response', argument: 0, fields: ['html'] },
    {
      at: ['@sendgrid/mail.send', 'nodemailer-mailgun-transport.send'],
      kind: 'html-response',
      argument: 0,
      fields: ['html'],
    },
  ],
  methodSinks: [
    {
      methods: ['insertAdjacentHTML', 'setInnerHTMLUnsafe', 'setOuterHTMLUnsafe'],
      receiver: /./,
      kind: 'html-dom',
      argument: 1,
    },
    {
      methods: [
        'createContextualFragment',
        'setHTMLUnsafe',
        'appendHtml',
        'parseHTML',
        ...['Html', 'Script', 'Style', 'Url', 'ResourceUrl'].map((kind) => `bypassSecurityTrust${kind}`),
        ...['Html', 'Css', 'Js', 'Url', 'ResourceUrl'].map((kind) => `trustAs${kind}`),
      ],
      receiver: /./,
      kind: 'html-dom',
      argument: 0,
    },
    { methods: ['trustAs'], receiver: /./, kind: 'html-dom', argument: 1 },
    { methods: ['html'], receiver: /^(?!c$|ctx$|res$|reply$|cheerio$)/, kind: 'html-dom', argument: 0 },
    { methods: ['write', 'writeln'], receiver: /^(doc|\w*[dD]ocument)$/, kind: 'html-dom', argument: 0 },
    { methods: ['parseFromString'], receiver: /^(\w*[pP]arser|DOMParser)$/, kind: 'html-dom', argument: 0 },
    {
      methods: ['append', 'prepend', 'after', 'before', 'replaceWith', 'wrap', 'wrapAll', 'wrapInner'],
      receiver: jqueryName,
      kind: 'html-dom',
      argument: 0,
    },
    {
      methods: ['setProperty', 'setAttribute'],
      receiver: /renderer/i,
      kind: 'html-dom',
      argument: 2,
      when: 'html-property',
    },
    { methods: ['setAttribute'], receiver: /./, kind: 'page-url', argument: 1, when: 'link-attribute' },
    { methods: ['setAttributeNS'], receiver: /./, kind: 'page-url', argument: 2, when: 'link-attribute' },
  ],
  propertySinks: [
    { properties: ['innerHTML', 'outerHTML', 'srcdoc', '__html'], kind: 'html-dom' },
    {
      properties: ['href', 'src', 'action', 'formAction', 'formaction', 'data', 'codebase'],
      kind: 'page-url',
      on: ['@element'],
      when: 'loading-element',
    },
  ],
};
