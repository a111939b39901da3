import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The ESLints that the product must get on with. */
export const eslintReleases = { 8: '8.57.1', 9: '9.39.5', 10: '10.15.0' } as const;
export type EslintMajor = keyof typeof eslintReleases;

/** Folder of a real ESLint, installed once from the npm registry; a sentence where that cannot be done. */
export function ensureEslint(major: EslintMajor): { readonly folder: string } | { readonly problem: string } {
  const home = path.resolve('out/eslint-releases', String(major));
  const folder = path.join(home, 'node_modules', 'eslint');
  const version = eslintReleases[major];
  if (installedVersion(folder) === version) return { folder };
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(path.join(home, 'package.json'), '{ "private": true }');
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--fetch-retries=1'];
  const { status, stderr } = spawnSync('npm', ['install', ...flags, `eslint@${version}`], {
    cwd: home,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return { folder };
  return { problem: `eslint@${version} could not be installed: ${stderr.trim().split('\n')[0] ?? ''}` };
}

function installedVersion(folder: string): string | undefined {
  const manifest = path.join(folder, 'package.json');
  if (!fs.existsSync(manifest)) return undefined;
  return (JSON.parse(fs.readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}
