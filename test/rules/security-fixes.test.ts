import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { reviewOnce } from '../../src/audit/review-once.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { libraryPolicySchema } from '../../src/registry/library-policy.ts';
import { rules } from '../../src/rules/registry.generated.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';

const fixed = [
  {
    rule: 'security/tls-verification-disabled',
    before: "import https from 'node:https';\nexport const a = new https.Agent({ rejectUnauthorized: false });\n",
    after: "import https from 'node:https';\nexport const a = new https.Agent({ rejectUnauthorized: true });\n",
  },
  {
    rule: 'security/tls-verification-disabled',
    before: "export const options = { server: 'db', options: { trustServerCertificate: true } };\n",
    after: "export const options = { server: 'db', options: { trustServerCertificate: false } };\n",
  },
  {
    rule: 'security/weak-tls-version',
    before: 'export const secure = { minVersion: "TLSv1.1" };\n',
    after: 'export const secure = { minVersion: "TLSv1.2" };\n',
  },
  {
    rule: 'security/unsafe-target-blank',
    before: 'export const A = ({ url }) => <a href={url} target="_blank">Shop</a>;\n',
    after: 'export const A = ({ url }) => <a href={url} target="_blank" rel="noopener noreferrer">Shop</a>;\n',
  },
  {
    rule: 'security/insecure-cookie',
    before: "export const a = (res, id) => res.cookie('sid', id, { httpOnly: false, secure: false });\n",
    after: "export const a = (res, id) => res.cookie('sid', id, { httpOnly: true, secure: true });\n",
  },
  {
    rule: 'security/insecure-cookie',
    before: "export const a = (res, id) => res.cookie('sid', id, { secure: false, maxAge: 900, });\n",
    after: "export const a = (res, id) => res.cookie('sid', id, { secure: true, maxAge: 900, httpOnly: true, });\n",
  },
  {
    rule: 'security/insecure-cookie',
    before: "import cookie from 'cookie';\nexport const a = (id) => cookie.serialize('sid', id, {});\n",
    after:
      "import cookie from 'cookie';\nexport const a = (id) => cookie.serialize('sid', id, { secure: true, httpOnly: true });\n",
  },
  {
    rule: 'security/weak-random',
    before:
      "import { randomBytes } from 'node:crypto';\nexport const resetToken = Math.random().toString(36).slice(2);\n",
    after: "import { randomBytes } from 'node:crypto';\nexport const resetToken = randomBytes(16).toString('hex');\n",
  },
  {
    rule: 'security/weak-random',
    before: "const crypto = require('crypto');\nexport const user = { apiKey: Math.random().toString(36) };\n",
    after:
      "const crypto = require('crypto');\nexport const user = { apiKey: crypto.randomBytes(16).toString('hex') };\n",
  },
  {
    rule: 'security/weak-random',
    before: "import { randomUUID as id } from 'crypto';\nexport const sessionId = Math.random().toString(36);\n",
    after: "import { randomUUID as id } from 'crypto';\nexport const sessionId = id();\n",
  },
];

/** Names of settings, or values that stand elsewhere: nothing certain to offer. */
const unfixed = [
  {
    rule: 'security/tls-verification-disabled',
    text: "import https from 'node:https';\nconst off = false;\nexport const a = new https.Agent({ rejectUnauthorized: off });\n",
  },
  {
    rule: 'security/tls-verification-disabled',
    text: "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';\n",
  },
  {
    rule: 'security/weak-random',
    text: 'export const resetToken = Math.random().toString(36).slice(2);\n',
  },
  {
    rule: 'security/weak-random',
    text: "import crypto from 'node:crypto';\nexport const resetToken = Math.random().toString(36).slice(2, 8);\n",
  },
  {
    rule: 'security/weak-random',
    text: "import crypto from 'node:crypto';\nexport const resetToken = 'r' + Math.random().toString(36).slice(2);\n",
  },
  {
    rule: 'security/weak-random',
    text: "import crypto from 'node:crypto';\nexport const make = (crypto) => ({ resetToken: Math.random().toString(36) });\n",
  },
  {
    rule: 'security/weak-random',
    text: "import type crypto from 'node:crypto';\nexport const resetToken = Math.random().toString(36);\n",
  },
  {
    rule: 'security/insecure-cookie',
    text: "const off = false;\nexport const a = (res, id) => res.cookie('sid', id, { secure: off, httpOnly: true });\n",
  },
  {
    rule: 'security/insecure-cookie',
    text: "const base = { path: '/' };\nexport const a = (res, id) => res.cookie('sid', id, { ...base, httpOnly: true });\n",
  },
  {
    rule: 'security/insecure-cookie',
    text: "export const a = (res, id) => res.cookie('sid', id, { secure: false, httpOnly: true, sameSite: 'none' });\n",
  },
  {
    rule: 'security/insecure-cookie',
    text: "import session from 'express-session';\nexport const a = session({ secret: key(), cookie: { secure: false } });\n",
  },
];

async function findingsOf(
  rule: string,
  text: string,
): Promise<{ readonly found: readonly Finding[]; readonly fix: () => string }> {
  const root = temporaryFolder({ 'shop.tsx': text });
  const active = rules.filter(({ id }) => id === rule).map((one) => ({ rule: one, options: one.options.parse({}) }));
  const workspace = await openWorkspace(root, { git: false });
  const { findings } = await reviewOnce(
    workspace,
    [...workspace.files.values()],
    { whole: active, of: () => active },
    {
      engine: undefined,
      libraries: {
        today: '2026-11-01',
        policy: libraryPolicySchema.parse({}),
        advisoriesFor: () => [],
        packageFacts: () => undefined,
        declarationsOf: () => undefined,
      },
    },
  );
  const fix = (): string => {
    const source = fs.readFileSync(path.join(root, 'shop.tsx'), 'utf8');
    const { lines } = workspace.files.get('shop.tsx')!;
    const edits = [...findings[0]!.fixes[0]!.edits].map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      newText,
    }));
    return edits
      .sort((a, b) => b.start - a.start)
      .reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), source);
  };
  return { found: findings, fix };
}

describe('fixes of security rules', () => {
  for (const { rule, before, after } of fixed)
    it(`mend what ${rule} finds in ${before.split('\n').at(-2)}`, async () => {
      const { found, fix } = await findingsOf(rule, before);
      assert.equal(found.length, 1);
      assert.equal(fix(), after);
      assert.deepEqual((await findingsOf(rule, after)).found, []);
    });

  for (const { rule, text } of unfixed)
    it(`are not offered where they are not certain: ${text.split('\n').at(-2)}`, async () => {
      const { found } = await findingsOf(rule, text);
      assert.equal(found.length, 1);
      assert.deepEqual(found[0]!.fixes, []);
    });
});
