import assert from 'node:assert/strict';
import { DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { auditRequest } from '../../src/protocol/server-messages.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { itemsOf, openDocument } from './test-document.ts';
import { makeWorkspace, shopFiles, type TemporaryWorkspace } from './temporary-workspace.ts';

const clean = 'export const nothing = 1;\n';
const swallowing = `export async function load(): Promise<void> {
  try {
    await fetch('https://shop.example/prices');
  } catch {}
}
`;

describe('when the server reviews', () => {
  let workspace: TemporaryWorkspace;
  let server: ServerProcess;

  const start = async (run: string): Promise<void> => {
    workspace = makeWorkspace({ ...shopFiles, 'src/prices.ts': clean });
    server = await startServerProcess([workspace.root], { settings: { run } });
  };
  const untilReady = () => server.status(({ state, findings }) => state === 'ready' && findings !== undefined);
  afterEach(async () => {
    await server.stop();
    workspace.dispose();
  });

  const rulesOf = (items: ReturnType<typeof itemsOf>): unknown[] =>
    items.map(({ code }) => code).filter((code) => code === 'quality/swallowed-error');
  const problems = async (document: Awaited<ReturnType<typeof openDocument>>): Promise<unknown[]> =>
    rulesOf([...itemsOf(await document.pull('syntax')), ...itemsOf(await document.pull('full'))]);

  it('is while one types with "onType"', async () => {
    await start('onType');
    await untilReady();
    const document = await openDocument(server, workspace.root, 'src/prices.ts', clean);
    await document.change(swallowing);
    assert.equal((await problems(document)).length, 1);
  });

  it('is at the next save with "onSave"', async () => {
    await start('onSave');
    await untilReady();
    const document = await openDocument(server, workspace.root, 'src/prices.ts', clean);
    assert.deepEqual(await problems(document), []);
    workspace.write('src/prices.ts', swallowing);
    await document.change(swallowing);
    await document.save();
    assert.equal((await problems(document)).length, 1);
  });

  it('is when somebody asks with "manual", until the setting changes', async () => {
    await start('manual');
    const document = await openDocument(server, workspace.root, 'src/prices.ts', swallowing);
    assert.deepEqual(await problems(document), []);
    await server.connection.sendRequest(auditRequest.method, {});
    assert.equal((await problems(document)).length, 1);
    await document.change(clean);
    assert.equal((await problems(document)).length, 1);
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { ctoGuardrails: { run: 'onType' } },
    });
    await document.change(`${clean}\n`);
    assert.deepEqual(await problems(document), []);
  });
});
