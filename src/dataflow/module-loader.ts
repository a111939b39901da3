import type { CompiledModels } from './compile-models.ts';
import type { FlowWorkspace } from './flow-workspace.ts';
import type { ModuleState } from './frame.ts';
import type { Machine } from './machine.ts';
import { StoppedEarly } from './machine.ts';
import type { CallStack } from './invoke-function.ts';
import { createModuleState, exportOf, hasDefaultExport } from './modules.ts';
import type { Value } from './value.ts';
import { join, nothing, valueOf } from './value.ts';

/** Finds and runs the files and packages that imports name. */
export interface ModuleLoader {
  readonly load: (path: string) => ModuleState | undefined;
  readonly importModule: (specifier: string, from: ModuleState) => Value;
  readonly importName: (specifier: string, name: string, from: ModuleState, depth?: number) => Value;
}

/** Makes the loader; `machine` is asked for only when a file runs. */
export function createModuleLoader(
  workspace: FlowWorkspace,
  models: CompiledModels,
  states: Map<string, ModuleState>,
  stack: CallStack,
  machine: () => Machine,
): ModuleLoader {
  const load = (path: string): ModuleState | undefined => {
    const state = stateOf(workspace, states, path);
    if (state?.status === 'fresh') runTopLevel(state, stack, machine());
    return state;
  };
  const local = (specifier: string, from: ModuleState): ModuleState | undefined => {
    if (from.imports.has(specifier)) return from.imports.get(specifier);
    const edges = workspace.moduleGraph().importsOf(from.file.path);
    const edge =
      edges.find((candidate) => candidate.specifier === specifier && !candidate.isTypeOnly) ??
      edges.find((candidate) => candidate.specifier === specifier);
    const state = edge && load(edge.to);
    from.imports.set(specifier, state);
    return state;
  };
  const importModule = (specifier: string, from: ModuleState): Value => {
    const state = local(specifier, from);
    return state ? valueOf({ modules: [state] }) : packageValue(models, specifier);
  };
  return {
    load,
    importModule,
    importName: (specifier, name, from, depth) => {
      const state = local(specifier, from);
      if (!state) return packageMember(machine(), models, specifier, name, from);
      const isCommonJs = name === 'default' && !hasDefaultExport(state);
      return isCommonJs ? valueOf({ modules: [state] }) : exportOf(machine(), state, name, depth);
    },
  };
}

function stateOf(workspace: FlowWorkspace, states: Map<string, ModuleState>, path: string): ModuleState | undefined {
  const known = states.get(path);
  const file = workspace.files.get(path);
  if (known || !file) return known;
  const state = createModuleState(file);
  states.set(path, state);
  return state;
}

function runTopLevel(state: ModuleState, stack: CallStack, machine: Machine): void {
  state.status = 'loading';
  stack.withBudget(() => {
    try {
      machine.execute(state.file.sourceFile.statements, state.frame);
    } catch (error) {
      if (!(error instanceof StoppedEarly)) throw error;
      stack.noteStop(error.at);
    }
  });
  state.status = 'ready';
}

function packageValue(models: CompiledModels, specifier: string): Value {
  const root = models.root(specifier.replace(/^node:/, ''));
  return root === undefined ? nothing : valueOf({ entities: [root] });
}

function packageMember(
  machine: Machine,
  models: CompiledModels,
  specifier: string,
  name: string,
  from: ModuleState,
): Value {
  const whole = packageValue(models, specifier);
  if (name !== 'default') return machine.readProperty(whole, name, from.file.sourceFile, from.frame);
  return join(whole, machine.readProperty(whole, name, from.file.sourceFile, from.frame));
}
