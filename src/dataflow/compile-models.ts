import type { SourceKind } from './flow-analysis.ts';
import type { FlowModels, HandlerModel, PropagatorModel, SinkModel } from './models/flow-models.ts';
import { bitsOf, objectKinds } from './sink-bits.ts';

/** What the models say of one path. */
export interface EntityFacts {
  /** The type that this path is a way to. */
  type: string | undefined;
  source: SourceKind | undefined;
  /** Bits of the sink kinds that the source cannot hurt. */
  sourceSafeFor: number;
  /** What every value of the source begins with. */
  sourcePrefix: string | undefined;
  readonly sinks: SinkModel[];
  readonly handlers: HandlerModel[];
  /** Bits of the sink kinds that the result is safe for; 0 where this is no sanitizer. */
  safeFor: number;
  propagates: PropagatorModel | undefined;
  guards: number;
  guardedArgument: number;
}

/** The models in the form in which the engine asks them. */
export interface CompiledModels {
  readonly data: FlowModels;
  /** The path one step on; undefined where no model leads there. An exposure behind `#` is carried along. */
  step(entity: string, step: string): string | undefined;
  root(name: string): string | undefined;
  facts(entity: string): EntityFacts | undefined;
}

/** Indexes models by path. */
export function compileModels(data: FlowModels): CompiledModels {
  const table = new Map<string, EntityFacts>();
  fill(table, data);
  const canonical = (path: string): string | undefined => {
    const facts = table.get(path);
    return facts && (facts.type ?? path);
  };
  return {
    data,
    root: canonical,
    step: (entity, step) => {
      const [path, exposure] = splitExposure(entity);
      const next = canonical(path + step) ?? (step.startsWith('.') ? canonical(`${path}.*`) : undefined);
      return next !== undefined && exposure && next.startsWith('@') ? `${next}#${exposure}` : next;
    },
    facts: (entity) => table.get(splitExposure(entity)[0]),
  };
}

/** An entity without its exposure, and the exposure. */
export function splitExposure(entity: string): readonly [string, string | undefined] {
  const at = entity.indexOf('#');
  return at < 0 ? [entity, undefined] : [entity.slice(0, at), entity.slice(at + 1)];
}

function fill(table: Map<string, EntityFacts>, data: FlowModels): void {
  const types = new Map<string, string>();
  for (const model of data.entities) for (const path of model.paths) types.set(path, model.type);
  const each = (paths: readonly string[], change: (facts: EntityFacts) => void): void => {
    for (const path of paths) change(factsAt(table, shortest(types, path)));
  };
  for (const model of data.entities) each(model.paths, (facts) => (facts.type = model.type));
  for (const model of data.entities) factsAt(table, model.type);
  for (const model of data.sources) {
    each(model.at, (facts) => {
      facts.source = model.kind;
      facts.sourceSafeFor =
        bitsOf(model.safeFor ?? []) | (model.isText ? objectKinds : 0) | (model.onlyFor ? ~bitsOf(model.onlyFor) : 0);
      facts.sourcePrefix = model.prefix;
    });
  }
  for (const model of data.sinks) each(model.at, (facts) => facts.sinks.push(model));
  for (const model of data.handlers) {
    each(model.at, (facts) => facts.handlers.push(model));
    each(
      model.parameters.filter((path) => path !== undefined),
      () => undefined,
    );
  }
  for (const model of data.sanitizers) each(model.at, (facts) => (facts.safeFor |= bitsOf(model.safeFor)));
  for (const model of data.propagators) each(model.at, (facts) => (facts.propagates = model));
  for (const model of data.guards) {
    each(model.at, (facts) => {
      facts.guards |= bitsOf(model.safeFor);
      facts.guardedArgument = model.argument ?? 0;
    });
  }
  for (const model of data.propertySinks) each(model.on ?? [], () => undefined);
  for (const model of data.propertyHandlers) each(model.parameters, () => undefined);
}

function factsAt(table: Map<string, EntityFacts>, path: string): EntityFacts {
  for (const end of stepEnds(path)) {
    const prefix = path.slice(0, end);
    if (!table.has(prefix)) table.set(prefix, emptyFacts());
  }
  return table.get(path) ?? emptyFacts();
}

/** The path from the last of its prefixes that is a way to a type, since values go by the name of their type. */
function shortest(types: ReadonlyMap<string, string>, path: string): string {
  let known = '';
  let start = 0;
  for (const end of stepEnds(path)) {
    known += path.slice(start, end);
    if (end < path.length) known = types.get(known) ?? known;
    start = end;
  }
  return known;
}

/** Lengths of the path's prefixes that are paths themselves; a package name may hold `/`, `@`, `.` in front of a step. */
function stepEnds(path: string): number[] {
  const ends: number[] = [];
  for (const match of path.matchAll(/\.(?=[A-Za-z_$*])|\((?::\d+)?\)/g)) {
    if (match.index > 0) ends.push(match.index);
  }
  ends.push(path.length);
  return ends;
}

function emptyFacts(): EntityFacts {
  return {
    type: undefined,
    source: undefined,
    sourceSafeFor: 0,
    sourcePrefix: undefined,
    sinks: [],
    handlers: [],
    safeFor: 0,
    propagates: undefined,
    guards: 0,
    guardedArgument: 0,
  };
}
