import { generalConstants } from '../../cost/general-constants.ts';
import type { Estimate } from './bootstrap.ts';
import { calibration, rankings, type Calibration, type Ranking } from './evaluate.ts';
import { fitEffect, type FitResult } from './fit.ts';
import { auc, sum } from './metrics.ts';
import type { Snapshot } from './snapshot.ts';

/** `media/back-test.md`: what past prices would have foretold, good or bad. */
export function backtestPage(snapshots: readonly Snapshot[], today: string): string {
  const ranked = rankings(snapshots);
  const { defectRiskRatio, defectSigma, dragCeiling } = generalConstants;
  const withStructure = calibration(snapshots, defectRiskRatio.value, defectSigma.value);
  const churnAlone = calibration(snapshots, 0, defectSigma.value);
  const [train, test] = halves(snapshots);
  const defects = fitEffect(train, test, 'fixes', { ceiling: defectRiskRatio.value, scale: 1 });
  const drag = fitEffect(train, test, 'changes', { ceiling: dragCeiling.value, scale: 1 }, [defects.fitted.scale]);
  return `# Back-test of the cost model

Run on ${today} with \`npm run backtest\`. Each repository is audited as it was 12, 24 and 36 months before its last commit, offline, with every git window anchored at that date. What counts as right: the fix commits (told from their messages) that each production file received in the 12 months after. Intervals are 95 %, from a bootstrap that draws whole repositories (2,000 draws, seeded). The figures are published as they are.

## What was looked at

${table(['repository', 'dates', 'files', 'fixes of the year after', 'security fixes'], repositoryRows(snapshots))}

## Does the cost point at the files that later need fixes?

Files are taken in the order of score per line, as a reader with limited time would. Popt: 1 is the best possible order, 0 the worst, about 0.5 a random one. Recall: share of the fixes found in the first 20 % of the lines. AUC: chance that a file with fixes ranks above one without, among files of about the same size. Partial: rank correlation with the number of fixes once lines and churn are known.

${table(['predictor', 'Popt', 'recall at 20 % of lines', 'AUC within size quartiles', 'partial correlation'], ranked.map(rankingRow))}

${verdicts(ranked).join('\n')}

## Are the amounts of fixes right?

Forecast: the repository's fixes of the year before, shared by changes and by the defect ratio of the structure. Wanted: a slope of 0.8–1.25, and 70–90 % of the counts within P10–P90.

${table(['forecast', 'slope', 'within P10–P90', 'files with a forecast of one or more'], [calibrationRow('with the defect ratio', withStructure), calibrationRow('churn alone', churnAlone)])}

${calibrationVerdict(withStructure, churnAlone)}

## Can the constants be fitted?

Fitted on every other repository by name (${names(train)}), judged on the rest (${names(test)}): a Poisson regression with the file's changes, prior fixes and lines, one intercept for each repository and date, times 1 + ceiling (1 − e^(−scale · S)). The search stays within the P10–P90 that the specification gives each constant. Deviance on the held-out half: smaller is better.

${table(['constant', 'specification', 'fitted', 'deviance without structure', 'specification', 'fitted'], [fitRow('defects: RR − 1', defectRiskRatio.value, defects), fitRow('drag: A, by later changes', dragCeiling.value, drag)])}

Weights w are scaled by ${defects.fitted.scale}. Later changes stand in for time, which git does not record: a file that is changed more often than its history foretells is no proof of slower work, so A is fitted on weak evidence. ${fitVerdict(defects, 'The fitted defect ratio')} ${fitVerdict(drag, 'The fitted drag ceiling')} The fitted values are the set \`fitted-2026-11\`, which a profile may choose; the specification stays the default.

## What this does not show

- **Security.** ${securityText(snapshots)}
- **Development time.** Git records changes, not hours. The study behind the drag ceiling measured time per issue; nothing here replaces it.
- **Cause.** A file that gets fixes may get them because it is important. That is why the model discounts every association by half.
- **Functions.** On 2026-11-22 the same findings were priced with and without each complex function's own share of its file's changes, which the history knew for 1,259 of 2,766 of them. The order of files stayed the same within the intervals (recall 0.28 with, 0.29 without): the shares say which function of a file is worth the work, not which file.
- Fix commits are told from messages in English and French; squashed and mixed commits blur them.
`;
}

/** Every other repository by name. */
export function halves(snapshots: readonly Snapshot[]): readonly [train: Snapshot[], test: Snapshot[]] {
  const order = [...new Set(snapshots.map(({ repository }) => repository))].sort();
  const isTrain = ({ repository }: Snapshot): boolean => order.indexOf(repository) % 2 === 0;
  return [snapshots.filter(isTrain), snapshots.filter((snapshot) => !isTrain(snapshot))];
}

