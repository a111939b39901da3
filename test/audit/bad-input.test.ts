import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { reviewFiles } from '../../src/audit/analyse-workspace.ts';
import { untypedNotice } from '../../src/audit/audit-notices.ts';
import { createAuditSession, type AuditSession } from '../../src/audit/audit-session.ts';
import { auditFolder } from '../../src/audit/audit-folder.ts';
import type { AuditOptions } from '../../src/audit/audit-options.ts';
import type { Tier } from '../../src/audit/cache/tier.ts';
import { createFindingStore } from '../../src/audit/finding-store.ts';
import { loadConfiguration } from '../../src/audit/load-configuration.ts';
import { createMemoryRelief } from '../../src/audit/memory-relief.ts';
import { createPatternReview } from '../../src/audit/pattern-review.ts';
import { createRulesByFile } from '../../src/audit/rules-by-file.ts';
import type { TypeScriptProject } from '../../src/workspace/typescript-project.ts';
import type { Assessment } from '../../src/triage/assessment.ts';

const swallowing =
  'export async function load(): Promise<void> {\n  try {\n    await fetch("/prices");\n  } catch {}\n}\n';
const floating = `import { later } from 'tools';\nexport function act(): void { later(); }\n`;

/** Every product of ten digits five times over: more members than the checker makes. */
const exploding = `type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Number5 = \`\${Digit}\${Digit}\${Digit}\${Digit}\${Digit}\`;
type Grow<Members extends unknown[], Length extends number> = Members['length'] extends Length ? Members : Grow<[...Members, Length], Length>;
declare function count<Length extends number>(length: Length): Promise<Grow<[], Length>>;
declare const price: Number5;
export function ask(): void { count(9999); price.at(0); }
`;

