import ts from 'typescript';
import type { FileValues } from '../syntax/file-values.ts';
import { calleeText, lastName } from '../syntax/names.ts';

/** A call of a JSON Web Token library. */
export interface JwtCall {
  readonly library: 'jsonwebtoken' | 'jwt-simple' | 'jose' | 'express-jwt' | 'other';
  readonly method: 'sign' | 'verify' | 'decode';
}

const methods: ReadonlyMap<string, JwtCall['method']> = new Map([
  ['sign', 'sign'],
  ['encode', 'sign'],
  ['signAsync', 'sign'],
  ['verify', 'verify'],
  ['verifyAsync', 'verify'],
  ['jwtVerify', 'verify'],
  ['decode', 'decode'],
  ['decodeJwt', 'decode'],
]);

/** Reads a call as one of a JSON Web Token library, by its import or, without one, by the usual name of the object. */
export function jwtCall(node: ts.CallExpression, values: FileValues): JwtCall | undefined {
  const method = methods.get(lastName(node.expression));
  if (!method) return undefined;
  const owner = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : node.expression;
  const exported = values.exportOf(node.expression) ?? values.exportOf(owner);
  const library = exported ? libraries.get(exported.module) : libraryByName(calleeText(owner));
  return library && { library, method };
}

const libraries: ReadonlyMap<string, JwtCall['library']> = new Map([
  ['jsonwebtoken', 'jsonwebtoken'],
  ['jsonwebtoken-promisified', 'jsonwebtoken'],
  ['jwt-simple', 'jwt-simple'],
  ['jose', 'jose'],
  ['hono/jwt', 'other'],
  ['@tsndr/cloudflare-worker-jwt', 'other'],
]);

function libraryByName(name: string): JwtCall['library'] | undefined {
  if (/^\$?(jwt|jsonwebtoken|jsonwt|JWT)$/.test(name)) return 'jsonwebtoken';
  return /^(this\.)?(jwtService|_jwtService|jwt)$/.test(name) ? 'other' : undefined;
}
