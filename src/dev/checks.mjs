const lint = ['npx', 'eslint', '--config', 'test/architecture/eslint.config.mjs', 'src', 'test'];
const cached = ['--cache', '--cache-location', 'out/.eslintcache'];
const format = ['npm', 'run', '--silent', 'format:check'];
const formatted = ['--cache', '--cache-location', 'out/.prettiercache'];

/**
 * The static checks: types, lint, boundaries, dead code, formatting, derived files. The fast loop lints changed files
 * only, so a type changed elsewhere may escape it; `npm test` lints everything anew.
 * @param {{ isFast: boolean }} options
 */
export function checks({ isFast }) {
  return [
    { name: 'lint', command: isFast ? [...lint, ...cached] : lint },
    { name: 'types', command: ['npx', 'tsc', '-p', '.'] },
    {
      name: 'boundaries',
      command: ['npx', 'depcruise', '--config', 'test/architecture/dependency-cruiser.mjs', 'src'],
    },
    { name: 'dead code', command: ['npx', 'knip', '--config', 'test/architecture/knip.json'] },
    { name: 'format', command: isFast ? [...format, '--', ...formatted] : format },
    { name: 'derived files', command: ['npm', 'run', '--silent', 'gen:check'] },
  ];
}
