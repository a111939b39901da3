import type { Notice } from '../base/notice.ts';
import type { CodeSuppression, RuleId } from './finding.ts';

const marker = 'cto-guardrails-disable-next-line';
const comment =
  /(?:\/\/|\/\*)\s*cto-guardrails-disable-next-line\s+(?<rules>[^\s*][^*]*?)\s*(?:--\s*(?<reason>[^*]*?)\s*)?(?:\*\/|$)/;

/** The comments of one file that silence findings, and what is wrong with those that do not. */
export interface Suppressions {
  /** The suppression of a rule for findings that begin on a zero-based line. */
  at(rule: RuleId, line: number): CodeSuppression | undefined;
  readonly notices: readonly Notice[];
}

/**
 * Reads `// cto-guardrails-disable-next-line RULE, RULE -- reason` (also as a block comment, as JSX needs it).
 * A comment without a reason silences nothing and gives a notice.
 */
export function readSuppressions(file: string, text: string): Suppressions {
  const byLine = new Map<number, { rules: readonly string[]; suppression: CodeSuppression }>();
  const notices: Notice[] = [];
  if (text.includes(marker)) {
    for (const [line, content] of text.split(/\r\n|\n|\r/).entries()) {
      if (!content.includes(marker)) continue;
      const groups = comment.exec(content)?.groups;
      const rules =
        groups?.rules
          ?.split('--')[0]
          ?.split(/[\s,]+/)
          .filter(Boolean) ?? [];
      if (groups?.reason && rules.length > 0) {
        byLine.set(line + 1, { rules, suppression: { reason: groups.reason, line } });
      } else notices.push(incompleteComment(file, line));
    }
  }
  return {
    at: (rule, line) => {
      const entry = byLine.get(line);
      return entry?.rules.includes(rule) ? entry.suppression : undefined;
    },
    notices,
  };
}

function incompleteComment(file: string, line: number): Notice {
  const place = `${file}:${line + 1}`;
  return {
    level: 'warning',
    code: 'suppression-incomplete',
    file,
    text: {
      en: `The comment at ${place} silences nothing: write “// ${marker} RULE -- reason”.`,
      fr: `Le commentaire en ${place} ne masque rien\u00a0: écrivez «\u00a0// ${marker} RÈGLE -- raison\u00a0».`,
    },
  };
}
