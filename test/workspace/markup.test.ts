import assert from 'node:assert/strict';
import { scriptTextOf } from '../../src/workspace/markup/script-text.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { temporaryFolder } from './temporary-folder.ts';

const component = `<template>
  <p v-html="note"/> <b :title='note' v-html='user.name'>x</b>
</template>
<script setup lang="ts">
const note: string = location.hash;
</script>
<style>p { color: red }</style>
`;

describe('markup', () => {
  const cases: readonly (readonly [title: string, file: string, markup: string, kept: readonly string[]])[] = [
    ['a component', 'a.vue', component, ['=note;', '=user.name;', 'const note: string = location.hash;']],
    [
      'two inline scripts',
      'a.html',
      '<p>1</p><script>one()</script>\n<script type="module">two()</script>',
      ['one()', 'two()'],
    ],
    ['a script from elsewhere', 'a.html', '<script src="x.js"></script><script>mine()</script>', ['mine()']],
    [
      'data and templates',
      'a.html',
      '<script type="application/json">{}</script><script type="text/template"><b></script>',
      [],
    ],
    ['markup in a text', 'a.html', '<script>let a = "<b>"; if (a<b) go()</script>', ['let a = "<b>"; if (a<b) go()']],
    ['an unclosed script', 'a.html', '<script>open()', ['open()']],
    ['v-html outside a component', 'a.html', '<p v-html="x"></p>', []],
    ['an empty expression', 'a.vue', '<p v-html=""/><p v-html/>', []],
    ['no text', 'a.html', '', []],
  ];
  for (const [title, file, markup, kept] of cases) {
    it(`keeps the place of the scripts of ${title}`, () => {
      const { text } = scriptTextOf(file, markup);
      assert.equal(text.length, markup.length);
      for (const part of kept) assert.ok(text.includes(part), text);
      if (kept.length === 0) assert.equal(text.trim(), '');
      for (const match of text.matchAll(/[\w"'.]{2,}/g)) {
        if (/^(_|__html)$/.test(match[0])) continue;
        assert.equal(markup.slice(match.index, match.index + match[0].length), match[0]);
      }
    });
  }

  it('reviews components and pages with scripts, follows their imports, and takes their edits in', async () => {
    const root = temporaryFolder({
      'src/note.ts': 'export const note = 1;\n',
      'src/note.vue': "<template><p/></template>\n<script>\nimport { note } from './note';\nnote;\n</script>\n",
      'index.html': '<script>go()</script>',
      'plain.html': '<p>no script</p>',
    });
    const workspace = await openWorkspace(root, { git: false });
    assert.deepEqual([...workspace.files.keys()], ['index.html', 'src/note.ts', 'src/note.vue']);
    assert.deepEqual(workspace.skipped, []);
    assert.deepEqual(
      workspace
        .moduleGraph()
        .importsOf('src/note.vue')
        .map(({ to }) => to),
      ['src/note.ts'],
    );
    const edited = workspace.withFile('plain.html', '<p>now</p><script>stop()</script>');
    assert.ok(edited.files.get('plain.html')?.sourceFile.statements.length);
    assert.equal(edited.withFile('plain.html', '<p>gone</p>').files.has('plain.html'), false);
  });
});
