declare const isPlain: (value: unknown) => boolean;
export function forIn(target: any, source: any) {
  for (const key in source) {
    if (target[key]) forIn(target[key], source[key]);
    else target[key] = source[key];
//       ^^^^^^^^^^^ security/unguarded-deep-merge: `forIn` copies into `target[key]` with `__proto__` as a key as well
  }
}
export function keys(target: any, source: any) {
  Object.keys(source).forEach((key) => {
    if (typeof source[key] === 'object') {
      if (!target[key]) target[key] = {};
      keys(target[key], source[key]);
    } else target[key] = source[key];
//         ^^^^^^^^^^^ security/unguarded-deep-merge: `keys` copies into `target[key]` with `__proto__` as a key as well
  });
}
export function halfGuarded(target: any, source: any) {
  const names = Object.keys(source);
  for (let i = 0; i < names.length; i++) {
    const key = names[i] as string;
    if (key === '__proto__') continue;
    const old = target[key];
    if (old) halfGuarded(old, source[key]);
    else target[key] = source[key];
//       ^^^^^^^^^^^ security/unguarded-deep-merge: `halfGuarded` copies into `target[key]` with `__proto__` as a key as well
  }
}
export function sourceOnly(target: any, source: any) {
  for (const key of Object.keys(source)) {
    if (source.hasOwnProperty(key) && target[key]) target[key] = sourceOnly(target[key], source[key]);
//                                                 ^^^^^^^^^^^ security/unguarded-deep-merge: `sourceOnly` copies into `target[key]` with `__proto__` as a key as well
    else Object.defineProperty(target, key, { value: source[key] });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/unguarded-deep-merge: `sourceOnly` copies into `target[key]` with `__proto__` as a key as well
  }
  return target;
}
export function guarded(target: any, source: any) {
  for (const key in source) {
    if (key === '__proto__' || key === 'constructor') continue;
    if (target[key]) guarded(target[key], source[key]);
    else target[key] = source[key];
  }
}
const blocked = ['__proto__', 'constructor', 'prototype'];
export function listed(target: any, source: any) {
  for (const key in source) {
    if (blocked.includes(key)) continue;
    if (target[key]) listed(target[key], source[key]);
    else target[key] = source[key];
  }
}
export function own(target: any, source: any) {
  for (const key in source) {
    if (Object.hasOwn(target, key)) own(target[key], source[key]);
    else target[key] = source[key];
  }
}
export function instances(target: any, source: any) {
  for (const key in source) {
    const old = target[key];
    if (old instanceof Object) instances(old, source[key]);
    else target[key] = source[key];
  }
}
export function plainOnly(target: any, source: any) {
  for (const key in source) {
    if (key === '__proto__') continue;
    if (isPlainObject(target[key])) plainOnly(target[key], source[key]);
    else target[key] = source[key];
  }
}
function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && isPlain(value);
}
export function shallow(target: any, source: any) {
  for (const key in source) target[key] = source[key];
}
export function clone(source: any): any {
  const copy: any = {};
  for (const key in source) copy[key] = typeof source[key] === 'object' ? clone(source[key]) : source[key];
  return copy;
}
export function transform(source: any): any {
  for (let i = 0; i < source.length; i++) source[i] = transform(source[i]);
  return source;
}
export function wrapAll(module: any) {
  for (const key of Object.keys(module)) {
    if (typeof module[key] === 'function') module[key] = module[key].bind(module);
    else wrapAll(module[key]);
  }
}
export function merged(target: any, source: any): any {
  const result = { ...target };
  for (const key in source) result[key] = merged(result[key], source[key]);
  return result;
}
