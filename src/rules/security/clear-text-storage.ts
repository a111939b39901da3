import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName, nameParts, unwrap } from '../syntax/names.ts';
import { sensitiveValues, type SensitiveIn } from './sensitive-value.ts';
import { wordsOf } from './secret-use.ts';

interface Data {
  readonly [key: string]: string;
  readonly place: string;
  readonly name: string;
}

export const rule = defineRule({
  id: 'security/clear-text-storage',
  weakness: 'data-exposure',
  cwe: [312, 922, 315],
  docs: {
    title: {
      en: 'Password or token kept in the browser’s storage',
      fr: 'Mot de passe ou jeton gardé dans le stockage du navigateur',
    },
    why: {
      en: 'Every script of the page reads `localStorage`, also one that was injected, and it stays after the tab is closed. Keep sessions in an `HttpOnly` cookie, and passwords nowhere.',
      fr: 'Tout script de la page lit `localStorage`, même un script injecté, et le contenu survit à l’onglet. Gardez les sessions dans un cookie `HttpOnly`, et les mots de passe nulle part.',
    },
    forLeads: {
      en: 'One faulty script on the page is enough to take over the accounts of its visitors.',
      fr: 'Un seul script défaillant dans la page suffit à reprendre les comptes de ses visiteurs.',
    },
    bad: "export const remember = (user: { password: string }) => localStorage.setItem('login', user.password);",
    good: "export const remember = (user: { name: string }) => localStorage.setItem('login', user.name);",
  },
  options: z.strictObject({}),
  message: {
    en: ({ place, name }: Data) => `\`${name}\` is kept readable in \`${place}\``,
    fr: ({ place, name }: Data) => `\`${name}\` reste lisible dans \`${place}\``,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    const sensitiveIn = sensitiveValues(file.sourceFile, values);
    const check = (at: ts.Node, place: string, key: string, value: ts.Expression): void => {
      const name = sensitiveIn(value) ?? tokenIn(key, value, values, sensitiveIn);
      if (name !== undefined) report(at, { place, name });
    };
    return {
      CallExpression(node) {
        if (lastName(node.expression) !== 'setItem') return;
        const place = nameParts(node.expression).at(-2) ?? '';
        const [key, value] = node.arguments;
        if (isStorage(place) && key && value) check(node, place, values.text(key) ?? lastName(key), value);
      },
      BinaryExpression(node) {
        if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
        const target = unwrap(node.left);
        if (!ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target)) return;
        const place = nameParts(target.expression).at(-1) ?? '';
        if (isStorage(place)) check(node, place, lastName(target), node.right);
      },
    };
  },
});

function isStorage(name: string): boolean {
  return name === 'localStorage' || name === 'sessionStorage';
}

/** A login token by the key it is kept under: `setItem('jwt', …)`, `setItem('token', response.token)`. */
function tokenIn(key: string, value: ts.Expression, values: FileValues, sensitiveIn: SensitiveIn): string | undefined {
  const words = wordsOf(key).join(' ');
  if (!/(^| )(jwt|auth token|access token|refresh token|id token|bearer token|session token|token)$/.test(words))
    return undefined;
  if (/\b(csrf|xsrf|device|push|fcm|design|expiry|expires|type)\b/.test(words)) return undefined;
  const settled = values.settled(value);
  if (ts.isStringLiteralLike(settled)) return undefined;
  return sensitiveIn(value) ?? key;
}