describe('an audit of what nobody would write', () => {
  let root: string;
  let cacheFolder: string;

  beforeEach(() => {
    root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'bad-input-')));
    cacheFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'bad-input-cache-'));
    write('tsconfig.json', '{ "compilerOptions": { "strict": true, "target": "es2022" }, "include": ["src"] }');
    write('src/load.ts', swallowing);
  });
  afterEach(() => {
    for (const folder of [root, cacheFolder]) fs.rmSync(folder, { recursive: true, force: true });
  });

  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  const options = (): AuditOptions => ({ git: false, offline: true, cacheFolder, keepsResults: true });
  const audit = async (): Promise<Assessment> => (await auditFolder(root, options())).assessment;
  const open = async (more: AuditOptions = {}): Promise<AuditSession> =>
    createAuditSession(root, await loadConfiguration(root), { ...options(), ...more });
  const rulesIn = ({ findings }: Assessment, file: string): string[] =>
    findings.filter(({ finding }) => finding.file === file).map(({ finding }) => finding.rule);

  it('reviews thirty thousand lines of a generator beside the rest, and the next edit', async function () {
    this.timeout(180_000);
    write(
      'src/table.ts',
      Array.from({ length: 30_000 }, (_, line) => `export const v${line} = [${line}, 'v'];`).join('\n'),
    );
    const session = await open();
    const { assessment } = session.assess();
    assert.deepEqual(assessment.coverage.crashes, []);
    assert.ok(rulesIn(assessment, 'src/load.ts').includes('quality/swallowed-error'));
    await session.update('src/load.ts', 'export const nothing = 1;\n');
    await session.settle();
    assert.deepEqual(rulesIn(session.assess().assessment, 'src/load.ts'), []);
  });

  it('leaves rules out that take too long over a file, says so, and runs them again with more time', async function () {
    this.timeout(180_000);
    const line = (index: number): string => `export async function f${index}() { try { await fetch('/a'); } catch {} }`;
    write('src/table.ts', Array.from({ length: 6000 }, (_, index) => line(index)).join('\n'));
    write('cto-guardrails.json', '{ "ruleTimeMs": 1 }');
    const { coverage } = await audit();
    const overruns = coverage.notices.filter(({ code }) => code === 'rule-time-exceeded');
    assert.ok(overruns.length > 0);
    assert.ok(overruns.every(({ file, text }) => file === 'src/table.ts' && /\d+ ms/.test(text.en)));
    write('cto-guardrails.json', '{ "ruleTimeMs": 100000 }');
    const patient = await audit();
    assert.deepEqual(
      patient.coverage.notices.filter(({ code }) => code === 'rule-time-exceeded'),
      [],
    );
    assert.ok(rulesIn(patient, 'src/table.ts').includes('quality/swallowed-error'));
  });

  it('bears a type that makes the checker give up', async () => {
    write('src/ask.ts', exploding);
    const session = await open();
    const { assessment } = session.assess();
    assert.deepEqual(assessment.coverage.crashes, []);
    assert.ok(rulesIn(assessment, 'src/load.ts').includes('quality/swallowed-error'));
    await session.update('src/ask.ts', swallowing);
    assert.ok(rulesIn(session.assess().assessment, 'src/ask.ts').includes('quality/swallowed-error'));
  });

  it('gives the result of one state or the other when packages are replaced while it runs', async () => {
    const declare = (returned: string): void => {
      fs.rmSync(path.join(root, 'node_modules'), { recursive: true, force: true });
      write('node_modules/tools/package.json', '{ "name": "tools", "types": "index.d.ts", "version": "2.0.0" }');
      write('node_modules/tools/index.d.ts', `export function later(): ${returned};`);
    };
    declare('Promise<void>');
    write('package.json', '{ "name": "shop", "dependencies": { "tools": "^2.0.0" } }');
    write('src/act.ts', floating);
    let isReplaced = false;
    const session = await open({
      onProgress: ({ phase }) => {
        if (phase !== 'analysing' || isReplaced) return;
        isReplaced = true;
        declare('void');
      },
    });
    assert.ok(isReplaced);
    assert.deepEqual(session.assess().assessment.coverage.crashes, []);
    await session.save();
    assert.deepEqual(
      rulesIn(await audit(), 'src/act.ts').filter((rule) => rule === 'quality/floating-promise'),
      [],
    );
    declare('Promise<void>');
    assert.ok(rulesIn(await audit(), 'src/act.ts').includes('quality/floating-promise'));
  });

  it('sees an edit of the same length made by a clock that went back', async () => {
    write('node_modules/tools/package.json', '{ "name": "tools", "types": "index.d.ts", "version": "2.0.0" }');
    write('node_modules/tools/index.d.ts', 'export function later(): Promise<1>;');
    write('package.json', '{ "name": "shop", "dependencies": { "tools": "^2.0.0" } }');
    write('src/act.ts', floating);
    const hour = 3600;
    const setBack = (hours: number): void => {
      const then = Date.now() / 1000 - hours * hour;
      for (const file of ['node_modules/tools/index.d.ts', 'src/load.ts'])
        fs.utimesSync(path.join(root, file), then, then);
    };
    setBack(1);
    const first = await audit();
    assert.ok(rulesIn(first, 'src/act.ts').includes('quality/floating-promise'));
    write('node_modules/tools/index.d.ts', 'export function later(): undefined ;');
    write('src/load.ts', swallowing.replace('catch {}', 'finally{}'));
    setBack(2);
    const second = await audit();
    assert.ok(!rulesIn(second, 'src/act.ts').includes('quality/floating-promise'));
    assert.ok(!rulesIn(second, 'src/load.ts').includes('quality/swallowed-error'));
  });

  it('leaves typed rules alone out when memory is short', async () => {
    write('src/act.ts', `export function act(): void { fetch('/prices'); }\n`);
    const { configuration, workspace } = await open();
    const [rules, store, untyped] = [createRulesByFile(configuration), createFindingStore(), new Set<string>()];
    const keys = { syntax: 'syntax', types: 'types', estree: 'estree' };
    const tasks = [...workspace.files.values()].map((file) => ({
      file,
      keys,
      missing: new Set<Tier>(['syntax', 'types', 'estree']),
    }));
    const review = {
      workspace,
      rules,
      store,
      engine: undefined,
      patterns: createPatternReview(),
      mayRelease: () => true,
    };
    await reviewFiles({ ...review, mayGoOn: () => false, onUntyped: (file) => untyped.add(file) }, tasks);
    assert.deepEqual([...untyped], ['src/act.ts', 'src/load.ts']);
    const found = store.findings().map(({ rule }) => rule);
    assert.ok(found.includes('quality/swallowed-error') && !found.includes('quality/floating-promise'));
    assert.equal(store.present('src/act.ts', 'types'), undefined);
    const releases: boolean[] = [];
    const project = { release: () => void releases.push(true) } as unknown as TypeScriptProject;
    const hasMemory = createMemoryRelief({ isShort: () => true });
    assert.deepEqual(
      [hasMemory([project]), ...Array.from({ length: 21 }, () => hasMemory([project]))].lastIndexOf(true),
      20,
    );
    assert.deepEqual(releases, [true]);
    assert.match(untypedNotice(untyped.size)[0]?.text.en ?? '', /: 2\./);
  });

  it('keeps its results under a clock that went back behind those of other folders', async () => {
    const future = Date.now() / 1000 + 86_400;
    const folder = path.join(cacheFolder, 'analysis-1');
    fs.mkdirSync(folder);
    for (const name of ['a.json', 'b.json.123']) {
      fs.writeFileSync(path.join(folder, name), '');
      fs.utimesSync(path.join(folder, name), future, future);
    }
    await audit();
    assert.equal(fs.readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'a.json').length, 1);
  });
});
