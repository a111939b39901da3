import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { auditFolder, type AuditOutcome } from '../../src/audit/audit-folder.ts';
import { ensureEslint, eslintReleases, type EslintMajor } from './eslint-releases.ts';

const shop = {
  'package.json': '{ "name": "shop" }',
  'src/cart.js': 'var total = 0;\nexport function add(price) {\n  if (price == null) return;\n  total += price;\n}\n',
  'src/pay.js': 'export function pay(card) {\n  return eval(card);\n}\n',
};
const cascading = { env: { es2022: true }, parserOptions: { sourceType: 'module' }, root: true };
const rules = { 'no-var': 'error', eqeqeq: 'warn', semi: ['error', 'never'] };
const flat = (body: string): string => `module.exports = ${body};`;

/** A plugin written into `node_modules`, whose one rule does what it must not. */
const plugin = (visit: string): Record<string, string> => ({
  'node_modules/eslint-plugin-rough/package.json': '{ "name": "eslint-plugin-rough", "version": "1.0.0" }',
  'node_modules/eslint-plugin-rough/index.js': `module.exports = { rules: { edge: {
    meta: { type: 'problem', schema: [], docs: { description: 'Does what it must not' } },
    create: (context) => ({ Program(node) { ${visit} } }),
  } } };`,
  'eslint.config.js': flat(`[{
    plugins: { rough: require('eslint-plugin-rough') },
    rules: { 'rough/edge': 'error', 'no-var': 'error' },
  }]`),
});

