import assert from 'node:assert/strict';
import { contributions } from '../../src/config/contributions.ts';
import { parseEditorSettings, shownLanguage } from '../../src/config/editor-settings.ts';

describe('editor settings', () => {
  const defaults = parseEditorSettings(undefined);

  it('have a default each', () => {
    assert.deepEqual(defaults, {
      run: 'onType',
      severity: { indispensable: 'error', useful: 'warning', incidental: 'information' },
      codeLens: true,
      language: 'auto',
      memory: 0,
      workspaceEslint: false,
    });
  });

  const cases = [
    {
      name: 'a value that is not allowed',
      given: { run: 'sometimes', codeLens: false },
      codeLens: false,
      run: 'onType',
    },
    { name: 'a setting of somebody else', given: { run: 'manual', other: 1 }, codeLens: true, run: 'manual' },
    { name: 'no object', given: 'all', codeLens: true, run: 'onType' },
    { name: 'null', given: null, codeLens: true, run: 'onType' },
  ];
  for (const { name, given, codeLens, run } of cases) {
    it(`fall back alone: ${name}`, () => {
      const settings = parseEditorSettings(given);
      assert.deepEqual([settings.run, settings.codeLens], [run, codeLens]);
    });
  }

  it('complete a severity map key by key', () => {
    const { severity } = parseEditorSettings({ severity: { incidental: 'off' } });
    assert.deepEqual(severity, { ...defaults.severity, incidental: 'off' });
  });

  it('decide the language, or follow the editor', () => {
    assert.equal(shownLanguage(defaults, 'fr-CA'), 'fr');
    assert.equal(shownLanguage(parseEditorSettings({ language: 'en' }), 'fr'), 'en');
  });
});

describe('contributions to VS Code', () => {
  const { contributes, capabilities, activationEvents, texts } = contributions();

  it('use exactly the texts that exist, in both languages', () => {
    const named = JSON.stringify({ contributes, capabilities }).matchAll(/"%([^%"]+)%"/g);
    const used = new Set(['description', ...[...named].map(([, key]) => key ?? '')]);
    assert.deepEqual([...used].sort(), Object.keys(texts.en).sort());
    assert.deepEqual(Object.keys(texts.fr).sort(), Object.keys(texts.en).sort());
  });

  it('use French spacing', () => {
    for (const text of Object.values(texts.fr)) assert.doesNotMatch(text, /[^\u202f][;!?]|[^\u00a0]:(?!\/)/, text);
  });

  it('wake the extension for JavaScript and TypeScript only', () => {
    assert.ok(!activationEvents.includes('*') && !activationEvents.includes('onStartupFinished'));
  });
});
