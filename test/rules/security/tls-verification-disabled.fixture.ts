import https from 'node:https';
import tls from 'node:tls';
import { session } from 'electron';

export const agent = new https.Agent({ rejectUnauthorized: false });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ security/tls-verification-disabled: `rejectUnauthorized` accepts any certificate
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/tls-verification-disabled: `NODE_TLS_REJECT_UNAUTHORIZED` accepts any certificate
process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0 as any;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/tls-verification-disabled: `NODE_TLS_REJECT_UNAUTHORIZED` accepts any certificate
https.globalAgent.options.rejectUnauthorized = false;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/tls-verification-disabled: `rejectUnauthorized` accepts any certificate
const isStrict = false;
export const request = { url: 'https://api.shop.com', strictSSL: isStrict };
//                                                    ^^^^^^^^^^^^^^^^^^^ security/tls-verification-disabled: `strictSSL` accepts any certificate
export const socket = tls.connect({ host: 'api.shop.com', checkServerIdentity: () => undefined });
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/tls-verification-disabled: `checkServerIdentity` accepts any certificate
export const other = tls.connect({
  checkServerIdentity() {
//^^^^^^^^^^^^^^^^^^^ security/tls-verification-disabled: `checkServerIdentity` accepts any certificate
    return undefined;
  },
});
export const database = { client: 'mssql', options: { trustServerCertificate: true } };
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/tls-verification-disabled: `trustServerCertificate` accepts any certificate
session.defaultSession.setCertificateVerifyProc((_request, callback) => callback(0));
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/tls-verification-disabled: `session.defaultSession.setCertificateVerifyProc` accepts any certificate

// On, decided elsewhere, or a real check.
export const good = new https.Agent({ rejectUnauthorized: true });
export const decided = (strict: boolean) => new https.Agent({ rejectUnauthorized: strict });
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';
export const checked = tls.connect({
  checkServerIdentity: (host, certificate) => {
    if (certificate.fingerprint256 !== 'AB:CD') return new Error(`Wrong certificate for ${host}`);
    return undefined;
  },
});
export const isOff = agent.options.rejectUnauthorized === false;
export function chosen(settings: { allowSelfSigned: boolean }): https.Agent {
  if (settings.allowSelfSigned) return new https.Agent({ rejectUnauthorized: false });
  return new https.Agent();
}
