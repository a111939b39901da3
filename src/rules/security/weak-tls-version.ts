import ts from 'typescript';
import { z } from 'zod';
import type { Fix } from '../../findings/finding.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import { defineRule } from '../define-rule.ts';
import { replaceFix } from '../syntax/replace-fix.ts';
import { fileValues } from '../syntax/file-values.ts';
import { lastName, unwrap } from '../syntax/names.ts';

interface Data {
  readonly [key: string]: string;
  readonly version: string;
}

export const rule = defineRule({
  id: 'security/weak-tls-version',
  weakness: 'tls-checks-off',
  cwe: [327, 326, 319],
  docs: {
    title: { en: 'Outdated TLS version allowed', fr: 'Version dépassée de TLS autorisée' },
    why: {
      en: 'SSL 2 and 3, TLS 1.0 and 1.1 have known attacks and were withdrawn (RFC 8996). Leave the defaults of Node alone, or set `minVersion` to `TLSv1.2`.',
      fr: 'SSL 2 et 3, TLS 1.0 et 1.1 ont des attaques connues et sont retirés (RFC 8996). Gardez les valeurs par défaut de Node, ou mettez `minVersion` à `TLSv1.2`.',
    },
    forLeads: {
      en: 'Encrypted connections can be forced down to a version that is readable; card payment rules (PCI DSS) forbid it.',
      fr: 'Une liaison chiffrée peut être ramenée à une version lisible ; les règles des cartes bancaires (PCI DSS) l’interdisent.',
    },
    bad: "import https from 'node:https';\nexport const agent = new https.Agent({ minVersion: 'TLSv1' });",
    good: "import https from 'node:https';\nexport const agent = new https.Agent({ minVersion: 'TLSv1.2' });",
  },
  options: z.strictObject({}),
  message: {
    en: ({ version }: Data) => `\`${version}\` allows connections that can be broken`,
    fr: ({ version }: Data) => `\`${version}\` autorise des liaisons qui se cassent`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    const check = (place: ts.Node, name: string, value: ts.Expression): void => {
      const version = values.text(value);
      if (version !== undefined && isOld(name, version))
        report(place, { version }, { fixes: fixesOf(file, name, value) });
    };
    return {
      PropertyAssignment(node) {
        const name = ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name) ? node.name.text : '';
        if (settings.has(name)) check(node, name, node.initializer);
      },
      BinaryExpression(node) {
        const name = node.operatorToken.kind === ts.SyntaxKind.EqualsToken ? lastName(unwrap(node.left)) : '';
        if (settings.has(name)) check(node, name, node.right);
      },
    };
  },
});

/** Certain for the lowest version as Node spells it: everything newer stays allowed. */
function fixesOf(file: FileModel, name: string, value: ts.Expression): readonly Fix[] {
  if (name !== 'minVersion' && name !== 'DEFAULT_MIN_VERSION') return [];
  if (!ts.isStringLiteral(value) || !/^TLSv1(\.1)?$/.test(value.text)) return [];
  const title = { en: 'Require at least TLS 1.2', fr: 'Exiger au moins TLS 1.2' };
  return [replaceFix(file, value, value.getText().replace(value.text, 'TLSv1.2'), title)];
}

const settings: ReadonlySet<string> = new Set([
  'minVersion',
  'maxVersion',
  'secureProtocol',
  'DEFAULT_MIN_VERSION',
  'DEFAULT_MAX_VERSION',
  'minTlsVersion',
  'sslProtocol',
  'minimumTlsVersion',
]);

function isOld(name: string, version: string): boolean {
  if (name === 'secureProtocol') return /^(SSLv[23]|TLSv1(_1)?)_(client_|server_)?method$/.test(version);
  return /^(SSLv[23]|TLSv1(\.[01])?)$/i.test(version);
}
