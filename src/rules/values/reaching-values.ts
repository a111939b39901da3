import ts from 'typescript';
import { flowAt, flowKinds, type FlowPoint } from '../locals/bound-nodes.ts';
import type { FileLocals } from '../locals/file-locals.ts';
import { assignedValue } from './assigned-value.ts';
import type { LocalValues } from './local-values.ts';
import { narrowedBy } from './narrowed-by.ts';
import { anyValue, type ValueSet } from './value-set.ts';

interface Sources {
  readonly locals: FileLocals;
  readonly values: LocalValues;
}

/** Points of the control flow that one question may visit before the answer is "anything". */
const maxPoints = 3000;

/**
 * What a variable can hold at one of its references: walks the control flow backwards to the assignments that reach
 * the reference, and drops the values that the conditions on the way exclude.
 */
export function valueInFlow(name: ts.Identifier, symbol: ts.Symbol, initial: ValueSet, sources: Sources): ValueSet {
  const start = flowAt(name);
  if (!start || (start.flags & flowKinds.unreachable) !== 0) return anyValue;
  const allowed = new Map<FlowPoint, ValueSet>();
  const pending: [FlowPoint, ValueSet][] = [[start, anyValue]];
  let result: ValueSet = 0;
  let visited = 0;
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    if (++visited > maxPoints) return anyValue;
    const [point, mask] = entry;
    const before = allowed.get(point) ?? 0;
    if ((mask & ~before) === 0) continue;
    allowed.set(point, before | mask);
    if ((point.flags & flowKinds.unreachable) !== 0) continue;
    const assigned = valueAssignedAt(point, symbol, sources);
    if (assigned !== undefined) result |= assigned & mask;
    else if ((point.flags & flowKinds.start) !== 0) result |= initial & mask;
    else for (const next of antecedentsOf(point)) pending.push([next, mask & conditionMask(point, symbol, sources)]);
    if ((result & anyValue) === anyValue) return anyValue;
  }
  return result === 0 ? anyValue : result;
}

function antecedentsOf(point: FlowPoint): readonly FlowPoint[] {
  const { antecedent } = point;
  if (antecedent === undefined) return [];
  return Array.isArray(antecedent) ? (antecedent as readonly FlowPoint[]) : [antecedent as FlowPoint];
}

function valueAssignedAt(point: FlowPoint, symbol: ts.Symbol, { locals, values }: Sources): ValueSet | undefined {
  if ((point.flags & flowKinds.assignment) === 0 || !point.node) return undefined;
  const { node } = point;
  if (ts.isIdentifier(node)) return locals.symbolOf(node) === symbol ? assignedValue(node, values) : undefined;
  const name = (node as ts.NamedDeclaration).name;
  if (!name || !ts.isIdentifier(name) || locals.symbolOf(name) !== symbol) return undefined;
  return ts.isVariableDeclaration(node) ? assignedValue(name, values) : anyValue;
}

function conditionMask(point: FlowPoint, symbol: ts.Symbol, sources: Sources): ValueSet {
  const isTrue = (point.flags & flowKinds.whenTrue) !== 0;
  if (!isTrue && (point.flags & flowKinds.whenFalse) === 0) return anyValue;
  return point.node ? narrowedBy(point.node as ts.Expression, isTrue, symbol, sources.locals) : anyValue;
}
