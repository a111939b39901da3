import assert from 'node:assert/strict';
import { createLineIndex } from '../../src/base/text-range.ts';

describe('line index', () => {
  const cases = [
    { name: 'empty text', text: '', lineCount: 1 },
    { name: 'line feeds', text: 'a\nb\n', lineCount: 3 },
    { name: 'carriage return and line feed', text: 'a\r\nb', lineCount: 2 },
    { name: 'lone carriage return', text: 'a\rb', lineCount: 2 },
  ];
  for (const { name, text, lineCount } of cases) {
    it(`maps every offset to a position and back: ${name}`, () => {
      const index = createLineIndex(text);
      assert.equal(index.lineCount, lineCount);
      for (let offset = 0; offset <= text.length; offset++) {
        assert.equal(index.offsetAt(index.positionAt(offset)), offset);
      }
    });
  }
});
