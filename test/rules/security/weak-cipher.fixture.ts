import crypto from 'node:crypto';
import CryptoJS from 'crypto-js';
import forge from 'node-forge';

const algorithm = 'des-ede3-cbc';
export const triple = (key: Buffer, iv: Buffer) => crypto.createCipheriv(algorithm, key, iv);
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-cipher: `des-ede3-cbc` is a cipher that can be broken
export const blocks = (key: Buffer) => crypto.createCipheriv('aes-256-ecb', key, null);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-cipher: `aes-256-ecb` encrypts equal blocks to equal blocks
export const derived = (password: string) => crypto.createCipher('aes192', password);
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-cipher: `createCipher` derives key and IV from the password without a salt
export const opened = (password: string) => crypto.createDecipher('aes-192-cbc', password);
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-cipher: `createDecipher` derives key and IV from the password without a salt
export const old = (text: string, key: string) => CryptoJS.TripleDES.encrypt(text, key);
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-cipher: `TripleDES` is a cipher that can be broken
export const pattern = (text: string, key: any) => CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-cipher: `AES-ECB` encrypts equal blocks to equal blocks
export const stream = (key: string) => forge.cipher.createCipher('3DES-CBC', key);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-cipher: `3DES-CBC` is a cipher that can be broken
export const rc2 = (key: string) => forge.rc2.createEncryptionCipher(key, 128);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-cipher: `RC2` is a cipher that can be broken

// Sound ciphers, and other things called cipher.
export const good = (key: Buffer, iv: Buffer) => crypto.createCipheriv('aes-256-gcm', key, iv);
export const chosen = (name: string, key: Buffer, iv: Buffer) => crypto.createCipheriv(name, key, iv);
export const goodJs = (text: string, key: any, iv: any) => CryptoJS.AES.encrypt(text, key, { iv });
export const caesar = { encrypt: (text: string) => text, mode: 'ECB' };
export const own = caesar.encrypt('DES');
