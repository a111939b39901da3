import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { flowEngineFor } from '../../src/audit/analyse-workspace.ts';
import type { ActiveRule } from '../../src/audit/active-rules.ts';
import { reviewOnce } from '../../src/audit/review-once.ts';
import type { FlowEngine } from '../../src/dataflow/flow-analysis.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { Advisory } from '../../src/registry/advisory.ts';
import type { LibraryFacts, PackageFacts, VersionDetails } from '../../src/registry/library-facts.ts';
import { libraryPolicySchema } from '../../src/registry/library-policy.ts';
import { createAdvisoryMatcher } from '../../src/registry/match-advisories.ts';
import type { PastSecret } from '../../src/rules/past-secret.ts';
import { rules } from '../../src/rules/registry.generated.ts';
import { createPastSecretReader } from '../../src/rules/security/past-secrets.ts';
import { readPast } from '../../src/workspace/history/read-past.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { parseFixture, readFixtures, registrySection, type Fixture, type Mark } from './fixture-format.ts';

const folder = path.resolve('test/rules');

interface Case {
  readonly title: string;
  readonly rule: ActiveRule;
  readonly files: ReadonlyMap<string, string>;
  verify(findings: readonly Finding[]): void;
}

/** Cases whose rule reads code share one workspace, hence one program; each case that sees the whole has a folder of its own. */
describe('rules', () => {
  const cases: Case[] = [];
  let scratch: string;
  let shared: Workspace;
  let engine: FlowEngine | undefined;
  const findingsOf = new Map<Case, readonly Finding[]>();

  before(async function () {
    this.timeout(300_000);
    scratch = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'fixtures-')));
    cases.push(...(await readFixtures(folder)).map(caseOfFixture), ...rules.flatMap(casesOfExamples));
    const code = cases.filter((entry) => !standsAlone(entry));
    await Promise.all(cases.map((entry) => writeFiles(path.join(scratch, folderOf(entry, cases)), entry.files)));
    shared = await openWorkspace(path.join(scratch, 'shared'), { git: false });
    engine = flowEngineFor(
      shared,
      code.map((entry) => entry.rule),
    );
    for (const entry of code) findingsOf.set(entry, await runShared(entry));
    for (const entry of cases) if (!findingsOf.has(entry)) findingsOf.set(entry, await runAlone(entry));
  });

  after(() => fs.rm(scratch, { recursive: true, force: true }));

  async function runShared(entry: Case): Promise<Finding[]> {
    const prefix = `${path.posix.basename(folderOf(entry, cases))}/`;
    const findings = await analyse(shared, entry, engine, (file) => file.startsWith(prefix));
    return findings
      .filter((finding) => finding.file.startsWith(prefix))
      .map((finding) => ({ ...finding, file: finding.file.slice(prefix.length) }));
  }

  async function runAlone(entry: Case): Promise<Finding[]> {
    const folder = path.join(scratch, folderOf(entry, cases));
    const pastSecrets = entry.rule.rule.needs === 'past' ? await buryInHistory(folder) : [];
    const workspace = await openWorkspace(folder, { git: false });
    return analyse(workspace, entry, flowEngineFor(workspace, [entry.rule]), () => true, pastSecrets);
  }

  it('hold every fixture and both examples of every rule', function () {
    this.timeout(10_000);
    const failures = cases.flatMap((entry) => {
      try {
        entry.verify(findingsOf.get(entry) ?? []);
        return [];
      } catch (error) {
        return [`${entry.title}\n${error instanceof Error ? error.message : String(error)}`];
      }
    });
    assert.ok(cases.length > 0);
    assert.equal(failures.length, 0, `${failures.length} of ${cases.length} cases fail:\n\n${failures.join('\n\n')}`);
  });

  it('have a fixture each', () => {
    const covered = new Set(cases.map((entry) => entry.title.split(' ')[0]));
    const missing = rules.filter((rule) => !covered.has(`fixture:${rule.id}`)).map((rule) => rule.id);
    assert.deepEqual(missing, []);
  });
});

async function analyse(
  workspace: Workspace,
  entry: Case,
  engine: FlowEngine | undefined,
  isWanted: (file: string) => boolean,
  pastSecrets: readonly PastSecret[] = [],
): Promise<Finding[]> {
  const rules = { whole: [entry.rule], of: () => [entry.rule] };
  const files = [...workspace.files.values()].filter((file) => isWanted(file.path));
  const { findings, crashes } = await reviewOnce(workspace, files, rules, {
    engine,
    libraries: factsOf(entry),
    pastSecrets,
  });
  assert.deepEqual(crashes, []);
  return [...findings];
}

/** Rules that see a whole workspace would see other cases in a shared one. */
function standsAlone({ rule }: Case): boolean {
  return ['libraries', 'workspace', 'past'].includes(rule.rule.needs ?? '');
}

function folderOf(entry: Case, cases: readonly Case[]): string {
  const index = cases.indexOf(entry);
  return standsAlone(entry) ? `alone-${index}` : `shared/case-${index}`;
}

