import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues } from '../syntax/file-values.ts';
import { enclosingFunction } from '../syntax/functions.ts';
import { lastName } from '../syntax/names.ts';
import { containsBelow, parentOf } from '../syntax/walk.ts';
import { nodeCryptoCall } from './crypto-calls.ts';

interface Data {
  readonly [key: string]: string;
  readonly algorithm: string;
  readonly fault: 'no-final' | 'no-tag-length';
}

export const rule = defineRule({
  id: 'security/unauthenticated-decryption',
  weakness: 'weak-cryptography',
  cwe: [354, 310],
  docs: {
    title: { en: 'Decryption without a full check of the tag', fr: 'Déchiffrement sans contrôle complet du sceau' },
    why: {
      en: 'Without `final()` the tag of GCM, CCM or OCB is never compared; without `authTagLength` GCM takes tags of 4 bytes, which can be guessed. Then changed data decrypts as if it were genuine.',
      fr: 'Sans `final()`, le sceau de GCM, CCM ou OCB n’est jamais comparé ; sans `authTagLength`, GCM accepte un sceau de 4 octets, qui se devine. Des données modifiées passent alors pour vraies.',
    },
    forLeads: {
      en: 'Someone can change encrypted data on the way and nobody notices.',
      fr: 'Quelqu’un peut modifier des données chiffrées en chemin sans que personne le voie.',
    },
    bad: "import crypto from 'node:crypto';\nexport function open(key: Buffer, iv: Buffer, tag: Buffer, data: Buffer) {\n  const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv);\n  decipher.setAuthTag(tag);\n  return decipher.update(data);\n}",
    good: "import crypto from 'node:crypto';\nexport function open(key: Buffer, iv: Buffer, tag: Buffer, data: Buffer) {\n  const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 });\n  decipher.setAuthTag(tag);\n  return Buffer.concat([decipher.update(data), decipher.final()]);\n}",
  },
  options: z.strictObject({}),
  message: {
    en: ({ algorithm, fault }: Data) =>
      fault === 'no-final'
        ? `\`${algorithm}\` is decrypted without \`final()\`, so its tag is never checked`
        : `\`${algorithm}\` is decrypted without \`authTagLength\`, so short tags pass`,
    fr: ({ algorithm, fault }: Data) =>
      fault === 'no-final'
        ? `\`${algorithm}\` est déchiffré sans \`final()\` : son sceau n’est jamais contrôlé`
        : `\`${algorithm}\` est déchiffré sans \`authTagLength\` : un sceau court passe`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        if (lastName(node.expression) !== 'createDecipheriv' || nodeCryptoCall(node, values) !== 'createDecipheriv')
          return;
        const algorithm = values.text(node.arguments[0]) ?? '';
        if (!/-(gcm|ccm|ocb)$|^chacha20-poly1305$/i.test(algorithm)) return;
        if (isNeverFinished(node)) report(node, { algorithm, fault: 'no-final' });
        else if (/-gcm$/i.test(algorithm) && node.arguments.length < 4)
          report(node, { algorithm, fault: 'no-tag-length' });
      },
    };
  },
});

/** Whether the decipher stays in a variable of the function and nothing there ends it; a stream ends itself. */
function isNeverFinished(call: ts.CallExpression): boolean {
  const holder = parentOf(call);
  const scope = enclosingFunction(call) ?? call.getSourceFile();
  if (!holder || !ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name)) return false;
  const name = holder.name.text;
  return !containsBelow(scope, (node) => {
    if (!ts.isIdentifier(node) || node.text !== name || node === holder.name) return false;
    const use = parentOf(node);
    if (!use || !ts.isPropertyAccessExpression(use) || use.expression !== node) return true;
    return /^(final|pipe|end|on|once|write|pipeTo)$/.test(use.name.text);
  });
}
