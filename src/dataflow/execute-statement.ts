import ts from 'typescript';
import { descend } from '../workspace/modules/descend.ts';
import { fieldsOf } from './fields.ts';
import type { Frame } from './frame.ts';
import type { Binding } from './scope.ts';
import { closureIn, leaveEarly, readVariable, runBranches, runLeavable, writeVariable } from './frame.ts';
import type { Machine } from './machine.ts';
import { defineClass } from './run-class.ts';
import { throwOut, thrownBy } from './thrown-error.ts';
import type { Value } from './value.ts';
import { elementOf, join, nothing, textValue, valueOf } from './value.ts';

/** Turns of a loop that are run at most; each carries a value from one variable on to the next. */
const mostTurns = 3;

/** Runs statements in order; true when none of the ways through them reaches the end. */
export function executeStatements(machine: Machine, statements: readonly ts.Statement[], frame: Frame): boolean {
  hoist(machine, statements, frame);
  let isOver = false;
  for (const statement of statements) {
    if (isOver && !ts.isFunctionDeclaration(statement)) continue;
    isOver = executeStatement(machine, statement, frame) || isOver;
  }
  return isOver;
}

function hoist(machine: Machine, statements: readonly ts.Statement[], frame: Frame): void {
  for (const statement of statements) {
    if (!ts.isFunctionDeclaration(statement) || !statement.body) continue;
    const closure = closureIn(frame, statement, machine.idOf);
    const binding = statement.name && frame.module.scopes.resolve(statement.name.text, statement.parent);
    if (binding) writeVariable(frame, binding, valueOf({ closures: [closure] }));
  }
}

function executeStatement(machine: Machine, node: ts.Statement, frame: Frame): boolean {
  machine.spend(node);
  switch (node.kind) {
    case ts.SyntaxKind.ExpressionStatement:
      return executeExpression(machine, (node as ts.ExpressionStatement).expression, frame);
    case ts.SyntaxKind.VariableStatement:
      return declare(machine, (node as ts.VariableStatement).declarationList, frame);
    case ts.SyntaxKind.ReturnStatement:
      return executeReturn(machine, node as ts.ReturnStatement, frame);
    case ts.SyntaxKind.IfStatement:
      return executeIf(machine, node as ts.IfStatement, frame);
    case ts.SyntaxKind.Block:
      return machine.execute((node as ts.Block).statements, frame);
    case ts.SyntaxKind.ForStatement:
      return executeFor(machine, node as ts.ForStatement, frame);
    case ts.SyntaxKind.ForOfStatement:
    case ts.SyntaxKind.ForInStatement:
      return executeForEach(machine, node as ts.ForOfStatement, frame);
    case ts.SyntaxKind.WhileStatement: {
      const { expression, statement } = node as ts.WhileStatement;
      return executeLoop(machine, expression, statement, undefined, frame);
    }
    case ts.SyntaxKind.DoStatement:
      return executeDo(machine, node as ts.DoStatement, frame);
    case ts.SyntaxKind.TryStatement:
      return executeTry(machine, node as ts.TryStatement, frame);
    case ts.SyntaxKind.SwitchStatement:
      return executeSwitch(machine, node as ts.SwitchStatement, frame);
    case ts.SyntaxKind.ThrowStatement:
      throwOut(frame, thrownBy(machine.evaluate((node as ts.ThrowStatement).expression, frame)));
      return true;
    case ts.SyntaxKind.BreakStatement:
    case ts.SyntaxKind.ContinueStatement:
      leaveEarly(frame);
      return true;
    default:
      return executeOther(machine, node, frame);
  }
}

