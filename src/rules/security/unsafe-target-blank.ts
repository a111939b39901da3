import ts from 'typescript';
import { z } from 'zod';
import type { Fix } from '../../findings/finding.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import { defineRule } from '../define-rule.ts';

type Element = ts.JsxOpeningElement | ts.JsxSelfClosingElement;

const fixedHost = /^(https?:)?\/\/[\w.-]+(:\d+)?([/?#]|$)/i;
const ownPath = /^(\.{0,2}\/(?!\/)|[\w-]+[./]|#|mailto:|tel:)/;

export const rule = defineRule({
  id: 'security/unsafe-target-blank',
  weakness: 'redirect-cookies-headers',
  cwe: [1022, 200],
  docs: {
    title: {
      en: 'Link to a foreign page that keeps a hold on this one',
      fr: 'Lien vers une page étrangère qui garde prise sur celle-ci',
    },
    why: {
      en: 'In older browsers a page opened with `target="_blank"` can send the page it came from elsewhere through `window.opener`, and it learns its address. `rel="noopener noreferrer"` cuts both.',
      fr: 'Dans d’anciens navigateurs, une page ouverte avec `target="_blank"` peut renvoyer ailleurs la page d’origine par `window.opener`, et en apprend l’adresse. `rel="noopener noreferrer"` coupe les deux.',
    },
    forLeads: {
      en: 'A foreign site that customers open from here can swap our page behind them for a fake one.',
      fr: 'Un site étranger que les clients ouvrent d’ici peut remplacer notre page, derrière eux, par une fausse.',
    },
    bad: 'export const Site = ({ url }: { url: string }) => (\n  <a href={url} target="_blank">\n    Site\n  </a>\n);',
    good: 'export const Site = ({ url }: { url: string }) => (\n  <a href={url} target="_blank" rel="noopener noreferrer">\n    Site\n  </a>\n);',
    exampleFile: 'example.tsx',
  },
  options: z.strictObject({}),
  message: {
    en: () => 'The page behind this link can reach back to this one: `rel="noopener"` is missing',
    fr: () => 'La page derrière ce lien peut agir sur celle-ci\u00a0: il manque `rel="noopener"`',
  },
  detect: ({ file, report }) => {
    const check = (node: Element): void => {
      if (!/^(a|area)$/i.test(node.tagName.getText())) return;
      const attributes = node.attributes.properties;
      if (!attributes.every(ts.isJsxAttribute)) return;
      const target = attribute(attributes, /^target$/);
      if (target === undefined || textOf(target) !== '_blank' || isCut(attribute(attributes, /^rel$/))) return;
      const address = attribute(attributes, /^(data-)?(ng-)?href$/);
      if (!address || !mayLeadAnywhere(address)) return;
      report(node.tagName, {}, { fixes: fixesOf(file, target, attribute(attributes, /^rel$/)) });
    };
    return { JsxOpeningElement: check, JsxSelfClosingElement: check };
  },
});

function attribute(attributes: readonly ts.JsxAttribute[], name: RegExp): ts.JsxAttribute | undefined {
  return attributes.find((candidate) => name.test(candidate.name.getText()));
}

/** The constant text of an attribute; undefined where it is computed. */
function textOf({ initializer }: ts.JsxAttribute): string | undefined {
  if (!initializer) return '';
  const value = ts.isJsxExpression(initializer) ? initializer.expression : initializer;
  return value && ts.isStringLiteralLike(value) ? value.text : undefined;
}

function isCut(rel: ts.JsxAttribute | undefined): boolean {
  if (!rel) return false;
  const text = textOf(rel);
  return text === undefined || /\b(noopener|noreferrer)\b/.test(text);
}

/** Whether the host of an address is not settled where it is written. */
function mayLeadAnywhere(address: ts.JsxAttribute): boolean {
  const text = textOf(address);
  if (text !== undefined) return /^\{\{/.test(text) && !/^\{\{\s*\w+\(/.test(text);
  const { initializer } = address;
  const value = initializer && ts.isJsxExpression(initializer) ? initializer.expression : undefined;
  const head = value && headOf(value);
  return head === undefined || !(fixedHost.test(head) || ownPath.test(head));
}

/** The constant beginning of a text; undefined where it begins with something unknown. */
function headOf(value: ts.Expression): string | undefined {
  if (ts.isTemplateExpression(value)) return value.head.text === '' ? undefined : value.head.text;
  if (ts.isBinaryExpression(value)) return headOf(value.left);
  return ts.isStringLiteralLike(value) ? value.text : undefined;
}

/** Certain only where no `rel` stands yet. */
function fixesOf(file: FileModel, target: ts.JsxAttribute, rel: ts.JsxAttribute | undefined): readonly Fix[] {
  if (rel) return [];
  const at = file.lines.positionAt(target.getEnd());
  return [
    {
      title: { en: 'Add `rel="noopener noreferrer"`', fr: 'Ajouter `rel="noopener noreferrer"`' },
      edits: [{ file: file.path, range: { start: at, end: at }, newText: ' rel="noopener noreferrer"' }],
    },
  ];
}
