/** Types of conventional commits that never mend a defect of the product, whatever else their subject says. */
const otherWork = /^(docs?|chore|ci|style|tests?|build|refactor|feat|perf|release|deps)(\([^)]*\))?!?:/i;

const fixWords = [
  'fix(es|ed|ing)?',
  'bugs?',
  'bug-?fix(es)?',
  'hot-?fix(es)?',
  'regressions?',
  'defects?',
  'crash(es|ed|ing)?',
  'repair(s|ed)?',
  'corrig(e|er|es|é|ée|és|ées)',
  'corrections?',
  'correctifs?',
  'répar(e|er|é|ée|és|ées)',
  'bogues?',
  'anomalies?',
  'régressions?',
  'plantages?',
];

const fixWord = new RegExp(`(?<![\\p{L}\\p{N}_-])(${fixWords.join('|')})(?![\\p{L}\\p{N}_])`, 'iu');

/** Small mends of things that no user meets. */
const notAProduct = /\b(typos?|lint(ing)?|format(ting)?|prettier|eslint|flaky|spelling|comments?|readme|changelog)\b/i;

/**
 * Whether the subject of a commit says that it mends a defect, in English or French. Mends of typing errors, of
 * style and of documentation do not count, nor does a conventional commit of another type than `fix`.
 */
export function isFixCommit(subject: string): boolean {
  const head = subject.slice(0, maxSubject);
  return fixWord.test(head) && !otherWork.test(head) && !notAProduct.test(head);
}

const maxSubject = 300;