/** Commits the files of a case and takes them out again, except below `kept`; gives what the history holds. */
async function buryInHistory(folder: string): Promise<readonly PastSecret[]> {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@shop.eu', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z', GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z' },
    }).trim();
  git('init', '-q');
  git('add', '-A', '-f');
  git('commit', '-q', '-m', 'Add');
  git('rm', '-q', '--', '*', ':(exclude)kept/*');
  git('commit', '-q', '--allow-empty', '-m', 'Take out');
  const reader = createPastSecretReader();
  await readPast(folder, { head: git('rev-parse', 'HEAD'), mostCommits: 100 }, (hunk) => reader.read(hunk));
  return reader.secrets();
}

async function writeFiles(target: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    if (name === registrySection) continue;
    await fs.mkdir(path.dirname(path.join(target, name)), { recursive: true });
    await fs.writeFile(path.join(target, name), text);
  }
}

function activate(id: string, options: Record<string, unknown>): ActiveRule {
  const rule = rules.find((candidate) => candidate.id === id);
  assert.ok(rule, `No rule has the id ${id}.`);
  return { rule, options: rule.options.parse(options) };
}

function caseOfFixture(fixture: Fixture): Case {
  return {
    title: `fixture:${fixture.rule} ${fixture.name}`,
    rule: activate(fixture.rule, fixture.options),
    files: fixture.files,
    verify: (findings) => assert.deepEqual(findings.map(describeFinding).sort(), expectations(fixture.marks, findings)),
  };
}

function casesOfExamples(rule: ActiveRule['rule']): Case[] {
  const { bad, good, exampleFile = 'example.ts' } = rule.docs;
  const make = (kind: string, text: string, isBad: boolean): Case => {
    const { files, options } = parseFixture('', `// @file: ${exampleFile}\n${text}`);
    return {
      title: `example:${rule.id} ${kind}`,
      rule: activate(rule.id, options),
      files,
      verify: (findings) =>
        assert.equal(findings.length > 0, isBad, findings.map(describeFinding).join('\n') || 'no finding'),
    };
  };
  return [make('bad', bad, true), make('good', good, false)];
}

/** Marks as lines of text; a mark under the first line of a longer finding needs no exact end. */
function expectations(marks: readonly Mark[], findings: readonly Finding[]): string[] {
  return marks
    .map((mark) => {
      const multiline = findings.some(
        ({ file, range }) =>
          file === mark.file &&
          range.start.line === mark.line &&
          range.start.column === mark.column &&
          range.end.line > mark.line,
      );
      const end = multiline ? '…' : String(mark.endColumn + 1);
      return `${mark.file}:${mark.line + 1}:${mark.column + 1}-${end} ${mark.rule}: ${mark.message}`;
    })
    .sort();
}

function describeFinding({ file, range, rule, message }: Finding): string {
  const end = range.end.line > range.start.line ? '…' : String(range.end.column + 1);
  return `${file}:${range.start.line + 1}:${range.start.column + 1}-${end} ${rule}: ${message.en}`;
}

/** Facts that a fixture states in its registry section, in the place of an answer from the network. */
function factsOf(entry: Case): LibraryFacts {
  type Stated = Omit<PackageFacts, 'deprecated' | 'details' | 'released'> & {
    readonly deprecated?: Record<string, string>;
    readonly details?: Record<string, StatedDetails>;
    readonly released?: Record<string, string>;
    readonly declarations?: Record<string, Record<string, string>>;
    readonly advisories?: readonly Omit<Advisory, 'package'>[];
  };
  const stated = new Map(
    Object.entries(JSON.parse(entry.files.get(registrySection) ?? '{}') as Record<string, Stated>),
  );
  const advisories = [...stated].flatMap(([name, facts]) =>
    (facts.advisories ?? []).map((advisory) => ({ ...advisory, package: name })),
  );
  const configuration = JSON.parse(entry.files.get('cto-guardrails.json') ?? '{}') as { libraries?: unknown };
  return {
    today: '2026-11-01',
    policy: libraryPolicySchema.parse(configuration.libraries ?? {}),
    advisoriesFor: createAdvisoryMatcher(advisories),
    declarationsOf: (name, version) => {
      const files = stated.get(name)?.declarations?.[version];
      return files && { manifestText: files['package.json'] ?? '{}', read: (file) => files[file] };
    },
    packageFacts: (name) => {
      const facts = stated.get(name);
      return (
        facts?.versions && {
          ...facts,
          deprecated: new Map(Object.entries(facts.deprecated ?? {})),
          released: new Map(Object.entries(facts.released ?? {})),
          details: new Map(Object.entries(facts.details ?? {}).map(([version, one]) => [version, detailsOf(one)])),
        }
      );
    },
  };
}

type StatedDetails = Omit<VersionDetails, 'dependencies' | 'peers'> &
  Readonly<Partial<Record<'dependencies' | 'peers', Record<string, string>>>>;

function detailsOf({ dependencies = {}, peers = {}, ...rest }: StatedDetails): VersionDetails {
  return { ...rest, dependencies: new Map(Object.entries(dependencies)), peers: new Map(Object.entries(peers)) };
}
