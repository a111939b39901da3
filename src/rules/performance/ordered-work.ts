import ts from 'typescript';
import { enclosingFunction, functionName, isFunctionNode } from '../syntax/functions.ts';
import { lastName, nameParts } from '../syntax/names.ts';
import { containsBelow, findAncestor } from '../syntax/walk.ts';
import { loopNames } from './loop-names.ts';

/** Beginnings of callee names whose calls are made in order: they change a shared thing, or talk to one. */
const orderedVerbs =
  /^(write|append|flush|prompt|ask|question|confirm|click|type|fill|press|goto|navigate|acquire|lock|release|next|migrate|revert|up|down|run|exec|execute|apply|perform|commit|rollback|begin|retry|attempt|poll|step|drain|yield|emit|dispatch|trigger|install|build|deploy|spawn|launch|start|stop|close|drop|truncate|alter|rename|change|modify|reset|restore|recover|soft|transfer|pay|charge|book|reserve|duplicate|destroy|schedule|consume|transaction|rollup|invite|archive|publish|adjust|registration|import|export|unpublish|merge|copy|bulk|insert|save|create|update|upsert|delete|remove|add|set|put|persist|seed|sync|all|allSettled|race|any|then|catch|finally|log|print|render|visit|walk|traverse|transform|hook|call|invoke|handle|process|resolve|middleware|init|initialize|setup|register|configure|connect|open|enqueue|dequeue|move|copy|sleep|delay|wait|backoff|pause|tick|timeout|setTimeout|setImmediate|recv|receive|read(Line|Next|Chunk)|_)(?![a-z])/;

/** Receivers that are one session: their calls queue up anyway. */
const sessions =
  /^(queryRunner|runner|trx|tx|transaction|session|page|driver|browser|frame|cy|client|conn|connection|db|writer|stream|reader|rl|lock|mutex|queue|em|entityManager|manager|migration|umzug|terminal|shell|ssh|sftp|ftp)$/i;

/** Words in the names of items that stand in an order. */
const orderedItems =
  /^(step|stage|phase|migration|statement|hook|middleware|plugin|layer|command|cmd|attempt|retry|task|job|chunk|batch|page|wave|level|upQuery|downQuery|subscriber|listener|handler|fn|callback|validator|rule|loader|resolver|test|suite|generator|query|sql|operation|event|message|change|mutation|action|diff|patch|edit|update|entry)s?$/i;

/** Functions whose whole purpose is order. */
const orderedPlaces = /migrat|seed|transaction|rollback|replay|sequen|serial|batch|chunk|throttle|pipeline|drain/i;

/** Classes that stand for one session or carry out a plan. */
const orderedClasses = /(Runner|Executor|Session|Transaction|Migrat\w*|Seeder|Queue|Scheduler)$/;

/**
 * Whether the order of a loop's awaited call is likely to matter, or to be wanted: writes, sessions, steps,
 * and groups that are themselves run side by side.
 */
export function isOrderedWork(call: ts.CallExpression, loop: ts.IterationStatement): boolean {
  const parts = nameParts(call.expression);
  if (orderedVerbs.test(lastName(call.expression))) return true;
  if (parts.slice(0, -1).some((part) => sessions.test(part)) || changesData(call)) return true;
  const names = [...loopNames(loop)];
  if (
    names.some((name) => wordsOf(name).some((word) => orderedItems.test(word))) ||
    names.includes(parts.length === 1 ? (parts[0] ?? '') : '')
  ) {
    return true;
  }
  return isInOrderedPlace(call) || hasParallelTwin(call);
}

/** `hookEntry` gives `hook` and `Entry`. */
function wordsOf(name: string): readonly string[] {
  return name.split(/(?=[A-Z])|_/);
}

function isInOrderedPlace(call: ts.Node): boolean {
  const place = findAncestor(
    call,
    (node) =>
      (isFunctionNode(node) && orderedPlaces.test(functionName(node))) ||
      (ts.isClassLike(node) && orderedClasses.test(node.name?.text ?? '')),
  );
  return place !== undefined;
}

/** A statement whose text says that it changes tables or rows. */
function changesData(call: ts.CallExpression): boolean {
  const [first] = call.arguments;
  return (
    first !== undefined &&
    (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first)) &&
    /^.?\s*(insert|update|delete|drop|alter|create|truncate|grant|lock)\b/i.test(first.getText())
  );
}

/** Whether the same function also makes these calls side by side: then somebody has chosen between the two. */
function hasParallelTwin(call: ts.CallExpression): boolean {
  const place = enclosingFunction(call);
  const name = lastName(call.expression);
  const isTwin = (node: ts.Node): boolean =>
    ts.isCallExpression(node) &&
    /^Promise\.all/.test(nameParts(node.expression).join('.')) &&
    containsBelow(node, (inner) => ts.isIdentifier(inner) && inner.text === name);
  return place !== undefined && containsBelow(place, isTwin);
}
