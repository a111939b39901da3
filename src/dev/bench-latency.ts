import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { statusNotification, type ServerOptions, type ServerStatus } from '../protocol/server-messages.ts';
import { percentile } from './measure-process.ts';

/** Milliseconds from an edit to the diagnostics of the edited file, through the protocol an editor speaks. */
export interface Latency {
  readonly file: string;
  readonly lines: number;
  /** From the start of the process to its answer to `initialize`, and to the first whole result. */
  readonly startMs: number;
  readonly readyMs: number;
  readonly keystroke: Percentiles;
  /** All diagnostics, the pause of a typist's hand included that the server waits for. */
  readonly pause: Percentiles;
  readonly firstPauseMs: number;
  readonly tenthPauseMs: number;
  readonly peakMegabytes: number;
}

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/** Starts the bundled server on a folder, edits one file many times and asks for its diagnostics each time. */
export async function measureLatency(folder: string, file: string, edits: number): Promise<Latency> {
  const start = performance.now();
  const child = spawn(process.execPath, [path.resolve('dist/server.mjs'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const ready = untilReady(connection);
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.listen();
  const text = fs.readFileSync(file, 'utf8');
  const uri = pathToFileURL(file).href;
  try {
    await initialize(connection, folder);
    const startMs = performance.now() - start;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'typescript', version: 1, text },
    });
    await ready;
    const readyMs = performance.now() - start;
    // A person reads before the first edit; the server may get ready for it meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const lines = text.split('\n').length;
    const samples = await edit(connection, uri, lines, edits);
    return {
      file: path.relative(folder, file),
      lines,
      ...{ startMs, readyMs },
      keystroke: percentilesOf(samples.map(({ keystrokeMs }) => keystrokeMs)),
      pause: percentilesOf(samples.map(({ pauseMs }) => pauseMs)),
      firstPauseMs: samples[0]?.pauseMs ?? NaN,
      tenthPauseMs: samples[9]?.pauseMs ?? NaN,
      peakMegabytes: peakOf(child.pid),
    };
  } finally {
    connection.dispose();
    child.kill();
  }
}

interface Sample {
  readonly keystrokeMs: number;
  readonly pauseMs: number;
}

/** Types a statement into a line and takes it back, at places all over the file. */
async function edit(connection: ProtocolConnection, uri: string, lines: number, edits: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  const typed = `const typed = 1; `;
  for (let index = 0; index < edits; index++) {
    const line = 1 + ((Math.floor(index / 2) * 37) % (lines - 2));
    const isUndo = index % 2 === 1;
    const range = {
      start: { line, character: 0 },
      end: { line, character: isUndo ? typed.length : 0 },
    };
    const start = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: index + 2 },
      contentChanges: [{ range, text: isUndo ? '' : typed }],
    });
    await pull(connection, uri, 'syntax');
    const keystrokeMs = performance.now() - start;
    await pull(connection, uri, 'full');
    samples.push({ keystrokeMs, pauseMs: performance.now() - start });
  }
  return samples;
}

/** Asks again as long as the server says that its answer would be out of date. */
async function pull(connection: ProtocolConnection, uri: string, identifier: string): Promise<void> {
  for (;;) {
    try {
      await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, identifier });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === serverCancelled)) throw error;
    }
  }
}

const serverCancelled = -32802;

async function untilReady(connection: ProtocolConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.onNotification(statusNotification.method, ({ state, findings, detail }: ServerStatus) => {
      if (state === 'error') reject(new Error(`The server cannot review the folder: ${detail}`));
      if (state === 'ready' && findings !== undefined) resolve();
    });
  });
}

async function initialize(connection: ProtocolConnection, folder: string): Promise<void> {
  const initializationOptions: ServerOptions = { locale: 'en', isTrusted: false, settings: {} };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: true } } },
    initializationOptions,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: path.basename(folder) }],
  });
  await connection.sendNotification('initialized', {});
}

function percentilesOf(values: readonly number[]): Percentiles {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95) };
}

/** Linux alone tells the peak of a running process; elsewhere it is unknown. */
function peakOf(pid: number | undefined): number {
  const status = `/proc/${pid ?? 0}/status`;
  if (!fs.existsSync(status)) return NaN;
  return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(status, 'utf8'))?.[1] ?? NaN) / 1024;
}
