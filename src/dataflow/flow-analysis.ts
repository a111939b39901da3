import type ts from 'typescript';
import type { Localized } from '../base/language.ts';
import type { FileRange } from '../base/text-range.ts';
import type { FileModel } from '../workspace/file-model.ts';

/** Where untrusted data comes from. */
export type SourceKind =
  | 'http-request'
  | 'websocket'
  | 'message'
  | 'uploaded-file'
  | 'archive-entry'
  | 'dom'
  | 'database'
  /** What a page gets from a server that it asks. */
  | 'server-response'
  | 'command-line'
  | 'environment';

/** What a value does where it arrives. Rules name the kinds they report. */
export type SinkKind =
  | 'sql'
  | 'nosql'
  | 'command'
  | 'code'
  | 'template'
  | 'ldap'
  | 'xpath'
  | 'header'
  | 'log'
  | 'html-response'
  | 'html-dom'
  | 'path'
  | 'archive-entry'
  | 'redirect'
  | 'request-url'
  | 'xml'
  | 'deserialization'
  | 'property-name'
  | 'mass-assignment'
  | 'regular-expression'
  | 'format'
  | 'graphql'
  | 'module'
  | 'method-name'
  | 'template-object'
  | 'xml-bomb'
  | 'page-url'
  | 'cors-origin'
  /** Text that a regular expression reads. */
  | 'matched-text'
  /** An object that is copied into another one, at every depth. */
  | 'merged-object'
  /** The key by which one record of a database is read or changed. */
  | 'record-key';

/** One step of a path from a source to a sink. */
export interface FlowStep {
  readonly at: ts.Node;
  readonly message: Localized;
}

/** A value that goes from a source to a sink without being made safe on the way. */
export interface Flow {
  readonly sinkKind: SinkKind;
  /** The argument or expression that arrives. */
  readonly sink: ts.Node;
  /** What the code calls there, for messages: `db.query`, `exec`. */
  readonly sinkName: string;
  readonly sourceKind: SourceKind;
  readonly source: ts.Node;
  /** The source as written: `req.query.id`. */
  readonly sourceName: string;
  /** From source to sink, both included. */
  readonly steps: readonly FlowStep[];
  /** Known where the source is a route handler: public, or behind authentication. */
  readonly exposure?: 'public' | 'authenticated';
}

/** The flows that end in one file. */
export interface FlowAnalysis {
  into(...kinds: readonly SinkKind[]): readonly Flow[];
}

/** Follows values through the whole workspace; summaries of functions are kept between calls. */
export interface FlowEngine {
  readonly analyse: (file: FileModel, signal?: AbortSignal) => FlowAnalysis;
  /** Does the work of `analyse` in pieces, each tells the file that it ran. */
  run(file: FileModel): Iterable<string>;
  /** Runs the file without those that import it: flows that begin there may be missing. */
  readonly analyseAlone: (file: FileModel) => FlowAnalysis;
  /** Places where the analysis stopped early to stay within its bounds. */
  readonly stoppedEarly: readonly FileRange[];
}
