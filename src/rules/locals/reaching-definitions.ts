import ts from 'typescript';
import { flowAt, flowKinds, type FlowPoint } from './bound-nodes.ts';
import type { FileLocals } from './file-locals.ts';

/** Points of the control flow visited for one reference; undefined is the answer beyond. */
const maxPoints = 4000;

/**
 * The assignments to a variable whose value can still be in it at one of its references: nodes as the binder records
 * them, a declaration or the name on the left side. Undefined where the reference is unreachable or too far to tell.
 */
export function definitionsReaching(
  from: FlowPoint,
  symbol: ts.Symbol,
  locals: FileLocals,
): ReadonlySet<ts.Node> | undefined {
  const definitions = new Set<ts.Node>();
  const seen = new Set<FlowPoint>();
  const pending = [from];
  for (let point = pending.pop(); point; point = pending.pop()) {
    if (seen.has(point)) continue;
    seen.add(point);
    if (seen.size > maxPoints) return undefined;
    if ((point.flags & flowKinds.unreachable) !== 0) continue;
    if (point.node && (point.flags & flowKinds.assignment) !== 0 && defines(point.node, symbol, locals)) {
      definitions.add(point.node);
      continue;
    }
    if (Array.isArray(point.antecedent)) pending.push(...(point.antecedent as FlowPoint[]));
    else if (point.antecedent) pending.push(point.antecedent as FlowPoint);
  }
  return definitions;
}

/** The binder's mark on statements that nothing leads to. */
const unreachableFlag = 1 << 30;

/** Whether a statement is never run: the binder takes the control flow away from what it cannot reach. */
export function isUnreachable(node: ts.Node): boolean {
  const flow = flowAt(node);
  if (flow) return (flow.flags & flowKinds.unreachable) !== 0;
  return (node.flags & unreachableFlag) !== 0;
}

function defines(node: ts.Node, symbol: ts.Symbol, locals: FileLocals): boolean {
  if (ts.isIdentifier(node)) return locals.symbolOf(node) === symbol;
  const { name } = node as ts.NamedDeclaration;
  return name !== undefined && ts.isIdentifier(name) && locals.symbolOf(name) === symbol;
}