function repositoryRows(snapshots: readonly Snapshot[]): string[][] {
  const repositories = [...new Set(snapshots.map(({ repository }) => repository))].sort();
  return repositories.map((name) => {
    const own = snapshots.filter(({ repository }) => repository === name);
    const each = (value: (snapshot: Snapshot) => number): string => own.map((snapshot) => value(snapshot)).join(', ');
    return [
      name,
      own.map(({ date }) => date).join(', '),
      each(({ rows }) => rows.length),
      each(({ rows }) => sum(rows.map(({ laterFixes }) => laterFixes))),
      each(({ rows }) => sum(rows.map(({ laterSecurityFixes }) => laterSecurityFixes))),
    ];
  });
}

function rankingRow({ predictor, popt, recall, auc: area, partial }: Ranking): string[] {
  const isControl = predictor.includes('lines') || predictor.includes('churn');
  return [predictor, ...[popt, recall, area].map(estimateText), isControl ? '–' : estimateText(partial)];
}

function calibrationRow(name: string, { slope, coverage, files }: Calibration): string[] {
  return [name, estimateText(slope), estimateText(coverage), String(files)];
}

function fitRow(name: string, specification: number, { fitted, heldOut }: FitResult): string[] {
  return [
    name,
    String(specification),
    String(fitted.ceiling),
    ...[heldOut.none, heldOut.specification, heldOut.fitted].map((value) => value.toFixed(0)),
  ];
}

/** Says of each of our predictors whether it beats the best baseline, measure by measure. */
function verdicts(ranked: readonly Ranking[]): string[] {
  const baselines = ranked.filter(({ predictor }) => predictor.startsWith('baseline'));
  const measures = [
    ['popt', 'Popt'],
    ['recall', 'recall'],
    ['auc', 'AUC'],
  ] as const;
  return ranked
    .filter(({ predictor }) => !predictor.startsWith('baseline'))
    .map((own) => {
      const parts = measures.map(([key, label]) => {
        const best = [...baselines].sort((a, b) => b[key].mean - a[key].mean)[0];
        if (best === undefined) return label;
        const beats = own[key].mean > best[key].mean;
        return `${label} ${beats ? 'beats' : '**does not beat**'} ${best.predictor.replace('baseline: ', '')} (${own[key].mean.toFixed(2)} against ${best[key].mean.toFixed(2)})`;
      });
      const adds =
        own.partial.low > 0
          ? 'it tells something that lines and churn do not'
          : 'it does **not** reliably tell more than lines and churn do';
      return `- ${own.predictor}: ${parts.join('; ')}; ${adds}.`;
    });
}

function calibrationVerdict(own: Calibration, churn: Calibration): string {
  const slopeFits = own.slope.mean >= 0.8 && own.slope.mean <= 1.25;
  const covers = own.coverage.mean >= 0.7 && own.coverage.mean <= 0.9;
  const closer =
    Math.abs(own.slope.mean - 1) < Math.abs(churn.slope.mean - 1) ? 'closer to 1 than' : 'no closer to 1 than';
  return `The slope is ${slopeFits ? 'within' : '**outside**'} what was wanted and ${closer} that of churn alone; the interval's coverage is ${covers ? 'within' : '**outside**'} what was wanted.`;
}

function fitVerdict({ heldOut }: FitResult, name: string): string {
  const against = (other: number): string => (heldOut.fitted < other ? 'better than' : 'no better than');
  return `${name} forecasts ${against(heldOut.specification)} the specification and ${against(heldOut.none)} no structure at all on repositories it has not seen.`;
}

function securityText(snapshots: readonly Snapshot[]): string {
  const rows = snapshots.flatMap(({ rows: own }) => own);
  const files = rows.filter(({ laterSecurityFixes }) => laterSecurityFixes > 0).length;
  const areas = (['securityEur', 'codeLines', 'commits'] as const).map((key) => {
    const found = auc(rows.map((row) => ({ score: row[key], lines: row.codeLines, fixes: row.laterSecurityFixes })));
    return found === undefined ? '–' : found.value.toFixed(2);
  });
  const [own = '–', lines = '–', churn = '–'] = areas;
  return `Only ${files} of ${rows.length} file-years had a commit whose message speaks of security; breaches leave no trace in git. AUC over all of them: security cost ${own}, lines ${lines}, churn ${churn}. That is too little to confirm or refute a chance of attack; the channel rests on its sources, not on this test.`;
}

function names(snapshots: readonly Snapshot[]): string {
  return [...new Set(snapshots.map(({ repository }) => repository))].join(', ');
}

function estimateText({ mean, low, high }: Estimate): string {
  return `${mean.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
