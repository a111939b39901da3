import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import type { FileLocals } from '../locals/file-locals.ts';
import { useOf } from '../locals/references.ts';

export const rule = defineRule({
  id: 'quality/unused-variable',
  weakness: 'dead-code',
  precision: 0.9,
  docs: {
    title: {
      en: 'Variable, function or import that nothing uses',
      fr: 'Variable, fonction ou import que rien n’utilise',
    },
    why: {
      en: 'Nothing reads this name. It may be a left-over to delete, or a sign that something was computed and then forgotten.',
      fr: 'Rien ne lit ce nom. C’est peut-être un reste à supprimer, ou le signe que quelque chose a été calculé puis oublié.',
    },
    forLeads: {
      en: 'Left-over code: everybody who reads the file spends time on it, and it may hide a forgotten step.',
      fr: 'Du code résiduel : chaque lecteur du fichier y passe du temps, et il peut cacher une étape oubliée.',
    },
    bad: `export function greet(name: string) {
  const greeting = 'Hello ' + name;
  return name;
}`,
    good: `export function greet(name: string) {
  const greeting = 'Hello ' + name;
  return greeting;
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, kind }: { name: string; kind: string }) =>
      kind === 'import'
        ? `The import \`${name}\` is never used`
        : kind === 'loop'
          ? `The loop never uses its \`${name}\``
          : `\`${name}\` is never used`,
    fr: ({ name, kind }) =>
      kind === 'import'
        ? `L’import \`${name}\` ne sert jamais`
        : kind === 'loop'
          ? `La boucle n’utilise jamais son \`${name}\``
          : `\`${name}\` ne sert jamais`,
  },
  detect: ({ file, locals, report }) => ({
    SourceFile(sourceFile) {
      if (sourceFile.isDeclarationFile) return;
      for (const symbol of locals().symbols) {
        const found = unusedName(symbol, locals(), file.text);
        if (found && (file.role !== 'test' || found.kind === 'import'))
          report(found.name, { name: found.name.text, kind: found.kind }, { tag: 'unnecessary' });
      }
    },
  }),
});

interface Unused {
  readonly name: ts.Identifier;
  readonly kind: 'import' | 'loop' | 'variable';
}

function unusedName(symbol: ts.Symbol, locals: FileLocals, text: string): Unused | undefined {
  const declaration = symbol.declarations?.[0];
  if (!declaration || (symbol.declarations ?? []).length > 1) return undefined;
  const name = (declaration as ts.NamedDeclaration).name;
  if (!name || !ts.isIdentifier(name) || name.text.startsWith('_')) return undefined;
  const kind = kindOf(declaration);
  if (!kind || locals.referencesTo(symbol).some((use) => isUse(use, declaration))) return undefined;
  if (isLeftOnPurpose(name, text)) return undefined;
  if (isPragma(name.text, text) || (kind === 'import' && isNamedInComment(name.text, text))) return undefined;
  return { name, kind };
}

/** The decision was already taken for another tool. */
function isLeftOnPurpose(name: ts.Identifier, text: string): boolean {
  const lineStart = text.lastIndexOf('\n', name.getStart()) + 1;
  const before = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  return /eslint-disable-next-line[^\n]*no-unused-vars/.test(before);
}

/** Reads count, save those of a function inside itself and those whose only purpose is the next assignment. */
function isUse(name: ts.Identifier, declaration: ts.Node): boolean {
  const use = useOf(name);
  if (!use.reads) return false;
  if (use.writes) return !isStatement(name.parent);
  return !ts.isFunctionDeclaration(declaration) || !isInside(name, declaration);
}

function isStatement(node: ts.Node): boolean {
  return ts.isExpressionStatement(node.parent);
}

function isInside(node: ts.Node, ancestor: ts.Node): boolean {
  return node.pos >= ancestor.pos && node.end <= ancestor.end;
}

function kindOf(node: ts.Declaration): Unused['kind'] | undefined {
  if (ts.isImportSpecifier(node) || ts.isImportClause(node) || ts.isNamespaceImport(node)) return 'import';
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return isKept(node) ? undefined : 'variable';
  if (ts.isBindingElement(node)) return isSkippedElement(node) ? undefined : kindOfPattern(node);
  if (!ts.isVariableDeclaration(node) || ts.isCatchClause(node.parent)) return undefined;
  return kindOfVariable(node);
}

function kindOfPattern(node: ts.BindingElement): Unused['kind'] | undefined {
  let holder: ts.Node = node.parent.parent;
  while (ts.isBindingElement(holder)) holder = holder.parent.parent;
  return ts.isVariableDeclaration(holder) ? kindOfVariable(holder) : undefined;
}

function kindOfVariable(node: ts.VariableDeclaration): Unused['kind'] | undefined {
  const holder = node.parent.parent;
  if (ts.isForOfStatement(holder)) return isCounting(holder) ? undefined : 'loop';
  if (ts.isForInStatement(holder)) return undefined;
  if (ts.isVariableStatement(holder) && isKept(holder)) return undefined;
  return 'variable';
}

/** Exported, ambient, or visible to other scripts. */
function isKept(node: ts.VariableStatement | ts.FunctionDeclaration | ts.ClassDeclaration): boolean {
  if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DeclareKeyword))
    return true;
  const { parent } = node;
  if (ts.isModuleBlock(parent)) return true;
  return ts.isSourceFile(parent) && !isModule(parent);
}

function isModule(sourceFile: ts.SourceFile): boolean {
  return ts.isExternalModule(sourceFile) || /\bmodule\.exports\b|\bexports\.\w|\brequire\(/.test(sourceFile.text);
}

/** `const { secret, ...rest } = user` leaves a property out; `[, second]` and `[first, second]` give places. */
function isSkippedElement(node: ts.BindingElement): boolean {
  const { parent } = node;
  if (ts.isObjectBindingPattern(parent)) return parent.elements.some((element) => element.dotDotDotToken !== undefined);
  return parent.elements.indexOf(node) < parent.elements.length - 1;
}

/** `for (const _ of range(3)) total += 1`: the loop counts, or only looks whether there is anything. */
function isCounting(node: ts.ForOfStatement): boolean {
  return ts.isBlock(node.statement) ? endsAtOnce(node.statement) : !ts.isBlock(node.statement);
}

function endsAtOnce(block: ts.Block): boolean {
  const last = block.statements.at(-1);
  if (!last) return false;
  if (ts.isReturnStatement(last) || ts.isBreakStatement(last) || ts.isThrowStatement(last)) return true;
  return block.statements.length === 1 && ts.isExpressionStatement(last) && isCount(last.expression);
}

function isCount(node: ts.Expression): boolean {
  return ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node);
}

/** Names that the JSX compiler calls without their being written. */
function isPragma(name: string, text: string): boolean {
  return (name === 'React' || name === 'h' || name === 'Fragment' || text.includes('@jsx')) && /<\/|\/>/.test(text);
}

/** A type named in a documentation comment. */
function isNamedInComment(name: string, text: string): boolean {
  const comments = text.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return comments.some((comment) => comment.split(/[^\w$]+/).includes(name));
}
