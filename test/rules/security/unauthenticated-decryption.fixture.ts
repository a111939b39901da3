import crypto, { createDecipheriv } from 'node:crypto';

export function unchecked(key: Buffer, iv: Buffer, data: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 });
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/unauthenticated-decryption: `aes-256-gcm` is decrypted without `final()`, so its tag is never checked
  return decipher.update(data).toString('utf8');
}
export function shortTags(key: Buffer, iv: Buffer, tag: Buffer, data: Buffer): Buffer {
  const algorithm = 'aes-128-gcm';
  const decipher = crypto.createDecipheriv(algorithm, key, iv);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/unauthenticated-decryption: `aes-128-gcm` is decrypted without `authTagLength`, so short tags pass
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}

// Checked, streamed, handed on, or without a tag.
export function checked(key: Buffer, iv: Buffer, tag: Buffer, data: Buffer): Buffer {
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}
export function streamed(key: Buffer, iv: Buffer, source: NodeJS.ReadableStream): NodeJS.ReadableStream {
  const decipher = crypto.createDecipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 });
  return source.pipe(decipher);
}
export function plain(key: Buffer, iv: Buffer, data: Buffer): Buffer {
  const decipher = crypto.createDecipheriv('aes-256-cbc', key, iv);
  return decipher.update(data);
}
