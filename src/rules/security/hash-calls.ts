import ts from 'typescript';
import type { FileValues } from '../syntax/file-values.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { onlyValue } from '../syntax/option-values.ts';
import { libraryCall, nodeCryptoCall, receiverOf } from './crypto-calls.ts';

/** A call that hashes something: the algorithm in lower case, and what is hashed where the call shows it. */
export interface Hashed {
  readonly algorithm: string;
  readonly input?: ts.Expression;
}

/** Functions that are a hash of their own, by module or by the name that packages document. */
const hashFunctions: ReadonlyMap<string, string> = new Map([
  ['md5', 'md5'],
  ['md5.md5', 'md5'],
  ['blueimp-md5', 'md5'],
  ['js-md5', 'md5'],
  ['ts-md5.Md5.hashStr', 'md5'],
  ['spark-md5.hash', 'md5'],
  ['sha1', 'sha1'],
  ['js-sha1', 'sha1'],
  ['js-sha256', 'sha256'],
  ['js-sha256.sha256', 'sha256'],
  ['sha256', 'sha256'],
  ['js-sha512', 'sha512'],
]);

/** Reads `createHash(…).update(x)`, `md5(x)`, `CryptoJS.SHA1(x)`, `subtle.digest('SHA-1', x)` and their like. */
export function hashedBy(call: ts.CallExpression, values: FileValues): Hashed | undefined {
  const name = lastName(call.expression);
  const [first] = call.arguments;
  if (name === 'update' || name === 'write' || name === 'end') {
    const algorithm = hasherOf(receiverOf(call), values);
    return algorithm === undefined || !first ? undefined : { algorithm, input: first };
  }
  const library = libraryCall(call.expression, values);
  const known = hashFunctions.get(library) ?? cryptoJsHash(library);
  if (known && first) return { algorithm: known, input: first };
  if (name === 'digest' && /\bsubtle\.digest$/.test(library)) {
    const algorithm = values.text(first) ?? values.text(onlyValue(values.options(first).read('name')));
    return algorithm === undefined
      ? undefined
      : { algorithm: normal(algorithm), ...(call.arguments[1] && { input: call.arguments[1] }) };
  }
  return name === 'hash' && nodeCryptoCall(call, values) === 'hash' && call.arguments[1]
    ? { algorithm: normal(values.text(first) ?? ''), input: call.arguments[1] }
    : undefined;
}

/** The algorithm of the hash object that an expression makes, in lower case without hyphens. */
export function hasherOf(node: ts.Expression | undefined, values: FileValues): string | undefined {
  if (!node) return undefined;
  let maker = unwrap(values.settled(node));
  while (ts.isCallExpression(maker) && /^(update|setEncoding|start)$/.test(lastName(maker.expression))) {
    const receiver = receiverOf(maker);
    if (!receiver) return undefined;
    maker = unwrap(values.settled(receiver));
  }
  if (!ts.isCallExpression(maker)) return undefined;
  const [first] = maker.arguments;
  if (lastName(maker.expression) === 'createHash') {
    return nodeCryptoCall(maker, values) === 'createHash' || ts.isPropertyAccessExpression(maker.expression)
      ? normal(values.text(first) ?? 'unknown')
      : undefined;
  }
  return /(?:^|\.)md\.(md5|sha1|sha256|sha384|sha512)\.create$/.exec(maker.expression.getText())?.[1];
}

function cryptoJsHash(library: string): string | undefined {
  const match = /^(?:crypto-js|CryptoJS)[./](MD5|SHA1|SHA224|SHA256|SHA384|SHA512|SHA3|RIPEMD160)$/i.exec(library);
  const path = /^crypto-js\/(md5|sha1|sha256|sha512)$/.exec(library);
  return (match ?? path)?.[1]?.toLowerCase();
}

function normal(algorithm: string): string {
  return algorithm.toLowerCase().replaceAll('-', '');
}
