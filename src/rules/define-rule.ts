import type ts from 'typescript';
import type { z } from 'zod';
import type { Language, Localized } from '../base/language.ts';
import type { FileRange } from '../base/text-range.ts';
import type { CostDrivers, Fix, PackageRef, RuleId } from '../findings/finding.ts';
import type { Weakness } from '../findings/weakness.ts';
import type { LibraryFacts } from '../registry/library-facts.ts';
import type { FileModel } from '../workspace/file-model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { FlowAnalysis } from '../dataflow/flow-analysis.ts';
import type { PastSecret } from './past-secret.ts';
import type { Suspect } from './packs/suspect.ts';
import type { SlowPattern } from './slow-pattern.ts';
import type { FileLocals } from './locals/file-locals.ts';
import type { LocalValues } from './values/local-values.ts';
import type { IsEntry } from './reachability/entry-files.ts';
import type { Visitor } from './visitor.ts';

/** Values that a message is made of. */
export type MessageData = Readonly<Record<string, string | number | boolean>>;

/** What a detector may add to a place. */
export interface ReportExtras {
  readonly drivers?: CostDrivers;
  /** Steps of a data flow or related places; a node or a range in any file. */
  readonly related?: readonly { readonly at: ts.Node | FileRange; readonly message: Localized }[];
  /** `related` are the steps of a value from its source to its sink. */
  readonly followsData?: true;
  readonly package?: PackageRef;
  readonly fixes?: readonly Fix[];
  /** Overrides the rule's weakness class where one rule covers two, such as a patch and a major. */
  readonly weakness?: Weakness;
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** Sees one file on its own: runs on every keystroke, so it must not touch the checker. */
export interface SyntaxContext<Options, Data extends MessageData> {
  readonly file: FileModel;
  readonly options: Options;
  /** What the names of the file mean; made on the first call and shared by the rules of a pass. */
  readonly locals: () => FileLocals;
  /** What its variables and expressions can hold; made on the first call and shared by the rules of a pass. */
  readonly values: () => LocalValues;
  /** Reports a node of `file`, normally its smallest telling part (a function's name, not its body); a range for comments. */
  readonly report: (at: ts.Node | FileRange, data: Data, extras?: ReportExtras) => void;
}

/** Sees one file with types: runs on a pause, on save and in audits. */
export interface TypesContext<Options, Data extends MessageData> extends SyntaxContext<Options, Data> {
  readonly checker: ts.TypeChecker;
}

/** Sees one file with the data flows that end in it. */
export interface FlowContext<Options, Data extends MessageData> extends SyntaxContext<Options, Data> {
  readonly flows: FlowAnalysis;
}

/** Sees one file with the regular expressions in it that can be slow; runs in audits and when the editor is idle. */
export interface PatternsContext<Options, Data extends MessageData> {
  readonly file: FileModel;
  readonly options: Options;
  readonly slow: readonly SlowPattern[];
  readonly report: (node: ts.Node, data: Data, extras?: ReportExtras) => void;
}

/** Sees the whole workspace once. */
export interface WorkspaceContext<Options, Data extends MessageData> {
  readonly workspace: Workspace;
  readonly options: Options;
  /** Whether something outside the code may start a file or take its exports; worked out once for all rules. */
  readonly isEntry: IsEntry;
  /** Reports a node of a source file, or a range of any file of the workspace. */
  readonly report: (at: ts.Node | FileRange, data: Data, extras?: ReportExtras) => void;
}

/** Sees the whole workspace with the secrets that its git history holds. */
export interface PastContext<Options, Data extends MessageData> extends WorkspaceContext<Options, Data> {
  readonly pastSecrets: readonly PastSecret[];
}

/** Sees the manifests and lock files with what the registry says of them. */
export interface LibrariesContext<Options, Data extends MessageData> extends WorkspaceContext<Options, Data> {
  readonly libraries: LibraryFacts;
}

/** Sees one file as ESLint's rules do; the detector names the rule of another author that runs there. */
export interface EstreeContext<Options> {
  readonly options: Options;
}

interface Contexts<Options, Data extends MessageData> {
  syntax: SyntaxContext<Options, Data>;
  types: TypesContext<Options, Data>;
  flows: FlowContext<Options, Data>;
  patterns: PatternsContext<Options, Data>;
  estree: EstreeContext<Options>;
  workspace: WorkspaceContext<Options, Data>;
  past: PastContext<Options, Data>;
  libraries: LibrariesContext<Options, Data>;
}

/** What a rule needs besides the text of a file; decides when it runs. */
export type Needs = keyof Contexts<unknown, MessageData>;

/** A rule of another author, as ESLint runs it. */
export interface HostedRule {
  /** The pack it comes in, and its name there. */
  readonly pack: string;
  readonly name: string;
  /** Options in the words of its author. */
  readonly options: readonly unknown[];
  /** Text without which a file cannot hold what the rule finds, so that it is not even converted. */
  readonly mentions: RegExp;
  /** The same asked of the tree; the text decides alone when left out. */
  readonly suspect?: Suspect | undefined;
  /** Tests do on purpose what it finds. */
  readonly outsideTests?: boolean;
}

interface Results {
  syntax: Visitor;
  types: Visitor;
  flows: void;
  patterns: void;
  estree: HostedRule;
  workspace: void;
  past: void;
  libraries: void;
}

/** How sure a profile is to include the rule: `essential` ⊂ `recommended` ⊂ `strict`. */
export type Profile = 'essential' | 'recommended' | 'strict';

/** The two audiences' sentences and the two examples; the examples run as tests. */
export interface RuleDocs {
  readonly title: Localized;
  /** Why it matters, for developers. */
  readonly why: Localized;
  /** What it means for the business, for leads who read no code. */
  readonly forLeads: Localized;
  /** Code (or a manifest) that must be reported. */
  readonly bad: string;
  /** The same, mended: must not be reported. */
  readonly good: string;
  /** Name of the file the examples stand in; `example.ts` when left out. */
  readonly exampleFile?: string;
}

export interface Rule<Options = unknown, Data extends MessageData = MessageData, N extends Needs = Needs> {
  readonly id: RuleId;
  readonly weakness: Weakness;
  /** CWE numbers of exactly this rule, the most specific first. */
  readonly cwe?: readonly number[];
  /** The smallest profile that runs it; `recommended` when left out. */
  readonly profile?: Profile;
  /** Share of its findings that a reviewer accepts, 0 to 1, measured; 0.5 stands in when left out. */
  readonly precision?: number;
  readonly docs: RuleDocs;
  readonly options: z.ZodType<Options>;
  readonly message: Readonly<Record<Language, (data: Data) => string>>;
  /** What the detector needs; `syntax` when left out. */
  readonly needs?: N;
  detect(context: Contexts<Options, Data>[N]): Results[N];
}

/** Declares a rule; exists to infer the types of options, data and context. */
export function defineRule<Options, Data extends MessageData, N extends Needs = 'syntax'>(
  rule: Rule<Options, Data, N>,
): Rule<Options, Data, N> {
  return rule;
}
