import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { calleeText, lastName, nameParts, unwrap } from '../syntax/names.ts';
import { onlyValue } from '../syntax/option-values.ts';
import { containsBelow } from '../syntax/walk.ts';
import { libraryCall, nodeCryptoCall } from './crypto-calls.ts';

interface Data {
  readonly [key: string]: string;
  readonly role: 'iv' | 'salt';
  readonly callee: string;
}

export const rule = defineRule({
  id: 'security/static-iv',
  weakness: 'weak-cryptography',
  cwe: [329, 1204, 760],
  docs: {
    title: { en: 'Fixed IV or salt', fr: 'Vecteur d’initialisation ou sel constant' },
    why: {
      en: 'With the same IV, equal messages look equal, and GCM even gives its key away; with the same salt, one table cracks all passwords. Draw both at random each time and store them beside the result.',
      fr: 'Avec le même vecteur, des messages égaux se ressemblent, et GCM livre même sa clé ; avec le même sel, une table casse tous les mots de passe. Tirez-les au hasard à chaque fois et gardez-les près du résultat.',
    },
    forLeads: {
      en: 'The encryption of this data is much weaker than it looks.',
      fr: 'Le chiffrement de ces données est bien plus faible qu’il ne paraît.',
    },
    bad: "import crypto from 'node:crypto';\nconst iv = Buffer.alloc(16);\nexport const lock = (key: Buffer) => crypto.createCipheriv('aes-256-cbc', key, iv);",
    good: "import crypto from 'node:crypto';\nexport function lock(key: Buffer) {\n  const iv = crypto.randomBytes(12);\n  return { iv, cipher: crypto.createCipheriv('aes-256-gcm', key, iv) };\n}",
  },
  options: z.strictObject({}),
  message: {
    en: ({ role, callee }: Data) => `\`${callee}\` always uses the same ${role === 'iv' ? 'IV' : 'salt'}`,
    fr: ({ role, callee }: Data) =>
      `\`${callee}\` utilise toujours le même ${role === 'iv' ? 'vecteur d’initialisation' : 'sel'}`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const taken = randomPart(node, values);
        if (taken && isConstant(taken.value, values))
          report(taken.value, { role: taken.role, callee: lastName(node.expression) });
      },
    };
  },
});

interface RandomPart {
  readonly role: Data['role'];
  readonly value: ts.Expression;
}

/** The argument that must be drawn at random for each call. */
function randomPart(node: ts.CallExpression, values: FileValues): RandomPart | undefined {
  const name = lastName(node.expression);
  if (!/^(createCipheriv|pbkdf2|pbkdf2Sync|scrypt|scryptSync|encrypt|hkdf)$/.test(name)) return undefined;
  const [first, second, third] = node.arguments;
  const native = nodeCryptoCall(node, values);
  if (native === 'createCipheriv') return isEcb(values.text(first)) ? undefined : part('iv', third);
  if (native !== undefined) return /^(pbkdf2|scrypt)/.test(native) ? part('salt', second) : undefined;
  if (name !== 'encrypt') return undefined;
  if (/\bsubtle\.encrypt$/.test(calleeText(node.expression)))
    return part('iv', onlyValue(values.options(first).read('iv')));
  return /^crypto-?js[./](AES|TripleDES|DES)(\.encrypt)?$/i.test(libraryCall(node.expression, values))
    ? part('iv', onlyValue(values.options(third).read('iv')))
    : undefined;
}

function part(role: Data['role'], value: ts.Expression | undefined): RandomPart | undefined {
  return value && { role, value };
}

function isEcb(algorithm: string | undefined): boolean {
  return /ecb$|^rc4|^des-ede3?$/i.test(algorithm ?? '');
}

function isConstant(node: ts.Expression, values: FileValues): boolean {
  const name = unwrap(node);
  const value = values.settled(node);
  if (values.text(value) !== undefined) return true;
  if (!isFixedBytes(value, values)) return false;
  return !ts.isIdentifier(name) || !isFilledLater(name);
}

function isFixedBytes(value: ts.Expression, values: FileValues): boolean {
  if (ts.isNewExpression(value)) {
    const [first] = value.arguments ?? [];
    return (
      lastName(value.expression) === 'Uint8Array' &&
      (!first || values.number(first) !== undefined || isNumbers(first, values))
    );
  }
  if (!ts.isCallExpression(value)) return false;
  const callee = nameParts(value.expression).join('.');
  const [first] = value.arguments;
  if (callee === 'Buffer.alloc') return values.number(first) !== undefined;
  const takesText = /^(Buffer\.from|Uint8Array\.(from|of))$|(^|\.)enc\.(Utf8|Hex|Base64|Latin1)\.parse$/.test(callee);
  return takesText && first !== undefined && (values.text(first) !== undefined || isNumbers(first, values));
}

function isNumbers(node: ts.Expression, values: FileValues): boolean {
  const list = values.settled(node);
  return ts.isArrayLiteralExpression(list) && list.elements.every((element) => values.number(element) !== undefined);
}

/** `getRandomValues(iv)`, `bytes.copy(iv)`, `iv.set(counter)`, `iv[0] = …`: zeros only at first. */
function isFilledLater(name: ts.Identifier): boolean {
  return containsBelow(name.getSourceFile(), (node) => {
    if (!ts.isIdentifier(node) || node.text !== name.text) return false;
    const use = node.parent;
    if (ts.isElementAccessExpression(use) && use.expression === node) return true;
    if (ts.isPropertyAccessExpression(use) && use.expression === node)
      return /^(set|fill|write\w*|copyWithin)$/.test(use.name.text);
    return ts.isCallExpression(use) && use.expression !== node && /random|fill|copy/i.test(lastName(use.expression));
  });
}
