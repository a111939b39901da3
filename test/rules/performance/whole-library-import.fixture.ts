// @file: package.json
{ "name": "shop", "dependencies": { "react": "^19.0.0" } }
// @file: src/basket.tsx
import _ from 'lodash';
//            ^^^^^^^^ performance/whole-library-import: This import sends all of `lodash` to browsers, about 74 kB minified; import the part alone: `lodash/debounce`
import moment from 'moment';
//                 ^^^^^^^^ performance/whole-library-import: This import sends all of `moment` to browsers, about 64 kB minified; `date-fns` takes only what is used
import debounce from 'lodash/debounce';
import type { Moment } from 'moment';
import { format } from 'date-fns';
export const basket = (at: Moment) => [_, moment(at), debounce, format];
// @file: src/page.ts
import _ from 'lodash';
export const page = _;
// @file: src/server/orders.ts
import hljs from 'highlight.js';
export const orders = hljs;
// @file: tools/package.json
{ "name": "tools" }
// @file: tools/src/build.ts
import hljs from 'highlight.js';
export const build = hljs;
