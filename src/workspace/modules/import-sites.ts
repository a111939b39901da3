import ts from 'typescript';
import { descend } from './descend.ts';
import { valueNames } from './value-names.ts';

/** One place where a file names a module. */
export interface ImportSite {
  readonly literal: ts.StringLiteralLike;
  readonly isTypeOnly: boolean;
  readonly isDeferred: boolean;
}

/** Every import of a file: declarations, re-exports, `import()` in code and in types, and `require`. */
export function importSitesOf(sourceFile: ts.SourceFile, options: ts.CompilerOptions): readonly ImportSite[] {
  const isElided = elisionOf(sourceFile, options);
  const declared = sourceFile.statements.flatMap((statement) => declaredSite(statement, isElided) ?? []);
  return /\bimport\s*\(|\brequire\b/.test(sourceFile.text) ? [...declared, ...nestedSites(sourceFile)] : declared;
}

function declaredSite(statement: ts.Statement, isElided: (clause: ts.ImportClause) => boolean): ImportSite | undefined {
  if (ts.isImportDeclaration(statement)) {
    const { importClause: clause } = statement;
    return siteOf(statement.moduleSpecifier, clause !== undefined && isElided(clause));
  }
  if (ts.isExportDeclaration(statement))
    return statement.moduleSpecifier && siteOf(statement.moduleSpecifier, isTypeExport(statement));
  if (ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference))
    return siteOf(statement.moduleReference.expression, statement.isTypeOnly);
  return undefined;
}

function siteOf(literal: ts.Node, isTypeOnly: boolean, isDeferred = false): ImportSite | undefined {
  return ts.isStringLiteralLike(literal) ? { literal, isTypeOnly, isDeferred } : undefined;
}

function isTypeExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly || !exportClause || !ts.isNamedExports(exportClause)) return isTypeOnly;
  const { elements } = exportClause;
  return elements.length > 0 && elements.every((element) => element.isTypeOnly);
}

/** Whether the compiler drops an import: it says `type`, or no imported name is ever used as a value. */
function elisionOf(sourceFile: ts.SourceFile, options: ts.CompilerOptions): (clause: ts.ImportClause) => boolean {
  const isScript = /\.[cm]?jsx?$/.test(sourceFile.fileName);
  const keepsUnused = isScript || (options.verbatimModuleSyntax ?? false);
  let names: ReadonlySet<string> | undefined;
  return (clause) => {
    if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
    const bound = boundNames(clause);
    if (bound.length === 0 || keepsUnused) return false;
    names ??= valueNames(sourceFile, options);
    return !bound.some(({ name, isTypeOnly }) => !isTypeOnly && names?.has(name));
  };
}

function boundNames(clause: ts.ImportClause): readonly { readonly name: string; readonly isTypeOnly: boolean }[] {
  const own = clause.name ? [{ name: clause.name.text, isTypeOnly: false }] : [];
  const { namedBindings } = clause;
  if (!namedBindings) return own;
  if (ts.isNamespaceImport(namedBindings)) return [...own, { name: namedBindings.name.text, isTypeOnly: false }];
  return [...own, ...namedBindings.elements.map(({ name, isTypeOnly }) => ({ name: name.text, isTypeOnly }))];
}

function nestedSites(sourceFile: ts.SourceFile): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  descend(sourceFile, (node) => {
    const site = nestedSite(node);
    if (site) sites.push(site);
    return true;
  });
  return sites;
}

function nestedSite(node: ts.Node): ImportSite | undefined {
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? siteOf(node.argument.literal, true) : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const [argument] = node.arguments;
  if (!argument) return undefined;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return siteOf(argument, false, true);
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isRequire && node.arguments.length === 1
    ? siteOf(argument, false, ts.findAncestor(node, ts.isFunctionLike) !== undefined)
    : undefined;
}
