import https from 'node:https';
import tls from 'node:tls';

export const agent = new https.Agent({ minVersion: 'TLSv1' });
//                                     ^^^^^^^^^^^^^^^^^^^ security/weak-tls-version: `TLSv1` allows connections that can be broken
const version = 'TLSv1.1';
export const server = https.createServer({ minVersion: version });
//                                         ^^^^^^^^^^^^^^^^^^^ security/weak-tls-version: `TLSv1.1` allows connections that can be broken
export const method = tls.connect({ secureProtocol: 'SSLv3_method' });
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-tls-version: `SSLv3_method` allows connections that can be broken
tls.DEFAULT_MIN_VERSION = 'TLSv1';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-tls-version: `TLSv1` allows connections that can be broken

// Current versions, and other things with versions.
export const good = new https.Agent({ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' });
export const current = tls.connect({ secureProtocol: 'TLSv1_2_method' });
export const application = { minVersion: '1.0', name: 'TLSv1' };
