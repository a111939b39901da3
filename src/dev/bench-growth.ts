import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { countLines, sourceFilesIn } from './count-lines.ts';
import { measureProcess, type ProcessCost } from './measure-process.ts';

/** A cold audit of a workspace of one size. */
export interface Growth extends ProcessCost {
  readonly lines: number;
}

/** Copies of the code, about evenly apart on a logarithmic scale. */
const copies = [1, 3, 8, 23];

/** Audits workspaces of growing size, made of copies of a folder's code under names of their own; tests are left out. */
export async function measureGrowth(original: string, product: string, scratch: string): Promise<readonly Growth[]> {
  const folder = path.join(scratch, 'growth');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "name": "growth", "private": true, "type": "module" }\n');
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), tsconfig);
  const rename = renamerFor(original);
  const result: Growth[] = [];
  let written = 0;
  for (const count of copies) {
    while (written < count) writeCopy(original, path.join(folder, `part-${++written}`), written, rename);
    const command = ['audit', folder, '--offline', '--quiet', '--no-cache', '--format', 'json'];
    const output = ['--output', path.join(scratch, 'result.json')];
    const cost = await measureProcess(['node', path.join(product, 'cli.mjs'), ...command, ...output], folder);
    result.push({ ...cost, lines: countLines(folder) });
    console.error(`${count} copies: ${cost.wallSeconds.toFixed(1)} s, exit ${cost.exitCode ?? 'by signal'}`);
  }
  fs.rmSync(folder, { recursive: true, force: true });
  return result;
}

/** Slope of the line of least squares through the logarithms: 1 is linear. */
export function logSlope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (of: (point: { x: number; y: number }) => number): number =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const over = mean((point) => (point.x - x) * (point.y - y));
  return over / mean((point) => (point.x - x) ** 2);
}

const tsconfig = `{ "compilerOptions": { "strict": true, "target": "es2022", "lib": ["es2023", "dom", "dom.iterable"],
  "module": "esnext", "moduleResolution": "bundler", "jsx": "react-jsx", "experimentalDecorators": true,
  "skipLibCheck": true, "noEmit": true } }
`;

type Rename = (file: string, text: string, copy: number) => string;

function writeCopy(original: string, target: string, copy: number, rename: Rename): void {
  for (const file of sourceFilesIn(original).filter(
    (name) => !/\.(test|spec)\.|(^|\/)(tests?|__tests__)\//.test(name),
  )) {
    fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    const text = fs.readFileSync(path.join(original, file), 'utf8');
    fs.writeFileSync(path.join(target, file), rename(file, text, copy));
  }
}

/** Gives what the code declares at its top level another name in each copy, or all but one would be duplicates. */
function renamerFor(original: string): Rename {
  const declared = new Set<string>();
  for (const file of sourceFilesIn(original)) {
    const { statements } = parse(file, fs.readFileSync(path.join(original, file), 'utf8'));
    for (const statement of statements) {
      const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
      if (isNamed || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
        if (statement.name) declared.add(statement.name.text);
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) declared.add(name.text);
    }
  }
  for (const name of namesOfTheLanguage()) declared.delete(name);
  return (file, text, copy) => {
    const source = parse(file, text);
    const ends: number[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && declared.has(node.text)) ends.push(node.end);
      ts.forEachChild(node, visit);
    };
    visit(source);
    const starts = [0, ...ends];
    return starts.map((start, index) => text.slice(start, starts[index + 1])).join(`_${copy}`);
  };
}

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
}

/** Names that a copy must not change, because others declare members or globals of these names. */
function namesOfTheLanguage(): ReadonlySet<string> {
  const folder = path.dirname(ts.getDefaultLibFilePath({}));
  const texts = fs
    .readdirSync(folder)
    .filter((name) => /^lib\..*\.d\.ts$/.test(name))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
  return new Set(texts.join('\n').match(/[A-Za-z_$][\w$]*/g));
}