describe('the workspace’s own ESLint', function () {
  this.timeout(300_000);
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
  });

  function workspace(files: Record<string, string>, major: EslintMajor | undefined, context: Mocha.Context): string {
    const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'own-eslint-')));
    folders.push(root);
    for (const [name, text] of Object.entries({ ...shop, ...files })) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), text);
    }
    if (major === undefined) return root;
    const release = ensureEslint(major);
    if ('problem' in release) {
      context.test!.title += ` (skipped: ${release.problem})`;
      context.skip();
    }
    fs.mkdirSync(path.join(root, 'node_modules'), { recursive: true });
    fs.symlinkSync(release.folder, path.join(root, 'node_modules/eslint'), 'junction');
    return root;
  }

  const audit = (root: string, workspaceEslint = true): Promise<AuditOutcome> =>
    auditFolder(root, { git: false, offline: true, workspaceEslint, language: 'en' });
  const theirs = ({ assessment }: AuditOutcome): string[] =>
    assessment.findings
      .map(({ finding }) => finding)
      .filter(({ origin }) => origin !== undefined)
      .map(({ rule, file, range, origin }) => `${rule} ${file}:${range.start.line + 1} ${origin}`)
      .sort();
  const notices = ({ assessment }: AuditOutcome): [string, string][] =>
    assessment.coverage.notices
      .filter(({ code }) => code.startsWith('eslint-'))
      .map(({ code, text }) => [code, text.en]);
  const ours = ({ assessment }: AuditOutcome): string[] =>
    assessment.findings.filter(({ finding }) => !finding.rule.startsWith('eslint:')).map(({ finding }) => finding.rule);

  const setups: [string, EslintMajor, Record<string, string>][] = [
    ['.eslintrc.json', 8, { '.eslintrc.json': JSON.stringify({ ...cascading, rules }) }],
    ['package.json', 8, { 'package.json': JSON.stringify({ name: 'shop', eslintConfig: { ...cascading, rules } }) }],
    ['eslint.config.js', 8, { 'eslint.config.js': flat(JSON.stringify([{ rules }])) }],
    ['.eslintrc.json', 9, { '.eslintrc.json': JSON.stringify({ ...cascading, rules }) }],
    ['eslint.config.mjs', 9, { 'eslint.config.mjs': `export default ${JSON.stringify([{ rules }])};` }],
    ['eslint.config.cjs', 10, { 'eslint.config.cjs': flat(JSON.stringify([{ rules }])) }],
  ];
  for (const [configuration, major, files] of setups) {
    it(`of version ${major} with ${configuration} is priced beside our own rules`, async function () {
      const root = workspace(files, major, this);
      const outcome = await audit(root);
      const origin = `ESLint ${eslintReleases[major]}`;
      assert.deepEqual(theirs(outcome), [
        `eslint:eqeqeq src/cart.js:3 ${origin}`,
        `eslint:no-var src/cart.js:1 ${origin}`,
      ]);
      assert.match(notices(outcome)[0]?.[1] ?? '', /reviewed \d files; its \d+ remarks about white space/);
      const [found] = outcome.assessment.findings.filter(({ finding }) => finding.rule === 'eslint:eqeqeq');
      assert.equal(found?.finding.weakness, 'likely-bug');
      assert.ok(found.price.leaveEur.mean > 0);
      assert.match(outcome.rules.get('eslint:eqeqeq')?.title.en ?? '', /`?===`?/);
      const without = await audit(root, false);
      assert.deepEqual(ours(outcome), ours(without));
      assert.deepEqual([...theirs(without), ...notices(without)], []);
    });
  }

  it('runs with the parser and typed rules of its plugins, and says no thing twice', async function () {
    const root = workspace(
      {
        'tsconfig.json': '{ "compilerOptions": { "strict": true, "types": [] }, "include": ["src"] }',
        'src/send.ts':
          'export async function send(): Promise<number> {\n  return 1;\n}\nexport function all(): void {\n  send();\n}\n',
        'eslint.config.mjs': `import parser from '@typescript-eslint/parser';
          import plugin from '@typescript-eslint/eslint-plugin';
          export default [{
            files: ['**/*.ts'],
            languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
            plugins: { '@typescript-eslint': plugin },
            rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/require-await': 'error' },
          }];`,
      },
      9,
      this,
    );
    fs.symlinkSync(path.resolve('node_modules/@typescript-eslint'), path.join(root, 'node_modules/@typescript-eslint'));
    const outcome = await audit(root);
    assert.deepEqual(theirs(outcome), ['eslint:@typescript-eslint/require-await src/send.ts:1 ESLint 9.39.5']);
    const floating = outcome.assessment.findings.filter(({ finding }) => finding.rule === 'quality/floating-promise');
    assert.deepEqual(
      floating.map(({ finding }) => finding.alsoReportedBy),
      [['eslint:@typescript-eslint/no-floating-promises']],
    );
  });

  it('goes on without a rule that throws', async function () {
    const root = workspace(plugin(`throw new Error('no node here');`), 9, this);
    const outcome = await audit(root);
    assert.deepEqual(theirs(outcome), ['eslint:no-var src/cart.js:1 ESLint 9.39.5']);
    const { crashes } = outcome.assessment.coverage;
    assert.deepEqual(
      crashes.map(({ rule, error }) => [rule, /no node here/.test(error)]),
      [['eslint:rough/edge', true]],
    );
  });

  it('is not misled by a plugin that prints', async function () {
    const noise = `console.log('{"kind":"end"}'); process.stdout.write('\\u0000[garbage'.repeat(5000)); console.error('x'.repeat(300000));
      process.send({ kind: 'end' }); process.send({ token: 'guess', message: { kind: 'failed', failure: { message: 'no' } } });`;
    const outcome = await audit(workspace(plugin(noise), 9, this));
    assert.deepEqual(theirs(outcome), ['eslint:no-var src/cart.js:1 ESLint 9.39.5']);
    assert.deepEqual(
      notices(outcome).map(([code]) => code),
      ['eslint-ran'],
    );
  });

  it('ends a plugin that never does, with all that it started', async function () {
    const pidFile = path.join(os.tmpdir(), `rough-child-${process.pid}`);
    const loop = `if (!context.filename.endsWith('pay.js')) return;
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'inherit' });
      require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
      for (;;);`;
    const root = workspace({ ...plugin(loop), 'cto-guardrails.json': '{ "eslint": { "seconds": 8 } }' }, 9, this);
    const outcome = await audit(root);
    const child = Number(fs.readFileSync(pidFile, 'utf8'));
    fs.rmSync(pidFile);
    assert.equal(isRunning(child), false);
    assert.deepEqual(theirs(outcome), ['eslint:no-var src/cart.js:1 ESLint 9.39.5']);
    const [[code, text] = []] = notices(outcome);
    assert.equal(code, 'eslint-ended-time');
    assert.match(text ?? '', /did not finish within 8 s and was ended at src\/pay\.js; raise `eslint\.seconds`/);
    assert.ok(ours(outcome).length > 0);
  });

  it('is ended by a cancel', async function () {
    const root = workspace(plugin('for (;;);'), 9, this);
    const controller = new AbortController();
    const running = auditFolder(root, {
      git: false,
      offline: true,
      workspaceEslint: true,
      signal: controller.signal,
      onProgress: ({ phase }) => phase === 'eslint' && controller.abort(),
    });
    setTimeout(() => controller.abort(), 6000);
    await assert.rejects(running, { name: 'AbortError' });
  });

  it('may take no more memory than it was given', async function () {
    const hungry = `const all = []; for (;;) all.push(new Array(1e6).fill(node.range[0]).map((one) => ({ one })));`;
    const root = workspace({ ...plugin(hungry), 'cto-guardrails.json': '{ "eslint": { "megabytes": 128 } }' }, 9, this);
    const [[code, text] = []] = notices(await audit(root));
    assert.equal(code, 'eslint-ended-memory');
    assert.match(text ?? '', /needed more than 128 MB and ended at/);
  });

  it('says when a plugin ends the process', async function () {
    const [[code, text] = []] = notices(await audit(workspace(plugin('process.exit(3);'), 9, this)));
    assert.equal(code, 'eslint-ended-died');
    assert.match(text ?? '', /^The workspace’s own ESLint 9\.39\.5 ended unasked at \S+; run npx eslint/);
  });

  const mistakes: [string, EslintMajor | undefined, Record<string, string>, string, RegExp][] = [
    [
      'a plugin that is not installed (flat)',
      9,
      {
        'eslint.config.mjs': `import hooks from 'eslint-plugin-react-hooks';\nexport default [{ plugins: { hooks } }];`,
      },
      'eslint-plugin-missing',
      /^ESLint 9\.39\.5 could not use eslint\.config\.mjs: it needs `eslint-plugin-react-hooks`, which is not installed; run npm install -D eslint-plugin-react-hooks at the root, or take it out of the configuration\.$/,
    ],
    [
      'a plugin that is not installed (eslintrc)',
      8,
      { '.eslintrc.json': JSON.stringify({ ...cascading, plugins: ['react-hooks'] }) },
      'eslint-plugin-missing',
      /^ESLint 8\.57\.1 could not use \.eslintrc\.json: it needs `eslint-plugin-react-hooks`, which is not installed/,
    ],
    [
      'a shared configuration that is not installed',
      8,
      { '.eslintrc.json': JSON.stringify({ ...cascading, extends: ['airbnb'] }) },
      'eslint-plugin-missing',
      /it needs `eslint-config-airbnb`, which is not installed/,
    ],
    [
      'a configuration that does not parse',
      10,
      { 'eslint.config.mjs': 'export default [' },
      'eslint-failed',
      /^ESLint 10\.15\.0 could not use eslint\.config\.mjs: .+; run npx eslint at the root and mend what it names\.$/,
    ],
    [
      'a configuration that version 10 no longer reads',
      10,
      { '.eslintrc.json': JSON.stringify({ ...cascading, rules }) },
      'eslint-configuration-old',
      /does not read \.eslintrc\.json any more.*npx @eslint\/migrate-config \.eslintrc\.json/,
    ],
    [
      'a rule that nobody has',
      8,
      { '.eslintrc.json': JSON.stringify({ ...cascading, rules: { 'no-such-rule': 'error' } }) },
      'eslint-rules-missing',
      /names rules that no installed plugin has \(no-such-rule\)/,
    ],
    [
      'no ESLint',
      undefined,
      { 'eslint.config.js': flat('[]') },
      'eslint-not-installed',
      /^ESLint is configured \(eslint\.config\.js\) but not installed/,
    ],
    ['no configuration', undefined, {}, 'eslint-not-configured', /no ESLint configuration lies in the workspace/],
  ];
  for (const [what, major, files, code, sentence] of mistakes) {
    it(`says in one sentence: ${what}`, async function () {
      const root = workspace(files, major, this);
      const outcome = await audit(root);
      const said = notices(outcome).filter(([each]) => each !== 'eslint-ran');
      assert.deepEqual(
        said.map(([each]) => each),
        [code],
      );
      assert.match(said[0]?.[1] ?? '', sentence);
      assert.deepEqual(theirs(outcome), []);
      assert.deepEqual(ours(outcome), ours(await audit(root, false)));
    });
  }

  it('runs each package’s own version with its own configuration', async function () {
    const root = workspace(
      {
        'packages/a/eslint.config.cjs': flat(JSON.stringify([{ rules: { 'no-var': 'error' } }])),
        'packages/a/index.js': 'var a = 1;\nmodule.exports = a;\n',
        'packages/b/.eslintrc.json': JSON.stringify({ ...cascading, rules: { 'no-var': 'error' } }),
        'packages/b/index.js': 'var b = 1;\nexport default b;\n',
      },
      undefined,
      this,
    );
    for (const [folder, major] of [
      ['a', 10],
      ['b', 8],
    ] as const) {
      const release = ensureEslint(major);
      if ('problem' in release) return this.skip();
      fs.mkdirSync(path.join(root, 'packages', folder, 'node_modules'));
      fs.symlinkSync(release.folder, path.join(root, 'packages', folder, 'node_modules/eslint'), 'junction');
    }
    assert.deepEqual(theirs(await audit(root)), [
      'eslint:no-var packages/a/index.js:1 ESLint 10.15.0',
      'eslint:no-var packages/b/index.js:1 ESLint 8.57.1',
    ]);
  });
});

/** A killed process whose parent is gone may wait to be collected. */
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  if (fs.existsSync(stat) && /\) Z /.test(fs.readFileSync(stat, 'utf8'))) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ESRCH');
    return false;
  }
}
