import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** A git repository made by a test; dates are ISO. */
export interface Repository {
  readonly root: string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly git: (...args: readonly string[]) => string;
  readonly commit: (subject: string, date: string, author?: string) => void;
}

/** Makes an empty repository. */
export function makeRepository(): Repository {
  const root = temporaryFolder();
  const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const run = (args: readonly string[], extra: NodeJS.ProcessEnv = {}): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe', env: { ...environment, ...extra } });
  run(['init', '-q', '-b', 'main']);
  return {
    root,
    git: (...args) => run(args),
    write: (files) => {
      for (const [file, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        fs.writeFileSync(path.join(root, file), text);
      }
    },
    commit: (subject, date, author = 'ada') => {
      run(['add', '-A']);
      const who = { NAME: author, EMAIL: `${author}@example.com`, DATE: date };
      const names = Object.entries(who).flatMap(([key, value]) => [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value],
      ]);
      run(['commit', '-q', '--allow-empty', '-m', subject], Object.fromEntries(names) as NodeJS.ProcessEnv);
    },
  };
}
