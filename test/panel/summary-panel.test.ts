import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { PanelRequest } from '../../src/protocol/panel-messages.ts';
import { summarise, type WorkspaceSummary } from '../../src/protocol/summary.ts';
import { startPanelBrowser, type PanelBrowser, type PanelPage, type PanelPageOptions } from './panel-page.ts';
import { assessedFinding, assessmentOf, emptyAssessment, sampleAssessment } from './sample-assessment.ts';
import { sampleRules } from './sample-rules.ts';
import { themes } from './themes.ts';

describe('summary panel in a browser', () => {
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

  async function show(shown: WorkspaceSummary = summary, options: Partial<PanelPageOptions> = {}): Promise<Page> {
    panel = await browser.open({ theme: themes.dark, ...options });
    await panel.post({ type: 'settings', language: shown.language }, { type: 'summary', summary: shown });
    await panel.page.getByRole('heading', { level: 1 }).waitFor();
    return panel.page;
  }

  async function lastRequest(type: PanelRequest['type']): Promise<PanelRequest | undefined> {
    return (await panel.requests()).findLast((request) => request.type === type);
  }

  it('asks for content first, and invites to audit when there is none', async () => {
    panel = await browser.open({ theme: themes.dark });
    assert.deepEqual(await panel.requests(), [{ type: 'ready' }]);
    await panel.post({ type: 'notAudited' });
    await panel.page.getByRole('button', { name: 'Audit workspace' }).click();
    assert.deepEqual(await lastRequest('runAudit'), { type: 'runAudit' });
  });

  it('offers no audit where none can run, and says why', async () => {
    panel = await browser.open({ theme: themes.dark });
    await panel.post({ type: 'notAudited', reason: 'Open a folder first.' });
    await panel.page.getByText('Open a folder first.').waitFor();
    assert.equal(await panel.page.getByRole('button').count(), 0);
  });

  it('shows how far an audit is, above the old summary when there is one', async () => {
    panel = await browser.open({ theme: themes.dark });
    await panel.post({ type: 'progress', text: '120 of 412 files', share: 0.29 });
    assert.equal(await panel.page.getByRole('progressbar').getAttribute('value'), '0.29');
    await panel.post({ type: 'summary', summary });
    assert.equal(await panel.page.getByRole('progressbar').count(), 0);
    await panel.post({ type: 'progress', text: '3 of 412 files' });
    await panel.page.getByText('3 of 412 files').waitFor();
    await panel.page.getByRole('heading', { name: 'Pays back first' }).waitFor();
  });

  it('says why an audit did not finish and lets one start it again', async () => {
    panel = await browser.open({ theme: themes.dark });
    await panel.post({ type: 'failed', text: 'The server stopped: out of memory.' });
    await panel.page.getByRole('alert').getByText('out of memory').waitFor();
    await panel.page.getByRole('button', { name: 'Audit workspace' }).click();
    assert.ok(await lastRequest('runAudit'));
  });

  it('says explicitly that nothing was found', async () => {
    const page = await show(summarise(emptyAssessment(), { language: 'en', rules: sampleRules }));
    await page.getByRole('heading', { name: '0 findings in 412 files, 3.1 s' }).waitFor();
    assert.equal(await page.locator('.row').count(), 0);
    await page.getByText('No file was skipped and no rule failed.').waitFor();
  });

  it('shows the total, its causes, the piles of work and the ten that pay back first', async () => {
    const page = await show();
    assert.match(await page.locator('.total-figure').innerText(), /^€[\d,]+–[\d,]+ a year$/);
    assert.equal(await page.locator('.channel').count(), 4);
    assert.deepEqual(await page.locator('.triage-column h3').allInnerTexts(), [
      'Indispensable',
      'Useful',
      'Incidental',
    ]);
    const first = page.getByRole('region', { name: 'Pays back first' });
    assert.equal(await first.locator('.row').count(), 10);
    const row = await first.locator('.row').first().innerText();
    assert.ok(row.includes(summary.findings[0]!.file));
    assert.match(row, /a year; if it happens, typically €/, 'a rare loss never stands as a yearly one alone');
  });

  it('opens what a figure is made of', async () => {
    const page = await show();
    await page.getByRole('button', { name: /^Security incidents/ }).click();
    await page.getByText(/times the loss if it is/).waitFor();
    await page.locator('.row-money').first().click();
    const detail = page.locator('.detail').first();
    await detail.getByText('Changes it most').waitFor();
    await detail.getByText(/^about .+ a year; if it happens, typically €/).waitFor();
    await detail.getByRole('button', { name: 'Full derivation' }).click();
    const { file, fingerprint, rule } = summary.findings[0]!;
    assert.deepEqual(await lastRequest('explainCost'), { type: 'explainCost', file, fingerprint });
    await detail.getByRole('button', { name: 'About this rule' }).click();
    assert.deepEqual(await lastRequest('explainRule'), { type: 'explainRule', rule });
  });

  it('opens the file at the place of a finding, of a tile and of a table row', async () => {
    const page = await show();
    const { file, range } = summary.findings[0]!;
    await page.locator('.row-main').first().click();
    assert.deepEqual(await lastRequest('openFinding'), { type: 'openFinding', file, range });
    await page.locator('.tile').nth(3).click();
    const opened = await lastRequest('openFinding');
    assert.ok(opened?.type === 'openFinding' && opened.range.start.line > 0);
    await page.getByLabel('Table').check();
    await page.getByRole('table').getByRole('button').first().click();
    const fromTable = await lastRequest('openFinding');
    assert.ok(fromTable?.type === 'openFinding' && fromTable.file !== '');
  });

  it('filters by text, triage, kind and cost, tells how many are left, and clears', async () => {
    const page = await show();
    const list = page.getByRole('region', { name: 'All findings' });
    await page.getByRole('searchbox').fill('sql checkout');
    const rows = await list.locator('.row').allInnerTexts();
    assert.ok(rows.length > 0 && rows.every((row) => /sql/i.test(row) && row.includes('checkout')));
    await page.getByRole('searchbox').fill('no such thing');
    await list.getByText('No finding matches this filter.').waitFor();
    await list.getByRole('button', { name: 'Clear filter' }).click();
    await page.getByLabel('Kind').selectOption('libraries');
    await list
      .getByRole('status')
      .getByText(/^8 of 64 findings/)
      .waitFor();
    await page.getByLabel('Triage').selectOption('indispensable');
    await list.getByText('No finding matches this filter.').waitFor();
    await list.getByRole('button', { name: 'Clear filter' }).click();
    await page.getByLabel(/Least cost/).fill('800');
    const dear = summary.findings.filter(({ leaveEur }) => leaveEur.mean >= 800).length;
    await list.getByRole('status').getByText(`${dear} of 64 findings`, { exact: false }).waitFor();
  });

  it('leads from a pile of work to its findings', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'Show “Incidental” in the list' }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'list-title');
    assert.deepEqual(await page.locator('.group-title').allInnerTexts(), ['Incidental']);
  });

  it('sorts', async () => {
    const page = await show();
    await page.getByLabel('Sort by').selectOption('place');
    const places = await page.getByRole('region', { name: 'All findings' }).locator('.row-file').allInnerTexts();
    const files = places.map((place) => place.slice(0, place.lastIndexOf(':')));
    assert.deepEqual(files, [...files].sort());
  });

  it('is usable with the keyboard alone', async () => {
    const page = await show();
    const focused = () => page.evaluate(() => document.activeElement?.className ?? '');
    for (let presses = 0; presses < 40 && !(await focused()).includes('row-main'); presses++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const { file, range } = summary.findings[2]!;
    assert.deepEqual(await lastRequest('openFinding'), { type: 'openFinding', file, range });
    await page.keyboard.press('ArrowRight');
    await page.locator('.detail').waitFor();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.locator('.detail').count(), 0);
    await page.keyboard.press('Tab');
    assert.match(await focused(), /row-money/);
    const value = () => page.evaluate(() => document.activeElement?.getAttribute('value'));
    for (let presses = 0; presses < 40 && (await value()) !== 'map'; presses++) await page.keyboard.press('Tab');
    assert.equal(await value(), 'map', 'the switch of the map follows the lists');
    await page.keyboard.press('Tab');
    assert.match(await focused(), /tile/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    assert.equal((await panel.requests()).filter(({ type }) => type === 'openFinding').length, 2);
    await page.keyboard.press('Tab');
    await page.keyboard.type('swallowed');
    await page.getByRole('status').getByText('8 of 64 findings', { exact: false }).waitFor();
  });

  it('speaks to leads in plain sentences, without rule ids, lines or code', async () => {
    const page = await show();
    await page.getByLabel('Lead').check();
    const text = await page.locator('main').innerText();
    assert.match(text, /A stranger can read or change every customer’s data/);
    assert.doesNotMatch(text, /security\/sql-injection|\.ts:\d+|req\.query/);
    await page.locator('.topic').first().click();
    await page.locator('.topic-places button').first().click();
    assert.ok(await lastRequest('openFinding'));
  });

  it('keeps switch, filter and scroll position through a reload, and tells the extension', async () => {
    let page = await show();
    await page.getByLabel('Lead').check();
    await page.getByRole('searchbox').fill('data');
    await page.evaluate(() => window.scrollTo(0, 500));
    await page.waitForTimeout(1000);
    const kept = await panel.keptState();
    assert.equal(kept?.scrollTop, 500);
    const told = await lastRequest('setState');
    assert.deepEqual(told, { type: 'setState', state: kept });
    await page.context().close();

    page = await show(summary, { keptState: kept });
    assert.ok(await page.getByLabel('Lead').isChecked());
    assert.equal(await page.getByRole('searchbox').inputValue(), 'data');
    assert.equal(await page.evaluate(() => window.scrollY), 500);
  });

  it('takes up what the extension kept when the page itself remembers nothing', async () => {
    panel = await browser.open({ theme: themes.dark });
    const state = {
      audience: 'lead' as const,
      filter: { text: 'sql', class: '', family: '', minimumCost: 0 },
      sort: 'cost' as const,
      costView: 'table' as const,
      budgetDays: 5,
      profileAnswers: {},
      scrollTop: 0,
    };
    await panel.post({ type: 'settings', language: 'en', state }, { type: 'summary', summary });
    assert.ok(await panel.page.getByLabel('Lead').isChecked());
    assert.equal(await panel.page.getByRole('searchbox').inputValue(), 'sql');
    assert.equal(await panel.page.getByRole('table').count(), 1);
  });

  it('shows hostile names as text', async () => {
    const sample = assessedFinding(1);
    const file = 'src/<img src=x onerror=alert(1)>/"><script>alert(2)</script>\u202Egnp.ts';
    const message = { en: '`<b>x</b>` is <script>alert(3)</script>', fr: '' };
    const assessment = assessmentOf({ ...sample, finding: { ...sample.finding, file, message } });
    const page = await show(summarise(assessment, { language: 'en', rules: sampleRules }));
    assert.equal(await page.locator('#panel img, #panel script, #panel b').count(), 0);
    const text = await page.locator('main').innerText();
    assert.ok(text.includes('<img src=x onerror=alert(1)>') && text.includes('\\u{202e}gnp.ts'));
    assert.ok(text.includes('<script>alert(3)</script>'));
    await page.locator('.row-main').first().click();
    const opened = await lastRequest('openFinding');
    assert.ok(opened?.type === 'openFinding' && opened.file === file, 'the file’s true name goes back');
  });

  it('speaks French throughout, with French typography', async () => {
    const french = summarise(sampleAssessment(64), { language: 'fr', rules: sampleRules });
    const page = await show(french, { language: 'fr' });
    await page.locator('.row-money').first().click();
    const text = await page.locator('#panel').innerText();
    assert.match(text, /Coût de l’inaction/);
    assert.match(await page.locator('.total-figure').innerText(), /^\d+\u202f000 à \d+\u202f000\u00a0€ par an$/);
    assert.doesNotMatch(text, / [;!?:]/, 'no ordinary space before a high punctuation mark');
    assert.doesNotMatch(text, /\b(a year|findings|about|Leaving|days)\b/);
  });

  it('draws pages of 2 000 findings, and only the list when a key filters them', async () => {
    const large = summarise(sampleAssessment(2300), { language: 'en', rules: sampleRules });
    const page = await show(large);
    await page.getByText('300 more, the lowest in rank', { exact: false }).waitFor();
    assert.ok((await page.locator('.row').count()) < 150);
    const redrawn = await page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('input[type=search]')!;
      const outside = [...document.querySelectorAll('section')].filter((section) => !section.contains(input));
      let changes = 0;
      const observer = new MutationObserver((records) => (changes += records.length));
      for (const section of outside) observer.observe(section, { childList: true, subtree: true, attributes: true });
      for (const text of ['c', 'ch', 'che', 'chec', 'check']) {
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      observer.disconnect();
      return { sections: outside.length, changes };
    });
    assert.ok(redrawn.sections > 0);
    assert.equal(redrawn.changes, 0, 'a key in the filter draws nothing outside the list');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: /^Show 100 more/ }).click();
    assert.equal(await page.getByRole('region', { name: 'All findings' }).locator('.row').count(), 125);
  });

  it('fits beside an editor', async () => {
    const page = await show(summary, { width: 420 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
  });
});
