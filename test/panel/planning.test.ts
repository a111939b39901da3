import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { PanelAnswer, PanelQuestion } from '../../src/protocol/panel-messages.ts';
import { summarise } from '../../src/protocol/summary.ts';
import { budgetStops, stopOf } from '../../src/panel/budget-stops.ts';
import { startPanelBrowser, type PanelBrowser, type PanelPage, type PanelPageOptions } from './panel-page.ts';
import { sampleAssessment } from './sample-assessment.ts';
import { sampleForm, samplePlan } from './sample-answers.ts';
import { sampleRules } from './sample-rules.ts';
import { themes } from './themes.ts';

type PlanQuestion = Extract<PanelQuestion, { type: 'askPlan' }>;
type ProfileQuestion = Exclude<PanelQuestion, PlanQuestion>;

describe('budgetStops', () => {
  const cases: readonly [allDays: number, last: number][] = [
    [0, 0.5],
    [0.4, 0.5],
    [6, 8],
    [9, 10],
    [60, 100],
    [140, 150],
    [1e9, 1e5],
  ];
  for (const [allDays, last] of cases)
    it(`leads to ${last} days where all takes ${allDays}`, () => assert.equal(budgetStops(allDays).at(-1), last));

  it('starts from the greatest stop that a kept budget reaches', () => {
    const stops = budgetStops(6);
    assert.equal(stops[stopOf(4, stops)], 3);
    assert.equal(stops[stopOf(0, stops)], stops[0]);
    assert.equal(stops[stopOf(900, stops)], 8);
  });
});

