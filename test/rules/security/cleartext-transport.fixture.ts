import axios from 'axios';
import * as grpc from '@grpc/grpc-js';
import http from 'node:http';
import FtpClient from 'ftp';
import nodemailer from 'nodemailer';

const api = 'http://api.payments.com';
export const load = () => fetch('http://api.payments.com/v1');
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `fetch` connects over http without encryption
export const orders = (id: string) => fetch(`http://api.payments.com/orders/${id}`);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `fetch` connects over http without encryption
export const joined = (id: string) => axios.get(api + '/orders/' + id);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `axios.get` connects over http without encryption
export const options = () => axios({ method: 'POST', url: 'http://api.payments.com' });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `axios` connects over http without encryption
export const node = () => http.get('http://nodejs.org/dist/index.json');
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `http.get` connects over http without encryption
export const byHost = () => http.request({ hostname: 'www.payments.com', path: '/upload' });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `http.request` connects over http without encryption
export const socket = new WebSocket('ws://feed.payments.com/live');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `WebSocket` connects over ws without encryption
export const own = () => new WebSocket('ws://' + window.location.host + '/live');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `WebSocket` connects over ws without encryption
export const files = () => {
  const client = new FtpClient();
  client.connect({ host: 'files.payments.com' });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `client.connect` connects over ftp without encryption
};
export const service = new (grpc as any).Client('orders.payments.com:443', grpc.credentials.createInsecure());
//                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `grpc.credentials.createInsecure` connects over grpc without encryption
export const mail = nodemailer.createTransport({ host: 'smtp.payments.com', ignoreTLS: true });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cleartext-transport: `nodemailer.createTransport` connects over smtp without encryption

// Encrypted, on this machine or in a private network, or only a name.
export const safe = () => fetch('https://api.payments.com/v1');
export const local = () => fetch('http://localhost:3000/health');
export const lan = () => axios.get('http://192.168.1.4/status');
export const cluster = () => fetch('http://orders/api');
export const intern = () => fetch('http://orders.default.svc.cluster.local/api');
export const relative = () => fetch('/api/orders');
export const given = (url: string) => fetch(url);
export const safeSocket = new WebSocket('wss://feed.payments.com/live');
export const secureFiles = () => {
  const client = new FtpClient();
  client.connect({ host: 'files.payments.com', secure: true });
};
export const localService = new (grpc as any).Client('localhost:50051', grpc.credentials.createInsecure());
export const namespace = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
export const cache = new Map<string, string>();
export const cached = cache.get('http://api.payments.com');
export const chosen = (isSecure: boolean) => (isSecure ? grpc.credentials.createSsl() : grpc.credentials.createInsecure());
