import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { unwrap } from '../syntax/names.ts';
import { requestRead } from './request-values.ts';
import { wordsOf } from './secret-use.ts';

interface Data {
  readonly [key: string]: string;
  /** The part of the request that decides, such as `req.cookies.role`. */
  readonly read: string;
}

export const rule = defineRule({
  id: 'security/user-controlled-bypass',
  weakness: 'access-control',
  cwe: [807, 290],
  docs: {
    title: { en: 'Right granted on the caller’s own word', fr: 'Droit accordé sur parole de l’appelant' },
    why: {
      en: 'The caller writes cookies, query and most headers as he likes, so he decides himself whether he is an administrator or comes from a trusted address. Decide by the session or a signed token that the server made.',
      fr: 'L’appelant écrit à sa guise cookies, paramètres et la plupart des en-têtes\u00a0: il décide lui-même s’il est administrateur ou vient d’une adresse sûre. Décidez selon la session ou un jeton signé par le serveur.',
    },
    forLeads: {
      en: 'Any visitor can give himself the rights of an administrator by changing one value in the browser.',
      fr: 'Tout visiteur peut se donner les droits d’un administrateur en changeant une valeur dans son navigateur.',
    },
    bad: "import type { Request, Response } from 'express';\nexport function users(req: Request, res: Response) {\n  if (req.cookies.role !== 'admin') return res.status(403).end();\n  return res.json(allUsers());\n}",
    good: "import type { Request, Response } from 'express';\nexport function users(req: Request, res: Response) {\n  if (req.session.role !== 'admin') return res.status(403).end();\n  return res.json(allUsers());\n}",
  },
  options: z.strictObject({}),
  message: {
    en: ({ read }: Data) => `\`${read}\` decides who may do this, and the caller sets it`,
    fr: ({ read }: Data) => `\`${read}\` décide qui a ce droit, et c’est l’appelant qui l’écrit`,
  },
  detect: ({ file, report }) => {
    if (
      file.role === 'test' ||
      !/admin|role|authenticated|authori[sz]ed|logged_?in|forwarded-for|real-ip/i.test(file.text)
    )
      return {};
    const values = fileValues(file.sourceFile);
    const inspect = (condition: ts.Expression, branch: ts.Statement): void => {
      for (const { node, isNegated } of claimsIn(condition, values)) {
        // `if (role === 'admin') deny()` refuses a wish and grants nothing.
        const isRefusal = refuses(branch);
        if (isRefusal && !isNegated) continue;
        report(node, { read: textOf(node) });
      }
    };
    return {
      IfStatement: (node) => {
        inspect(node.expression, node.thenStatement);
      },
    };
  },
});

interface Claim {
  readonly node: ts.Expression;
  /** The condition holds for those without the right. */
  readonly isNegated: boolean;
}

/** Parts of a condition in which the request itself says what its sender may do. */
function claimsIn(condition: ts.Expression, values: FileValues): readonly Claim[] {
  const node = unwrap(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return claimsIn(node.operand, values).map((claim) => ({ ...claim, isNegated: !claim.isNegated }));
  if (!ts.isBinaryExpression(node)) return claimsRight(node, values) ? [{ node, isNegated: false }] : [];
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken)
    return [...claimsIn(node.left, values), ...claimsIn(node.right, values)];
  const isEqual = /^={2,3}$/.test(node.operatorToken.getText());
  if (!isEqual && !/^!={1,2}$/.test(node.operatorToken.getText())) return [];
  return comparesClaim(node, values).map((claim) => ({ node: claim, isNegated: !isEqual }));
}

function comparesClaim(node: ts.BinaryExpression, values: FileValues): readonly ts.Expression[] {
  for (const [side, other] of [
    [node.left, node.right],
    [node.right, node.left],
  ] as const) {
    const wanted = unwrap(other);
    const text = values.text(wanted);
    const isOne = wanted.kind === ts.SyntaxKind.TrueKeyword || /^(1|true|yes)$/i.test(text ?? wanted.getText());
    if (isOne && claimsRight(side, values)) return [side];
    const read = text === undefined ? undefined : requestRead(side, values);
    if (!read || text === undefined) continue;
    if (isCookieOrQuery(read.part) && isRole(read.field) && isPrivileged(text)) return [side];
    if (/^(x-forwarded-for|x-real-ip|x-client-ip|client-ip)$/.test(read.field) && /^(\d+\.){3}\d+$|^::1$/.test(text))
      return [side];
  }
  return [];
}

/** `req.cookies.isAdmin`, `req.query.admin`: the mere presence of the value grants. */
function claimsRight(node: ts.Expression, values: FileValues): boolean {
  const read = requestRead(node, values);
  return (
    read !== undefined &&
    isCookieOrQuery(read.part) &&
    /^((is|as|am) )?(admin|administrator|superuser|super user|root user|authenticated|authori[sz]ed|logged in|loggedin|privileged|staff)$/.test(
      wordsOf(read.field).join(' '),
    )
  );
}

/** A body is often the very record that is stored, with the role in it. */
function isCookieOrQuery(part: string): boolean {
  return part === 'cookies' || part === 'query';
}

function isRole(field: string): boolean {
  return /^((user|account|access) )?(role|level|group|type|access|privilege)$/.test(wordsOf(field).join(' '));
}

function isPrivileged(text: string): boolean {
  return /^(admin|administrator|root|superuser|super_?admin|staff|owner|moderator|manager)$/i.test(text);
}

/** Whether a branch turns the caller away. */
function refuses(branch: ts.Node): boolean {
  return /\b(40[0-9]|422)\b|\bthrow\b|forbidden|unauthori[sz]ed|denied|not allowed|redirect\(|next\(\s*(new|err)/i.test(
    branch.getText(),
  );
}

function textOf(node: ts.Expression): string {
  const text = node.getText().replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