describe('budget and business profile in the panel', () => {
  let browser: PanelBrowser;
  let panel: PanelPage;
  const summary = summarise(sampleAssessment(64), { language: 'en', rules: sampleRules });

  before(async () => {
    browser = await startPanelBrowser();
  });
  after(() => browser.close());
  afterEach(async () => {
    assert.deepEqual(panel.problems, [], 'no script error and no violation of the policy');
    await panel.page.context().close();
  });

  async function show(options: Partial<PanelPageOptions> = {}, shown = summary): Promise<Page> {
    panel = await browser.open({ theme: themes.dark, ...options });
    await panel.post({ type: 'settings', language: shown.language }, { type: 'summary', summary: shown });
    await panel.page.getByRole('heading', { level: 1 }).waitFor();
    return panel.page;
  }

  type QuestionOf<Type> = Type extends 'askPlan' ? PlanQuestion : ProfileQuestion;

  async function asked<Type extends PanelQuestion['type']>(type: Type): Promise<readonly QuestionOf<Type>[]> {
    return (await panel.requests()).filter((request) => request.type === type) as unknown as QuestionOf<Type>[];
  }

  /** Waits until the page has asked again, and gives the newest question. */
  async function question<Type extends PanelQuestion['type']>(type: Type, earlier = 0): Promise<QuestionOf<Type>> {
    for (let waited = 0; waited < 10_000; waited += 50) {
      const newest = (await asked(type)).at(-1);
      if (newest && newest.question > earlier) return newest;
      await panel.page.waitForTimeout(50);
    }
    return assert.fail(`the page asked no ${type} after question ${earlier}`);
  }

  async function answer(given: PanelAnswer): Promise<void> {
    await panel.post(given);
  }

  it('asks for a plan only once it is in sight, and shows what the server picks', async () => {
    const page = await show();
    assert.deepEqual(await asked('askPlan'), []);
    await page.getByRole('button', { name: 'Plan within a budget' }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'budget-title');
    const first = await question('askPlan');
    assert.equal(first.budgetMinutes, 3 * 480);
    await answer({ type: 'plan', question: first.question, plan: samplePlan(summary, first.budgetMinutes) });
    const region = page.getByRole('region', { name: 'What a budget buys' });
    const status = await region.getByRole('status').filter({ hasText: 'Left out' }).innerText();
    assert.match(
      status,
      /15 findings[\s\S]*2\.8\u00a0days[\s\S]*about €20,000 a year[\s\S]*45 findings[\s\S]*2 of them/,
    );
    assert.match(status, /about €1,000 a month/);
    assert.equal(await region.getByRole('listitem').count(), 12);
    await region.getByRole('listitem').first().getByRole('button').click();
    const { file, range } = summary.findings[0]!;
    assert.deepEqual((await panel.requests()).at(-1), { type: 'openFinding', file, range });
  });

  it('moves with the keyboard, says days and money, asks once it rests, and shows no older answer', async () => {
    const page = await show();
    const slider = page.getByRole('slider', { name: 'Budget' });
    await slider.focus();
    const first = await question('askPlan');
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowLeft');
    assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^4\u00a0h · about €\d+$/);
    const newest = await question('askPlan', first.question);
    assert.equal(newest.budgetMinutes, 240);
    assert.ok((await asked('askPlan')).length <= 3, 'not one question for each key');
    await answer({ type: 'plan', question: newest.question, plan: { ...samplePlan(summary, 240), findings: 2 } });
    await answer({ type: 'plan', question: first.question, plan: samplePlan(summary, 1440) });
    const region = page.getByRole('region', { name: 'What a budget buys' });
    await region.getByText('2 findings', { exact: true }).waitFor();
    assert.equal(await region.getByText('15 findings').count(), 0);
    await page.waitForTimeout(600);
    assert.equal((await panel.keptState())?.budgetDays, 0.5);
  });

  it('says in one sentence why there is no plan', async () => {
    const page = await show();
    await page.getByRole('slider').focus();
    const { question: number } = await question('askPlan');
    await answer({ type: 'plan', question: number, problem: 'The server stopped.' });
    await page.getByRole('alert').getByText('The server stopped.').waitFor();
  });

  async function openForm(page: Page): Promise<number> {
    await page.getByRole('button', { name: 'Business profile' }).click();
    const { question: number, answers } = await question('askProfile');
    await answer({ type: 'profile', question: number, form: sampleForm(summary) });
    assert.deepEqual(answers, {});
    return number;
  }

  it('shows the five answers, and what others would change before they are saved', async () => {
    const page = await show();
    let number = await openForm(page);
    const region = page.getByRole('region', { name: 'Business profile' });
    assert.equal((await region.getByRole('textbox').count()) + (await region.getByRole('combobox').count()), 5);
    assert.equal(await region.getByRole('button').count(), 0, 'nothing to save yet');
    await region.getByLabel('Annual revenue').fill('3 000 000');
    await region.getByLabel('Most sensitive data').selectOption('health');
    const changed = await question('askProfile', number);
    number = changed.question;
    assert.deepEqual(changed.answers, { annualRevenue: '3 000 000', dataSensitivity: 'health' });
    await answer({ type: 'profile', question: number, form: sampleForm(summary, true) });
    await region.getByText('12 findings change class.').waitFor();
    assert.match(await region.getByRole('status').innerText(), /before\s+\$[\d,]+–[\d,]+ a year\s+[\s\S]*after\s+\$/);
    const strongest = region.getByRole('table', { name: 'What moves the yearly total most' });
    assert.match(await strongest.innerText(), /Cost of a developer hour\s+€[\d,]+\s+€[\d,]+\s+€[\d,]+/);
    assert.equal(await strongest.getByRole('row').count(), 3, 'kept while other answers are tried');
    assert.equal(await region.getByRole('row').count(), 4 + 3);
    assert.deepEqual(await asked('saveProfile'), [], 'nothing is written before the reader saves');
    await region.getByRole('button', { name: 'Save to cto-guardrails.json' }).click();
    const save = await question('saveProfile', number);
    assert.deepEqual(save.answers, changed.answers);
    await answer({ type: 'profile', question: save.question, isSaved: true });
    await region.getByText('Saved to cto-guardrails.json', { exact: false }).waitFor();
    await panel.post({ type: 'summary', summary: { ...summary } });
    const again = await question('askProfile', save.question);
    await answer({ type: 'profile', question: again.question, form: sampleForm(summary) });
    await region.getByText('These are the answers in force', { exact: false }).waitFor();
    assert.equal(await region.getByLabel('Annual revenue').inputValue(), '1000000');
  });

  it('marks a refused answer with the server’s own words, and keeps it from being saved', async () => {
    const page = await show();
    const number = await openForm(page);
    const currency = page.getByLabel('Currency of your amounts');
    await currency.fill('EURO');
    const { question: newest } = await question('askProfile', number);
    const { fields } = sampleForm(summary);
    const problem = 'expected an ISO 4217 code of three capital letters';
    const marked = fields.map((field) => (field.key === 'currency' ? { ...field, problem } : field));
    await answer({ type: 'profile', question: newest, form: { fields: marked } });
    await page.getByText(problem).waitFor();
    assert.equal(await currency.getAttribute('aria-invalid'), 'true');
    await page.keyboard.press('Enter');
    assert.deepEqual(await asked('saveProfile'), []);
    await page.getByRole('button', { name: 'Discard changes' }).click();
    assert.equal(await currency.inputValue(), 'EUR');
  });

  it('keeps unsaved answers through a reload', async () => {
    let page = await show();
    await openForm(page);
    await page.getByLabel('Developers').fill('9');
    await page.waitForTimeout(600);
    const kept = await panel.keptState();
    await page.context().close();
    assert.ok(kept);
    page = await show({ keptState: kept });
    await page.getByRole('button', { name: 'Business profile' }).click();
    const { question: number, answers } = await question('askProfile');
    assert.deepEqual(answers, { teamSize: '9' });
    await answer({ type: 'profile', question: number, form: sampleForm(summary, true) });
    assert.equal(await page.getByLabel('Developers').inputValue(), '9');
  });

  it('speaks French, with French typography', async () => {
    const french = summarise(sampleAssessment(64), { language: 'fr', rules: sampleRules });
    const page = await show({ language: 'fr' }, french);
    await page.getByRole('slider').focus();
    const plan = await question('askPlan');
    await answer({ type: 'plan', question: plan.question, plan: samplePlan(french, plan.budgetMinutes) });
    await page.getByRole('button', { name: 'Profil de l’entreprise' }).click();
    const form = await question('askProfile');
    await answer({ type: 'profile', question: form.question, form: sampleForm(french, true) });
    const text = await page.locator('#panel').innerText();
    assert.match(text, /environ 1\u202f000\u00a0€ par mois/);
    assert.match(text, /12 constats changent de classe/);
    assert.doesNotMatch(text, / [;!?:]/, 'no ordinary space before a high punctuation mark');
    assert.doesNotMatch(text, /\b(a year|findings|about|saves|days)\b/);
  });
});
