/** The static checks: types, lint, boundaries, dead code, formatting, derived files. */
export const checks = [
  { name: 'types', command: ['npx', 'tsc', '-p', '.'] },
  {
    name: 'lint',
    command: [
      'npx',
      'eslint',
      '--config',
      'test/architecture/eslint.config.mjs',
      '--cache',
      '--cache-location',
      'out/.eslintcache',
      'src',
      'test',
    ],
  },
  { name: 'boundaries', command: ['npx', 'depcruise', '--config', 'test/architecture/dependency-cruiser.mjs', 'src'] },
  { name: 'dead code', command: ['npx', 'knip', '--config', 'test/architecture/knip.json'] },
  {
    name: 'format',
    command: [
      'npx',
      'prettier',
      '--check',
      '.',
      '--ignore-path',
      'test/architecture/prettierignore',
      '--log-level',
      'warn',
    ],
  },
  { name: 'derived files', command: ['npm', 'run', '--silent', 'gen:check'] },
];
