import assert from 'node:assert/strict';
import { commentFormAbove } from '../../src/server/comment-place.ts';

describe('place of a comment that disables a rule', () => {
  const cases = [
    { name: 'a statement', file: 'a.ts', text: 'f();\n  g();\n', line: 1, form: 'line' },
    { name: 'the first line', file: 'a.ts', text: 'f();\n', line: 0, form: 'line' },
    { name: 'an argument', file: 'a.ts', text: 'f(\n  1,\n);\n', line: 1, form: 'line' },
    { name: 'a type assertion, not JSX', file: 'a.ts', text: 'const a = <T>b;\nf();\n', line: 1, form: 'line' },
    { name: 'text of a template', file: 'a.ts', text: 'f(`a\n  b`);\n', line: 1, form: undefined },
    { name: 'text of a template behind a value', file: 'a.ts', text: 'f(`a ${b}\n c`);\n', line: 1, form: undefined },
    { name: 'a value inside a template', file: 'a.ts', text: 'f(`${\n  b\n}`);\n', line: 1, form: 'line' },
    {
      name: 'a child of JSX',
      file: 'a.tsx',
      text: 'const a = (\n  <p>\n    <b />\n  </p>\n);\n',
      line: 2,
      form: 'jsx',
    },
    { name: 'text of JSX', file: 'a.jsx', text: 'const a = <p>\n one\n two\n</p>;\n', line: 2, form: 'jsx' },
    { name: 'an attribute of JSX', file: 'a.tsx', text: 'const a = <p\n  id="b"\n/>;\n', line: 1, form: 'line' },
    { name: 'an expression inside JSX', file: 'a.tsx', text: 'const a = <p>{\n  b\n}</p>;\n', line: 1, form: 'line' },
  ];
  for (const { name, file, text, line, form } of cases) {
    it(name, () => assert.equal(commentFormAbove(file, text, line), form));
  }
});
