import { withAssumptions } from './assumptions.ts';
import type { BusinessSettings } from './business-profile.ts';
import { specificationConstants, type CostConstants } from './cost-constants.ts';
import { fittedConstants } from './fitted-constants.ts';

/** The dated set of figures that a profile chooses, with its own assumptions; the specification where it says nothing. */
export function constantsFor(settings: BusinessSettings | undefined): CostConstants {
  const chosen = settings?.figures === fittedConstants.id ? fittedConstants : specificationConstants;
  return withAssumptions(chosen, settings?.assumptions);
}
