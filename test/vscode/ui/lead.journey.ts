import assert from 'node:assert/strict';
import fs from 'node:fs';
import { makeSampleShop } from '../harness/sample-shop.ts';
import type { Workbench } from '../harness/workbench.ts';
import {
  runCommandInPalette,
  startInstalled,
  summaryFrame,
  takePicture,
  waitForResult,
} from './workbench-under-test.ts';

describe('a lead in the workbench', () => {
  let workspace: string;
  let workbench: Workbench;

  before(async () => {
    // Large enough that a person has the time to cancel.
    workspace = makeSampleShop(600);
    workbench = await startInstalled(workspace);
  });
  after(async () => {
    await workbench.close();
    fs.rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await takePicture(workbench.page, 'failed-lead');
  });

  it('audits from the palette, cancels, and runs it again', async () => {
    const { page } = workbench;
    await waitForResult(page);
    await runCommandInPalette(page, 'CTO Guardrails: Audit Workspace');
    const running = page.locator('.notification-list-item', { hasText: 'CTO Guardrails: audit' });
    await running.first().waitFor();
    await running.getByRole('button', { name: 'Cancel' }).first().click();
    await running.first().waitFor({ state: 'detached' });
    await page.locator('.statusbar-item', { hasText: 'Audit cancelled.' }).waitFor();
    await runCommandInPalette(page, 'CTO Guardrails: Audit Workspace');
    const result = page.locator('.notification-list-item', { hasText: /\d+ findings? in 603 files/ });
    await result.first().waitFor({ timeout: 90_000 });
    await takePicture(page, 'audit');
    await result.getByRole('button', { name: 'Open Summary' }).first().click();
  });

  it('reads the summary, filters it and jumps to the code', async () => {
    const { page } = workbench;
    const frame = summaryFrame(page);
    await frame.locator('.total-amount').waitFor({ timeout: 60_000 });
    assert.match(await frame.locator('.total-amount').innerText(), /€/);
    await takePicture(page, 'summary');
    const rows = frame.locator('.row-main');
    const all = await rows.count();
    await frame.locator('input[type=search]').fill('sql');
    await rows.filter({ hasText: 'SQL' }).first().waitFor();
    assert.ok((await rows.count()) < all, 'the filter leaves fewer rows');
    await rows.filter({ hasText: 'SQL' }).last().click();
    await page.locator('.tab.active', { hasText: 'orders.ts' }).waitFor();
    await page.locator('.monaco-editor .view-line', { hasText: 'db.query' }).first().waitFor();
  });

  it('switches to the words of those who pay', async () => {
    const { page } = workbench;
    await runCommandInPalette(page, 'CTO Guardrails: Open Summary');
    const frame = summaryFrame(page);
    await frame.locator('input[value=lead]').check();
    await frame.locator('.total-amount').waitFor();
    await takePicture(page, 'summary-lead');
  });

  it('without an error of the workbench that names us', () => {
    const ours = workbench.errors.filter((error) => /cto.?guardrails/i.test(error));
    assert.deepEqual(ours, []);
  });
});
