import assert from 'node:assert/strict';
import fs from 'node:fs';
import { makeSampleShop } from '../harness/sample-shop.ts';
import type { Workbench } from '../harness/workbench.ts';
import { runCommandInPalette, startInstalled, takePicture, waitForResult } from './workbench-under-test.ts';

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
  });

  it('without an error of the workbench that names us', () => {
    const ours = workbench.errors.filter((error) => /cto.?guardrails/i.test(error));
    assert.deepEqual(ours, []);
  });
});
