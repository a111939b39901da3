import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues } from '../syntax/file-values.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { findAncestor, walkBelow } from '../syntax/walk.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { isRequest, requestRead } from './request-values.ts';
import type { FileValues } from '../syntax/file-values.ts';

export const rule = defineRule({
  id: 'security/host-header-link',
  weakness: 'access-control',
  cwe: [640, 644],
  docs: {
    title: {
      en: 'Link in a mail built from the request’s host',
      fr: 'Lien d’un courriel construit sur l’hôte de la requête',
    },
    why: {
      en: 'Whoever asks for the mail chooses the `Host` header, so the link can lead to his own server and bring him the secret of it when the receiver clicks. Take the address of the site from the configuration.',
      fr: 'Celui qui demande le courriel choisit l’en-tête `Host`\u00a0: le lien peut mener à son serveur et lui livrer le secret au premier clic. Prenez l’adresse du site dans la configuration.',
    },
    forLeads: {
      en: 'A stranger can have a genuine password mail sent to a customer whose link hands the account over.',
      fr: 'Un inconnu peut faire envoyer à un client un vrai courriel de mot de passe dont le lien livre le compte.',
    },
    bad: "import type { Request, Response } from 'express';\nexport function forgot(req: Request, res: Response) {\n  const link = `https://${req.headers.host}/reset/${makeToken()}`;\n  mailer.sendMail({ to: req.body.email, text: `Click ${link}` });\n  res.end();\n}",
    good: "import type { Request, Response } from 'express';\nexport function forgot(req: Request, res: Response) {\n  const link = `${process.env.SITE_URL}/reset/${makeToken()}`;\n  mailer.sendMail({ to: req.body.email, text: `Click ${link}` });\n  res.end();\n}",
  },
  options: z.strictObject({}),
  message: {
    en: () => 'The host of this link is what the request claims, and the link goes out in a mail',
    fr: () => 'L’hôte de ce lien est ce que prétend la requête, et le lien part dans un courriel',
  },
  detect: ({ file, report }) => {
    if (!/mail/i.test(file.text) || !/\bhost\b|hostname|origin/i.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    return {
      TemplateExpression(node) {
        const host = node.templateSpans.find(({ expression }) => isHost(expression, values));
        if (host && isLink(node, values)) report(host.expression, {});
      },
      BinaryExpression(node) {
        if (node.operatorToken.kind !== ts.SyntaxKind.PlusToken || !isHost(node.right, values)) return;
        if (isLink(outermost(node), values)) report(node.right, {});
      },
    };
  },
});

/** `req.headers.host`, `req.get('host')`, `req.hostname`, `req.host`, also through a variable. */
function isHost(node: ts.Expression, values: FileValues): boolean {
  const read = requestRead(node, values);
  if (read) return read.part === 'headers' && /^(host|x-forwarded-host|origin)$/.test(read.field);
  const value = unwrap(values.settled(node));
  return (
    ts.isPropertyAccessExpression(value) && /^(host|hostname)$/.test(value.name.text) && isRequest(value.expression)
  );
}

function outermost(node: ts.BinaryExpression): ts.BinaryExpression {
  let whole = node;
  while (ts.isBinaryExpression(whole.parent) && whole.parent.left === whole) whole = whole.parent;
  return whole;
}

/** An address with a secret in it, or the text of a mail, in a function that sends mail. */
function isLink(whole: ts.Expression, values: FileValues): boolean {
  const maker = findAncestor(whole, isFunctionNode);
  if (!maker || !/https?:|:\/\//.test(whole.getText())) return false;
  if (/reset|recover|forgot|verif|confirm|activat|invit|token|password|magic|unsubscribe/i.test(whole.getText()))
    return sendsMail(maker.getSourceFile());
  const field = findAncestor(whole, ts.isPropertyAssignment, isFunctionNode);
  const isBody =
    field !== undefined && ts.isPropertyAssignment(field) && /^(text|html|body)$/.test(field.name.getText());
  return isBody && sendsMail(maker) && values.settled(whole) === whole;
}

function sendsMail(scope: ts.Node): boolean {
  return walkBelow(scope, (node) =>
    ts.isCallExpression(node) &&
    /^(send\w*mail\w*|mail|sendMessage|email\w*|\w*(E|e)?[mM]ail)$|^send$/.test(lastName(node.expression)) &&
    /mail|sg|ses|postmark|transport|resend/i.test(node.expression.getText())
      ? 'stop'
      : undefined,
  );
}
