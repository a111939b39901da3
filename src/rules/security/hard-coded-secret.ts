import ts from 'typescript';
import { z } from 'zod';
import type { FileModel } from '../../workspace/file-model.ts';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import type { ReportExtras } from '../define-rule.ts';
import { fileValues } from '../syntax/file-values.ts';
import { secretPlaceOf } from './secret-place.ts';
import { secretsTakenBy, type TakenSecret } from './secret-takers.ts';
import { isPasswordLike, isPlaceholder, isRandomLooking, shownStart } from './secret-value.ts';
import { createSecretScanner, passwordOfAddress, secretLabel, type SecretScanner } from './written-secrets.ts';

interface Data {
  readonly [key: string]: string;
  /** Id of a provider's format, or empty. */
  readonly provider: string;
  /** Name under which the value stands, or empty. */
  readonly name: string;
  /** At most the first four characters. */
  readonly start: string;
}

type Report = (node: ts.Node, data: Data, extras?: ReportExtras) => void;

export const rule = defineRule({
  id: 'security/hard-coded-secret',
  weakness: 'secret-in-repository',
  cwe: [798, 259, 321],
  profile: 'essential',
  precision: judged(34, 42),
  docs: {
    title: { en: 'Secret written in the code', fr: 'Secret écrit dans le code' },
    why: {
      en: 'Everyone with a copy of the repository has the secret, its history keeps it for good, and it cannot be changed without a release. Read it from the environment or a vault, and revoke this one.',
      fr: 'Quiconque a une copie du dépôt a le secret, l’historique le garde, et il ne change pas sans livraison. Lisez-le dans l’environnement ou un coffre, et révoquez celui-ci.',
    },
    forLeads: {
      en: 'Former staff, contractors and anyone who gets hold of the code can use this account in the company’s name.',
      fr: 'Anciens employés, prestataires et quiconque obtient le code peuvent utiliser ce compte au nom de l’entreprise.',
    },
    bad: "export const connection = { host: 'db.internal', user: 'shop', password: 'Gr8-Winter' };",
    good: "export const connection = { host: 'db.internal', user: 'shop', password: process.env.DB_PASSWORD };",
  },
  options: z.strictObject({
    ignoreNames: z.array(z.string()).default([]).describe('Names of variables and properties that hold no secret.'),
  }),
  message: {
    en: ({ provider, name, start }: Data) => `${secretLabel('en', provider, name)} \`${start}\` is written in the code`,
    fr: ({ provider, name, start }: Data) =>
      `${secretLabel('fr', provider, name)} en clair dans le code\u00a0: \`${start}\``,
  },
  detect: ({ file, options, report: reportAny }) => {
    const values = fileValues(file.sourceFile);
    const scan = createSecretScanner();
    const reported = new Set<ts.Node>();
    const report: Report = (node, data, extras) => {
      if (reported.has(node)) return;
      reported.add(node);
      reportAny(node, data, extras);
    };
    const inspect = (node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral): void => {
      if (isNoValue(node) || reported.has(node)) return;
      if (reportProvider(node, scan(node.text), report) || reportAddress(node, node.text, report)) return;
      reportNamed(node, file, options.ignoreNames, report);
    };
    const takes = (node: ts.CallExpression | ts.NewExpression): void => {
      if (file.role === 'test') return;
      for (const taken of secretsTakenBy(node, values)) {
        if (reported.has(taken.literal) || !isWritten(taken.literal.text)) continue;
        report(taken.at, { provider: '', name: taken.name, start: shownStart(taken.literal.text) }, relatedTo(taken));
        reported.add(taken.literal);
      }
    };
    return {
      StringLiteral: inspect,
      NoSubstitutionTemplateLiteral: inspect,
      CallExpression: takes,
      NewExpression: takes,
      TemplateExpression: (node) => {
        reportProvider(node, scan(node.head.text), report);
      },
    };
  },
});

/** Import paths, property names, types and JSX attributes hold no secrets. */
function isNoValue(node: ts.StringLiteralLike): boolean {
  const { parent } = node;
  if (node.text.length < 4) return true;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
  return (ts.isPropertyAssignment(parent) && parent.name === node) || ts.isJsxAttribute(parent);
}

/** Whether the text is settled: reported, or known to be public. */
function reportProvider(node: ts.Node, [found]: ReturnType<SecretScanner>, report: Report): boolean {
  if (!found) return false;
  const { provider, secret } = found;
  if (isPublicByDesign(provider, node)) return true;
  const data = { provider, name: '', start: shownStart(secret) };
  report(node, data, { drivers: { providerSecret: true } });
  return true;
}

/** A web application's Firebase key only names the project; it stands beside these fields. */
function isPublicByDesign(id: string, node: ts.Node): boolean {
  if (id !== 'google') return false;
  const object = node.parent.parent as ts.Node | undefined;
  return object !== undefined && /\b(authDomain|projectId|messagingSenderId)\b/.test(object.getText());
}

/** `postgres://user:password@host`. */
function reportAddress(node: ts.Node, text: string, report: Report): boolean {
  const password = passwordOfAddress(text);
  if (password === undefined) return false;
  report(node, { provider: 'address', name: '', start: shownStart(password) });
  return true;
}

function reportNamed(
  node: ts.StringLiteralLike,
  file: FileModel,
  ignoreNames: readonly string[],
  report: Report,
): void {
  // Tests make up names and passwords all the time; only a provider's own format is telling there.
  if (file.role === 'test') return;
  const place = secretPlaceOf(node);
  if (!place || ignoreNames.includes(place.name) || !isTelling(node.text, place)) return;
  report(node, { provider: '', name: place.name, start: shownStart(node.text) });
}

/** Points at the text where it stands apart from its use. */
function relatedTo(taken: TakenSecret): ReportExtras {
  const message = { en: 'The secret is written here', fr: 'Le secret est écrit ici' };
  return taken.at === taken.literal ? {} : { related: [{ at: taken.literal, message }] };
}

function isWritten(text: string): boolean {
  return !/^\s*$|^<.*>$|\$\{|process\.env/.test(text);
}

function isTelling(text: string, place: NonNullable<ReturnType<typeof secretPlaceOf>>): boolean {
  if (place.certainty === 'certain') return isWritten(text);
  if (place.certainty === 'credentials') return !/\s|^$/.test(text) && !isPlaceholder(text);
  if (isPlaceholder(text)) return false;
  return isRandomLooking(text) || (place.isPassword && isPasswordLike(text));
}
