import { localize } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import { formatNumber, french } from '../base/typography.ts';
import type { Calibration } from '../cost/team-records.ts';

/** How much of the figures is the team's own; nothing where the team records nothing. */
export function calibrationNotice(calibration: Calibration | undefined): Notice[] {
  if (calibration === undefined) return [];
  const { fixShare, fixFactor, incidents, incidentYears } = calibration;
  const text = localize((language) => {
    const percent = formatNumber(fixShare * 100, language);
    const factor = formatNumber(fixFactor, language, 2);
    const years = formatNumber(incidentYears, language, 1);
    return language === 'fr'
      ? french(
          `Temps de correction : ${percent} % viennent des relevés de l’équipe (facteur ${factor}) ; incidents relevés : ${incidents} en ${years} ans.`,
        )
      : `Fix times: ${percent} % rests on the team’s own records (factor ${factor}); incidents recorded: ${incidents} in ${years} years.`;
  });
  return [{ level: 'info', code: 'calibrated', text }];
}
