import type { FlowEngine } from '../dataflow/flow-analysis.ts';
import type { LibraryFacts } from '../registry/library-facts.ts';
import type { PastSecret } from '../rules/past-secret.ts';
import type { FileModel } from '../workspace/file-model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rulesThatNeed } from './active-rules.ts';
import { reviewFiles, reviewLibraries, reviewPast, reviewWhole, type RuleChoice } from './analyse-workspace.ts';
import type { FileKeys } from './cache/file-keys.ts';
import { tiers } from './cache/tier.ts';
import { createFindingStore, type Slice } from './finding-store.ts';
import { createPatternReview } from './pattern-review.ts';

/** Runs rules over some files and over the whole of a workspace, without any cache. */
export async function reviewOnce(
  workspace: Workspace,
  files: readonly FileModel[],
  rules: RuleChoice,
  {
    engine,
    libraries,
    pastSecrets = [],
  }: {
    readonly engine: FlowEngine | undefined;
    readonly libraries: LibraryFacts;
    readonly pastSecrets?: readonly PastSecret[];
  },
): Promise<Slice> {
  const store = createFindingStore();
  const patterns = createPatternReview();
  const tasks = files.map((file) => {
    const active = tiers.filter((tier) => rulesThatNeed(rules.of(file.path), tier).length > 0);
    const keys: FileKeys = Object.fromEntries(active.map((tier) => [tier, tier]));
    return { file, keys, missing: new Set(active) };
  });
  await reviewFiles({ workspace, rules, engine, patterns, store, mayRelease: () => false }, tasks);
  const whole = [
    reviewWhole(workspace, rules),
    reviewLibraries(workspace, rules, libraries),
    reviewPast(workspace, rules, pastSecrets),
  ];
  return {
    findings: [...store.findings(), ...whole.flatMap(({ findings }) => findings)],
    crashes: [...store.crashes(), ...whole.flatMap(({ crashes }) => crashes)],
  };
}
