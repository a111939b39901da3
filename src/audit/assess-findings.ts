import { version } from '../../package.json';
import type { Notice } from '../base/notice.ts';
import type { FileRange } from '../base/text-range.ts';
import { areasOf, type Configuration } from '../config/configuration.ts';
import { createAreaLookup } from '../cost/areas.ts';
import { constantsFor } from '../cost/constant-sets.ts';
import { resolveBusiness, type BusinessSettings } from '../cost/business-profile.ts';
import { calibrate } from '../cost/team-records.ts';
import type { CostContext } from '../cost/cost-context.ts';
import type { PricedFindings } from '../cost/price-findings.ts';
import type { Finding } from '../findings/finding.ts';
import { assess } from '../triage/assess.ts';
import type { Assessment } from '../triage/assessment.ts';
import { decisionsFileName } from '../triage/decisions-file.ts';
import type { Decision } from '../triage/decisions-schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { calibrationNotice } from './calibration-notice.ts';
import { configurationNotice, decisionNotices, sourceNotices, stoppedEarlyNotice } from './audit-notices.ts';
import type { RuleCrash } from './rule-report.ts';

/** What an analysis hands over to be priced. */
export interface Reviewed {
  readonly findings: readonly Finding[];
  readonly crashes: readonly RuleCrash[];
  readonly stoppedEarly: readonly FileRange[];
  /** Notices from outside the workspace, such as the registry's. */
  readonly notices: readonly Notice[];
  readonly decisions: readonly Decision[];
  readonly durationMs: number;
}

/** An assessment with the prices' workings, which explanations need. */
export interface PricedAssessment {
  readonly assessment: Assessment;
  readonly priced: PricedFindings;
  /** The profile as it was stated; undefined where nobody did. */
  readonly business: BusinessSettings | undefined;
  readonly decisions: readonly Decision[];
}

/** Prices, sorts and sums what an analysis found, and says what it covered. */
export function assessFindings(
  workspace: Workspace,
  configuration: Configuration,
  reviewed: Reviewed,
): PricedAssessment {
  const { gate } = configuration.root;
  const { priced, rejected, unmatchedDecisions, ...parts } = assess(
    reviewed.findings,
    costContext(workspace, configuration),
    { decisions: reviewed.decisions, ...(gate && { gate }) },
  );
  const { history, files, skipped } = workspace;
  const assessment: Assessment = {
    schemaVersion: 1,
    tool: { name: 'cto-guardrails', version },
    root: workspace.root,
    ...parts,
    coverage: {
      files: files.size,
      codeLines: [...files.values()].reduce((sum, file) => sum + file.codeLines, 0),
      typedShare: typedShareOf(workspace),
      skipped,
      crashes: reviewed.crashes,
      notices: [
        ...configuration.problems.map(configurationNotice),
        ...workspace.notices,
        ...calibrationNotice(priced.context.calibration),
        ...reviewed.notices,
        ...sourceNotices(files.values()),
        ...stoppedEarlyNotice(reviewed.stoppedEarly),
        ...decisionNotices(rejected.length, unmatchedDecisions.length, decisionsFileName),
      ],
    },
    ...(history && { head: { commit: history.head, date: history.headDate } }),
    durationMs: reviewed.durationMs,
  };
  return { assessment, priced, business: configuration.root.business, decisions: reviewed.decisions };
}

/** Everything that prices in this workspace depend on besides the findings. */
export function costContext(workspace: Workspace, configuration: Configuration): CostContext {
  const { history, coverage, files } = workspace;
  const { business, records } = configuration.root;
  const today = new Date().toISOString().slice(0, 10);
  const constants = constantsFor(business);
  return {
    constants,
    profile: resolveBusiness(business, constants),
    areaOf: createAreaLookup(areasOf(configuration)),
    codeLines: new Map([...files].map(([name, file]) => [name, file.codeLines])),
    typedShare: typedShareOf(workspace),
    today,
    ...(records && { calibration: calibrate(records, constants.general, today) }),
    ...(history && { history }),
    ...(coverage && { coverage }),
  };
}

function typedShareOf({ files }: Workspace): number {
  if (files.size === 0) return 1;
  let typed = 0;
  for (const file of files.values()) if (file.project) typed++;
  return typed / files.size;
}
