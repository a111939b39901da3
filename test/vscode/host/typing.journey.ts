import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile, pricedProblem, problemsOf, replaceText } from './editing.ts';
import { eventually } from './eventually.ts';

const rule = 'quality/swallowed-error';
const bug = `export async function refund(order: string): Promise<void> {
  try {
    await fetch('https://shop.example/refunds/' + order, { method: 'POST' });
  } catch {}
}
`;

describe('a developer types', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await openFile('src/basket.ts');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('and sees a bug priced, without saving', async () => {
    await replaceText(editor, bug);
    const problem = await pricedProblem(editor.document.uri, rule);
    assert.equal(problem.range.start.line, 3);
    assert.ok(editor.document.isDirty);
  });

  it('and sees the bug once, whichever of the two reviews found it', async () => {
    await eventually('the review to rest', () => problemsOf(editor.document.uri, rule).length === 1);
    assert.equal(problemsOf(editor.document.uri, rule).length, 1);
  });

  it('and reads what it costs on hover', async () => {
    const [problem] = problemsOf(editor.document.uri, rule);
    assert.ok(problem);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      problem.range.start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    assert.match(text, /What changes it most/);
  });

  it('and is offered to explain the cost, which opens the derivation', async () => {
    const [problem] = problemsOf(editor.document.uri, rule);
    assert.ok(problem);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      problem.range,
    );
    const explain = actions.find(({ command }) => command?.command === 'ctoGuardrails.explainCost');
    assert.ok(explain?.command);
    await vscode.commands.executeCommand(explain.command.command, ...((explain.command.arguments ?? []) as unknown[]));
    const tab = await eventually('the derivation in a tab', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ label, input }) => input instanceof vscode.TabInputWebview && /Cost/.test(label)),
    );
    await vscode.window.tabGroups.close(tab);
    editor = await openFile('src/basket.ts');
  });

  it('and sees it vanish when it is mended', async () => {
    await replaceText(editor, bug.replace('catch {}', 'catch (error) { throw new Error(order, { cause: error }); }'));
    await eventually('the problem to vanish', () => problemsOf(editor.document.uri, rule).length === 0);
  });

  it('fifty times in a second, and only the last text counts', async () => {
    for (let edit = 0; edit < 50; edit++) await replaceText(editor, `${edit % 2 === 0 ? bug : ''}// ${edit}\n`);
    await replaceText(editor, `\n\n${bug}`);
    await eventually('the problem in its last place', () =>
      problemsOf(editor.document.uri, rule).some(({ range }) => range.start.line === 5),
    );
    assert.equal(problemsOf(editor.document.uri, rule).length, 1);
  });
});

describe('a developer opens a file', () => {
  it('and sees above its first line what it costs a year', async () => {
    const { document } = await openFile('src/orders.ts');
    const lens = await eventually('the lens', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return lenses.find(({ command }) => command?.command === 'ctoGuardrails.openSummary');
    });
    assert.match(lens.command?.title ?? '', /^€[\d,]+ a year · 1 finding$/);
    assert.equal(lens.range.start.line, 0);
  });
});
