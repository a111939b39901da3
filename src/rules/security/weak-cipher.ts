import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName } from '../syntax/names.ts';
import { onlyValue } from '../syntax/option-values.ts';
import { libraryCall, nodeCryptoCall } from './crypto-calls.ts';

interface Data {
  readonly [key: string]: string;
  /** The cipher as written. */
  readonly cipher: string;
  readonly fault: 'broken' | 'ecb' | 'no-iv';
}

export const rule = defineRule({
  id: 'security/weak-cipher',
  weakness: 'weak-cryptography',
  cwe: [327, 1204],
  docs: {
    title: { en: 'Broken cipher or mode', fr: 'Chiffrement ou mode cassé' },
    why: {
      en: 'DES, RC2, RC4 and Blowfish fall to known attacks, ECB shows which blocks are alike, and `createCipher` derives key and IV without a salt. Use AES-256-GCM with a random IV for each message.',
      fr: 'DES, RC2, RC4 et Blowfish cèdent à des attaques connues, ECB montre les blocs égaux, et `createCipher` tire la clé et le vecteur sans sel. Utilisez AES-256-GCM avec un vecteur aléatoire par message.',
    },
    forLeads: {
      en: 'Data that was thought encrypted can be read by whoever gets a copy.',
      fr: 'Des données que l’on croyait chiffrées se lisent par qui en obtient une copie.',
    },
    bad: "import crypto from 'node:crypto';\nexport const lock = (key: Buffer, iv: Buffer) => crypto.createCipheriv('des-ede3-cbc', key, iv);",
    good: "import crypto from 'node:crypto';\nexport const lock = (key: Buffer, iv: Buffer) => crypto.createCipheriv('aes-256-gcm', key, iv);",
  },
  options: z.strictObject({}),
  message: {
    en: ({ cipher, fault }: Data) => `\`${cipher}\` ${english[fault]}`,
    fr: ({ cipher, fault }: Data) => `\`${cipher}\` ${french[fault]}`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const weak = weakCipher(node, values);
        if (weak) report(node, { ...weak });
      },
    };
  },
});

const english = {
  broken: 'is a cipher that can be broken',
  ecb: 'encrypts equal blocks to equal blocks',
  'no-iv': 'derives key and IV from the password without a salt',
};
const french = {
  broken: 'est un chiffrement qui se casse',
  ecb: 'chiffre des blocs égaux en blocs égaux',
  'no-iv': 'tire clé et vecteur du mot de passe sans sel',
};

const brokenName = /^(des|3des|tripledes|rc2|rc4|arc4|bf|blowfish|cast5?|idea|seed|rabbit)(-|$)|^des[-_]?ede/i;

function weakCipher(node: ts.CallExpression, values: FileValues): Data | undefined {
  const name = lastName(node.expression);
  if (/^create(Cipher|Decipher)(iv)?$/.test(name)) return ofCreate(node, name, values);
  if (/^(encrypt|decrypt|createEncryptor)$/.test(name)) return ofCryptoJs(node, values);
  return /^(create|start)(Encryption|Decryption)Cipher$|^start(Encrypting|Decrypting)$/.test(name)
    ? ofForge(node, values)
    : undefined;
}

function ofCreate(node: ts.CallExpression, name: string, values: FileValues): Data | undefined {
  const library = libraryCall(node.expression, values);
  const algorithm = values.text(node.arguments[0]);
  const native = nodeCryptoCall(node, values);
  if (native === undefined && !/forge/.test(library) && !ts.isPropertyAccessExpression(node.expression))
    return undefined;
  if (native !== undefined && !native.endsWith('iv')) return { cipher: name, fault: 'no-iv' };
  if (algorithm === undefined) return undefined;
  if (brokenName.test(algorithm)) return { cipher: algorithm, fault: 'broken' };
  return /(^|[-_])ecb$/i.test(algorithm) ? { cipher: algorithm, fault: 'ecb' } : undefined;
}

function ofCryptoJs(node: ts.CallExpression, values: FileValues): Data | undefined {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const cipher = lastName(callee.expression);
  if (!/^crypto-?js[./]/i.test(libraryCall(callee.expression, values))) return undefined;
  if (/^(DES|TripleDES|RC4|RC4Drop|Rabbit|RabbitLegacy|Blowfish)$/.test(cipher)) return { cipher, fault: 'broken' };
  const mode = onlyValue(values.options(node.arguments[2]).read('mode'));
  return mode && lastName(mode) === 'ECB' ? { cipher: `${cipher}-ECB`, fault: 'ecb' } : undefined;
}

/** `forge.des.startEncrypting(…)`; RC2 with a short key is reported for its key. */
function ofForge(node: ts.CallExpression, values: FileValues): Data | undefined {
  const match = /(?:^|\.)(des|rc2)\.\w+$/.exec(libraryCall(node.expression, values));
  return match?.[1] ? { cipher: match[1].toUpperCase(), fault: 'broken' } : undefined;
}
