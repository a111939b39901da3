// `npm test`: everything, from static checks to the real VS Code; sets up what it needs.
import { checks } from './checks.mjs';
import { conclude, runSteps } from './run-steps.mjs';

const outcomes = [
  ...(await runSteps(checks({ isFast: false }), 2)),
  ...(await runSteps([{ name: 'build', command: ['npm', 'run', '--silent', 'package'] }], 1)),
  ...(await runSteps([{ name: 'suites', command: ['node', 'src/dev/test.mjs'], counts: true }], 1)),
  ...(await runSteps([{ name: 'real VS Code', command: ['npm', 'run', '--silent', 'test:vscode'], counts: true }], 1)),
];
conclude(outcomes);
