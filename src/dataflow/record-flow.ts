import type ts from 'typescript';
import type { Localized } from '../base/language.ts';
import type { Flow, FlowStep, SinkKind } from './flow-analysis.ts';
import type { Frame, PendingFlow } from './frame.ts';
import { bitOf } from './sink-bits.ts';
import type { Source, Taint, Trace, Value } from './value.ts';
import { allTaints, joinTaints } from './value.ts';

/** Notes a flow for each taint of a value that is not safe for the kind of sink where it arrives. */
export function reachSink(
  kind: SinkKind,
  value: Value,
  sink: ts.Node,
  sinkName: string,
  frame: Frame,
  isDeep: boolean,
): void {
  for (const taint of isDeep ? taintsInside(kind, value) : value.taints) {
    if (taint.safeFor & bitOf(kind)) continue;
    recordFlow({ sinkKind: kind, sink, sinkName, taint }, frame);
  }
}

/** In a query of a document store, what stands behind an operator that compares or stores a value is only a value. */
const valueOperators = /^\$(eq|in|nin|set|setOnInsert|push|addToSet|pull|each|inc|unset)$/;

function taintsInside(kind: SinkKind, value: Value): readonly Taint[] {
  if (kind !== 'nosql') return allTaints(value);
  let { taints } = value;
  if (!value.fields.isTainted) return taints;
  for (const [name, field] of value.fields) {
    if (!valueOperators.test(name)) taints = joinTaints(taints, taintsInside(kind, field));
  }
  return taints;
}

/** Keeps a flow with the file of the code that runs, or with the function that waits for its caller. */
export function recordFlow(flow: PendingFlow, frame: Frame): void {
  const { origin, safeFor, trace } = flow.taint;
  const place = `${flow.sinkKind} ${placeOf(flow.sink)}`;
  if ('slot' in origin) {
    const key = `${place} ${origin.slot}`;
    if (!frame.activation.flows.has(key)) frame.activation.flows.set(key, flow);
    return;
  }
  if (safeFor & bitOf(flow.sinkKind)) return;
  const key = `${place} ${placeOf(origin.node)}`;
  const known = frame.module.flows.get(key);
  if (known && rank(known.exposure) >= rank(origin.exposure)) return;
  frame.module.flows.set(key, finished(flow, origin, trace));
}

/** Of two ways to one place the more exposed one counts. */
function rank(exposure: Flow['exposure']): number {
  return exposure === 'public' ? 2 : exposure === 'authenticated' ? 1 : 0;
}

function finished(flow: PendingFlow, origin: Source, trace: Trace | undefined): Flow {
  return {
    sinkKind: flow.sinkKind,
    sink: flow.sink,
    sinkName: flow.sinkName,
    sourceKind: origin.kind,
    source: origin.node,
    sourceName: origin.name,
    steps: stepsOf(flow, origin, trace),
    ...(origin.exposure && { exposure: origin.exposure }),
  };
}

function stepsOf(flow: PendingFlow, origin: Source, trace: Trace | undefined): readonly FlowStep[] {
  const middle: FlowStep[] = [];
  for (let step = trace; step; step = step.previous) middle.unshift({ at: step.at, message: step.message });
  const start: Localized = {
    en: `\`${origin.name}\` comes from outside`,
    fr: `\`${origin.name}\` vient de l’extérieur`,
  };
  const end: Localized = { en: `reaches \`${flow.sinkName}\``, fr: `arrive dans \`${flow.sinkName}\`` };
  return [{ at: origin.node, message: start }, ...middle, { at: flow.sink, message: end }];
}

function placeOf(node: ts.Node): string {
  return `${node.getSourceFile().fileName}:${node.pos}:${node.end}`;
}
