import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  DiagnosticSeverity,
  ResponseError,
  WorkDoneProgress,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { auditFolder } from '../../src/audit/audit-folder.ts';
import {
  auditRequest,
  explainRequest,
  summaryRequest,
  type AuditResult,
  type FolderSummary,
} from '../../src/protocol/server-messages.ts';
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
const mended = swallowing.replace('catch {}', 'catch (error) { console.error(error); throw error; }');

describe('language server', () => {
  let workspace: TemporaryWorkspace;
  let server: ServerProcess;

  before(async () => {
    workspace = makeWorkspace(shopFiles, { git: true });
    server = await startServerProcess([workspace.root]);
    await server.status(({ state, findings }) => state === 'ready' && findings !== undefined);
  });
  after(async () => {
    await server.stop();
    workspace.dispose();
  });
  afterEach(() => assert.equal(server.errors(), ''));

  it('registers two identifiers, each with closed files', () => {
    const pulls = server.registrations.filter(({ method }) => method === 'textDocument/diagnostic');
    const options = pulls.map(({ registerOptions }) => registerOptions as Record<string, unknown>);
    assert.deepEqual(
      options.map(({ identifier, workspaceDiagnostics }) => [identifier, workspaceDiagnostics]),
      [
        ['syntax', true],
        ['full', true],
      ],
    );
  });

  it('shows a bug as it is typed, prices it, and takes it back when it is mended', async () => {
    const document = await openDocument(server, workspace.root, 'src/prices.ts', clean);
    assert.deepEqual(await document.problems(), []);
    await document.change(swallowing);
    const [typed] = withRule(itemsOf(await document.pull('syntax')), 'quality/swallowed-error');
    assert.equal(typed?.range.start.line, 3);
    await document.pull('full');
    const [priced] = withRule(itemsOf(await document.pull('syntax')), 'quality/swallowed-error');
    assert.ok(priced);
    assert.match(textOf(priced), / · fix ≈ \d+\u00a0(min|h) · /);
    assert.equal(priced.source, 'CTO Guardrails');
    assert.match(priced.codeDescription?.href ?? '', /quality\/swallowed-error\.md$/);
    await document.change(mended);
    assert.deepEqual(withRule(await document.problems(), 'quality/swallowed-error'), []);
    await document.close();
  });

  it('answers "unchanged" to a client that has the answer already', async () => {
    const document = await openDocument(server, workspace.root, 'src/orders.ts', shopFiles['src/orders.ts']);
    const first = await document.pull('full');
    assert.equal(first.kind, 'full');
    const second = await document.pull('full', { previousResultId: first.resultId ?? '' });
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
    await document.close();
  });

  it('drops the answer for a version that a newer one has overtaken', async () => {
    const document = await openDocument(server, workspace.root, 'src/overtaken.ts', clean);
    const stale = codeOf(document.pull('full'));
    await document.change(swallowing);
    const fresh = await document.problems();
    assert.equal(await stale, -32802);
    assert.equal(withRule(fresh, 'quality/swallowed-error').length, 1);
    await document.close();
  });

  it('cancels one pull and leaves the other alone', async () => {
    const document = await openDocument(server, workspace.root, 'src/cancelled.ts', swallowing);
    const source = new CancellationTokenSource();
    const full = codeOf(document.pull('full', { token: source.token }));
    const syntax = document.pull('syntax');
    source.cancel();
    assert.equal(await full, -32800);
    assert.equal(withRule(itemsOf(await syntax), 'quality/swallowed-error').length, 1);
    await document.close();
  });

  it('reviews fifty edits in a second once, and the last text wins', async () => {
    const document = await openDocument(server, workspace.root, 'src/busy.ts', clean);
    await document.problems();
    const before = server.refreshes();
    const answers: Promise<unknown>[] = [];
    for (let edit = 0; edit < 50; edit++) {
      await document.change(`${edit % 2 === 0 ? swallowing : clean}// ${edit}\n`);
      answers.push(document.pull('full').catch(() => undefined));
      await delay(20);
    }
    await document.change(swallowing);
    const last = await document.problems();
    await Promise.all(answers);
    await delay(500);
    assert.equal(withRule(last, 'quality/swallowed-error').length, 1);
    assert.ok(server.refreshes() - before <= 3, `${server.refreshes() - before} results for one burst`);
    await document.close();
  });

  it('tells of closed files in one workspace pull, then holds the next until something changes', async () => {
    const pull = (previousResultIds: readonly { uri: string; value: string }[]): Promise<WorkspaceReport> =>
      server.connection.sendRequest('workspace/diagnostic', { identifier: 'syntax', previousResultIds });
    // Documents that earlier tests closed may still be leaving.
    await server.connection.sendRequest(auditRequest.method, {});
    const first = await pull([]);
    const orders = first.items.find(({ uri }) => uri.endsWith('/src/orders.ts'));
    assert.ok(orders?.items?.some(({ code }) => code === 'performance/await-in-loop'));
    const held = pull(first.items.map(({ uri, resultId }) => ({ uri, value: resultId })));
    assert.equal(await Promise.race([held, delay(300, 'held')]), 'held');
    await writeAndTell('src/created.ts', swallowing, 1);
    const second = await held;
    const created = second.items.find(({ uri }) => uri.endsWith('/src/created.ts'));
    assert.ok(created?.items?.some(({ code }) => code === 'quality/swallowed-error'));
    assert.equal(second.items.find(({ uri }) => uri.endsWith('/src/orders.ts'))?.kind, 'unchanged');
    const third = pull(second.items.map(({ uri, resultId }) => ({ uri, value: resultId })));
    workspace.remove('src/created.ts');
    await tell('src/created.ts', 3);
    assert.deepEqual((await third).items.find(({ uri }) => uri.endsWith('/src/created.ts'))?.items, []);
  });

  it('goes on when a file is deleted while it is analysed', async () => {
    const document = await openDocument(server, workspace.root, 'src/doomed.ts', clean);
    await writeAndTell('src/doomed.ts', clean, 1);
    await document.change(swallowing);
    const pulled = document.pull('full').catch(() => undefined);
    workspace.remove('src/doomed.ts');
    await tell('src/doomed.ts', 3);
    await document.close();
    await pulled;
    const result = await server.connection.sendRequest<AuditResult>(auditRequest.method, {});
    assert.equal(result.files, 2);
  });

  it('explains a finding on hover and on request, with nothing of the code as markup', async () => {
    const text = shopFiles['src/orders.ts'];
    const document = await openDocument(server, workspace.root, 'src/orders.ts', text);
    const [problem] = withRule(await document.problems(), 'performance/await-in-loop');
    assert.ok(problem);
    const { line, character } = problem.range.start;
    const hover = await document.hover(line, character);
    const markdown = (hover?.contents as { value: string }).value;
    assert.match(markdown, /\| Fix \|/);
    assert.match(markdown, /command:ctoGuardrails\.explainCost/);
    const { fingerprint } = problem.data as { fingerprint: string };
    const page = await server.connection.sendRequest<string | null>(explainRequest.method, {
      uri: document.uri,
      fingerprint,
    });
    assert.ok(page && page.length > 200);
    const gone = await server.connection.sendRequest(explainRequest.method, { uri: document.uri, fingerprint: 'none' });
    assert.equal(gone, null);
    await document.close();
  });

  it('offers to explain and to disable, the latter with the place for the comment', async () => {
    const document = await openDocument(server, workspace.root, 'src/orders.ts', shopFiles['src/orders.ts']);
    const [problem] = withRule(await document.problems(), 'performance/await-in-loop');
    assert.ok(problem);
    const actions = await document.actions(problem.range);
    const commands = actions.map(({ command }) => command?.command);
    assert.ok(commands.includes('ctoGuardrails.explainCost'));
    const disable = actions.find(({ command }) => command?.command === 'ctoGuardrails.disableForLine');
    const [argument] = (disable?.command?.arguments ?? []) as [Record<string, unknown>];
    assert.deepEqual(
      [argument.line, argument.form, argument.rule],
      [problem.range.start.line, 'line', 'performance/await-in-loop'],
    );
    await document.close();
  });

  it('silences a finding by the comment, and only that one', async () => {
    const comment = '  // cto-guardrails-disable-next-line performance/await-in-loop -- the shop wants one at a time';
    const silenced = shopFiles['src/orders.ts'].replace('  for (', `${comment}\n  for (`);
    const document = await openDocument(server, workspace.root, 'src/orders.ts', silenced);
    assert.deepEqual(withRule(await document.problems(), 'performance/await-in-loop'), []);
    await document.close();
  });

  it('gives the findings and the money of a plain audit of the folder', async () => {
    const told: unknown[] = [];
    const listening = server.connection.onProgress(WorkDoneProgress.type, 'audit-1', (value) => void told.push(value));
    const result = await server.connection.sendRequest<AuditResult>(auditRequest.method, { workDoneToken: 'audit-1' });
    listening.dispose();
    const { assessment } = await auditFolder(workspace.root, { offline: true });
    const [{ summary } = fail()] = await server.connection.sendRequest<FolderSummary[]>(summaryRequest.method, {});
    assert.equal(result.findings, assessment.totals.findings);
    assert.deepEqual(summary.totals.leaveEur, assessment.totals.leaveEur);
    assert.deepEqual(
      summary.findings.map(({ fingerprint, leaveEur }) => [fingerprint, leaveEur]),
      assessment.findings.map(({ finding, price }) => [finding.fingerprint, price.leaveEur]),
    );
    assert.ok(told.length >= 3, 'progress is told');
  });

  it('ends an audit when it is cancelled, keeps the older result and runs the next', async () => {
    const source = new CancellationTokenSource();
    const running = server.connection.sendRequest<AuditResult>(auditRequest.method, {}, source.token);
    await delay(30);
    source.cancel();
    assert.equal((await running).wasCancelled, true);
    const summaries = await server.connection.sendRequest<FolderSummary[]>(summaryRequest.method, {});
    assert.ok((summaries[0]?.summary.totals.findings ?? 0) > 0);
    const again = await server.connection.sendRequest<AuditResult>(auditRequest.method, {});
    assert.ok(!again.wasCancelled && again.findings > 0);
  });

  it('names the mistake in an invalid configuration, and recovers', async () => {
    const document = await openDocument(server, workspace.root, 'cto-guardrails.json', '{ "profile": "loose" }');
    const [problem] = itemsOf(await document.pull('syntax'));
    assert.equal(problem?.severity, DiagnosticSeverity.Error);
    await writeAndTell('cto-guardrails.json', '{ "profile": "loose" }', 1);
    const broken = await server.status(({ state }) => state === 'error');
    assert.match(broken.notices.join('\n'), /profile/);
    await document.change('{ "profile": "strict" }');
    assert.deepEqual(itemsOf(await document.pull('syntax')), []);
    await writeAndTell('cto-guardrails.json', '{ "profile": "strict" }', 2);
    await server.status(({ state }) => state === 'ready');
    await document.close();
  });

  async function writeAndTell(file: string, text: string, type: number): Promise<void> {
    workspace.write(file, text);
    await tell(file, type);
  }

  async function tell(file: string, type: number): Promise<void> {
    const uri = pathToFileURL(path.join(workspace.root, file)).href;
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }
});

interface WorkspaceReport {
  readonly items: readonly {
    readonly uri: string;
    readonly kind: string;
    readonly resultId: string;
    readonly items?: readonly Diagnostic[];
  }[];
}

/** Code of the error that ends a request; "answered" when none does. */
async function codeOf(request: Promise<unknown>): Promise<unknown> {
  return request.then(
    () => 'answered',
    (error: unknown) => (error instanceof ResponseError ? error.code : error),
  );
}

function textOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === 'string' ? diagnostic.message : '';
}

function withRule(diagnostics: readonly Diagnostic[], rule: string): Diagnostic[] {
  return diagnostics.filter(({ code }) => code === rule);
}

function fail(): never {
  throw new Error('The folder has no summary.');
}
