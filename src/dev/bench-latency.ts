import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { statusNotification, type ServerOptions, type ServerStatus } from '../protocol/server-messages.ts';
import { percentile } from './measure-process.ts';
import { cpuSecondsOf, watchMemory, type SeenMemory } from './watch-memory.ts';

/** Milliseconds from an edit to the diagnostics of the edited file, through the protocol an editor speaks. */
export interface Latency extends SeenMemory {
  readonly file: string;
  readonly lines: number;
  /** From the start of the process to its answer to `initialize`, to the open file's syntactic diagnostics, and to the first whole result. */
  readonly startMs: number;
  readonly firstSyntaxMs: number;
  readonly readyMs: number;
  readonly keystroke: Percentiles;
  /** From the last edit to all diagnostics: what the server waits for another edit is part of it. */
  readonly pause: Percentiles;
  readonly pauses: number;
  readonly firstPauseMs: number;
  readonly tenthPauseMs: number;
}

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/** What to edit, how often, and for how long at most pauses are measured. */
export interface LatencyOptions {
  readonly server: string;
  readonly folder: string;
  readonly file: string;
  readonly edits: number;
  readonly mostSeconds: number;
}

/** Starts the bundled server on a folder, edits one file many times and asks for its diagnostics each time. */
export async function measureLatency(options: LatencyOptions): Promise<Latency> {
  const { server, folder, file } = options;
  const start = performance.now();
  const since = (): number => performance.now() - start;
  const child = spawn(process.execPath, ['--max-old-space-size=4096', server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  const memory = watchMemory(child.pid ?? 0);
  const connection = connectTo(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const text = fs.readFileSync(file, 'utf8');
  const uri = pathToFileURL(file).href;
  try {
    const ready = untilReady(connection);
    await initialize(connection, folder);
    const startMs = since();
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'typescript', version: 1, text },
    });
    await pull(connection, uri, 'syntax');
    const firstSyntaxMs = since();
    await ready;
    const readyMs = since();
    await untilQuiet(child.pid ?? 0);
    const lines = text.split('\n').length;
    const samples = await edit(connection, uri, lines, options);
    const pauses = samples.flatMap(({ pauseMs }) => pauseMs ?? []);
    return {
      ...{ file: path.relative(folder, file), lines, startMs, firstSyntaxMs, readyMs },
      keystroke: percentilesOf(samples.map(({ keystrokeMs }) => keystrokeMs)),
      pause: percentilesOf(pauses),
      pauses: pauses.length,
      firstPauseMs: pauses[0] ?? NaN,
      tenthPauseMs: pauses[9] ?? NaN,
      ...memory.stop(),
    };
  } finally {
    memory.stop();
    connection.dispose();
    child.kill();
  }
}

function connectTo(reader: StreamMessageReader, writer: StreamMessageWriter): ProtocolConnection {
  const connection = createProtocolConnection(reader, writer);
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.listen();
  return connection;
}

const quietMs = 500;
const mostReadingMs = 15_000;

/** A person reads before the first edit, and the server gets ready for it meanwhile: until it is idle. */
async function untilQuiet(pid: number): Promise<void> {
  const end = performance.now() + mostReadingMs;
  for (let before: number | undefined = NaN; performance.now() < end;) {
    await delay(quietMs);
    const now = cpuSecondsOf(pid);
    if (now !== undefined && now - (before ?? 0) < 0.02) return;
    before = now;
  }
}

interface Sample {
  readonly keystrokeMs: number;
  /** Undefined when the time for pauses was over. */
  readonly pauseMs: number | undefined;
}

/** Types a statement into a line and takes it back, at places all over the file; asks as editors do, for both at once. */
async function edit(
  connection: ProtocolConnection,
  uri: string,
  lines: number,
  { edits, mostSeconds }: LatencyOptions,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  const typed = `const typed = 1; `;
  const end = performance.now() + mostSeconds * 1000;
  for (let index = 0; index < edits; index++) {
    const line = 1 + ((Math.floor(index / 2) * 37) % (lines - 2));
    const isUndo = index % 2 === 1;
    const range = { start: { line, character: 0 }, end: { line, character: isUndo ? typed.length : 0 } };
    const start = performance.now();
    const since = (): number => performance.now() - start;
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: index + 2 },
      contentChanges: [{ range, text: isUndo ? '' : typed }],
    });
    const isPause = start < end;
    const [keystrokeMs, pauseMs] = await Promise.all([
      pull(connection, uri, 'syntax').then(since),
      isPause ? pull(connection, uri, 'full').then(since) : undefined,
    ]);
    samples.push({ keystrokeMs, pauseMs });
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
