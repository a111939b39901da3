import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues } from '../syntax/file-values.ts';
import { calleeText, lastName, unwrap } from '../syntax/names.ts';

interface Data {
  readonly [key: string]: string;
  readonly setting: string;
}

/** Options that switch the escaping of a renderer off, by its function. */
const options: readonly { readonly callee: RegExp; readonly name: string; readonly value: RegExp }[] = [
  { callee: /^(nunjucks\.configure|Environment|configure)$/, name: 'autoescape', value: /^false$/ },
  { callee: /^(compile|precompile)$/, name: 'noEscape', value: /^true$/ },
  { callee: /^serialize(JavaScript|Javascript|JS)?$/, name: 'unsafe', value: /^true$/ },
];
const markdownFlags = new Map([
  ['allowDangerousHtml', /^(|true)$/],
  ['escapeHtml', /^false$/],
]);

export const rule = defineRule({
  id: 'security/escaping-disabled',
  weakness: 'stored-xss',
  cwe: [79, 116],
  precision: judged(14, 14),
  docs: {
    title: { en: 'Escaping of HTML switched off', fr: 'Échappement du HTML désactivé' },
    why: {
      en: 'The renderer escapes by default so that text stays text. With this setting every value it writes can bring scripts along.',
      fr: 'Le moteur de rendu échappe par défaut pour que le texte reste du texte. Avec ce réglage, toute valeur écrite peut apporter des scripts.',
    },
    forLeads: {
      en: 'The page’s main protection against planted scripts is off; any text of a customer may now run in another’s browser.',
      fr: 'La principale protection de la page contre les scripts déposés est coupée ; tout texte d’un client peut s’exécuter chez un autre.',
    },
    bad: "import nunjucks from 'nunjucks';\nnunjucks.configure('views', { autoescape: false });",
    good: "import nunjucks from 'nunjucks';\nnunjucks.configure('views', { autoescape: true });",
  },
  options: z.strictObject({}),
  message: {
    en: ({ setting }: Data) => `\`${setting}\` switches the escaping of HTML off`,
    fr: ({ setting }: Data) => `\`${setting}\` désactive l’échappement du HTML`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const callee = calleeText(node.expression);
        if (/^\$sceProvider\.enabled$/.test(callee) && node.arguments[0]?.kind === ts.SyntaxKind.FalseKeyword) {
          report(node, { setting: callee });
        }
        if (/\.(resourceUrlWhitelist|trustedResourceUrlList)$/.test(callee) && allowsAnyHost(node)) {
          report(node, { setting: lastName(node.expression) });
        }
        for (const option of options) {
          if (!option.callee.test(callee) && !option.callee.test(lastName(node.expression))) continue;
          const found = optionIn(node, option.name, option.value);
          if (found) report(found, { setting: found.getText() });
        }
      },
      BinaryExpression(node) {
        const left = unwrap(node.left);
        if (!ts.isPropertyAccessExpression(left) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
        const isOff = left.name.text === 'escapeMarkup' && node.right.kind === ts.SyntaxKind.FalseKeyword;
        if (
          isOff ||
          (left.name.text === 'escape' && isMustache(left.expression, values) && returnsItself(node.right))
        ) {
          report(node, { setting: left.getText() });
        }
      },
      JsxAttribute(node) {
        const value = markdownFlags.get(node.name.getText());
        const { initializer } = node;
        const text = initializer && ts.isJsxExpression(initializer) ? (initializer.expression?.getText() ?? '') : '';
        if (value?.test(text) && /Markdown/.test(node.parent.parent.tagName.getText())) {
          report(node, { setting: node.getText() });
        }
      },
    };
  },
});

function optionIn(call: ts.CallExpression, name: string, value: RegExp): ts.PropertyAssignment | undefined {
  for (const argument of call.arguments) {
    if (!ts.isObjectLiteralExpression(argument)) continue;
    for (const property of argument.properties) {
      if (!ts.isPropertyAssignment(property) || property.name.getText() !== name) continue;
      if (value.test(property.initializer.getText())) return property;
    }
  }
  return undefined;
}

/** `**` in the place of the host lets scripts and frames come from anywhere. */
function allowsAnyHost(call: ts.CallExpression): boolean {
  const [list] = call.arguments;
  if (!list || !ts.isArrayLiteralExpression(list)) return false;
  return list.elements.some((element) => ts.isStringLiteralLike(element) && /^(\w+:\/\/)?\*\*/.test(element.text));
}

function isMustache(node: ts.Expression, values: ReturnType<typeof fileValues>): boolean {
  const place = unwrap(node);
  if (!ts.isIdentifier(place)) return false;
  return /^mustache$/i.test(place.text) || /^require\(['"]mustache['"]\)$/.test(values.settled(place).getText());
}

function returnsItself(node: ts.Expression): boolean {
  const made = unwrap(node);
  if (!ts.isArrowFunction(made) && !ts.isFunctionExpression(made)) return false;
  const [parameter] = made.parameters;
  const only = ts.isBlock(made.body) ? made.body.statements[0] : undefined;
  const result = only && ts.isReturnStatement(only) ? only.expression : made.body;
  return parameter !== undefined && result?.getText() === parameter.name.getText();
}
