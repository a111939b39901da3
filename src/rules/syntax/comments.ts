import ts from 'typescript';

/** Texts of the comments directly inside a block, between and around its statements. */
export function commentsInBlock(block: ts.Block, text: string): readonly string[] {
  const places = [block.getStart() + 1, ...block.statements.map((statement) => statement.end)];
  return places.flatMap((place) => commentsAfter(text, place));
}

/** Texts of the comments in front of a node and at the end of its last line. */
export function commentsAround(node: ts.Node, text: string): readonly string[] {
  const before = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  const behind = ts.getTrailingCommentRanges(text, node.end) ?? [];
  return textsOf([...before, ...behind], text);
}

/**
 * Whether a comment speaks to a reader: it has a word and is neither a tool's directive, nor an open task,
 * nor code that was commented out.
 */
export function isExplanation(comment: string): boolean {
  const words = comment.replace(/^\/[/*]+|\*\/$/g, '').trim();
  if (/^no-?op\b/i.test(words)) return true;
  if (!/\p{L}{3}/u.test(words)) return false;
  if (/^(eslint|prettier|@ts-|tslint|istanbul|c8|v8|todo|fixme|xxx|biome|oxlint|sonar)/i.test(words)) return false;
  return !/[;{}]$|[\w$\])]\([^\n]*\)$|^(?:if|for|while|switch)\b.*\)$/.test(words);
}

/** Whether a comment beside the code in question says that a failure is expected there. */
export function allowsFailure(comment: string): boolean {
  return (
    isExplanation(comment) &&
    /ignor|best.effort|optional|swallow|\b(may|might|can|could) (fail|throw|not)|safe to|harmless|forget|critical|matter|silent|fall ?back|unsupported|not supported|if (it|this|that|there)/i.test(
      comment,
    )
  );
}

function commentsAfter(text: string, place: number): readonly string[] {
  return textsOf(
    [...(ts.getTrailingCommentRanges(text, place) ?? []), ...(ts.getLeadingCommentRanges(text, place) ?? [])],
    text,
  );
}

function textsOf(ranges: readonly ts.CommentRange[], text: string): readonly string[] {
  return ranges.map((range) => text.slice(range.pos, range.end));
}
