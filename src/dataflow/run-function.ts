import ts from 'typescript';
import type { Activation, Frame } from './frame.ts';
import { closureIn, readVariable, writeVariable } from './frame.ts';
import type { Input, Machine, Output } from './machine.ts';
import { parameterValue } from './parameter-value.ts';
import type { Binding } from './scope.ts';
import type { Closure, FunctionNode, Value } from './value.ts';
import { join, nothing, withField } from './value.ts';

/** Runs the body of a function once with the given input. */
export function runFunction(machine: Machine, closure: Closure, input: Input, activation: Activation): Output {
  const node = closure.node as FunctionNode;
  const frame = frameOf(machine, closure, input, activation);
  const given = bindParameters(machine, node, input.args, frame);
  if (namesArguments(machine, node)) frame.globals.set('arguments', listOf(input.args));
  const { body } = node;
  if (body && ts.isBlock(body)) machine.execute(body.statements, frame);
  else if (body) frame.outcome.returned = machine.evaluate(body, frame);
  machine.runUncalled(frame);
  const isChanged = frame.self !== undefined && frame.self.value !== input.receiver;
  return {
    returned: frame.outcome.returned,
    thrown: frame.outcome.thrown,
    receiver: isChanged ? frame.self.value : undefined,
    parameters: node.parameters.map((parameter, index) => changed(parameter, given[index], frame)),
  };
}

function namesArguments(machine: Machine, node: FunctionNode): boolean {
  if (ts.isArrowFunction(node)) return false;
  const known = machine.usesArguments.get(node);
  if (known !== undefined) return known;
  const isNamed = /\barguments\b/.test(node.getText());
  machine.usesArguments.set(node, isNamed);
  return isNamed;
}

function listOf(args: readonly (Value | undefined)[]): Value {
  return args.reduce<Value>((list, arg, at) => withField(list, String(at), arg ?? nothing), nothing);
}

function frameOf(machine: Machine, closure: Closure, input: Input, activation: Activation): Frame {
  const { node, frame } = closure;
  const isMember = ts.isClassLike(node.parent);
  return {
    owner: node,
    parent: frame,
    module: frame.module,
    activation,
    layers: [new Map<Binding, Value>()],
    exits: [],
    self: ts.isArrowFunction(node) ? undefined : { value: input.receiver ?? nothing },
    home: isMember ? closureIn(frame, node.parent, machine.idOf) : frame.home,
    outcome: { returned: nothing, thrown: nothing },
    rebound: new Set(),
    closures: new Map(),
    globals: new Map(),
    uncalled: new Set(),
  };
}

function bindParameters(
  machine: Machine,
  node: FunctionNode,
  args: readonly (Value | undefined)[],
  frame: Frame,
): readonly Value[] {
  return node.parameters.map((parameter, index) => {
    const value = valueOfParameter(machine, node, index, args, frame);
    if (ts.isIdentifier(parameter.name)) {
      const binding = frame.module.scopes.resolve(parameter.name.text, parameter.name);
      if (binding) writeVariable(frame, binding, value);
      if (ts.isParameterPropertyDeclaration(parameter, node) && frame.self) {
        frame.self.value = withField(frame.self.value, parameter.name.text, value);
      }
    } else machine.bind(parameter.name, value, frame);
    return value;
  });
}

function valueOfParameter(
  machine: Machine,
  node: FunctionNode,
  index: number,
  args: readonly (Value | undefined)[],
  frame: Frame,
): Value {
  const parameter = node.parameters[index];
  if (!parameter) return nothing;
  if (parameter.dotDotDotToken) {
    return listOf(args.slice(index));
  }
  const given = args[index] ?? nothing;
  const known = given === nothing ? parameterValue(machine, node, index, frame) : given;
  return parameter.initializer ? join(known, machine.evaluate(parameter.initializer, frame)) : known;
}

function changed(parameter: ts.ParameterDeclaration, given: Value | undefined, frame: Frame): Value | undefined {
  if (!ts.isIdentifier(parameter.name)) return undefined;
  const binding = frame.module.scopes.resolve(parameter.name.text, parameter.name);
  if (!binding || frame.rebound.has(binding)) return undefined;
  const value = readVariable(frame, binding);
  return value === given ? undefined : value;
}
