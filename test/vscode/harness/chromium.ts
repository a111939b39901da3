import { existsSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './run-command.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a chromium: `CHROMIUM`, one in `PATH`, else Debian's, installed when this process may do that. */
export async function ensureChromium(): Promise<string> {
  const found = process.env['CHROMIUM'] ?? findInPath();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0)
    throw new Error('No chromium found: install one, or name its program in the environment variable CHROMIUM.');
  process.stderr.write('Installing chromium…\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  await runCommand(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core', 'ripgrep'],
    { env },
  );
  return findInPath() ?? '/usr/bin/chromium';
}

function findInPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => existsSync(file));
}
