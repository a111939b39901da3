import { redirectSinks, requestSinks } from './address-sinks.ts';
import { codeSinks } from './code-sinks.ts';
import { commandSinks } from './command-sinks.ts';
import { databaseSources } from './database-sources.ts';
import { deserializationSinks } from './deserialization-sinks.ts';
import { directorySinks } from './directory-sinks.ts';
import type { FlowModels } from './flow-models.ts';
import { graphqlSinks } from './graphql-sinks.ts';
import { htmlSinks } from './html-sinks.ts';
import { httpHandlers } from './http-handlers.ts';
import { httpSources } from './http-sources.ts';
import { localSources } from './local-sources.ts';
import { logSinks } from './log-sinks.ts';
import { nosqlSinks } from './nosql-sinks.ts';
import { objectSinks } from './object-sinks.ts';
import { otherSources } from './other-sources.ts';
import { pageSources } from './page-sources.ts';
import { pathSinks } from './path-sinks.ts';
import { recordSinks } from './record-sinks.ts';
import { responseSinks } from './response-sinks.ts';
import { schemas } from './schemas.ts';
import { sqlMethods } from './sql-methods.ts';
import { sqlSinks } from './sql-sinks.ts';
import { templateSinks } from './template-sinks.ts';
import { values } from './values.ts';
import { xmlSinks } from './xml-sinks.ts';

/** The models that ship with the product. */
export const defaultModels: FlowModels = combineModels([
  schemas,
  httpSources,
  httpHandlers,
  otherSources,
  localSources,
  pageSources,
  databaseSources,
  htmlSinks,
  responseSinks,
  redirectSinks,
  requestSinks,
  pathSinks,
  sqlSinks,
  sqlMethods,
  commandSinks,
  nosqlSinks,
  recordSinks,
  codeSinks,
  templateSinks,
  directorySinks,
  xmlSinks,
  deserializationSinks,
  graphqlSinks,
  logSinks,
  objectSinks,
  values,
]);

/** Several tables as one; patterns that can only stand once are those of the product. */
export function combineModels(tables: readonly Partial<FlowModels>[]): FlowModels {
  const all = <Key extends keyof FlowModels>(key: Key): NonNullable<FlowModels[Key]>[] =>
    tables.flatMap((table) => (table[key] === undefined ? [] : [table[key]]));
  return {
    entities: all('entities').flat(),
    sources: all('sources').flat(),
    sinks: all('sinks').flat(),
    methodSinks: all('methodSinks').flat(),
    propertySinks: all('propertySinks').flat(),
    sanitizers: all('sanitizers').flat(),
    propagators: all('propagators').flat(),
    guards: all('guards').flat(),
    handlers: all('handlers').flat(),
    propertyHandlers: all('propertyHandlers').flat(),
    handlerShapes: all('handlerShapes').flat(),
    trustedFields: all('trustedFields').flat(),
    parameters: all('parameters').flat(),
    bindingTags: all('bindingTags').flat(),
    hints:
      /\b_?(req|request|ctx|context|argv|env|location|document|window|socket|ws|io|express|koa|fastify|hono|hapi|restify|polka|connect|trpc|minimist|yargs|optimist|commander|argparse|meow|dashdash|getInput|parseArgs|command-line-args|subarg|busboy|formidable|multiparty|resolvers|h3|getQuery|readBody|onCall|onRequest|searchParams|use server|useSearchParams|useRouter|useParams|useRoute|useLocation|onmessage|addEventListener|v-html|__html|innerHTML|insertAdjacentHTML|AdmZip|[uU]nzip\w*|JSZip|yauzl|tar|tar-stream|clipboardData|dataTransfer|sessionStorage|localStorage|ActivatedRoute|Cookies?|getServerSideProps|createServer|[hH]andler|lambdaHandler)\b|@(Body|Query|Param|Headers|Args|Req|Ctx|MessageBody|UploadedFile)|Request\b|initTRPC|export (async )?(function|const) (loader|action|load)\b|\b(GET|POST|PUT|PATCH|DELETE)\b\s*[=(]/,
    authentication:
      /\b(is|ensure|require|require[sd]?|check|verify|must|needs?)[A-Z_]?\w*(auth|login|loggedin|session|user|admin|token|jwt|permission|role)\w*|\b(authenticate\w*|authori[sz]e\w*|authMiddleware|authGuard|auth|jwtAuth|protect(ed)?|requiresAuth|isLoggedIn|loggedIn|basicAuth|expressJwt|expressjwt|checkJwt|AuthGuard|UseGuards)\b|passport\.authenticate/i,
  };
}
