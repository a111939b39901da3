import cors from 'cors';
import { NestFactory } from '@nestjs/core';
import type { Response } from 'express';

export const mirrored = cors({ origin: true, credentials: true });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cors-misconfiguration: Any site may read the answers with the visitor’s login
export const anyLogin = cors({ origin: '*', credentials: true });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cors-misconfiguration: Any site may read the answers with the visitor’s login
export const agreeing = cors({ origin: (_origin, callback) => callback(null, true), credentials: true });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cors-misconfiguration: Any site may read the answers with the visitor’s login
export async function start(module: object): Promise<void> {
  const app = await NestFactory.create(module, { cors: true });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cors-misconfiguration: Any site may read the answers of this server
  app.enableCors();
//^^^^^^^^^^^^^^^^ security/cors-misconfiguration: Any site may read the answers of this server
  app.enableCors({ origin: '*' });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cors-misconfiguration: Any site may read the answers of this server
}
export const nobody = (response: Response) => response.setHeader('Access-Control-Allow-Origin', 'null');
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/cors-misconfiguration: The origin `null`, which any page can take on, is allowed

// A list, a public resource without login, or a choice made elsewhere.
export const listed = cors({ origin: ['https://shop.example'], credentials: true });
export const open = cors({ origin: '*' });
export const byDefault = cors();
export const given = (origins: string[]) => cors({ origin: origins, credentials: true });
export const checking = cors({
  origin: (origin, callback) => callback(null, origin === 'https://shop.example'),
  credentials: true,
});
export const fixed = (response: Response) => response.setHeader('Access-Control-Allow-Origin', 'https://shop.example');
export async function careful(module: object): Promise<void> {
  const app = await NestFactory.create(module, { cors: { origin: 'https://shop.example' } });
  app.enableCors({ origin: ['https://shop.example'] });
}
