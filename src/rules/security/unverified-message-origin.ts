import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues } from '../syntax/file-values.ts';
import { nameParts, stringValue, unwrap } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';

type Listener = ts.FunctionExpression | ts.ArrowFunction | ts.FunctionDeclaration;

export const rule = defineRule({
  id: 'security/unverified-message-origin',
  weakness: 'csrf-or-cors',
  cwe: [346, 940],
  docs: {
    title: { en: 'Messages of any website are accepted', fr: 'Messages de tout site acceptés' },
    why: {
      en: 'Every page that opens or frames this one can send it messages. Compare `event.origin` with the expected address before anything else.',
      fr: 'Toute page qui ouvre ou encadre celle-ci peut lui envoyer des messages. Comparez d’abord `event.origin` à l’adresse attendue.',
    },
    forLeads: {
      en: 'A foreign website can drive this page behind the customer’s back.',
      fr: 'Un site étranger peut piloter cette page à l’insu du client.',
    },
    bad: "window.addEventListener('message', (event) => {\n  document.title = event.data.title;\n});",
    good: "window.addEventListener('message', (event) => {\n  if (event.origin !== 'https://shop.example.com') return;\n  document.title = event.data.title;\n});",
  },
  options: z.strictObject({}),
  message: {
    en: () => 'This listener reads messages without a look at their origin',
    fr: () => 'Cet écouteur lit les messages sans regarder leur origine',
  },
  detect: ({ file, report }) => {
    if (!file.text.includes('message')) return {};
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        if (!isWindow(node.expression, 'addEventListener') || stringValue(node.arguments[0]) !== 'message') return;
        const listener = node.arguments[1] && listenerOf(node.arguments[1], values);
        if (listener && !checksOrigin(listener)) report(node.expression, {});
      },
      BinaryExpression(node) {
        if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !isWindow(node.left, 'onmessage')) return;
        const listener = listenerOf(node.right, values);
        if (listener && !checksOrigin(listener)) report(node.left, {});
      },
    };
  },
});

function isWindow(node: ts.Expression, name: string): boolean {
  const parts = nameParts(node);
  return (
    parts.at(-1) === name && (parts.length === 2 ? parts[0] === 'window' : parts.length === 1 && name !== 'onmessage')
  );
}

function listenerOf(node: ts.Expression, values: ReturnType<typeof fileValues>): Listener | undefined {
  const place = values.settled(unwrap(node));
  if (ts.isFunctionExpression(place) || ts.isArrowFunction(place)) return place;
  if (!ts.isIdentifier(place)) return undefined;
  const declaration = values.declaration(place);
  return declaration && ts.isFunctionDeclaration(declaration) ? declaration : undefined;
}

/** Reads where the message comes from, hands the whole event on, or reads none of it. */
function checksOrigin(listener: Listener): boolean {
  const [parameter] = listener.parameters;
  if (!parameter || !listener.body) return true;
  const text = listener.getText();
  if (/\b(origin|source|isTrusted|ports)\b/i.test(text)) return true;
  const { name } = parameter;
  if (!ts.isIdentifier(name)) return false;
  const isUsed = (node: ts.Node): boolean =>
    ts.isIdentifier(node) && node.text === name.text && node.parent !== parameter;
  const uses: ts.Node[] = [];
  if (isUsed(listener.body)) uses.push(listener.body);
  walkBelow(listener.body, (node) => {
    if (isUsed(node)) uses.push(node);
    return undefined;
  });
  const isHandedOn = uses.some((use) => ts.isCallExpression(use.parent) && use.parent.expression !== use);
  return uses.length === 0 || (isHandedOn && !uses.some((use) => isDataRead(use)));
}

function isDataRead(use: ts.Node): boolean {
  return ts.isPropertyAccessExpression(use.parent) && use.parent.name.text === 'data';
}
