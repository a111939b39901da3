import ts from 'typescript';
import { walkBelow } from './walk.ts';

/** Comments that belong together: line comments on consecutive lines, or one comment between `/*` and its end. */
export interface CommentBlock {
  /** Text of each line without the comment's own signs. */
  readonly lines: readonly string[];
  readonly range: ts.TextRange;
}

/** The comments of a file in the order of the text, documentation (`/**`) aside. */
export function commentBlocks(sourceFile: ts.SourceFile): readonly CommentBlock[] {
  const { text } = sourceFile;
  if (!/\/[/*]/.test(text)) return [];
  const blocks: CommentBlock[] = [];
  for (const range of commentRanges(sourceFile)) {
    const comment = text.slice(range.pos, range.end);
    if (comment.startsWith('/**')) continue;
    const lines = comment.startsWith('//')
      ? [comment.slice(2)]
      : comment
          .slice(2, -2)
          .split('\n')
          .filter((line) => line.trim() !== '');
    const last = blocks.at(-1);
    const continues =
      last &&
      comment.startsWith('//') &&
      text.startsWith('//', last.range.pos) &&
      /^[ \t]*\r?\n[ \t]*$/.test(text.slice(last.range.end, range.pos));
    if (continues)
      blocks[blocks.length - 1] = { lines: [...last.lines, ...lines], range: { pos: last.range.pos, end: range.end } };
    else blocks.push({ lines, range });
  }
  return blocks;
}

/** Comments stand in front of tokens, so that each is found once, at the first node that begins behind it. */
function commentRanges(sourceFile: ts.SourceFile): readonly ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>();
  const { text } = sourceFile;
  const add = (pos: number): void => {
    for (const range of ts.getLeadingCommentRanges(text, pos) ?? []) found.set(range.pos, range);
    for (const range of ts.getTrailingCommentRanges(text, pos) ?? []) found.set(range.pos, range);
  };
  add(0);
  walkBelow(sourceFile, (node) => {
    if (ts.isJsxText(node)) return 'skip';
    if (hasCommentBefore(node, text)) add(node.pos);
    if (text.charCodeAt(node.end - 1) === closingBrace) addInside(node, add);
    return undefined;
  });
  add(sourceFile.endOfFileToken.pos);
  return [...found.values()].sort((a, b) => a.pos - b.pos);
}

const closingBrace = 125;
const slash = 47;

/** Between a node's full start and its first token stands something other than space. */
function hasCommentBefore(node: ts.Node, text: string): boolean {
  let at = node.pos;
  while (at < node.end && /\s/.test(text.charAt(at))) at++;
  return text.charCodeAt(at) === slash;
}

/** Comments at the end of a block stand behind its last statement, or behind its opening brace. */
function addInside(node: ts.Node, add: (pos: number) => void): void {
  if (!ts.isBlock(node) && !ts.isClassLike(node) && !ts.isObjectLiteralExpression(node) && !ts.isCaseBlock(node))
    return;
  const parts: ts.NodeArray<ts.Node> = ts.isBlock(node)
    ? node.statements
    : ts.isClassLike(node)
      ? node.members
      : ts.isCaseBlock(node)
        ? node.clauses
        : node.properties;
  add(parts.at(-1)?.end ?? parts.pos);
  if (parts.hasTrailingComma) add(parts.end);
}