function executeOther(machine: Machine, node: ts.Statement, frame: Frame): boolean {
  if (ts.isClassDeclaration(node)) {
    const value = defineClass(machine, node, frame);
    const binding = node.name && frame.module.scopes.resolve(node.name.text, node.parent);
    if (binding) writeVariable(frame, binding, value);
  } else if (ts.isExportAssignment(node)) {
    const value = machine.evaluate(node.expression, frame);
    if (node.isExportEquals) frame.module.exports = value;
    else frame.module.exports = join(frame.module.exports, valueOf({ fields: fieldsOf([['default', value]]) }));
  } else if (ts.isLabeledStatement(node)) executeStatement(machine, node.statement, frame);
  else if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
    machine.execute(node.body.statements, frame);
  }
  return false;
}

function executeExpression(machine: Machine, node: ts.Expression, frame: Frame): boolean {
  machine.evaluate(node, frame);
  return ts.isCallExpression(node) && /^process\.exit$/.test(node.expression.getText());
}

function declare(machine: Machine, list: ts.VariableDeclarationList, frame: Frame): boolean {
  for (const declaration of list.declarations) {
    machine.spend(declaration);
    const isHoistedOnly = !declaration.initializer && !(list.flags & ts.NodeFlags.BlockScoped);
    if (isHoistedOnly) continue;
    const value = declaration.initializer ? machine.evaluate(declaration.initializer, frame) : nothing;
    const typed = value === nothing ? machine.valueOfType(declaration.type, frame) : value;
    machine.bind(declaration.name, typed, frame);
  }
  return false;
}

function executeReturn(machine: Machine, node: ts.ReturnStatement, frame: Frame): boolean {
  if (node.expression) {
    frame.outcome.returned = join(frame.outcome.returned, machine.evaluate(node.expression, frame));
  }
  return true;
}

function executeIf(machine: Machine, node: ts.IfStatement, frame: Frame): boolean {
  machine.evaluate(node.expression, frame);
  return runBranches(frame, [
    () => {
      machine.refine(node.expression, frame, true);
      return executeStatement(machine, node.thenStatement, frame);
    },
    () => {
      machine.refine(node.expression, frame, false);
      return node.elseStatement ? executeStatement(machine, node.elseStatement, frame) : false;
    },
  ]);
}

function executeFor(machine: Machine, node: ts.ForStatement, frame: Frame): boolean {
  if (node.initializer) {
    if (ts.isVariableDeclarationList(node.initializer)) declare(machine, node.initializer, frame);
    else machine.evaluate(node.initializer, frame);
  }
  return executeLoop(machine, node.condition, node.statement, node.incrementor, frame);
}

function executeLoop(
  machine: Machine,
  condition: ts.Expression | undefined,
  body: ts.Statement,
  after: ts.Expression | undefined,
  frame: Frame,
): boolean {
  const turn = (): boolean => {
    if (condition) {
      machine.evaluate(condition, frame);
      machine.refine(condition, frame, true);
    }
    executeStatement(machine, body, frame);
    if (after) machine.evaluate(after, frame);
    return false;
  };
  return repeat(body.parent, frame, turn);
}

function executeForEach(machine: Machine, node: ts.ForOfStatement | ts.ForInStatement, frame: Frame): boolean {
  const collection = machine.evaluate(node.expression, frame);
  const item = ts.isForOfStatement(node) ? elementOf(machine.expand(collection)) : keysOf(collection);
  return repeat(node, frame, () => {
    if (ts.isVariableDeclarationList(node.initializer)) {
      for (const declaration of node.initializer.declarations) machine.bind(declaration.name, item, frame);
    } else machine.assign(node.initializer, item, frame);
    executeStatement(machine, node.statement, frame);
    return false;
  });
}

function keysOf(collection: { readonly taints: ReturnType<typeof elementOf>['taints'] }): ReturnType<typeof elementOf> {
  return collection.taints.length > 0 ? valueOf({ taints: collection.taints }) : nothing;
}

/** Runs a loop's body, and again while a turn changes what the next one starts with. */
function repeat(loop: ts.Node, frame: Frame, turn: () => boolean): boolean {
  let before: number;
  let turns = 0;
  do {
    before = weightOutside(loop, frame);
    runLeavable(frame, [turn, () => false]);
  } while (weightOutside(loop, frame) !== before && ++turns < mostTurns);
  return false;
}

