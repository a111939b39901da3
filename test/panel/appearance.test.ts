import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import type { PanelRequest, PanelUpdate } from '../../src/protocol/panel-messages.ts';
import { summarise, type WorkspaceSummary } from '../../src/protocol/summary.ts';
import { startPanelBrowser, type PanelBrowser, type PanelPage } from './panel-page.ts';
import { sampleForm, samplePlan } from './sample-answers.ts';
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
        await fillPlanAndProfile(panel, summary);
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

/** Plays the server for the parts that ask it, with one answer refused. */
async function fillPlanAndProfile(panel: PanelPage, summary: WorkspaceSummary): Promise<void> {
  await panel.page.locator('#budget-title').scrollIntoViewIfNeeded();
  await answered(panel, 'askPlan', (question) => ({ type: 'plan', question, plan: samplePlan(summary, 1440) }));
  await panel.page.locator('#profile-title').scrollIntoViewIfNeeded();
  const form = sampleForm(summary, true);
  await answered(panel, 'askProfile', (question) => ({ type: 'profile', question, form }));
  await panel.page.getByLabel('Developers').fill('four');
  const problem = 'expected a number: the number of developers, such as 4 or 2.5';
  const fields = form.fields.map((field) => (field.key === 'teamSize' ? { ...field, problem } : field));
  await answered(panel, 'askProfile', (question) => ({ type: 'profile', question, form: { ...form, fields } }), 1);
  await panel.page.evaluate(() => window.scrollTo(0, 0));
}

async function answered(
  panel: PanelPage,
  type: PanelRequest['type'],
  answer: (question: number) => PanelUpdate,
  earlier = 0,
): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const newest = (await panel.requests()).findLast((request) => request.type === type);
    if (newest && 'question' in newest && newest.question > earlier) return panel.post(answer(newest.question));
    await panel.page.waitForTimeout(50);
  }
  assert.fail(`the page asked no ${type}`);
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
