import { lastName } from './evaluate-call.ts';
import { mayArrive, reachArgument } from './call-entity.ts';
import type { Frame } from './frame.ts';
import type { Call, Machine } from './machine.ts';
import { isSinkActive } from './sink-conditions.ts';

/** Sinks told by the names of receiver and method, where the receiver's origin is unknown. */
export function reachMethodSinks(machine: Machine, call: Call, frame: Frame): void {
  const { receiver, receiverNode } = call;
  if (!receiver || !receiverNode || call.isNew) return;
  if (receiver.closures.length + receiver.instances.length > 0 || !call.args.some(mayArrive)) return;
  const name = lastName(receiverNode);
  for (const sink of machine.models.data.methodSinks) {
    if (!sink.methods.includes(call.name) || !sink.receiver.test(name)) continue;
    if (isSinkActive(sink.when, sink.argument, call)) reachArgument(machine, sink, sink.argument, call, frame);
  }
}
