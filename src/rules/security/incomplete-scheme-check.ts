import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { enclosingFunction } from '../syntax/functions.ts';
import { stringValue, unwrap } from '../syntax/names.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { parentOf, walkBelow } from '../syntax/walk.ts';

type Data = { readonly missing: string };

export const rule = defineRule({
  id: 'security/incomplete-scheme-check',
  weakness: 'reflected-xss',
  cwe: [20, 184, 79],
  precision: judged(16, 17),
  docs: {
    title: {
      en: 'Address check that misses script schemes',
      fr: 'Contrôle d’adresse qui oublie des schémas de script',
    },
    why: {
      en: 'Refusing `javascript:` leaves `data:` and `vbscript:`, which can run code as well. Accept `http:` and `https:` only, by `new URL(address).protocol`.',
      fr: 'Refuser `javascript:` laisse `data:` et `vbscript:`, qui exécutent aussi du code. N’acceptez que `http:` et `https:`, par `new URL(adresse).protocol`.',
    },
    forLeads: {
      en: 'A link stored by one visitor can run code in another visitor’s browser.',
      fr: 'Un lien enregistré par un visiteur peut exécuter du code chez un autre.',
    },
    bad: `export const safe = (url: string) => (url.toLowerCase().startsWith('javascript:') ? 'about:blank' : url);`,
    good: `export const safe = (url: string) => (/^https?:$/.test(new URL(url).protocol) ? url : 'about:blank');`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ missing }: Data) => `Refuses \`javascript:\` but not ${missing}`,
    fr: ({ missing }: Data) => `Refuse \`javascript:\` mais pas ${missing}`,
  },
  detect: ({ file, report }) => {
    if (!/javascript/.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    const reported = new Set<ts.Node>();
    const check = (node: ts.Node): void => {
      const place = checkAround(node, values);
      const around = place && scopeOf(place);
      if (!place || !around || reported.has(around)) return;
      const named = schemesIn(around, values);
      const missing = ['data:', 'vbscript:'].filter((scheme) => !named.has(scheme));
      if (missing.length === 0) return;
      reported.add(around);
      report(place, { missing: missing.map((scheme) => `\`${scheme}\``).join(', ') });
    };
    return { BinaryExpression: check, CallExpression: check, SwitchStatement: check };
  },
});

const script = /^javascript:?$/i;

/** The place where an address's scheme is compared with `javascript`, and not accepted by it. */
function checkAround(node: ts.Node, values: FileValues): ts.Node | undefined {
  if (ts.isSwitchStatement(node)) {
    const isScript = node.caseBlock.clauses.some(
      (clause) => ts.isCaseClause(clause) && script.test(stringValue(clause.expression) ?? ''),
    );
    return isScript && isAddress(node.expression) ? node.expression : undefined;
  }
  if (ts.isBinaryExpression(node)) return comparedInEquality(node);
  return ts.isCallExpression(node) ? comparedInCall(node, values) : undefined;
}

function comparedInEquality(node: ts.BinaryExpression): ts.Node | undefined {
  const operator = node.operatorToken.getText();
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const isScript =
    script.test(stringValue(unwrap(node.left)) ?? '') || script.test(stringValue(unwrap(node.right)) ?? '');
  return isScript && (isAddress(node.left) || isAddress(node.right)) ? node : undefined;
}

function comparedInCall(node: ts.CallExpression, values: FileValues): ts.Node | undefined {
  const callee = unwrap(node.expression);
  const [first] = node.arguments;
  if (!first || !ts.isPropertyAccessExpression(callee)) return undefined;
  const method = callee.name.text;
  const subject = callee.expression;
  if (/^(startsWith|indexOf|includes)$/.test(method) && /^javascript:$/i.test(stringValue(first) ?? '')) {
    return isAddress(subject) ? node : undefined;
  }
  if (/^(includes|indexOf|has)$/.test(method)) {
    return listTexts(subject, values).some((text) => script.test(text)) && isAddress(first) ? node : undefined;
  }
  if (/^(test|exec)$/.test(method) && ts.isRegularExpressionLiteral(unwrap(subject))) {
    return isSchemePattern(subject.getText()) && isAddress(first) ? node : undefined;
  }
  if (/^(match|replace|search)$/.test(method) && ts.isRegularExpressionLiteral(unwrap(first))) {
    return isSchemePattern(first.getText()) && isAddress(subject) ? node : undefined;
  }
  return undefined;
}

function isSchemePattern(text: string): boolean {
  return /^\/\^?(\\s\*)?\(?(\?:)?([a-z]+\|)*javascript(\|[a-z]+)*\)?(\\s\*)?(:|\$)/i.test(text);
}

/** Whether something is called an address or scheme. */
function isAddress(node: ts.Expression): boolean {
  const text = node.getText();
  return text.length < 200 && /ur[il]|href|link|scheme|protocol|src\b|address|location|\bu\b/i.test(text);
}

function listTexts(node: ts.Expression, values: FileValues): readonly string[] {
  const list = values.settled(node);
  if (ts.isArrayLiteralExpression(list)) return list.elements.flatMap((element) => stringValue(element) ?? []);
  if (ts.isNewExpression(list) && list.arguments?.[0]) return listTexts(list.arguments[0], values);
  if (!ts.isCallExpression(list) || !ts.isPropertyAccessExpression(list.expression)) return [];
  const text = stringValue(unwrap(list.expression.expression));
  return list.expression.name.text === 'split' && text !== undefined ? text.split(/\W+/) : [];
}

/** All checks of one function are read together. */
function scopeOf(node: ts.Node): ts.Node | undefined {
  return enclosingFunction(node) ?? parentOf(node);
}

function schemesIn(scope: ts.Node, values: FileValues): ReadonlySet<string> {
  const found = new Set<string>();
  const read = (text: string): void => {
    for (const [, scheme] of text.matchAll(/\b(data|vbscript)\b/gi)) found.add(`${scheme?.toLowerCase()}:`);
  };
  walkBelow(scope, (node) => {
    if (ts.isStringLiteralLike(node)) read(node.text);
    else if (ts.isRegularExpressionLiteral(node)) read(node.text);
    else if (ts.isIdentifier(node) && ts.isExpression(node)) listTexts(node, values).forEach(read);
    return undefined;
  });
  return found;
}
