import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Ajv } from 'ajv';
import { runCli } from '../../src/cli/run-cli.ts';
import { makeWorkspace } from '../server/temporary-workspace.ts';
import { makeTerminal } from './terminal-fixture.ts';

const schemas = 'node_modules/@cyclonedx/cyclonedx-library/res/schema';
const readSchema = (name: string): object =>
  JSON.parse(fs.readFileSync(`${schemas}/${name}.SNAPSHOT.schema.json`, 'utf8')) as object;

const lock = `{ "lockfileVersion": 3, "packages": { "": { "name": "shop" },
  "node_modules/@us/kit": { "version": "1.0.0", "license": "MIT", "integrity": "sha512-q83v", "dependencies": { "leaf": "1" } },
  "node_modules/leaf": { "version": "1.2.3+build", "license": "(MIT OR Apache-2.0)", "dependencies": { "@us/kit": "1" } },
  "node_modules/odd": { "version": "1.0.0", "dev": true, "license": "SEE LICENSE IN x" } } }`;

interface Bill {
  readonly components: readonly { readonly 'bom-ref': string; readonly scope: string; readonly licenses?: unknown }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

describe('cto-guardrails sbom', function () {
  this.timeout(30_000);

  it('lists packages, licences and edges in valid CycloneDX, the same text each time', async () => {
    const shop = makeWorkspace({
      'package.json': '{ "name": "shop", "version": "1.0.0", "dependencies": { "@us/kit": "1.0.0" } }',
      'package-lock.json': lock,
    });
    const [first, second] = [makeTerminal(shop.root), makeTerminal(shop.root)];
    for (const { terminal } of [first, second]) assert.equal(await runCli(['sbom'], terminal), 0);
    assert.equal(first.stdout(), second.stdout());
    const bill = JSON.parse(first.stdout()) as Bill;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'])
      ajv.addSchema(readSchema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const isValid = ajv.compile(readSchema('bom-1.6'));
    assert.ok(isValid(bill), ajv.errorsText(isValid.errors));
    assert.deepEqual(
      bill.components.map((one) => [one['bom-ref'], one.scope, one.licenses]),
      [
        ['pkg:npm/%40us/kit@1.0.0', 'required', [{ license: { id: 'MIT' } }]],
        ['pkg:npm/leaf@1.2.3%2Bbuild', 'required', [{ expression: '(MIT OR Apache-2.0)' }]],
        ['pkg:npm/odd@1.0.0', 'excluded', [{ license: { name: 'SEE LICENSE IN x' } }]],
      ],
    );
    const edges = new Map(bill.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
    assert.deepEqual(edges.get('root:shop'), ['pkg:npm/%40us/kit@1.0.0']);
    assert.deepEqual(edges.get('pkg:npm/leaf@1.2.3%2Bbuild'), ['pkg:npm/%40us/kit@1.0.0']);
  });

  it('says what is missing where there is no lock file', async () => {
    const fixture = makeTerminal(makeWorkspace({ 'package.json': '{}' }).root);
    assert.equal(await runCli(['sbom'], fixture.terminal), 2);
    assert.match(fixture.stderr(), /There is no lock file in "\."/);
  });
});
