import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = process.cwd();
const bundle = JSON.parse(fs.readFileSync(path.join(root, 'l10n/bundle.l10n.fr.json'), 'utf8')) as Record<
  string,
  string
>;

describe('texts of the extension', () => {
  const used = new Set(filesOf('src/extension').flatMap(textsIn));

  it('are all translated to French, and no translation is left over', () => {
    assert.deepEqual([...used].sort(), Object.keys(bundle).sort());
  });

  it('keep their placeholders and use French spacing', () => {
    for (const [english, french] of Object.entries(bundle)) {
      assert.deepEqual(placeholders(french), placeholders(english), english);
      assert.doesNotMatch(french, /[^\u202f][;!?]|[^\u00a0]:/, french);
    }
  });
});

function filesOf(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name));
}

/** Literal first arguments of `l10n.t`. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'vscode.l10n.t') {
      const [text] = node.arguments;
      assert.ok(text && ts.isStringLiteralLike(text), `${file}: a text must be a literal`);
      texts.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\d+\}/g)].map(([placeholder]) => placeholder).sort();
}
