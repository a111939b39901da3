// @file: src/server.ts
'use strict';
declare const server: { close(): void; port: number; to: { be: { ok: boolean } } };
declare function expect(value: unknown): { to: { be: { ok: boolean } } };

export function stop(port: number): void {
  server.close;
//^^^^^^^^^^^^ quality/expression-without-effect: `server.close` has no effect
  server.port == port;
//^^^^^^^^^^^^^^^^^^^ quality/expression-without-effect: `server.port == port` has no effect
  (function never() {});
//^^^^^^^^^^^^^^^^^^^^^ quality/expression-without-effect: `(function never() {})` has no effect
  port > 3 && server.close();
  port > 3 ? server.close() : undefined;
  expect(port).to.be.ok;
  try {
    server.port;
  } catch {
    server.port;
//  ^^^^^^^^^^^ quality/expression-without-effect: `server.port` has no effect
  }
  void port;
}
// @file: test/server.test.ts
declare const server: { port: number };
test('has a port', () => {
  server.port;
  server.port === 80;
//^^^^^^^^^^^^^^^^^^ quality/expression-without-effect: `server.port === 80` has no effect
  () => server.port;
});
