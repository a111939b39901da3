import assert from 'node:assert/strict';
import { isTemplate, pathOf, rawOutputsIn } from '../../src/workspace/markup/raw-outputs.ts';

describe('raw outputs of templates', () => {
  const cases: readonly [file: string, text: string, expressions: readonly string[]][] = [
    ['page.ejs', '<%- a.b %><%= c %><%-d-%>', ['a.b', 'd']],
    ['page.eta', '<%~ it.name %><%= it.name %>', ['it.name']],
    ['page.hbs', '{{{ a }}}{{b}}{{& c}}', ['a', 'c']],
    ['page.pug', 'p!= a\nif b != c\n  p !{d} #{e}', ['d', 'a']],
    ['page.njk', '{{ a | safe }}{{ b }}{{ c|upper }}', ['a']],
    ['page.dust', '{a|s}{b}', ['a']],
    ['page.css', '<%- a %>', []],
    ['page.constructor', '<%- a %>', []],
  ];
  for (const [file, text, expressions] of cases) {
    it(`reads ${file}`, () => {
      const found = rawOutputsIn(file, text);
      assert.deepEqual(
        found.map(({ expression }) => expression),
        expressions,
      );
      for (const { expression, start, end } of found) assert.equal(text.slice(start, end), expression);
    });
  }

  it('knows a template by its ending alone', () => {
    assert.equal(isTemplate('views/page.ejs'), true);
    assert.equal(isTemplate('views/page.__proto__'), false);
  });

  it('follows loop variables to their list', () => {
    assert.deepEqual(pathOf('user.name', '<% site.users.forEach(user => { %>'), ['site', 'users', '*', 'name']);
    assert.deepEqual(pathOf('this.title', ''), ['title']);
    assert.equal(pathOf("include('head')", ''), undefined);
  });

  it('ends soon on hostile text', () => {
    const texts = [
      '<%-'.repeat(50_000),
      '{{{'.repeat(50_000),
      '!{'.repeat(50_000),
      '{{ '.repeat(50_000),
      `p${' '.repeat(100_000)}!`,
    ];
    const begun = process.cpuUsage().user;
    for (const text of texts)
      for (const file of ['a.ejs', 'a.hbs', 'a.pug', 'a.njk', 'a.dust']) rawOutputsIn(file, text);
    assert.ok(process.cpuUsage().user - begun < 5_000_000);
  });
});
