import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName } from '../syntax/names.ts';
import { onlyValue } from '../syntax/option-values.ts';
import { libraryCall, nodeCryptoCall, receiverOf } from './crypto-calls.ts';

interface Data {
  readonly [key: string]: string | number;
  readonly kind: string;
  readonly bits: number;
  readonly leastBits: number;
}

export const rule = defineRule({
  id: 'security/weak-key-size',
  weakness: 'weak-cryptography',
  cwe: [326],
  docs: {
    title: { en: 'Key too short', fr: 'Clé trop courte' },
    why: {
      en: 'Short keys are found by computing: RSA and Diffie-Hellman need 2,048 bits, elliptic curves 224, symmetric keys 128 (NIST SP 800-131A).',
      fr: 'Une clé courte se trouve par le calcul : il faut 2 048 bits pour RSA et Diffie-Hellman, 224 pour les courbes elliptiques, 128 pour une clé symétrique (NIST SP 800-131A).',
    },
    forLeads: {
      en: 'What these keys protect can be read or forged by someone with rented computers.',
      fr: 'Ce que ces clés protègent peut être lu ou imité par qui loue des ordinateurs.',
    },
    bad: "import crypto from 'node:crypto';\nexport const keys = crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });",
    good: "import crypto from 'node:crypto';\nexport const keys = crypto.generateKeyPairSync('rsa', { modulusLength: 3072 });",
  },
  options: z.strictObject({}),
  message: {
    en: ({ kind, bits, leastBits }: Data) => `${kind} key of ${bits} bits, at least ${leastBits} are needed`,
    fr: ({ kind, bits, leastBits }: Data) => `Clé ${kind} de ${bits} bits, il en faut au moins ${leastBits}`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    const check = (node: ts.CallExpression | ts.NewExpression): void => {
      const size = keySize(node, values);
      if (size && size.bits < size.leastBits) report(node, { ...size });
    };
    return { CallExpression: check, NewExpression: check };
  },
});

const takers =
  /^(generateKeyPair|generateKeyPairSync|generateKeypair|generateKey|generateKeySync|createDiffieHellman|createDiffieHellmanGroup|getDiffieHellman|createECDH|PBKDF2|EvpKDF|create|createEncryptionCipher|createCipher|createDecipher|NodeRSA|generate)$/;

function keySize(node: ts.CallExpression | ts.NewExpression, values: FileValues): Data | undefined {
  const name = lastName(node.expression);
  if (!takers.test(name)) return undefined;
  const library = libraryCall(node.expression, values);
  if (ts.isNewExpression(node)) {
    return /^(node-rsa|NodeRSA)(\.|$)/.test(library)
      ? rsa(onlyValue(values.options(node.arguments?.[0]).read('b')), values)
      : undefined;
  }
  const native = nodeCryptoCall(node, values);
  if (native !== undefined) return nativeKey(node, native, values);
  if (/\bsubtle\.generateKey$/.test(library)) return rsa(field(node.arguments[0], 'modulusLength', values), values);
  if (/(?:crypto-js|cryptojs)\b/i.test(library)) return cryptoJsKey(node, library, values);
  if (/forge\b/.test(library)) return forgeKey(node, library, values);
  return otherKey(node, name, library, values);
}

function nativeKey(node: ts.CallExpression, name: string, values: FileValues): Data | undefined {
  const [first, second] = node.arguments;
  const kind = values.text(first)?.toLowerCase() ?? '';
  if (name.startsWith('generateKeyPair')) {
    if (kind === 'ec') return curve(values.text(field(second, 'namedCurve', values)));
    return /^(rsa|rsa-pss|dsa|dh)$/.test(kind)
      ? rsa(field(second, 'modulusLength', values) ?? field(second, 'primeLength', values), values, kind.toUpperCase())
      : undefined;
  }
  if (name.startsWith('generateKey')) return sized(kind.toUpperCase(), field(second, 'length', values), 128, values);
  if (name === 'createECDH') return curve(kind);
  if (name === 'createDiffieHellman') return sized('Diffie-Hellman', first, 2048, values);
  const group = new Map([
    ['modp1', 768],
    ['modp2', 1024],
    ['modp5', 1536],
  ]).get(kind);
  return group === undefined ? undefined : { kind: 'Diffie-Hellman', bits: group, leastBits: 2048 };
}

/** `keySize` counts words of 32 bits. */
function cryptoJsKey(node: ts.CallExpression, library: string, values: FileValues): Data | undefined {
  const options = /\.create$/.test(library) ? node.arguments[0] : node.arguments[2];
  const words = /PBKDF2|EvpKDF/.test(library) ? values.number(field(options, 'keySize', values)) : undefined;
  return words === undefined ? undefined : { kind: 'CryptoJS', bits: words * 32, leastBits: 128 };
}

function forgeKey(node: ts.CallExpression, library: string, values: FileValues): Data | undefined {
  const [first, second] = node.arguments;
  if (/rsa\.generateKeyPair$/.test(library))
    return rsa(values.number(first) === undefined ? field(first, 'bits', values) : first, values);
  if (/rc2\.createEncryptionCipher$/.test(library)) return sized('RC2', second, 128, values);
  if (!/cipher\.create(Cipher|Decipher)$/.test(library) || !second) return undefined;
  const key = values.settled(second);
  const isRandom = ts.isCallExpression(key) && /^getBytes(Sync)?$/.test(lastName(key.expression));
  const bytes = isRandom ? values.number(key.arguments[0]) : values.text(key)?.length;
  return bytes === undefined ? undefined : { kind: values.text(first) ?? 'forge', bits: bytes * 8, leastBits: 128 };
}

function otherKey(node: ts.CallExpression, name: string, library: string, values: FileValues): Data | undefined {
  if (name === 'generateKeypair')
    return values.text(node.arguments[0]) === 'RSA' ? rsa(node.arguments[1], values) : undefined;
  if (/^selfsigned\.generate$/.test(library)) return rsa(field(node.arguments[1], 'keySize', values), values);
  if (name !== 'generateKeyPair') return undefined;
  const receiver = receiverOf(node);
  const maker = receiver && values.settled(receiver);
  const isRsa = maker && ts.isNewExpression(maker) && /^(node-rsa|NodeRSA)/.test(libraryCall(maker.expression, values));
  return isRsa ? rsa(node.arguments[0], values) : undefined;
}

function rsa(size: ts.Expression | undefined, values: FileValues, kind = 'RSA'): Data | undefined {
  return sized(kind, size, 2048, values);
}

function sized(kind: string, size: ts.Expression | undefined, leastBits: number, values: FileValues): Data | undefined {
  const bits = values.number(size);
  return bits === undefined ? undefined : { kind, bits, leastBits };
}

function curve(name: string | undefined): Data | undefined {
  const bits = /^(?:secp|sect|prime|brainpoolp|wap-wsg-idm-ecid-wtls|p-)(\d{3})/i.exec(name ?? '')?.[1];
  return bits === undefined ? undefined : { kind: name ?? 'EC', bits: Number(bits), leastBits: 224 };
}

function field(node: ts.Expression | undefined, name: string, values: FileValues): ts.Expression | undefined {
  return onlyValue(values.options(node).read(name));
}
