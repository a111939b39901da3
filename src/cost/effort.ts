import { french } from '../base/typography.ts';
import { specificationDate, type MinutesConstant, type Provenance } from './constant.ts';

/** Minutes of a fix, P10, P50 and P90, with the source that all of them share unless another is given. */
export function minutes(p10: number, p50: number, p90: number, tag: Provenance = 'D'): MinutesConstant {
  return { p10, p50, p90, tag, source: tag === 'D' ? publishedEfforts : judgedEfforts, date: specificationDate };
}

const publishedEfforts = {
  en: 'Remediation times that SonarQube’s rule pages publish and ranges of CISQ’s technical-debt measure, widened because studies find both too high',
  fr: 'Temps de correction publiés par les pages de règles de SonarQube et fourchettes de la mesure de dette technique du CISQ, élargis car les études trouvent les deux trop élevés',
};

const judgedEfforts = {
  en: 'Judgement, after the work that such a change takes; replaced by the team’s own records',
  fr: french(
    'Jugement d’expert, d’après le travail qu’un tel changement demande ; remplacé par les relevés de l’équipe',
  ),
};
