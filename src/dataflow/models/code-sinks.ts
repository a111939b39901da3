import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const timers = 'setTimeout setInterval setImmediate execScript msSetImmediate'.split(' ').map((name) => `%${name}`);

/** Functions that run text as code, and those that load a module by name. */
export const codeSinks: Pick<FlowModels, 'entities' | 'sinks'> = {
  entities: [
    {
      type: '@page',
      paths: [
        ...[
          'puppeteer',
          'puppeteer-core',
          'puppeteer-extra',
          'playwright.chromium',
          'playwright.firefox',
          'playwright.webkit',
          '@playwright/test.chromium',
          'playwright-core.chromium',
        ].flatMap((name) => each(name, 'launch() connect() launchPersistentContext() connectOverCDP()')),
        ...each(
          '@page',
          'newPage() newContext() createIncognitoBrowserContext() mainFrame() pages().* createBrowserContext() frames().*',
        ),
        'puppeteer.Page()',
        'playwright.Page()',
        '@playwright/test.Page()',
      ],
    },
    {
      type: '@devtools',
      paths: ['chrome-remote-interface()', 'chrome-remote-interface(:0)', 'chrome-remote-interface.default()'],
    },
    {
      type: '@sandbox',
      paths: ['sandbox()', 'vm2.VM()', 'vm2.NodeVM()', 'vm2.default.VM()', 'isolated-vm.Isolate()', 'sandboxjs()'],
    },
    { type: '@mathjs', paths: ['mathjs', 'mathjs.create()', 'mathjs.default', 'mathjs.parser()'] },
    { type: '@nodeModule', paths: ['%module', 'module.Module()', 'module()', 'module.default()'] },
  ],
  sinks: [
    { at: ['%eval', '%execScript', '%global.eval'], kind: 'code', argument: 0 },
    { at: ['%Function', '%GeneratorFunction', '%AsyncFunction'], kind: 'code', argument: 'all' },
    { at: timers, kind: 'code', argument: 0, when: 'function-text' },
    {
      at: each('vm', 'runInContext runInNewContext runInThisContext compileFunction Script SourceTextModule'),
      kind: 'code',
      argument: 0,
    },
    {
      at: [
        '@sandbox.run',
        '@sandbox.runInContext',
        '@sandbox.compileScript',
        'vm2.VMScript',
        'safe-eval',
        'notevil',
        'static-eval',
        'eval',
        'node-eval',
        'require-from-string',
        'import-from-string',
        'expr-eval.Parser.evaluate',
        'expr-eval.Parser().evaluate',
        'jexl.eval',
        'jexl.evalSync',
        'sval().run',
        'eval5.evaluate',
        'pyodide.runPython',
      ],
      kind: 'code',
      argument: 0,
    },
    { at: each('@mathjs', 'eval evaluate parse compile simplify derivative'), kind: 'code', argument: 0 },
    { at: each('jsonpath', 'query value paths nodes apply parent'), kind: 'code', argument: 1 },
    { at: ['jsonpath-plus.JSONPath', 'jsonpath-plus'], kind: 'code', argument: 0, fields: ['path'], onlyFields: true },
    { at: ['@nodeModule._compile', '@nodeModule.constructor._compile'], kind: 'code', argument: 0 },
    { at: ['worker_threads.Worker'], kind: 'code', argument: 0, when: 'option eval' },
    {
      at: each('@page', 'evaluate evaluateHandle evaluateOnNewDocument addInitScript waitForFunction'),
      kind: 'code',
      argument: 0,
      fields: ['content'],
    },
    { at: each('@page', '$eval $$eval'), kind: 'code', argument: 1 },
    { at: ['@page.addScriptTag'], kind: 'code', argument: 0, fields: ['content'], onlyFields: true },
    {
      at: ['@devtools.Runtime.evaluate', '@devtools.Runtime.compileScript'],
      kind: 'code',
      argument: 0,
      fields: ['expression'],
      onlyFields: true,
    },
    {
      at: [
        '%require',
        '%import',
        '@nodeModule.require',
        '%require.resolve',
        'module.createRequire()',
        'import-fresh',
        'import-lazy()',
        'import-cwd',
        'resolve-from',
        'requireg',
        'proxyquire',
      ],
      kind: 'module',
      argument: 0,
    },
    { at: ['@response.render'], kind: 'module', argument: 0 },
    { at: ['@response.render'], kind: 'template-object', argument: 1 },
  ],
};
