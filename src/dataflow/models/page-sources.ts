import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const messageEvents = ['MessageEvent', 'ClipboardEvent', 'DragEvent', 'StorageEvent'];

/** What a page gets from outside: its address, messages of other windows, pasted and dropped text, its storage. */
export const pageSources: Pick<
  FlowModels,
  'entities' | 'sources' | 'handlers' | 'propertyHandlers' | 'parameters' | 'propagators'
> = {
  entities: [
    {
      type: '@location',
      paths: [
        '%location',
        ...each('%document', 'location defaultView.location'),
        ...['%top', '%parent', '%opener', '%window', '%self', '%frames'].map((name) => `${name}.location`),
        'global/window.location',
        '@angularDocument.location',
      ],
    },
    { type: '@angularDocument', paths: ['@angular/common.DOCUMENT()'] },
    { type: '@storage', paths: ['%localStorage', '%sessionStorage'] },
    {
      type: '@routeSnapshot',
      paths: ['@angular/router.ActivatedRouteSnapshot()', '@angular/router.ActivatedRoute().snapshot'],
    },
    { type: '@angularRouter', paths: ['@angular/router.Router()', '@angular/router.RouterStateSnapshot()'] },
    { type: '@angularRoute', paths: ['@angular/router.ActivatedRoute()'] },
    { type: '@router', paths: ['next/router.useRouter()', 'next/router.NextRouter()', 'next/router.default.router'] },
    {
      type: '@pageLocation',
      paths: ['react-router-dom.useLocation()', 'react-router.useLocation()', 'gatsby.useLocation()'],
    },
    { type: '@vueRoute', paths: ['vue-router.useRoute()', 'nuxt/app.useRoute()', '%useRoute()'] },
  ],
  sources: [
    { at: ['@location.hash'], kind: 'dom', prefix: '#' },
    { at: ['@location.search'], kind: 'dom', prefix: '?' },
    { at: ['@location.pathname'], kind: 'dom', prefix: '/page/' },
    {
      at: ['@location.href', '@location.toString()', ...each('%document', 'URL documentURI baseURI')],
      kind: 'dom',
      prefix: 'https://page.host/',
    },
    { at: [...each('%document', 'referrer cookie'), '%window.name', '%name'], kind: 'dom' },
    { at: ['@storage.getItem()', 'js-cookie.get()', '%Cookies.get()'], kind: 'dom', safeFor: ['page-url', 'redirect'] },
    { at: ['@pageEvent.data'], kind: 'message' },
    {
      at: ['', '.originalEvent', '.nativeEvent'].flatMap((inner) =>
        each(`@pageEvent${inner}`, 'clipboardData.getData() dataTransfer.getData()'),
      ),
      kind: 'dom',
    },
    { at: ['@pageEvent.newValue'], kind: 'dom', safeFor: ['page-url', 'redirect'] },
    { at: each('@routeSnapshot', 'params queryParams fragment paramMap queryParamMap url'), kind: 'dom' },
    {
      at: each('@angularRoute', 'params queryParams fragment paramMap queryParamMap').map(
        (path) => `${path}.subscribe(:0)`,
      ),
      kind: 'dom',
    },
    { at: ['@angularRouter.url'], kind: 'dom', prefix: '/page/' },
    { at: ['@router.query', 'next/navigation.useSearchParams()', 'next/navigation.useParams()'], kind: 'dom' },
    { at: ['@router.asPath', '@pageLocation.pathname', '@vueRoute.fullPath'], kind: 'dom', prefix: '/page/' },
    {
      at: [
        ...['react-router-dom', 'react-router', 'wouter'].flatMap((name) =>
          each(name, 'useParams() useSearchParams()'),
        ),
        ...each('@pageLocation', 'search hash state'),
        ...each('@vueRoute', 'query params hash'),
      ],
      kind: 'dom',
    },
  ],
  handlers: [
    {
      at: [
        '%addEventListener',
        ...['document', 'window', 'self', 'body'].map((name) => `%${name}.addEventListener`),
        '@element.addEventListener',
        ...each('@jquery', 'on bind once one'),
      ],
      parameters: ['@pageEvent'],
      unless: /\borigin\b/,
    },
  ],
  propertyHandlers: [
    { properties: ['onmessage', 'onpaste', 'ondrop'], parameters: ['@pageEvent'], unless: /\borigin\b/ },
  ],
  parameters: [{ types: messageEvents, onlyGlobal: true, entity: '@pageEvent' }],
  propagators: [
    {
      at: [
        'query-string.parse()',
        'query-string.extract()',
        'query-string.default.parse()',
        'querystringify.parse()',
        'querystringify()',
        'url-parse()',
        'jwt-decode()',
        'jwt-decode.jwtDecode()',
        'classnames()',
        'clsx()',
        'clsx.clsx()',
        'classnames/bind()',
        'classnames/dedupe()',
        'react.useState()',
        'react.useMemo()',
        'react.useRef()',
      ],
      from: 'all',
    },
  ],
};
