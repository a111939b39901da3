import nodemailer from 'nodemailer';
import type { Request, Response } from 'express';

const transport = nodemailer.createTransport({});

export async function forgot(req: Request, res: Response, token: string): Promise<void> {
  const link = `https://${req.headers.host}/reset/${token}`;
//                        ^^^^^^^^^^^^^^^^ security/host-header-link: The host of this link is what the request claims, and the link goes out in a mail
  await transport.sendMail({ to: req.body.email, text: link });
  res.end();
}

export async function confirm(req: Request, res: Response, token: string): Promise<void> {
  const host = req.get('host');
  const text = 'Please confirm: http://' + host + '/confirm?code=' + token;
//                                         ^^^^ security/host-header-link: The host of this link is what the request claims, and the link goes out in a mail
  await transport.sendMail({ to: req.body.email, text });
  res.end();
}

export async function welcome(req: Request, res: Response): Promise<void> {
  await transport.sendMail({ to: req.body.email, html: `<a href="https://${req.hostname}/start">Start</a>` });
//                                                                         ^^^^^^^^^^^^ security/host-header-link: The host of this link is what the request claims, and the link goes out in a mail
  res.end();
}

export async function fromSettings(req: Request, res: Response, token: string): Promise<void> {
  await transport.sendMail({ to: req.body.email, text: `${process.env.SITE}/reset/${token}` });
  res.redirect(`https://${req.headers.host}/sent`);
  console.info(`asked by ${req.headers.host}`);
}

// @file: src/no-mail.ts
import type { Request, Response } from 'express';
export function reset(req: Request, res: Response): void {
  res.redirect(`https://${req.headers.host}/reset-mail`);
}
