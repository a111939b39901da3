import type ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName } from '../syntax/names.ts';
import { isLiteral } from '../syntax/option-values.ts';
import { libraryCall } from './crypto-calls.ts';
import { requestRead } from './request-values.ts';

interface Data {
  readonly [key: string]: string;
  readonly header: string;
}

export const rule = defineRule({
  id: 'security/disabled-security-headers',
  weakness: 'redirect-cookies-headers',
  cwe: [693, 1021, 451],
  docs: {
    title: { en: 'Protective header switched off', fr: 'En-tête protecteur désactivé' },
    why: {
      en: 'These headers tell browsers to refuse foreign frames, injected scripts and guessed file types. Leave helmet’s defaults on and loosen single directives instead.',
      fr: 'Ces en-têtes disent au navigateur de refuser cadres étrangers, scripts injectés et types de fichiers devinés. Gardez les valeurs de helmet et assouplissez des directives une à une.',
    },
    forLeads: {
      en: 'Browsers drop a protection that would stop some attacks on customers.',
      fr: 'Les navigateurs abandonnent une protection qui arrêterait certaines attaques contre les clients.',
    },
    bad: "import express from 'express';\nimport helmet from 'helmet';\nexpress().use(helmet({ contentSecurityPolicy: false }));",
    good: "import express from 'express';\nimport helmet from 'helmet';\nexpress().use(helmet());",
  },
  options: z.strictObject({}),
  message: {
    en: ({ header }: Data) => `\`${header}\` is switched off or left to the visitor`,
    fr: ({ header }: Data) => `\`${header}\` est désactivé ou laissé au visiteur`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const header = helmetHeader(node, values) ?? frameHeader(node, values);
        if (header !== undefined) report(node, { header });
      },
    };
  },
});

const parts = [
  'contentSecurityPolicy',
  'frameguard',
  'xFrameOptions',
  'hsts',
  'strictTransportSecurity',
  'noSniff',
  'xContentTypeOptions',
];

function helmetHeader(node: ts.CallExpression, values: FileValues): string | undefined {
  if (
    node.arguments.length === 0 ||
    !/^(helmet|@fastify\/helmet|fastify-helmet|koa-helmet)$/.test(libraryCall(node.expression, values))
  )
    return undefined;
  const options = values.options(node.arguments[0]);
  const off = parts.filter((part) => isLiteral(options.read(part), false));
  return off.length > 0 ? off.join(', ') : undefined;
}

/** `X-Frame-Options` with a value that allows every frame, or one that the request brings. */
function frameHeader(node: ts.CallExpression, values: FileValues): string | undefined {
  if (!/^(set|setHeader|header|append)$/.test(lastName(node.expression))) return undefined;
  const [name, value] = node.arguments;
  if (!value || !/^x-frame-options$/i.test(values.text(name) ?? '')) return undefined;
  return /^allow-?all$/i.test(values.text(value) ?? '') || requestRead(value, values) ? 'X-Frame-Options' : undefined;
}
