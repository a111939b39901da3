import assert from 'node:assert/strict';
import ts from 'typescript';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('openWorkspace', () => {
  it('types files of a project and of plain JavaScript', async () => {
    const root = temporaryFolder({
      'tsconfig.json': '{ "compilerOptions": { "strict": true }, "include": ["src"] }',
      'src/price.ts': 'export const price: Promise<number> = Promise.resolve(3);',
      'src/shop.ts': "import { price } from './price';\nexport const total = price;",
      'tools/run.js': "const fs = require('fs');\nconst list = ['a'].map((name) => name.length);",
    });
    const workspace = await openWorkspace(root);
    assert.deepEqual([...workspace.files.keys()], ['src/price.ts', 'src/shop.ts', 'tools/run.js']);
    assert.deepEqual(
      workspace.projects.map(({ configFile }) => configFile),
      [undefined, 'tsconfig.json'],
    );
    assert.equal(typeAt(workspace.files.get('src/shop.ts')!, 'total'), 'Promise<number>');
    assert.equal(typeAt(workspace.files.get('tools/run.js')!, 'list'), 'number[]');
    const shop = workspace.files.get('src/shop.ts')!;
    assert.equal(shop.project!.program().getSourceFile(shop.sourceFile.fileName), shop.sourceFile);
    assert.equal(workspace.fileOf(shop.sourceFile), shop);

    const edited = workspace.withFile('src/price.ts', 'export const price = "three";');
    assert.equal(typeAt(edited.files.get('src/shop.ts')!, 'total'), '"three"');
    assert.equal(typeAt(workspace.files.get('src/shop.ts')!, 'total'), 'Promise<number>');
    assert.equal(edited.files.get('tools/run.js'), workspace.files.get('tools/run.js'));
  });
});

function typeAt(file: { sourceFile: ts.SourceFile; project?: { checker(): ts.TypeChecker } }, name: string): string {
  const checker = file.project!.checker();
  const visit = (node: ts.Node): ts.Node | undefined =>
    ts.isVariableDeclaration(node) && node.name.getText() === name ? node.name : ts.forEachChild(node, visit);
  return checker.typeToString(checker.getTypeAtLocation(visit(file.sourceFile)!));
}
