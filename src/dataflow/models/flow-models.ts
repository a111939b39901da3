import type { SinkKind, SourceKind } from '../flow-analysis.ts';

/**
 * A path through a package's interface: package name, `.member`, `()` for the result of a call or `new`,
 * `.*` for any other member, `(:1)` for the second parameter of a function passed to it, `%name` for a global,
 * `./src/file.ts` for a file of the workspace, `@name` for a type of `entities`.
 */
export type EntityPath = string;

/** Several ways to come by the same thing, such as a database connection. */
export interface EntityModel {
  readonly type: `@${string}`;
  readonly paths: readonly EntityPath[];
}

export interface SourceModel {
  readonly at: readonly EntityPath[];
  readonly kind: SourceKind;
  /** Whether it can only be text, as a header or a segment of a path, and never an object. */
  readonly isText?: boolean;
  /** Constant text with which it always begins. */
  readonly prefix?: string;
  /** Kinds of sink that it cannot hurt. */
  readonly safeFor?: readonly SinkKind[];
  /** The only kinds of sink that it hurts. */
  readonly onlyFor?: readonly SinkKind[];
}

/**
 * Facts about a call or its place that a sink waits for; each is a named check. `option NAME` waits for a constant
 * other than `false` in that field of any argument, `no option NAME` for the lack of that field, `header NAME` for
 * that text, in any case, as the argument in front, `@type` for an entity of that type anywhere in the arguments.
 */
export type SinkCondition =
  | 'shell-option'
  | 'shell-program'
  | 'sql-text'
  | 'free-host'
  | 'fetched-host'
  | 'free-target'
  | 'function-text'
  | 'printed-text'
  | 'formatted'
  | 'deep-copy'
  | 'markup'
  | 'html-type'
  | 'html-header'
  | 'html-property'
  | 'view-data'
  | 'link-attribute'
  | 'loading-element'
  | `no option ${string}`
  | `header ${string}`
  | 'plain-filter'
  | 'xml-type'
  | `option ${string}`
  | `@${string}`;

/** A place where a value does something. */
export interface SinkModel {
  readonly at: readonly EntityPath[];
  readonly kind: SinkKind;
  /** Index of the argument, or every argument. */
  readonly argument: number | 'all';
  /** Fields of the argument that count, where it may be an object. */
  readonly fields?: readonly string[];
  /** Whether what the argument contains counts as well as the argument itself. */
  readonly deep?: boolean;
  /** Only the fields count, not an argument that came from outside as a whole. */
  readonly onlyFields?: boolean;
  readonly when?: SinkCondition;
}

/** A method told by its name on a receiver of unknown origin, such as `pool.query`. */
export interface MethodSinkModel {
  readonly methods: readonly string[];
  /** Last name of the receiver as written. */
  readonly receiver: RegExp;
  readonly kind: SinkKind;
  readonly argument: number;
  readonly fields?: readonly string[];
  readonly deep?: boolean;
  readonly onlyFields?: boolean;
  readonly when?: SinkCondition;
}

/** A property whose assignment is a sink, such as `innerHTML`. */
export interface PropertySinkModel {
  readonly properties: readonly string[];
  readonly kind: SinkKind;
  readonly when?: SinkCondition;
  /** Only on one of these entities; on any value when left out. */
  readonly on?: readonly EntityPath[];
  /** Last name of the receiver as written. */
  readonly receiver?: RegExp;
}

/** A function whose result is safe for some kinds of sink. */
export interface SanitizerModel {
  readonly at: readonly EntityPath[];
  readonly safeFor: readonly SinkKind[] | 'all';
}

/** A function whose result is made of its arguments. */
export interface PropagatorModel {
  readonly at: readonly EntityPath[];
  readonly from: readonly number[] | 'all';
  /** Whether the result is text whatever goes in, or may hold objects even where text goes in. */
  readonly makes?: 'text' | 'objects';
  /** Index of the argument that takes over what the others hold, and is the result. */
  readonly into?: number;
}

/** A test that makes an argument, the first when none is named, safe in the branch where it holds. */
export interface GuardModel {
  readonly at: readonly EntityPath[];
  readonly argument?: number;
  readonly safeFor: readonly SinkKind[] | 'all';
}

/** A call that registers functions to be run with a request. */
export interface HandlerModel {
  readonly at: readonly EntityPath[];
  /** Type of each parameter; `undefined` for one that carries nothing. */
  readonly parameters: readonly (EntityPath | undefined)[];
  /** Number of parameters from which on the first is an error and the others move up. */
  readonly errorFirst?: number;
  /** Handlers may stand in this field of an object argument. */
  readonly field?: string;
  /** Functions with such a text check what they get. */
  readonly unless?: RegExp;
}

/** A property that takes a function to be run with an event. */
export interface PropertyHandlerModel {
  readonly properties: readonly string[];
  readonly parameters: readonly EntityPath[];
  readonly unless?: RegExp;
}

/** Fields of untrusted objects that the program itself or a library fills. */
export interface TrustedFieldModel {
  readonly kind: SourceKind;
  readonly fields: readonly string[];
}

/** A function told to be a handler by the names of its first parameters. */
export interface HandlerShapeModel {
  /** What the first parameters are called; `undefined` for any name or a pattern. */
  readonly names: readonly (RegExp | undefined)[];
  readonly parameters: readonly (EntityPath | undefined)[];
  /** Only a function passed to a call of one of these names, or exported under one of them. */
  readonly registeredBy?: readonly string[];
  readonly exportedAs?: readonly string[];
  /** Only in files whose path ends like this. */
  readonly file?: RegExp;
  /** Only in functions or files that begin with this directive, such as `use server`. */
  readonly directive?: string;
}

/** A type or decorator, by name, that tells what a parameter is. */
export interface ParameterModel {
  readonly types?: readonly string[];
  /** The types count only where nothing of that name is declared or imported. */
  readonly onlyGlobal?: boolean;
  readonly decorators?: readonly string[];
  readonly entity?: EntityPath;
  readonly source?: SourceKind;
}

/** Everything the engine knows about libraries; plain data, so that more can be added from outside. */
export interface FlowModels {
  readonly entities: readonly EntityModel[];
  readonly sources: readonly SourceModel[];
  readonly sinks: readonly SinkModel[];
  readonly methodSinks: readonly MethodSinkModel[];
  readonly propertySinks: readonly PropertySinkModel[];
  readonly sanitizers: readonly SanitizerModel[];
  readonly propagators: readonly PropagatorModel[];
  readonly guards: readonly GuardModel[];
  readonly handlers: readonly HandlerModel[];
  readonly propertyHandlers: readonly PropertyHandlerModel[];
  readonly handlerShapes: readonly HandlerShapeModel[];
  readonly trustedFields: readonly TrustedFieldModel[];
  readonly parameters: readonly ParameterModel[];
  /** Tags of template literals that bind their values instead of pasting them. */
  readonly bindingTags: readonly string[];
  /** Finds, in the text of a function, a word without which no source is in it. */
  readonly hints: TextTest;
  /** Finds, in the text of a file, a word that makes each of its functions worth a run. */
  readonly fileHints?: TextTest;
  /** Names of functions that check who is calling, as they stand in front of a route. */
  readonly authentication: TextTest;
}

/** A pattern, or anything else that tells whether a text holds something. */
export type TextTest = Pick<RegExp, 'test'>;
