import assert from 'node:assert/strict';
import fs from 'node:fs';
import { makeSampleShop } from '../harness/sample-shop.ts';
import type { Workbench } from '../harness/workbench.ts';
import {
  openFileByName,
  runCommandInPalette,
  startInstalled,
  takePicture,
  waitForResult,
} from './workbench-under-test.ts';

const bug = 'export async function refund() { try { await fetch("https://shop.example"); } catch {} }';

describe('a developer in the workbench', () => {
  let workspace: string;
  let workbench: Workbench;

  before(async () => {
    workspace = makeSampleShop();
    workbench = await startInstalled(workspace);
  });
  after(async () => {
    await workbench.close();
    fs.rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await takePicture(workbench.page, 'failed-developer');
  });

  it('sees the injection underlined, priced in the list of problems', async () => {
    const { page } = workbench;
    await openFileByName(page, 'orders.ts');
    await page.locator('.monaco-editor .cdr.squiggly-error, .monaco-editor .cdr.squiggly-warning').first().waitFor();
    await runCommandInPalette(page, 'Problems: Focus on Problems View');
    const row = page.locator('.markers-panel .monaco-list-row', { hasText: /SQL.* a year, then typically €/ });
    await row.first().waitFor();
    assert.match(await row.first().innerText(), /CTO Guardrails/);
  });

  it('sees what the file costs above its first line', async () => {
    const { page } = workbench;
    // A lens that comes later is put above the part in sight, so that the text does not jump.
    await page.locator('.monaco-editor .view-line', { hasText: 'express' }).first().click();
    await page.mouse.wheel(0, -500);
    await page
      .locator('.codelens-decoration', { hasText: /€.* a year · 1 finding/ })
      .first()
      .waitFor();
  });

  it('reads the breakdown on hover', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+J');
    await page.locator('.part.panel').waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input.input').fill(':8:40');
    await page.keyboard.press('Enter');
    await runCommandInPalette(page, 'Show or Focus Hover');
    const hover = page.locator('.monaco-hover:visible', { hasText: 'What changes it most' });
    await hover.first().waitFor();
  });

  it('types a bug and sees it, mends it and sees it vanish', async () => {
    const { page } = workbench;
    await openFileByName(page, 'basket.ts');
    await page.locator('.monaco-editor .view-line', { hasText: 'reduce' }).first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(`\n${bug}`);
    const hint = page.locator('.monaco-editor .cdr.squiggly-hint');
    await hint.first().waitFor();
    await runCommandInPalette(page, 'File: Revert File');
    await hint.first().waitFor({ state: 'detached' });
  });

  it('sees the total of the workspace in the status bar', async () => {
    await waitForResult(workbench.page);
  });
});
