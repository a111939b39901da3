import assert from 'node:assert/strict';
import { parseCodeOwners } from '../../src/workspace/ownership/code-owners.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { temporaryFolder } from './temporary-folder.ts';

const text = `
# who answers
*            @shop/platform
/src/pay/    @shop/payments @ada   # people are left out
*.sql        ada@shop.example
[Documentation][2] @shop/writers
docs/        @shop/writers @shop/support
/src/pay/legacy/
my\\ file.ts @shop/oddities
!src/x.ts    @shop/never
`;

describe('CODEOWNERS', () => {
  const ownerOf = parseCodeOwners(text);
  const cases: Record<string, string | undefined> = {
    'src/cart.ts': '@shop/platform',
    'src/pay/card.ts': '@shop/payments',
    'src/pay/legacy/old.ts': undefined,
    'db/seed.sql': undefined,
    'packages/docs/a.md': '@shop/writers @shop/support',
    'my file.ts': '@shop/oddities',
    'src/x.ts': '@shop/platform',
  };
  for (const [file, owner] of Object.entries(cases)) {
    it(`${file}: ${owner ?? 'no team'}`, () => assert.equal(ownerOf(file), owner));
  }

  it('is read where GitHub looks first', async () => {
    const root = temporaryFolder({ CODEOWNERS: '* @shop/b', '.github/CODEOWNERS': '* @shop/a', 'a.ts': '' });
    assert.equal((await openWorkspace(root, { git: false })).ownerOf('a.ts'), '@shop/a');
    assert.equal((await openWorkspace(temporaryFolder(), { git: false })).ownerOf('a.ts'), undefined);
  });
});
