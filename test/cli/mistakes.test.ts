import assert from 'node:assert/strict';
import path from 'node:path';
import { makeWorkspace, type TemporaryWorkspace } from '../server/temporary-workspace.ts';
import { ensureBuilt, runBundled } from './cli-process.ts';

const shellModel = JSON.stringify({ models: { sinks: [{ at: ['acme.run'], kind: 'shell' }] } });

describe('mistakes on the command line', function () {
  this.timeout(60_000);
  let folder: TemporaryWorkspace;
  before(() => {
    ensureBuilt();
    folder = makeWorkspace({ 'package.json': '{}', 'kept/file.txt': '', 'models/cto-guardrails.json': shellModel });
  });
  after(() => folder.dispose());

  const cases = [
    { args: ['adit'], says: /^Unknown command adit, did you mean audit; see `cto-guardrails --help`\.$/ },
    { args: ['audit', '--formt', 'json'], says: /^Unknown option --formt, did you mean --format; / },
    { args: ['audit', '--format', 'xml'], says: /^--format <format> cannot be xml; choose one of pretty, json, / },
    { args: ['audit', '--format', 'xml', '--lang', 'fr'], says: /^--format <format> ne peut valoir xml\u202f; / },
    { args: ['audit', '--lang', 'de'], says: /^--lang <language> cannot be de; choose one of en, fr; / },
    { args: ['audit', '--output'], says: /^The option --output <file> needs a value; / },
    { args: ['audit', 'a', 'b'], says: /^There are too many arguments; / },
    { args: ['audit', 'no-such'], says: /^The folder no-such does not exist; / },
    { args: ['audit', 'no-such', '--lang=fr'], says: /^Le dossier no-such n’existe pas\u202f; / },
    { args: ['audit', 'a\n\u001b[31mb'], says: /^The folder a\s*\\x1b\[31mb does not exist; / },
    { args: ['audit', 'package.json'], says: /^package\.json is not a folder; / },
    { args: ['audit', '--config', 'no.json'], says: /^--config no\.json does not exist or cannot be read; / },
    { args: ['audit', '--output', 'no/report.txt'], says: /^The folder of --output no\/report\.txt does not exist; / },
    { args: ['audit', '--output', 'kept'], says: /^--output kept is a folder; / },
    { args: ['audit', '--github-limits'], says: /^--github-limits applies to --format sarif only; / },
    {
      args: ['audit', 'models'],
      says: /^cto-guardrails\.json:1:\d+: `models\.sinks\.0\.kind` expected one of "sql", /,
    },
    {
      args: ['audit', 'models', '--lang', 'fr'],
      says: / `models\.sinks\.0\.kind` attendu\u00a0: l’une des valeurs "sql", /,
    },
    { args: ['explain'], says: /^The argument rule\|fingerprint is missing; / },
    { args: ['explain', 'sql-injektion'], says: /^sql-injektion is neither a rule nor a fingerprint; near it: / },
    { args: ['explain', 'abcdef0', '--from', 'package.json'], says: /^--from package\.json is no JSON result / },
    { args: ['init', '--team-size', 'some'], says: /^--team-size cannot be some; give a number above 0\.$/ },
  ];
  for (const { args, says } of cases) {
    it(`ends with exit code 2 and one sentence: ${args.join(' ').replace(/[^ -~]/g, '?')}`, async () => {
      const run = await runBundled(args, { folder: folder.root });
      assert.deepEqual([run.code, run.stdout], [2, ''], run.stderr);
      assert.match(run.stderr.trimEnd(), says);
      assert.ok(!run.stderr.includes('    at '));
    });
  }

  it('helps on standard output with exit code 0', async () => {
    for (const args of [['--help'], [], ['--lang', 'fr'], ['audit', '--help'], ['--version']]) {
      const run = await runBundled(args, { folder: path.dirname(folder.root) });
      assert.deepEqual([run.code, run.stderr], [0, ''], args.join(' '));
      assert.notEqual(run.stdout, '');
    }
  });
});
