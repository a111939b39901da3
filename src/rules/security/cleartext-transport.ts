import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { callHead, calleeText, lastName, nameParts } from '../syntax/names.ts';
import { isLiteral, onlyValue } from '../syntax/option-values.ts';
import { libraryCall } from './crypto-calls.ts';
import { isCleartextAddress } from './network-address.ts';

interface Data {
  readonly [key: string]: string;
  readonly callee: string;
  /** Scheme of the connection without encryption. */
  readonly scheme: string;
}

export const rule = defineRule({
  id: 'security/cleartext-transport',
  weakness: 'tls-checks-off',
  cwe: [319],
  precision: judged(18, 29),
  docs: {
    title: { en: 'Connection without encryption', fr: 'Liaison sans chiffrement' },
    why: {
      en: 'Whoever sits on the way (a Wi-Fi, a provider, a proxy) reads and changes what is sent. Use https, wss, SFTP, SSH, or TLS credentials.',
      fr: 'Quiconque se trouve sur le chemin (Wi-Fi, fournisseur, relais) lit et modifie ce qui passe. Utilisez https, wss, SFTP, SSH ou des identifiants TLS.',
    },
    forLeads: {
      en: 'Data on this connection can be read and changed by others on the network.',
      fr: 'Les données de cette liaison peuvent être lues et modifiées par d’autres sur le réseau.',
    },
    bad: "export const load = () => fetch('http://api.shop-payments.com/v1/orders');",
    good: "export const load = () => fetch('https://api.shop-payments.com/v1/orders');",
  },
  options: z.strictObject({}),
  message: {
    en: ({ callee, scheme }: Data) => `\`${callee}\` connects over ${scheme} without encryption`,
    fr: ({ callee, scheme }: Data) => `\`${callee}\` se connecte en ${scheme} sans chiffrement`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    const check = (node: ts.CallExpression | ts.NewExpression): void => {
      const name = lastName(node.expression);
      const scheme = takers.test(name) ? schemeOf(node, name, values) : undefined;
      if (scheme !== undefined) report(callHead(node), { callee: calleeText(node.expression), scheme });
    };
    return { CallExpression: check, NewExpression: check };
  },
});

const takers =
  /^(fetch|get|post|put|patch|delete|head|request|axios|got|ky|needle|superagent|ofetch|\$fetch|ajax|getJSON|getScript|load|open|WebSocket|EventSource|io|connect|createConnection|access|createInsecure|TelnetSocket|createTransport|Telnet|createClient|registerMethod)$/;
const clients =
  /^(axios|got|ky|needle|superagent|request|request-promise|request-promise-native|node-fetch|undici|ofetch|phin|bent|https?|follow-redirects|cross-fetch|isomorphic-fetch|popsicle|wretch|jquery)(\.|$)|^(\$|jQuery)\.|^(window\.|globalThis\.|self\.)?fetch$|^(axios|got|ky|needle|superagent|request|http)(\.|$)/;

function schemeOf(node: ts.CallExpression | ts.NewExpression, name: string, values: FileValues): string | undefined {
  const library = libraryCall(node.expression, values);
  if (ts.isNewExpression(node)) return ofConstructor(node, name, values);
  if (name === 'createInsecure') return isChosen(node) || isLocalTarget(node, values) ? undefined : 'grpc';
  if (name === 'connect' || name === 'createConnection' || name === 'access') return ofSession(node, library, values);
  if (name === 'createTransport') return ofMail(node, library, values);
  if (name === 'io' || /^socket\.io-client/.test(library)) return ofAddress(node.arguments[0], values);
  if (clients.test(library)) return ofClient(node, library, values);
  const receiver = ts.isPropertyAccessExpression(node.expression)
    ? values.settled(node.expression.expression)
    : undefined;
  const isClient =
    receiver &&
    (ts.isNewExpression(receiver) || ts.isCallExpression(receiver)) &&
    isHttpClient(receiver.expression, values);
  return isClient ? ofAddress(node.arguments[0], values) : undefined;
}

/** `withTls ? createSsl() : createInsecure()`: the operator decides. */
function isChosen(node: ts.Node): boolean {
  return ts.isConditionalExpression(node.parent);
}

