import ts from 'typescript';
import type { CompiledModels } from './compile-models.ts';
import type { SinkKind, SourceKind } from './flow-analysis.ts';
import type { Frame, ModuleState, PendingFlow } from './frame.ts';
import type { Views } from './views.ts';
import type { Closure, Source, Value } from './value.ts';

/** One call as the models and the functions of the program see it. */
export interface Call {
  readonly node: ts.Node;
  /** Last name of what is called: `query` in `db.query()`. */
  readonly name: string;
  /** What is called, as written. */
  readonly text: () => string;
  readonly callee: Value;
  readonly receiver: Value | undefined;
  readonly receiverNode: ts.Expression | undefined;
  readonly args: readonly Value[];
  readonly argNodes: readonly ts.Expression[];
  readonly isNew: boolean;
  /** What errors of the receiver may quote, where `catch` is called on it. */
  readonly caught?: Value;
}

/** What goes into a function: `undefined` arguments are those that no caller gave. */
export interface Input {
  readonly args: readonly (Value | undefined)[];
  readonly receiver: Value | undefined;
}

/** What comes out of a function: its result, and its inputs where it changed what they hold. */
export interface Output {
  readonly returned: Value;
  /** What an error thrown out of it may quote. */
  readonly thrown: Value;
  readonly receiver: Value | undefined;
  readonly parameters: readonly (Value | undefined)[];
}

/** The parts of the interpreter as they call one another; put together once by the engine. */
export interface Machine {
  readonly models: CompiledModels;
  readonly views: Views;
  /** A number that stands for a function or class in the shapes of inputs. */
  readonly idOf: (node: ts.Node) => number;
  /** Counts one step of work; throws `StoppedEarly` past the bound. */
  spend(node: ts.Node): void;
  evaluate(node: ts.Expression, frame: Frame): Value;
  /** Runs statements; true when the end is never reached. */
  execute(statements: readonly ts.Statement[], frame: Frame): boolean;
  assign(target: ts.Node, value: Value, frame: Frame): void;
  bind(pattern: ts.BindingName, value: Value, frame: Frame): void;
  refine(condition: ts.Expression, frame: Frame, holds: boolean): void;
  readProperty(base: Value, name: string, node: ts.Node, frame: Frame): Value;
  apply(call: Call, frame: Frame): Value;
  invoke(closure: Closure, input: Input, frame: Frame, site: ts.Node): Output;
  /** Runs functions that nothing called, with unknown input. */
  runUncalled(frame: Frame): void;
  construct(closure: Closure, args: readonly (Value | undefined)[], frame: Frame, site: ts.Node): Value;
  memberOf(instance: Value, name: string, frame: Frame, site: ts.Node): Value;
  readonly importModule: (specifier: string, from: ModuleState) => Value;
  readonly importName: (specifier: string, name: string, from: ModuleState, depth?: number) => Value;
  /** A value whose references to files of the workspace are replaced by what these export. */
  expand(value: Value): Value;
  exportedBy(value: Value, name: string): Value;
  valueOfType(type: ts.TypeNode | undefined, frame: Frame): Value;
  sourceAt(node: ts.Node, kind: SourceKind, name: string, exposure: string | undefined): Source;
  /** Methods and getters of classes by name, kept once they were asked for. */
  readonly members: Map<ts.Node, ReadonlyMap<string, ts.MethodDeclaration | ts.GetAccessorDeclaration>>;
  /** Whether a function names `arguments`, kept once it was asked for. */
  readonly usesArguments: Map<ts.Node, boolean>;
  /** Promises being made, innermost last; calling `resolve` fills the last one. */
  readonly promises: { value: Value }[];
  /** Classes being constructed, so that those that make each other end. */
  readonly constructing: ts.Node[];
  /** Notes a flow: finished where its source is known, else waiting in the function that runs. */
  record(flow: PendingFlow, frame: Frame): void;
  /** Notes a flow for each taint of a value that arrives at a sink; `deep` looks inside as well. */
  reach(kind: SinkKind, value: Value, sink: ts.Node, sinkName: string, frame: Frame, deep?: boolean): void;
}

/** Thrown where a bound is met; the function that runs is left as it is and noted. */
export class StoppedEarly extends Error {
  override readonly name = 'StoppedEarly';
  constructor(readonly at: ts.Node) {
    super('The analysis met a bound');
  }
}

/** A node that only surrounds an expression and leaves its value as it is. */
export type Wrapper =
  | ts.ParenthesizedExpression
  | ts.AsExpression
  | ts.NonNullExpression
  | ts.SatisfiesExpression
  | ts.TypeAssertion
  | ts.AwaitExpression;

/** Whether a node is parentheses, a type assertion, `!` or `await`. */
export function isWrapper(node: ts.Node): node is Wrapper {
  switch (node.kind) {
    case ts.SyntaxKind.ParenthesizedExpression:
    case ts.SyntaxKind.AsExpression:
    case ts.SyntaxKind.NonNullExpression:
    case ts.SyntaxKind.SatisfiesExpression:
    case ts.SyntaxKind.TypeAssertionExpression:
    case ts.SyntaxKind.AwaitExpression:
      return true;
    default:
      return false;
  }
}

/** The expression inside all wrappers. */
export function unwrap(node: ts.Expression): ts.Expression {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** Text of a node for messages: white space collapsed, at most 60 characters. */
export function textOf(node: ts.Node): string {
  const text = node
    .getText()
    .slice(0, 400)
    .replace(/\s+/g, ' ')
    .replace(/\?\.(?=\w)/g, '.');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
