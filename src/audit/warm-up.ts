import { yieldToEventLoop } from '../base/cancellation.ts';
import type { Configuration } from '../config/configuration.ts';
import type { WorkspaceFlowEngine } from '../dataflow/flow-engine.ts';
import type { TypeScriptProject } from '../workspace/typescript-project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { flowEngineFor } from './analyse-workspace.ts';
import type { RulesByFile } from './rules-by-file.ts';

/** What warming up needs of a session, and changes of it. */
interface WarmState {
  readonly workspace: Workspace;
  readonly rules: RulesByFile;
  readonly configuration: Configuration;
  readonly keepsPrograms: (project: TypeScriptProject) => boolean;
  engine: WorkspaceFlowEngine | undefined;
}

/** Loads programs and follows data for files that will be edited, so that the first edit is as fast as the next. */
export async function warmUp(
  state: WarmState,
  files: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const { workspace, rules } = state;
  const models = files.flatMap((file) => workspace.files.get(file) ?? []);
  for (const project of new Set(models.map((model) => model.project))) {
    if (!project || project.isLoaded() || !state.keepsPrograms(project)) continue;
    await yieldToEventLoop(signal);
    project.program();
    await yieldToEventLoop(signal);
    project.checker();
  }
  if (models.length > 0) state.engine ??= flowEngineFor(workspace, rules.whole, state.configuration.root.models);
  for (const model of models) {
    await yieldToEventLoop(signal);
    state.engine?.analyse(model, signal);
  }
}
