import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeSample } from '../../../src/dev/make-sample.ts';
import type { Workbench } from '../harness/workbench.ts';
import {
  openFileByName,
  runCommandInPalette,
  startInstalled,
  summaryFrame,
  takePicture,
  waitForResult,
} from './workbench-under-test.ts';

describe('the sample shop in the workbench', () => {
  let home: string;
  let workbench: Workbench;

  before(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'cto-guardrails-sample-'));
    const { folder } = await makeSample(path.resolve('test/samples/shop'), path.join(home, 'harbour-shop'));
    workbench = await startInstalled(folder, { 'workbench.colorTheme': 'Default Dark Modern' });
    await waitForResult(workbench.page);
  });
  after(async () => {
    await workbench.close();
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await takePicture(workbench.page, 'failed-pictures');
  });

  it('is audited from the palette, which opens the summary', async () => {
    const { page } = workbench;
    await runCommandInPalette(page, 'CTO Guardrails: Audit Workspace');
    const result = page.locator('.notification-list-item', { hasText: /\d+ findings in \d+ files/ });
    await result.first().waitFor({ timeout: 90_000 });
    await takePicture(page, 'audit');
    await result.getByRole('button', { name: 'Open Summary' }).first().click();
    const frame = summaryFrame(page);
    await frame.locator('.total-amount').waitFor({ timeout: 60_000 });
    assert.match(await frame.locator('.total-amount').innerText(), /€/);
    await takePicture(page, 'summary-dark');
  });

  it('is filtered in the summary, which jumps to the code', async () => {
    const { page } = workbench;
    const rows = summaryFrame(page).locator('.row-main');
    const all = await rows.count();
    await summaryFrame(page).locator('input[type=search]').fill('sql');
    const injection = rows.filter({ hasText: 'routes/orders.ts' }).last();
    await injection.waitFor();
    assert.ok((await rows.count()) < all, 'the filter leaves fewer rows');
    await injection.click();
    await page.locator('.tab.active', { hasText: 'orders.ts' }).waitFor();
    await page.locator('.monaco-editor .view-line', { hasText: 'database.query' }).first().waitFor();
  });

  it('speaks to those who pay, in a light theme too', async () => {
    const { page } = workbench;
    await runCommandInPalette(page, 'CTO Guardrails: Open Summary');
    await summaryFrame(page).locator('.total-amount').waitFor();
    await runCommandInPalette(page, 'Preferences: Toggle between Light/Dark Themes');
    const frame = summaryFrame(page);
    await frame.locator('input[value=lead]').check();
    await frame.locator('.total-amount').waitFor();
    await page.locator('.monaco-workbench.vs').waitFor();
    await takePicture(page, 'summary-light');
  });

  it('shows the injection where it stands, with its price and its breakdown', async () => {
    const { page } = workbench;
    await openFileByName(page, 'orders.ts');
    await page.locator('.monaco-editor .cdr.squiggly-error').first().waitFor();
    await runCommandInPalette(page, 'Problems: Focus on Problems View');
    await page.locator('.markers-panel .monaco-list-row', { hasText: /SQL.* a year, then typically €/ }).waitFor();
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input.input').fill(':12:45');
    await page.keyboard.press('Enter');
    await runCommandInPalette(page, 'Show or Focus Hover');
    await page.locator('.monaco-hover:visible', { hasText: 'What changes it most' }).first().waitFor();
    await takePicture(page, 'inline');
  });
});
