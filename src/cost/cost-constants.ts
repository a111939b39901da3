import type { Weakness } from '../findings/weakness.ts';
import { specificationDate } from './constant.ts';
import { generalConstants, type GeneralConstants } from './general-constants.ts';
import { weaknessFigures, type WeaknessFigures } from './weakness-figures.ts';

/** One dated set of figures; another set may be fitted to evidence and chosen by a profile. */
export interface CostConstants {
  readonly id: string;
  readonly date: string;
  readonly general: GeneralConstants;
  readonly weaknesses: Readonly<Record<Weakness, WeaknessFigures>>;
}

/** The set that the specification states; the pinned examples run against it. */
export const specificationConstants: CostConstants = {
  id: 'specification',
  date: specificationDate,
  general: generalConstants,
  weaknesses: weaknessFigures,
};
