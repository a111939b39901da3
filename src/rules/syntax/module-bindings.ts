import ts from 'typescript';
import { stringValue } from './names.ts';
import { walkBelow } from './walk.ts';

/** What a local name stands for: an export of a module, or the module itself (`*`, also for `default`). */
export interface ModuleBinding {
  /** The specifier without `node:`. */
  readonly module: string;
  readonly name: string;
}

/** Local names that a file takes from modules by `import` and by `require`, wherever in the file it does so. */
export function moduleBindings(sourceFile: ts.SourceFile): ReadonlyMap<string, ModuleBinding> {
  const bindings = new Map<string, ModuleBinding>();
  for (const statement of sourceFile.statements) {
    if (ts.isImportDeclaration(statement)) addImport(statement, bindings);
  }
  if (sourceFile.text.includes('require(')) addRequires(sourceFile, bindings);
  return bindings;
}

/** Names of the modules that a file imports or requires. */
export function importedModules(sourceFile: ts.SourceFile): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const statement of sourceFile.statements) {
    const specifier = ts.isImportDeclaration(statement) ? stringValue(statement.moduleSpecifier) : undefined;
    if (specifier !== undefined) modules.add(withoutScheme(specifier));
  }
  for (const binding of moduleBindings(sourceFile).values()) modules.add(binding.module);
  return modules;
}

/** The export that a callee means: `fs.readFileSync`, or `readFileSync` taken by name, gives module `fs`. */
export function importedExport(
  callee: ts.Expression,
  bindings: ReadonlyMap<string, ModuleBinding>,
): ModuleBinding | undefined {
  if (ts.isIdentifier(callee)) return bindings.get(callee.text);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const module = ts.isIdentifier(callee.expression)
    ? bindings.get(callee.expression.text)
    : requiredModule(callee.expression);
  return module?.name === '*' ? { module: module.module, name: callee.name.text } : undefined;
}

function addImport(node: ts.ImportDeclaration, bindings: Map<string, ModuleBinding>): void {
  const module = withoutScheme(stringValue(node.moduleSpecifier) ?? '');
  const clause = node.importClause;
  if (clause?.name) bindings.set(clause.name.text, { module, name: '*' });
  const named = clause?.namedBindings;
  if (!named) return;
  if (ts.isNamespaceImport(named)) bindings.set(named.name.text, { module, name: '*' });
  else {
    for (const element of named.elements) {
      const name = (element.propertyName ?? element.name).text;
      bindings.set(element.name.text, { module, name: name === 'default' ? '*' : name });
    }
  }
}

function addRequires(sourceFile: ts.SourceFile, bindings: Map<string, ModuleBinding>): void {
  walkBelow(sourceFile, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer) addRequired(node.name, node.initializer, bindings);
    return undefined;
  });
}

function addRequired(name: ts.BindingName, value: ts.Expression, bindings: Map<string, ModuleBinding>): void {
  const required = requiredModule(value) ?? moduleOfName(value, bindings);
  if (!required) return;
  if (ts.isIdentifier(name)) bindings.set(name.text, required);
  if (!ts.isObjectBindingPattern(name)) return;
  for (const element of name.elements) {
    const exported = element.propertyName ?? element.name;
    if (!ts.isIdentifier(element.name) || !ts.isIdentifier(exported)) continue;
    bindings.set(element.name.text, { module: required.module, name: exported.text });
  }
}

/** `const { JWT } = jose` behind `const jose = require('jose')`. */
function moduleOfName(value: ts.Expression, bindings: ReadonlyMap<string, ModuleBinding>): ModuleBinding | undefined {
  const binding = ts.isIdentifier(value) ? bindings.get(value.text) : undefined;
  return binding?.name === '*' ? binding : undefined;
}

function requiredModule(value: ts.Expression): ModuleBinding | undefined {
  if (ts.isPropertyAccessExpression(value)) {
    const owner = requiredModule(value.expression);
    return owner?.name === '*' ? { module: owner.module, name: value.name.text } : undefined;
  }
  if (!ts.isCallExpression(value) || !ts.isIdentifier(value.expression)) return undefined;
  const module = value.expression.text === 'require' ? stringValue(value.arguments[0]) : undefined;
  return module === undefined ? undefined : { module: withoutScheme(module), name: '*' };
}

function withoutScheme(specifier: string): string {
  return specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier;
}
