import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { summaryRequest, trustNotification, type FolderSummary } from '../../src/protocol/server-messages.ts';
import { startServerProcess } from './server-process.ts';
import { openDocument } from './test-document.ts';
import { makeWorkspace, shopFiles } from './temporary-workspace.ts';

describe('language server with several folders', () => {
  it('keeps two roots apart, and frees the one that is closed', async () => {
    const shop = makeWorkspace(shopFiles);
    const other = makeWorkspace({ 'index.js': 'exports.sum = (a, b) => a + b;\n' });
    const server = await startServerProcess([shop.root, other.root]);
    try {
      await server.status(({ state }) => state === 'ready');
      const both = await server.connection.sendRequest<FolderSummary[]>(summaryRequest.method, {});
      assert.deepEqual(
        both.map(({ summary }) => summary.coverage.files),
        [2, 1],
      );
      const uri = pathToFileURL(shop.root).href;
      await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [{ uri, name: 'shop' }] },
      });
      const rest = await server.connection.sendRequest<FolderSummary[]>(summaryRequest.method, {});
      assert.equal(rest.length, 1);
      const orphan = await openDocument(server, shop.root, 'src/orders.ts', shopFiles['src/orders.ts']);
      assert.deepEqual(await orphan.problems(), []);
    } finally {
      await server.stop();
      shop.dispose();
      other.dispose();
    }
  });

  it('says nothing of files outside of every folder', async () => {
    const shop = makeWorkspace(shopFiles);
    const elsewhere = makeWorkspace({ 'a.ts': 'try { f(); } catch {}\n' });
    const server = await startServerProcess([shop.root]);
    try {
      const document = await openDocument(server, elsewhere.root, 'a.ts', 'try { f(); } catch {}\n');
      assert.deepEqual(await document.problems(), []);
    } finally {
      await server.stop();
      shop.dispose();
      elsewhere.dispose();
    }
  });
});

describe('language server without trust', () => {
  it('runs no git until the workspace is trusted', async () => {
    const shop = makeWorkspace(shopFiles, { git: true });
    const server = await startServerProcess([shop.root], { isTrusted: false });
    try {
      const untrusted = await server.status(({ state }) => state === 'ready');
      assert.equal(untrusted.isTrusted, false);
      const [before] = await server.connection.sendRequest<FolderSummary[]>(summaryRequest.method, {});
      assert.equal(before?.summary.grade, 'E');
      assert.equal(before.summary.coverage.commit, undefined);
      await server.connection.sendNotification(trustNotification.method, { isTrusted: true });
      await server.status(({ state, isTrusted }) => state === 'indexing' && isTrusted);
      await server.status(({ state }) => state === 'ready');
      const [after] = await server.connection.sendRequest<FolderSummary[]>(summaryRequest.method, {});
      assert.match(after?.summary.coverage.commit ?? '', /^[0-9a-f]{40}$/);
    } finally {
      await server.stop();
      shop.dispose();
    }
  });
});

describe('language server with settings', () => {
  it('speaks French, with its own severities', async () => {
    const shop = makeWorkspace(shopFiles);
    const settings = { severity: { indispensable: 'off', useful: 'off', incidental: 'off' } };
    const server = await startServerProcess([shop.root], { locale: 'fr-CA', settings });
    try {
      const status = await server.status(({ state }) => state === 'ready');
      assert.match(status.findings ?? '', /constats?$/);
      const document = await openDocument(server, shop.root, 'src/orders.ts', shopFiles['src/orders.ts']);
      await document.pull('full');
      assert.deepEqual(await document.problems(), []);
    } finally {
      await server.stop();
      shop.dispose();
    }
  });

  it('does nothing on its own in manual mode, and keeps what an audit found', async () => {
    const shop = makeWorkspace(shopFiles);
    const server = await startServerProcess([shop.root], { settings: { run: 'manual' } });
    try {
      const document = await openDocument(server, shop.root, 'src/orders.ts', shopFiles['src/orders.ts']);
      assert.deepEqual(await document.problems(), []);
      await server.connection.sendRequest('ctoGuardrails/audit', {});
      assert.ok((await document.problems()).length > 0);
    } finally {
      await server.stop();
      shop.dispose();
    }
  });
});
