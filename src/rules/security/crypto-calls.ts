import ts from 'typescript';
import { rootName, type FileValues } from '../syntax/file-values.ts';
import { calleeText, lastName, nameParts } from '../syntax/names.ts';

/** A call of a function of Node's `crypto` by its name; undefined for every other call. */
export function nodeCryptoCall(call: ts.CallExpression, values: FileValues): string | undefined {
  const exported = values.exportOf(call.expression);
  if (exported) return exported.module === 'crypto' ? exported.name : undefined;
  return /^(\w+\.)?crypto\.\w+$/i.test(calleeText(call.expression)) ? lastName(call.expression) : undefined;
}

/** The full name of a function or class, beginning with its module where an import says so: `node-forge.pki.rsa`. */
export function libraryCall(callee: ts.Expression, values: FileValues): string {
  const exported = values.exportOf(callee);
  if (exported) return exported.name === '*' ? exported.module : `${exported.module}.${exported.name}`;
  const root = rootName(callee);
  const module = root && values.exportOf(root);
  const rest = nameParts(callee).slice(1);
  if (!module) return nameParts(callee).join('.');
  return [module.module, ...(module.name === '*' ? [] : [module.name]), ...rest].join('.');
}

/** The object a method is called on: `hash` in `hash.update(text)`. */
export function receiverOf(call: ts.CallExpression): ts.Expression | undefined {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : undefined;
}
