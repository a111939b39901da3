import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName } from '../syntax/names.ts';
import { jwtCall } from './jwt-calls.ts';
import { wordsOf } from './secret-use.ts';

interface Data {
  readonly [key: string]: string;
  readonly payload: string;
}

export const rule = defineRule({
  id: 'security/jwt-sensitive-payload',
  weakness: 'data-exposure',
  cwe: [522, 201, 312],
  docs: {
    title: {
      en: 'Token carries a whole record or a password',
      fr: 'Jeton contenant une fiche entière ou un mot de passe',
    },
    why: {
      en: 'A token is signed, not encrypted: everyone who holds it reads its content, and a user record brings its password hash along. Put in only the fields that are needed, such as an id.',
      fr: 'Un jeton est signé, non chiffré : quiconque le détient lit son contenu, et une fiche d’utilisateur emporte l’empreinte du mot de passe. N’y mettez que les champs utiles, comme un identifiant.',
    },
    forLeads: {
      en: 'Personal data and password hashes travel in plain view with every request.',
      fr: 'Des données personnelles et des empreintes de mots de passe voyagent en clair à chaque requête.',
    },
    bad: "import jwt from 'jsonwebtoken';\nexport const tokenFor = (user: object, key: string) => jwt.sign(user, key);",
    good: "import jwt from 'jsonwebtoken';\nexport const tokenFor = (user: { id: string }, key: string) => jwt.sign({ sub: user.id }, key);",
  },
  options: z.strictObject({}),
  message: {
    en: ({ payload }: Data) => `\`${payload}\` is readable by everyone who holds this token`,
    fr: ({ payload }: Data) => `\`${payload}\` se lit par quiconque détient ce jeton`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const [payload] = node.arguments;
        if (!payload || jwtCall(node, values)?.method !== 'sign') return;
        const exposed = exposedIn(payload, values);
        if (exposed !== undefined) report(payload, { payload: exposed });
      },
    };
  },
});

function exposedIn(payload: ts.Expression, values: FileValues): string | undefined {
  const value = values.settled(payload);
  if (ts.isObjectLiteralExpression(value)) return passwordField(value);
  if (ts.isCallExpression(value)) {
    const isCopy =
      /^(toObject|toJSON)$/.test(lastName(value.expression)) && ts.isPropertyAccessExpression(value.expression);
    return isCopy ? exposedIn(value.expression.expression, values) : undefined;
  }
  const name = lastName(value);
  const record = wordsOf(name).at(-1) ?? '';
  return ts.isIdentifier(value) && /^(user|account|member|customer|employee|admin|person)$/.test(record)
    ? name
    : undefined;
}

function passwordField(literal: ts.ObjectLiteralExpression): string | undefined {
  const field = literal.properties.find((property) => {
    const name =
      property.name && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name))
        ? property.name.text
        : '';
    return /(^| )(password|passwd|pwd|ssn|credit card|card number|cvv)$/.test(wordsOf(name).join(' '));
  });
  return field?.name?.getText();
}
