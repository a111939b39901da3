import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type ProtocolConnection,
  type Registration,
} from 'vscode-languageserver/node';
import { statusNotification, type ServerOptions, type ServerStatus } from '../../src/protocol/server-messages.ts';

/** The bundled server as a process of its own, seen through the protocol alone. */
export interface ServerProcess {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly registrations: readonly Registration[];
  /** Every status so far, the newest last. */
  readonly statuses: readonly ServerStatus[];
  /** How often the server asked to pull again. */
  refreshes(): number;
  /** Resolves with the first status, from now on or already there, that fits. */
  status(fits: (status: ServerStatus) => boolean): Promise<ServerStatus>;
  /** What the server wrote to its error output. */
  errors(): string;
  stop(): Promise<void>;
}

const capabilities: ClientCapabilities = {
  textDocument: { diagnostic: { dynamicRegistration: true } },
  workspace: {
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
};

/** Starts `dist/server.mjs` on folders and waits for its answer to `initialize`. */
export async function startServerProcess(
  folders: readonly string[],
  options: Partial<ServerOptions> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [path.resolve('dist/server.mjs'), '--stdio'], { stdio: 'pipe', env });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const registrations: Registration[] = [];
  const statuses: ServerStatus[] = [];
  let refreshes = 0;
  const listeners = new Set<() => void>();
  connection.onRequest(RegistrationRequest.type, (params) => {
    registrations.push(...params.registrations);
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshes++;
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.onNotification(statusNotification.method, (status: ServerStatus) => {
    statuses.push(status);
    for (const listener of listeners) listener();
  });
  connection.listen();
  await initialize(connection, folders, options);
  return {
    connection,
    process: child,
    registrations,
    statuses,
    refreshes: () => refreshes,
    errors: () => errors,
    status: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = statuses.at(-1);
          if (!found || !fits(found)) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
      }),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        await connection.sendRequest('shutdown');
        await connection.sendNotification('exit');
        await ended;
      }
      connection.dispose();
    },
  };
}

async function initialize(
  connection: ProtocolConnection,
  folders: readonly string[],
  options: Partial<ServerOptions>,
): Promise<void> {
  const initializationOptions: ServerOptions = { locale: 'en', isTrusted: true, settings: {}, ...options };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders: folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: path.basename(folder) })),
  });
  await connection.sendNotification('initialized', {});
}
