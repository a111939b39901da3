import type { BusinessSettings } from './business-profile.ts';
import { specificationConstants, type CostConstants } from './cost-constants.ts';
import { fittedConstants } from './fitted-constants.ts';

/** The dated set of figures that a profile chooses; the specification where it says nothing. */
export function constantsFor(settings: BusinessSettings | undefined): CostConstants {
  return settings?.figures === fittedConstants.id ? fittedConstants : specificationConstants;
}