/** Taints and fields in variables that outlive a loop; grows when a turn adds to them. */
function weightOutside(loop: ts.Node, frame: Frame): number {
  let weight = 0;
  for (const [{ declaration }, value] of frame.layers[frame.layers.length - 1] ?? []) {
    if (declaration.pos < loop.pos || declaration.end > loop.end) weight += value.taints.length + value.fields.size;
  }
  return weight;
}

function executeDo(machine: Machine, node: ts.DoStatement, frame: Frame): boolean {
  const isOver = runLeavable(frame, [() => executeStatement(machine, node.statement, frame)]);
  machine.evaluate(node.expression, frame);
  return isOver && endsFunction(node.statement);
}

/** Whether a body ends with `return` or `throw` and not with a `break`, which only leaves the loop. */
function endsFunction(node: ts.Statement): boolean {
  const last = ts.isBlock(node) ? node.statements[node.statements.length - 1] : node;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

function executeTry(machine: Machine, node: ts.TryStatement, frame: Frame): boolean {
  let begun: ReadonlyMap<Binding, Value> = new Map();
  const { thrown } = frame.outcome;
  frame.outcome.thrown = nothing;
  const attempt = (): boolean => {
    const isOver = machine.execute(node.tryBlock.statements, frame);
    begun = frame.layers[frame.layers.length - 1] ?? begun;
    return isOver;
  };
  const { catchClause } = node;
  const recover = (): boolean => {
    const caught = frame.outcome.thrown;
    frame.outcome.thrown = nothing;
    if (catchClause?.variableDeclaration) machine.bind(catchClause.variableDeclaration.name, caught, frame);
    // Whatever threw may have come after any of the assignments.
    for (const [binding, value] of begun) {
      writeVariable(frame, binding, join(readVariable(frame, binding), value));
    }
    return catchClause ? machine.execute(catchClause.block.statements, frame) : false;
  };
  const isOver = catchClause ? runBranches(frame, [attempt, recover]) : attempt();
  throwOut(frame, thrown);
  const isFinallyOver = node.finallyBlock ? machine.execute(node.finallyBlock.statements, frame) : false;
  return isOver || isFinallyOver;
}

function executeSwitch(machine: Machine, node: ts.SwitchStatement, frame: Frame): boolean {
  const subject = machine.evaluate(node.expression, frame);
  const { clauses } = node.caseBlock;
  const hasDefault = clauses.some(ts.isDefaultClause);
  const branches = clauses.map((clause, index) => () => {
    if (ts.isCaseClause(clause)) {
      machine.evaluate(clause.expression, frame);
      if (subject.taints.length > 0 && ts.isStringLiteralLike(clause.expression)) {
        machine.assign(node.expression, textValue(clause.expression.text), frame);
      }
    }
    return runClauses(machine, clauses.slice(index), frame);
  });
  const isOver = runLeavable(frame, hasDefault ? branches : [...branches, () => false]);
  return isOver && clauses.every((clause) => !containsBreak(clause));
}

function runClauses(machine: Machine, clauses: readonly ts.CaseOrDefaultClause[], frame: Frame): boolean {
  for (const clause of clauses) {
    const isOver = machine.execute(clause.statements, frame);
    if (isOver) return endsWithExit(clause.statements);
  }
  return false;
}

function endsWithExit(statements: readonly ts.Statement[]): boolean {
  const last = statements[statements.length - 1];
  if (last && ts.isBlock(last)) return endsWithExit(last.statements);
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

function containsBreak(node: ts.Node): boolean {
  if (ts.isBreakStatement(node)) return true;
  return descend(node, (child) => (ts.isBreakStatement(child) ? 'stop' : !ts.isFunctionLike(child)));
}
