/** A licence expression: ids joined by `AND` and `OR`, exceptions dropped. */
export type LicenceExpression =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly LicenceExpression[] };

/**
 * Reads an SPDX expression (https://spdx.github.io/spdx-spec/, annex D); undefined for what is none, such as
 * `SEE LICENSE IN x`. `OR` binds less than `AND`; `WITH` and its exception are left out, `+` becomes `-or-later`.
 */
export function parseLicence(text: string): LicenceExpression | undefined {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  if (tokens.length === 0 || tokens.length > maxTokens) return undefined;
  const parsed = parseJoined(tokens, 0, 'OR');
  return parsed?.next === tokens.length ? parsed.expression : undefined;
}

const maxTokens = 200;

interface Parsed {
  readonly expression: LicenceExpression;
  readonly next: number;
}

function parseJoined(tokens: readonly string[], start: number, word: 'OR' | 'AND'): Parsed | undefined {
  const inner = (at: number): Parsed | undefined =>
    word === 'OR' ? parseJoined(tokens, at, 'AND') : parseSimple(tokens, at);
  const first = inner(start);
  if (!first) return undefined;
  const parts = [first.expression];
  let { next } = first;
  while (tokens[next]?.toUpperCase() === word) {
    const part = inner(next + 1);
    if (!part) return undefined;
    parts.push(part.expression);
    ({ next } = part);
  }
  return { expression: parts.length === 1 ? first.expression : { kind: word === 'OR' ? 'or' : 'and', parts }, next };
}

function parseSimple(tokens: readonly string[], at: number): Parsed | undefined {
  const token = tokens[at];
  if (token === '(') {
    const inside = parseJoined(tokens, at + 1, 'OR');
    return inside && tokens[inside.next] === ')' ? { ...inside, next: inside.next + 1 } : undefined;
  }
  if (token === undefined || !/^[A-Za-z0-9.:-]+\+?$/.test(token) || /^(?:AND|OR|WITH)$/i.test(token)) return undefined;
  const next = tokens[at + 1]?.toUpperCase() === 'WITH' ? at + 3 : at + 1;
  return next > tokens.length ? undefined : { expression: { kind: 'id', id: token.replace(/\+$/, '-or-later') }, next };
}

/** How good a licence is, the best first. */
export const licenceGrades = ['allowed', 'review', 'forbidden'] as const;
export type LicenceGrade = (typeof licenceGrades)[number];

/** The grade of an expression: one may choose between `OR`, and must keep all of `AND`. */
export function gradeLicence(expression: LicenceExpression, gradeOf: (id: string) => LicenceGrade): LicenceGrade {
  if (expression.kind === 'id') return gradeOf(expression.id);
  const ranks = expression.parts.map((part) => licenceGrades.indexOf(gradeLicence(part, gradeOf)));
  return licenceGrades[expression.kind === 'or' ? Math.min(...ranks) : Math.max(...ranks)] ?? 'review';
}
