// Derives files from the code: rule pages, JSON Schemas, VS Code's contributions, the README's table. `--check` only compares.
import fs from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { contributions } from '../config/contributions.ts';
import { configurationSchema } from '../config/configuration-schema.ts';
import { resultJsonSchema } from '../reports/result-schema.ts';
import { rules } from '../rules/registry.generated.ts';
import { decisionsSchema } from '../triage/decisions-schema.ts';
import { costModelPage } from './cost-model-page.ts';
import { otherToolsPage } from './other-tools-page.ts';
import { rulePage, ruleTable } from './rule-page.ts';

const isCheck = process.argv.includes('--check');
const outdated: string[] = [];

for (const rule of rules) await derive(`media/rules/${rule.id}.md`, rulePage(rule));
await removeStalePages();
await derive('media/cto-guardrails.schema.json', schemaText(z.toJSONSchema(configurationSchema, { io: 'input' })));
await derive('media/decisions.schema.json', schemaText(z.toJSONSchema(decisionsSchema, { io: 'input' })));
await derive('media/result.schema.json', schemaText(resultJsonSchema()));
await derive('media/cost-model.md', costModelPage());
await derive('media/other-tools.md', otherToolsPage());
await derive('README.md', await withRuleTable());
const manifest = JSON.parse(await fs.readFile('package.json', 'utf8')) as Record<string, unknown>;
const { texts, ...declared } = contributions();
await derive('package.json', JSON.stringify({ ...manifest, ...declared }));
await derive('package.nls.json', JSON.stringify(texts.en));
await derive('package.nls.fr.json', JSON.stringify(texts.fr));

if (isCheck && outdated.length > 0) {
  console.error(`Out of date: ${outdated.join(', ')}. Run \`npm run gen\`.`);
  process.exitCode = 1;
}

async function derive(file: string, text: string): Promise<void> {
  const wanted = await format(text, { ...(await resolveConfig(file)), filepath: file });
  const current = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (current === wanted) return;
  outdated.push(file);
  if (isCheck) return;
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, wanted);
}

async function removeStalePages(): Promise<void> {
  const pages = await fs.readdir('media/rules', { recursive: true }).catch(() => []);
  const wanted = new Set(rules.map((rule) => `${rule.id}.md`));
  for (const page of pages.filter((name) => name.endsWith('.md') && !wanted.has(name.split(path.sep).join('/')))) {
    outdated.push(`media/rules/${page}`);
    if (!isCheck) await fs.rm(path.join('media/rules', page));
  }
}

async function withRuleTable(): Promise<string> {
  const readme = await fs.readFile('README.md', 'utf8');
  return readme.replace(/(?<=<!-- rules -->\n)[^]*(?=<!-- \/rules -->)/, `\n${ruleTable(rules)}\n\n`);
}

function schemaText(schema: object): string {
  return JSON.stringify(schema);
}
