import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { problemsOf, workspaceRoot } from './editing.ts';
import { eventually } from './eventually.ts';

interface AuditResult {
  readonly findings: number;
  readonly files: number;
  readonly text: string;
  readonly wasCancelled: boolean;
}

const unpaid = `export async function refundAll(orders: readonly string[]): Promise<void> {
  try {
    for (const order of orders) await fetch('https://shop.example/refunds/' + order, { method: 'POST' });
  } catch {}
}
`;

describe('a lead audits', () => {
  it('every command of the palette is registered', async () => {
    const registered = await vscode.commands.getCommands(true);
    const extension = vscode.extensions.getExtension('cto-guardrails.cto-guardrails');
    const manifest = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    for (const { command } of manifest.contributes.commands) assert.ok(registered.includes(command), command);
  });

  it('the whole workspace, and hears an explicit result', async () => {
    const result = await vscode.commands.executeCommand<AuditResult>('ctoGuardrails.auditWorkspace');
    assert.match(result.text, /^\d+ findings? in 3 files, \d+(\.\d)?\u00a0s · €[\d,]+ a year$/);
    assert.ok(result.findings > 0 && !result.wasCancelled);
  });

  it('and finds problems in files that nobody opened', async () => {
    const orders = vscode.Uri.file(path.join(workspaceRoot(), 'src/orders.ts'));
    const [injection] = await eventually('the injection in a closed file', () => {
      const found = problemsOf(orders, 'security/sql-injection');
      return found.length > 0 && found;
    });
    assert.match(injection?.message ?? '', / a year/);
    assert.ok((injection?.relatedInformation ?? []).length > 0, 'the steps of the data flow');
  });

  it('and sees files that come and go on disk', async () => {
    const file = path.join(workspaceRoot(), 'src/returns.ts');
    const uri = vscode.Uri.file(file);
    fs.writeFileSync(file, unpaid);
    await eventually('a problem in the new file', () => problemsOf(uri).length > 0);
    fs.rmSync(file);
    await eventually('its problems to leave with it', () => problemsOf(uri).length === 0);
  });

  it('and prices what another extension says, until told to forget it', async () => {
    const orders = vscode.Uri.file(path.join(workspaceRoot(), 'src/orders.ts'));
    const others = vscode.languages.createDiagnosticCollection('house');
    const said = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 6), 'Never do this', vscode.DiagnosticSeverity.Error);
    said.source = 'house rules';
    said.code = 'house/never';
    others.set(orders, [said]);
    const command = (name: string): Thenable<{ findings: number; text: string }> =>
      vscode.commands.executeCommand(`ctoGuardrails.${name}`);
    const priced = await command('priceDiagnostics');
    assert.ok(priced.findings >= 1, priced.text);
    assert.ok(problemsOf(orders, 'house-rules:house/never').length === 0, 'it is in the editor already');
    assert.equal((await command('priceDiagnostics')).findings, priced.findings, 'twice is once');
    assert.equal((await command('forgetDiagnostics')).findings, 0);
    others.dispose();
  });

  it('once more after the server was restarted', async () => {
    await vscode.commands.executeCommand('ctoGuardrails.restartServer');
    const result = await vscode.commands.executeCommand<AuditResult>('ctoGuardrails.auditWorkspace');
    assert.ok(result.findings > 0);
  });

  it('and again after the server crashed, which is started anew by itself', async () => {
    const crashed = serverProcess();
    assert.ok(crashed !== undefined);
    process.kill(crashed, 'SIGKILL');
    await eventually('another server', () => {
      const current = serverProcess();
      return current !== undefined && current !== crashed;
    });
    const result = await eventually('an audit by the new server', () =>
      vscode.commands.executeCommand<AuditResult | undefined>('ctoGuardrails.auditWorkspace'),
    );
    assert.ok(result.findings > 0);
  });
});

/** The language server that this very extension host has started. */
function serverProcess(): number | undefined {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const own = lines.find((line) => line.includes('server.mjs') && line.endsWith(`--clientProcessId=${process.pid}`));
  return own === undefined ? undefined : Number.parseInt(own, 10);
}
