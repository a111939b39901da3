import type { Localized } from '../base/language.ts';
import type { ChannelShares } from './channel-shares.ts';
import type { Draft } from './draft.ts';
import { channels, type Channel } from './price.ts';

/** The input that moves a price most: that of its dearest channel. */
export function largestDriverOf(draft: Draft, shares: ChannelShares): Localized {
  let dearest: Channel | undefined;
  for (const channel of channels) {
    if (shares[channel].mean > (dearest === undefined ? 0 : shares[dearest].mean)) dearest = channel;
  }
  return dearest === undefined ? drivers.effort : driverOf(dearest, draft);
}

function driverOf(channel: Channel, draft: Draft): Localized {
  if (channel === 'drag') return drivers.changes;
  if (channel === 'drift') return drivers.upgrade;
  if (channel === 'defects') return draft.figures.incidents === undefined ? drivers.fixes : drivers.outage;
  if (draft.attack?.kind === 'library') return drivers.reach;
  if (draft.attack?.kind === 'secret') return drivers.secret;
  return draft.attack?.harm === 'downtime' ? drivers.outage : drivers.exposure;
}

const drivers = {
  effort: { en: 'the effort of the fix', fr: 'l’effort de correction' },
  changes: { en: 'how often this file changes', fr: 'la fréquence des modifications de ce fichier' },
  fixes: { en: 'how many bugs were mended in this file', fr: 'le nombre de bogues corrigés dans ce fichier' },
  outage: {
    en: 'how much an hour of outage costs in this area',
    fr: 'le coût d’une heure d’arrêt dans cette zone',
  },
  exposure: { en: 'who can reach this code', fr: 'qui peut atteindre ce code' },
  secret: { en: 'who can read the secret', fr: 'qui peut lire le secret' },
  reach: {
    en: 'whether the vulnerable code is really used',
    fr: 'l’usage réel du code vulnérable',
  },
  upgrade: { en: 'the effort of the upgrade', fr: 'l’effort de la mise à jour' },
} satisfies Record<string, Localized>;
