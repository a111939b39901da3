import type { Notice } from '../../base/notice.ts';
import type { Finding } from '../../findings/finding.ts';
import type { RuleCatalogue } from '../../triage/assessment.ts';
import type { EslintReview } from '../eslint/review-with-eslint.ts';
import { foreignCatalogue } from '../import/foreign-catalogue.ts';
import type { ClassifiedRule } from '../import/foreign-rules.ts';
import type { RuleCrash } from '../rule-report.ts';
import { moveFindings } from './move-findings.ts';

/** What other programs say of the workspace; kept apart from our own results, and never on disk. */
export interface ForeignStore {
  /** Takes ESLint's word for the files it reviewed; `isWhole`: for everything, whatever it said before. */
  setEslint(review: EslintReview, isWhole: boolean): void;
  /** Takes what the editor was told by others in place of what it was told before; undefined forgets it. */
  setEditor(told: EditorFindings | undefined): void;
  dropEslint(): void;
  /** Moves findings with the text of their file; those in what changed are gone. */
  edit(file: string, before: string | undefined, after: string | undefined): void;
  findings(): Finding[];
  notices(): readonly Notice[];
  crashes(): readonly RuleCrash[];
  rules(): RuleCatalogue;
}

/** Findings from the editor's other sources, by file, and the rules that they name. */
export interface EditorFindings {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly rules: readonly ClassifiedRule[];
  readonly notices: readonly Notice[];
}

/** Makes an empty store. */
export function createForeignStore(): ForeignStore {
  const eslint = new Map<string, readonly Finding[]>();
  const editor = new Map<string, readonly Finding[]>();
  const rules = new Map<string, ClassifiedRule>();
  let said: Pick<EslintReview, 'notices' | 'crashes'> = { notices: [], crashes: [] };
  let editorNotices: readonly Notice[] = [];
  return {
    setEslint: (review, isWhole) => {
      if (isWhole) eslint.clear();
      for (const [file, findings] of review.findings) eslint.set(file, findings);
      for (const [id, rule] of review.rules) rules.set(id, rule);
      if (isWhole || review.notices.some(({ level }) => level === 'warning') || review.crashes.length > 0)
        said = review;
    },
    setEditor: (told) => {
      editor.clear();
      for (const [file, findings] of told?.findings ?? []) editor.set(file, findings);
      for (const rule of told?.rules ?? []) rules.set(rule.fullId, rule);
      editorNotices = told?.notices ?? [];
    },
    dropEslint: () => {
      eslint.clear();
      said = { notices: [], crashes: [] };
    },
    edit: (file, before, after) => {
      for (const kept of [eslint, editor]) {
        const findings = kept.get(file);
        if (!findings) continue;
        if (before === undefined || after === undefined) kept.delete(file);
        else kept.set(file, moveFindings(findings, before, after));
      }
    },
    findings: () => [...eslint.values(), ...editor.values()].flat(),
    notices: () => [...said.notices, ...editorNotices],
    crashes: () => said.crashes,
    rules: () => foreignCatalogue([...rules.values()]),
  };
}
