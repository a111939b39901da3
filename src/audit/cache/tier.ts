/** Rules over one file, by what they need: each kind runs, is cached and is thrown away on its own. */
export const tiers = ['syntax', 'types', 'estree', 'flows', 'patterns'] as const;

export type Tier = (typeof tiers)[number];
