import ts from 'typescript';

/** The code of a file as rows of numbers; comments and imports are left out. */
export interface TokenSequence {
  /** Equal tokens have equal hashes, made of their kind and text. */
  readonly hashes: Int32Array;
  /** Offset of each token's first character, and just behind its last. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 for names and keywords: a block without many of them is data rather than code. */
  readonly words: Uint8Array;
}

/** Reads a file's tokens with the compiler's scanner, which is told what only a parser knows of `/` and `}`. */
export function tokenSequenceOf(sourceFile: ts.SourceFile): TokenSequence {
  const { text } = sourceFile;
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, sourceFile.languageVariant, text);
  const rows: [number, number, number, number][] = [];
  const openBraces: boolean[] = [];
  let before = ts.SyntaxKind.Unknown;
  scanner.resetTokenState(endOfImports(sourceFile));
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const read = rescanned(scanner, kind, before, openBraces);
    const [start, end] = [scanner.getTokenStart(), scanner.getTokenEnd()];
    rows.push([hashOf(text, start, end), start, end, read >= ts.SyntaxKind.Identifier ? 1 : 0]);
    before = read;
  }
  const column = (index: 0 | 1 | 2 | 3): number[] => rows.map((row) => row[index]);
  return {
    hashes: Int32Array.from(column(0)),
    starts: Int32Array.from(column(1)),
    ends: Int32Array.from(column(2)),
    words: Uint8Array.from(column(3)),
  };
}

/** A slash may begin a regular expression, and a brace may go on with a template: the token before decides. */
function rescanned(
  scanner: ts.Scanner,
  kind: ts.SyntaxKind,
  before: ts.SyntaxKind,
  openBraces: boolean[],
): ts.SyntaxKind {
  if (kind === ts.SyntaxKind.SlashToken || kind === ts.SyntaxKind.SlashEqualsToken)
    return endsOperand(before) ? kind : scanner.reScanSlashToken();
  if (kind === ts.SyntaxKind.TemplateHead) openBraces.push(true);
  else if (kind === ts.SyntaxKind.OpenBraceToken) openBraces.push(false);
  else if (kind === ts.SyntaxKind.CloseBraceToken && openBraces.pop()) {
    const part = scanner.reScanTemplateToken(false);
    if (part === ts.SyntaxKind.TemplateMiddle) openBraces.push(true);
    return part;
  }
  return kind;
}

const operandEnds: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.BigIntLiteral,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateTail,
  ts.SyntaxKind.CloseParenToken,
  ts.SyntaxKind.CloseBracketToken,
  ts.SyntaxKind.CloseBraceToken,
  ts.SyntaxKind.ThisKeyword,
  ts.SyntaxKind.SuperKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
]);

function endsOperand(kind: ts.SyntaxKind): boolean {
  return operandEnds.has(kind);
}

/** Import lists repeat from file to file by nature. */
function endOfImports({ statements }: ts.SourceFile): number {
  const first = statements.findIndex((statement) => !ts.isImportDeclaration(statement) && !isDirective(statement));
  return first > 0 ? (statements[first - 1]?.end ?? 0) : first === 0 ? 0 : (statements.at(-1)?.end ?? 0);
}

function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

/** FNV-1a over the token's characters. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
