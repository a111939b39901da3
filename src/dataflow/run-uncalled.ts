import ts from 'typescript';
import type { Frame } from './frame.ts';
import { isModuleFrame } from './frame.ts';
import type { Machine } from './machine.ts';
import { isHandlerShaped } from './parameter-value.ts';
import { runMethods } from './run-class.ts';
import type { Closure } from './value.ts';

/**
 * Runs the functions of a frame that nothing called, for someone else may: with unknown input, or that of the handler
 * whose shape they have.
 */
export function runUncalledIn(machine: Machine, frame: Frame): void {
  const done = new Set<Closure>();
  for (const closure of frame.closures.values()) {
    if (done.has(closure) || !mayHoldSource(machine, closure, frame)) continue;
    done.add(closure);
    if (ts.isClassLike(closure.node)) runMethods(machine, closure, frame);
    else if (isWaiting(machine, closure, frame)) {
      machine.invoke(closure, { args: [], receiver: undefined }, frame, closure.node);
    }
  }
}

function isWaiting(machine: Machine, closure: Closure, frame: Frame): boolean {
  const { node } = closure;
  if (ts.isClassLike(node) || ts.isClassLike(node.parent)) return false;
  return frame.uncalled.has(closure) || isHandlerShaped(machine, node);
}

/** At a file's top level only functions whose text may name a source are worth a run; inner ones see what goes on. */
function mayHoldSource(machine: Machine, closure: Closure, frame: Frame): boolean {
  if (!isModuleFrame(frame)) return true;
  const { node } = closure;
  const { text } = frame.module.file;
  const { hints, fileHints } = machine.models.data;
  return (
    isHandlerShaped(machine, node) || hints.test(text.slice(node.pos, node.end)) || (fileHints?.test(text) ?? false)
  );
}
