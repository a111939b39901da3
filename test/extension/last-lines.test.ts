import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { createLastLines } from '../../src/extension/last-lines.ts';

describe('last lines of a server', () => {
  const cases = [
    { name: 'nothing written', text: '', cause: '' },
    {
      name: 'an exception with its stack',
      text: 'starting\n/dist/server.mjs:12\n    throw new Error("no")\n\nTypeError: no such thing\n    at run (a.js:1:2)\n\nNode.js v20\n',
      cause: 'TypeError: no such thing',
    },
    {
      name: 'memory exhausted',
      text: 'FATAL ERROR: Reached heap limit Allocation failed\n----- Native stack trace -----\n',
      cause: 'FATAL ERROR: Reached heap limit Allocation failed',
    },
    { name: 'no exception', text: 'first\nlast words\n\n', cause: 'last words' },
  ];
  for (const { name, text, cause } of cases) {
    it(`names the cause: ${name}`, async () => {
      const lines = createLastLines();
      const stream = Readable.from([text]);
      lines.follow(stream, () => undefined);
      await finished(stream);
      await turn();
      assert.equal(lines.cause(), cause);
    });
  }
});
