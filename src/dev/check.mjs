// `npm run check`: the fast loop. Static checks and the tests that need no bundle of the product.
import { checks } from './checks.mjs';
import { conclude, runSteps } from './run-steps.mjs';

const unit = { name: 'unit tests', command: ['node', 'src/dev/test.mjs', '--fast'], counts: true };
conclude(await runSteps([unit, ...checks({ isFast: true })], 2));
