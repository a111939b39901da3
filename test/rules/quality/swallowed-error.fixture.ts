import { promises as fs } from 'node:fs';

declare const payments: { capture(id: string): Promise<void>; find(id: string): Promise<{ id: string }>; log(): void };
declare const mail: { send(id: string): Promise<void> };
declare const socket: { close(): Promise<void>; send(text: string): void };
declare const logger: { error(...values: unknown[]): void; warn(...values: unknown[]): void };
declare function recalculate(): void;
declare function loadModule(name: string): unknown;

export async function confirm(id: string): Promise<void> {
  try {
    await payments.capture(id);
  } catch {}
//  ^^^^^^^^ quality/swallowed-error: This `catch` drops every error of `payments.capture`
}

export function refresh(): void {
  try {
    recalculate();
  } catch (error) {
//  ^^^^^^^^^^^^^^^ quality/swallowed-error: This `catch` drops every error of `recalculate`
    // TODO handle this
  }
  try {
    recalculate();
  } catch (error) {
//  ^^^^^^^^^^^^^^^ quality/swallowed-error: This `catch` drops every error of `recalculate`
    // console.log(error);
  }
}

export async function findPayment(id: string): Promise<{ id: string } | null> {
  try {
    return await payments.find(id);
  } catch (error) {
//  ^^^^^^^^^^^^^^^ quality/swallowed-error: This `catch` turns every error of `payments.find` into `null`
    return null;
  }
}

export async function captureAll(ids: string[]): Promise<void> {
  for (const id of ids) {
    try {
      await payments.capture(id);
    } catch {
//    ^^^^^^^ quality/swallowed-error: This `catch` skips over every error of `payments.capture`
      continue;
    }
    await mail.send(id);
  }
}

export async function notify(id: string): Promise<void> {
  try {
    await mail.send(id);
  } catch (error) {
//  ^^^^^^^^^^^^^^^ quality/swallowed-error: This `catch` logs that something failed, not the error of `mail.send`
    logger.error('The mail could not be sent');
  }
}

export function notifyLater(id: string): void {
  mail.send(id).catch(() => {});
//                    ^^^^^^^^ quality/swallowed-error: Every rejection of `mail.send` is dropped
  mail.send(id).then(
    () => payments.log(),
    () => undefined,
//  ^^^^^^^^^^^^^^^ quality/swallowed-error: Every rejection of `mail.send` is dropped
  );
  void payments
    .capture(id)
    .then(() => mail.send(id))
    .catch(function () {});
//         ^^^^^^^^^^^^^^ quality/swallowed-error: Every rejection of `payments.capture` is dropped
}

// A reason in the block, or a name that says so, is enough
export async function capturedOnPurpose(id: string): Promise<void> {
  try {
    await payments.capture(id);
  } catch {
    // The nightly job captures again what failed here.
  }
  try {
    await mail.send(id);
  } catch (ignored) {}
  // Best effort: the mail is sent again tomorrow.
  mail.send(id).catch(() => {});
  mail.send(id).catch(() => {
    // sent again tomorrow
  });
}

// The error is used, passed on, or changes what happens next
export async function handled(id: string): Promise<boolean> {
  let hasFailed = false;
  try {
    await payments.capture(id);
  } catch (error) {
    logger.warn('not captured', error);
  }
  try {
    await payments.capture(id);
  } catch {
    hasFailed = true;
  }
  try {
    await payments.capture(id);
    return true;
  } catch {
    if (hasFailed) throw new Error('Failed twice.');
    return false;
  }
}

// Asking whether something works: the failure is the answer
export function parseSettings(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

export function isWebAddress(text: string): boolean {
  try {
    new URL(text);
    return true;
  } catch {
    return false;
  }
}

export function nativeDriver(): unknown {
  let driver: unknown;
  try {
    driver = loadModule('pg-native');
  } catch {}
  return driver;
}

export function hostOf(text: string): string | undefined {
  let address: URL | undefined;
  try {
    address = new URL(text);
    if (address.protocol === 'file:' || depthOf(text) > 9) return;
  } catch {
    return;
  }
  return address.host;
}

export async function ping(id: string): Promise<void> {
  try {
    await mail.send(id);
  } catch {
    // no-op
  }
}

export async function exists(file: string): Promise<boolean> {
  try {
    await fs.access(file);
    return true;
  } catch {
    return false;
  }
}

export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

export function rememberTheme(theme: string): void {
  try {
    localStorage.setItem('theme', theme);
  } catch {}
}

export function depthOf(value: unknown): number {
  let depth = 1;
  try {
    depth = String(value).split('.').length;
  } catch {}
  return depth;
}

// Tidying up: nobody can do more when it fails
export async function shutDown(file: string): Promise<void> {
  try {
    await socket.close();
  } catch {}
  try {
    await fs.unlink(file);
  } catch {}
  socket.close().catch(() => {});
  await fs.rm(file).catch(() => undefined);
}

// While the first error is on its way, a second one would hide it
export async function captureOrUndo(id: string): Promise<void> {
  try {
    await payments.capture(id);
  } catch (error) {
    try {
      await mail.send(id);
    } catch {}
    throw error;
  }
}

// A default for a result in use is a choice; a handler on a stored promise only marks it as handled
export async function choices(id: string): Promise<unknown> {
  const pending = payments.find(id);
  pending.catch(() => {});
  const payment = await payments.find(id).catch(() => null);
  return payment ?? pending;
}
// A remark in parentheses is no code that was commented out
export async function remarks(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      await payments.capture(id);
    } catch {
      // The order may be gone (e.g. cancelled meanwhile)
    }
    try {
      await payments.capture(id);
    } catch {
//    ^^^^^ quality/swallowed-error: This `catch` drops every error of `payments.capture`
      // console.log(id)
    }
  }
}

// Waits for what others started and answer for
export async function drain(pending: readonly Promise<void>[]): Promise<void> {
  await Promise.all(pending).catch(() => null);
}
// @file: test/payments.test.ts
export {};
declare const payments: { capture(id: string): void };
declare function it(title: string, body: () => void): void;
declare function expect(value: unknown): { toBe(expected: unknown): void };

it('does not break after a failure', () => {
  try {
    payments.capture('none');
  } catch {}
  try {
    expect(payments.capture('some')).toBe(true);
  } catch {}
//  ^^^^^^^^ quality/swallowed-error: This `catch` drops every error of `….toBe`
});
