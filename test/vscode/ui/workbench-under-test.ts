import fs from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { startWorkbench, type Workbench } from '../harness/workbench.ts';

/** Starts the VS Code that the runner named, with the packed extension installed. */
export async function startInstalled(
  workspace: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Workbench> {
  return startWorkbench({
    server: { main: fromRunner('UI_SERVER'), node: fromRunner('UI_NODE') },
    workspace,
    extension: { vsix: fromRunner('UI_VSIX') },
    settings,
  });
}

/** Runs a command through the palette, as a person does. */
export async function runCommandInPalette(page: Page, title: string): Promise<void> {
  await chooseInQuickInput(page, 'F1', `>${title}`, title);
}

/** Opens a file of the workspace by its name. */
export async function openFileByName(page: Page, name: string): Promise<void> {
  await chooseInQuickInput(page, 'Control+P', name, name);
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-container .monaco-editor .view-line').first().waitFor();
}

/** An editor or a web view that takes the focus as it opens closes the input again, so a second try is in order. */
async function chooseInQuickInput(page: Page, key: string, text: string, row: string): Promise<void> {
  const choose = async (): Promise<void> => {
    const box = page.locator('.quick-input-widget input.input');
    await page.keyboard.press(key);
    await box.fill(text, { timeout: 5000 });
    const chosen = page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first();
    await chosen.click({ timeout: 5000 });
  };
  for (let tries = 1; tries < 4; tries++) {
    if (
      await choose().then(
        () => true,
        () => false,
      )
    )
      return;
    await page.keyboard.press('Escape');
  }
  await choose();
}

/** The page inside the summary's web view. */
export function summaryFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** Waits until the extension has a result, which the status bar tells; before, the palette may not know its commands. */
export async function waitForResult(page: Page): Promise<void> {
  await page
    .locator('.statusbar-item', { hasText: /€[\d,]+ a year/ })
    .first()
    .waitFor({ timeout: 90_000 });
}

/** Takes a picture for the README, where the runner wants it, else for whoever looks for a failure. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const wanted = name.startsWith('failed-') ? undefined : process.env['UI_SCREENSHOTS'];
  const folder = wanted ?? path.resolve('out/vscode/pictures');
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

function fromRunner(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run npm run test:vscode.`);
  return value;
}
