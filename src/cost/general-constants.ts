import type { Constant } from './constant.ts';
import { attackConstants } from './constants-attacks.ts';
import { businessConstants } from './constants-business.ts';
import { developmentConstants } from './constants-development.ts';

/** Every figure of the cost model that does not belong to one weakness class. Shares are 0 to 1, amounts EUR. */
export const generalConstants = {
  ...developmentConstants,
  ...attackConstants,
  ...businessConstants,
} satisfies Record<string, Constant>;

export type GeneralConstants = Readonly<Record<keyof typeof generalConstants, Constant>>;
