import crypto, { generateKeyPair } from 'node:crypto';
import CryptoJS from 'crypto-js';
import forge from 'node-forge';
import NodeRSA from 'node-rsa';

const bits = 1024;
generateKeyPair('rsa', { modulusLength: bits }, () => undefined);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: RSA key of 1024 bits, at least 2048 are needed
export const pair = crypto.generateKeyPairSync('rsa', { modulusLength: 512 });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: RSA key of 512 bits, at least 2048 are needed
export const group = crypto.getDiffieHellman('modp2');
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: Diffie-Hellman key of 1024 bits, at least 2048 are needed
export const exchange = crypto.createDiffieHellman(1024);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: Diffie-Hellman key of 1024 bits, at least 2048 are needed
export const curve = crypto.createECDH('secp192k1');
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: secp192k1 key of 192 bits, at least 224 are needed
export const ecPair = crypto.generateKeyPairSync('ec', { namedCurve: 'prime192v1' });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: prime192v1 key of 192 bits, at least 224 are needed
export const hmac = crypto.generateKeySync('hmac', { length: 64 });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: HMAC key of 64 bits, at least 128 are needed
export const web = () => crypto.subtle.generateKey({ name: 'RSA-OAEP', modulusLength: 1024 } as any, true, []);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: RSA key of 1024 bits, at least 2048 are needed
export const words = (password: string, salt: string) => CryptoJS.PBKDF2(password, salt, { keySize: 2 });
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: CryptoJS key of 64 bits, at least 128 are needed
export const forged = forge.pki.rsa.generateKeyPair({ bits: 1024 });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: RSA key of 1024 bits, at least 2048 are needed
export const rsa = new NodeRSA({ b: 512 });
//                 ^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: RSA key of 512 bits, at least 2048 are needed
export const later = () => {
  const key = new NodeRSA();
  key.generateKeyPair(512, 65537);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: RSA key of 512 bits, at least 2048 are needed
};
export const short = (text: string) => {
  const key = forge.random.getBytesSync(8);
  return forge.cipher.createCipher('AES-CBC', key);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-key-size: AES-CBC key of 64 bits, at least 128 are needed
};

// Long enough, or not known here.
export const longPair = crypto.generateKeyPairSync('rsa', { modulusLength: 4096 });
export const goodCurve = crypto.createECDH('prime256v1');
export const edwards = crypto.generateKeyPairSync('ed25519');
export const goodGroup = crypto.getDiffieHellman('modp14');
export const given = (modulusLength: number) => crypto.generateKeyPairSync('rsa', { modulusLength });
export const goodWords = (password: string, salt: string) => CryptoJS.PBKDF2(password, salt, { keySize: 8 });
export const goodRsa = new NodeRSA({ b: 2048 });
export const shop = { create: (options: { keySize: number }) => options.keySize }.create({ keySize: 2 });
