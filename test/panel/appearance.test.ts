import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { summarise } from '../../src/protocol/summary.ts';
import { startPanelBrowser, type PanelBrowser, type PanelPage } from './panel-page.ts';
import { sampleAssessment } from './sample-assessment.ts';
import { sampleRules } from './sample-rules.ts';
import { themes } from './themes.ts';

const screenshots = 'out/screenshots';

describe('summary panel in every theme', () => {
  let browser: PanelBrowser;
  const sanity = {
    en: 'These totals are unusually high for a team of this size: calibrate the business profile before presenting.',
    fr: 'Ces totaux sont inhabituels pour une équipe de cette taille\u00a0: calibrez le profil avant de présenter.',
  };

  before(async () => {
    await fs.mkdir(screenshots, { recursive: true });
    browser = await startPanelBrowser();
  });
  after(() => browser.close());

  for (const theme of ['dark', 'light', 'highContrast', 'highContrastLight'] as const)
    for (const audience of ['developer', 'lead'] as const)
      it(`has no accessibility violation in ${theme} for the ${audience}`, async () => {
        const panel = await browser.open({ theme: themes[theme] });
        const summary = summarise({ ...sampleAssessment(64), sanity }, { language: 'en', rules: sampleRules });
        await panel.post({ type: 'settings', language: 'en' }, { type: 'summary', summary });
        await panel.page.locator(`input[value=${audience}]`).check();
        await openEverything(panel.page);
        await panel.page.screenshot({ path: `${screenshots}/panel-${theme}-${audience}.png`, fullPage: true });
        assert.deepEqual(panel.problems, []);
        await assertAccessible(panel);
      });

  it('has no accessibility violation while it waits, and as a table', async () => {
    const panel = await browser.open({ theme: themes.dark });
    await panel.post({ type: 'notAudited' });
    await assertAccessible(panel);
    await panel.post({ type: 'progress', text: '120 of 412 files', share: 0.29 });
    await panel.page.screenshot({ path: `${screenshots}/panel-progress.png` });
    await assertAccessible(panel);
    const summary = summarise(sampleAssessment(64), { language: 'en', rules: sampleRules });
    await panel.post({ type: 'summary', summary });
    await panel.page.locator('input[value=table]').check();
    await assertAccessible(panel);
  });
});

async function openEverything(page: Page): Promise<void> {
  await page.locator('.explained-button').first().click();
  await page.locator('.channel button').first().click();
  await page.locator('[data-roving]').first().focus();
  await page.locator('.row-money, .topic').nth(1).click();
}

async function assertAccessible({ page }: PanelPage): Promise<void> {
  const axe = await fs.readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
  const told = violations.map(
    ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ html }) => html).join(' ')}`,
  );
  assert.deepEqual(told, []);
}

interface Axe {
  run(): Promise<AxeResults>;
}