/** `new Client('127.0.0.1:50051', credentials.createInsecure())`. */
function isLocalTarget(credentials: ts.CallExpression, values: FileValues): boolean {
  const { parent } = credentials;
  const isPassed = ts.isNewExpression(parent) || ts.isCallExpression(parent);
  const target = isPassed ? values.text(parent.arguments?.[0]) : undefined;
  return target !== undefined && /^(localhost|127\.|\[::1\]|unix:)/.test(target);
}

function isHttpClient(maker: ts.Expression, values: FileValues): boolean {
  return /^(node-rest-client\.Client|axios\.create|got\.extend|ky\.create|ky\.extend|XMLHttpRequest|undici\.\w+)$/.test(
    libraryCall(maker, values),
  );
}

function ofConstructor(node: ts.NewExpression, name: string, values: FileValues): string | undefined {
  if (/^telnet/i.test(libraryCall(node.expression, values)) || name === 'TelnetSocket') return 'telnet';
  return /^(WebSocket|EventSource|ReconnectingWebSocket)$/.test(name)
    ? ofAddress(node.arguments?.[0], values)
    : undefined;
}

function ofClient(node: ts.CallExpression, library: string, values: FileValues): string | undefined {
  const [first] = node.arguments;
  if (!first) return undefined;
  const direct = ofAddress(first, values);
  if (direct !== undefined) return direct;
  const options = values.options(first);
  const address = onlyValue(options.read('url')) ?? onlyValue(options.read('uri'));
  if (address) return ofAddress(address, values);
  return /^http\./.test(library) ? ofHttpOptions(first, values) : undefined;
}

/** `http.request({ hostname: 'www.shop.com' })`. */
function ofHttpOptions(node: ts.Expression, values: FileValues): string | undefined {
  const options = values.options(node);
  const host = values.text(onlyValue(options.read('hostname'))) ?? values.text(onlyValue(options.read('host')));
  if (host === undefined || options.read('protocol') !== 'absent') return undefined;
  return isCleartextAddress(`http://${host}`) ? 'http' : undefined;
}

function ofSession(node: ts.CallExpression, library: string, values: FileValues): string | undefined {
  const maker = ts.isPropertyAccessExpression(node.expression) ? values.settled(node.expression.expression) : undefined;
  const made = maker && ts.isNewExpression(maker) ? libraryCall(maker.expression, values) : '';
  if (/^telnet/.test(made) || /^telnet/.test(library)) return 'telnet';
  if (/^(ftp|jsftp|promise-ftp|basic-ftp)(\.|$)/.test(made)) {
    const secure = values.options(node.arguments[0]).read('secure');
    return secure === 'absent' || isLiteral(secure, false) ? 'ftp' : undefined;
  }
  return undefined;
}

function ofMail(node: ts.CallExpression, library: string, values: FileValues): string | undefined {
  if (!/^nodemailer\./.test(library)) return undefined;
  const options = values.options(node.arguments[0]);
  const host = values.text(onlyValue(options.read('host'))) ?? 'localhost';
  return isLiteral(options.read('ignoreTLS'), true) && isCleartextAddress(`http://${host}`) ? 'smtp' : undefined;
}

function ofAddress(node: ts.Expression | undefined, values: FileValues): string | undefined {
  if (!node) return undefined;
  const value = values.settled(node);
  if (ts.isNewExpression(value))
    return nameParts(value.expression).at(-1) === 'URL' ? ofAddress(value.arguments?.[0], values) : undefined;
  const start = values.text(value) ?? startOf(value, values);
  if (start === 'ws://' && /\blocation\.host(name)?\b/.test(value.getText())) return 'ws';
  if (start === undefined || !isCleartextAddress(start)) return undefined;
  return /^([a-z]+):/i.exec(start)?.[1]?.toLowerCase();
}

/** The constant start of a text: its scheme and host where the rest is computed. */
function startOf(value: ts.Expression, values: FileValues): string | undefined {
  if (ts.isTemplateExpression(value)) {
    if (value.head.text !== '') return value.head.text;
    const [first] = value.templateSpans;
    return first && values.text(first.expression);
  }
  return ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken
    ? (values.text(value.left) ?? startOf(values.settled(value.left), values))
    : undefined;
}
