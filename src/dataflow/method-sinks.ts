import { lastName } from './evaluate-call.ts';
import { valueAtSink } from './call-entity.ts';
import type { Frame } from './frame.ts';
import type { Call, Machine } from './machine.ts';
import { isSinkActive } from './sink-conditions.ts';

/** Sinks told by the names of receiver and method, where the receiver's origin is unknown. */
export function reachMethodSinks(machine: Machine, call: Call, frame: Frame): void {
  const { receiver, receiverNode } = call;
  if (!receiver || !receiverNode || call.isNew) return;
  if (receiver.closures.length + receiver.instances.length > 0) return;
  const name = lastName(receiverNode);
  for (const sink of machine.models.data.methodSinks) {
    if (!sink.methods.includes(call.name) || !sink.receiver.test(name)) continue;
    const value = call.args[sink.argument];
    const node = call.argNodes[sink.argument];
    if (!value || !node || !isSinkActive(sink.when, sink.argument, call)) continue;
    machine.reach(sink.kind, valueAtSink(machine, value, sink.fields, node, frame), node, call.text(), frame);
  }
}
