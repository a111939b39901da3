import assert from 'node:assert/strict';
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

  it('once more after the server was restarted', async () => {
    await vscode.commands.executeCommand('ctoGuardrails.restartServer');
    const result = await vscode.commands.executeCommand<AuditResult>('ctoGuardrails.auditWorkspace');
    assert.ok(result.findings > 0);
  });
});
