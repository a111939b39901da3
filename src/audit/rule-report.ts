import type ts from 'typescript';
import type { FileRange } from '../base/text-range.ts';
import type { MessageData, ReportExtras, Rule } from '../rules/define-rule.ts';

/** What a detector said, before it becomes a finding. */
export interface RuleReport {
  readonly rule: Rule;
  readonly at: ts.Node | FileRange;
  readonly data: MessageData;
  readonly extras: ReportExtras;
}

/** A rule that threw: it is named once in the result, everything else goes on. */
export interface RuleCrash {
  readonly rule: string;
  readonly file: string;
  readonly error: string;
}

/** Whether a report points at a node of a source file rather than at a range. */
export function isNode(at: ts.Node | FileRange): at is ts.Node {
  return 'kind' in at;
}

/** Runs one piece of a rule and turns what it throws into a crash report: the one place where rules are contained. */
export function contain(rule: Rule, file: string, crashes: RuleCrash[], run: () => void): void {
  try {
    run();
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    crashes.push({ rule: rule.id, file, error: text.split('\n').slice(0, 4).join('\n') });
  }
}
