import ts from 'typescript';
import { z } from 'zod';
import type { FileModel } from '../../workspace/file-model.ts';
import type { Fix } from '../../findings/finding.ts';
import { defineRule } from '../define-rule.ts';
import { enclosingFunction, isFunctionNode } from '../syntax/functions.ts';
import { commentsAround, isExplanation } from '../syntax/comments.ts';
import { importedModules, moduleBindings } from '../syntax/module-bindings.ts';
import { calleeText, nameParts, stringValue } from '../syntax/names.ts';
import { testCall, testRunnerModules, type TestCall } from '../syntax/test-calls.ts';
import { findAncestor, walkBelow } from '../syntax/walk.ts';

interface Data {
  readonly [key: string]: string;
  readonly kind: 'focused' | 'skipped';
  readonly callee: string;
  readonly title: string;
}

export const rule = defineRule({
  id: 'tests/focused-or-skipped-test',
  weakness: 'skipped-test',
  precision: 0.85,
  docs: {
    title: { en: 'Test focused or skipped', fr: 'Test isolé ou ignoré' },
    why: {
      en: 'A focused test leaves all others out, and the run is still green; a skipped one guards nothing while it looks as if it did. Remove the focus before you commit. Mend a skipped test, delete it, or make the skip depend on a condition.',
      fr: 'Un test isolé écarte tous les autres, et l’exécution reste verte ; un test ignoré ne protège plus rien tout en donnant l’impression du contraire. Retirez l’isolement avant de valider. Réparez un test ignoré, supprimez-le, ou faites dépendre l’exclusion d’une condition.',
    },
    forLeads: {
      en: 'Some checks are switched off although the report says all is well: mistakes there reach customers.',
      fr: 'Certaines vérifications sont débranchées alors que le bilan annonce que tout va bien : les erreurs à cet endroit arrivent jusqu’aux clients.',
    },
    bad: `describe('basket', () => {
  it.only('adds up its lines', () => {
    expect(totalOf([2, 3])).toBe(5);
  });
});`,
    good: `describe('basket', () => {
  it('adds up its lines', () => {
    expect(totalOf([2, 3])).toBe(5);
  });
});`,
    exampleFile: 'test/basket.test.ts',
  },
  options: z.strictObject({
    allowSkipped: z.boolean().default(false).describe('Report focused tests only.'),
  }),
  message: {
    en: ({ kind, callee, title }: Data) => {
      const test = title === '' ? '' : ` ${quote(title, '“', '”')}`;
      return kind === 'focused'
        ? `\`${callee}\` leaves out every test but${test || ' this one'}`
        : `\`${callee}\` switches the test${test} off`;
    },
    fr: ({ kind, callee, title }) => {
      const test = title === '' ? '' : ` ${quote(title, '«\u00a0', '\u00a0»')}`;
      return kind === 'focused'
        ? `\`${callee}\` écarte tous les tests sauf${test || ' celui-ci'}`
        : `\`${callee}\` désactive le test${test}`;
    },
  },
  detect: ({ file, options, report }) => {
    if (!isTestFile(file)) return {};
    const isBound = lazily(() => boundElsewhere(file.sourceFile));
    return {
      CallExpression(node) {
        const found = switchedTest(node);
        if (!found || (found.kind === 'skipped' && options.allowSkipped)) return;
        if (found.kind === 'skipped' && isExplained(node, file.text)) return;
        if (isConditional(node) || isBound().has(nameParts(node.expression)[0] ?? '')) return;
        const fix = found.kind === 'focused' ? unfocus(node, file) : undefined;
        report(
          found.at,
          { kind: found.kind, callee: found.callee, title: stringValue(node.arguments[0]) ?? '' },
          fix ? { fixes: [fix] } : {},
        );
      },
    };
  },
});

/** A comment right above says why the test is off. */
function isExplained(node: ts.CallExpression, text: string): boolean {
  const isAlone = ts.isExpressionStatement(node.parent);
  return isAlone && commentsAround(node.parent, text).some((comment) => isExplanation(comment) && isReason(comment));
}

/** A sentence, not the heading of a group. */
function isReason(comment: string): boolean {
  return comment.split(/\s+/).length > 5 && !/\b(todo|fixme)\b/i.test(comment);
}

interface SwitchedTest {
  readonly kind: Data['kind'];
  readonly at: ts.Node;
  readonly callee: string;
}

const skippingModifiers: ReadonlySet<string> = new Set(['skip', 'fixme']);

function switchedTest(node: ts.CallExpression): SwitchedTest | undefined {
  if (calleeText(node.expression) === 'this.skip') {
    return { kind: 'skipped', at: node.expression, callee: 'this.skip' };
  }
  const call = testCall(node.expression);
  if (!call || call.kind === 'hook' || isTable(node)) return undefined;
  const callee = tableOwner(node.expression);
  const named = { at: callee, callee: calleeText(callee) };
  if (call.modifiers.includes('only')) return { kind: 'focused', ...named };
  if (call.modifiers.some((modifier) => skippingModifiers.has(modifier))) {
    return skipsForSure(node, call) ? { kind: 'skipped', ...named } : undefined;
  }
  return switchedByOption(node);
}

/** `it.each(rows)` alone declares nothing; the call of its result does. */
function isTable(node: ts.CallExpression): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression === node;
}

function tableOwner(callee: ts.Expression): ts.Expression {
  if (ts.isCallExpression(callee)) return tableOwner(callee.expression);
  return ts.isTaggedTemplateExpression(callee) ? tableOwner(callee.tag) : callee;
}

/** Playwright's `test.skip(condition, reason)` skips under a condition; `test.skip()` and `test.skip(true)` always do. */
function skipsForSure(node: ts.CallExpression, call: TestCall): boolean {
  const [first] = node.arguments;
  if (!first) return call.base === 'test' && enclosingFunction(node) !== undefined;
  if (first.kind === ts.SyntaxKind.TrueKeyword) return true;
  const isTitle = ts.isStringLiteralLike(first) || ts.isTemplateExpression(first);
  return isTitle || (node.arguments.length > 1 && isFunctionNode(node.arguments[1] ?? node) && !isFunctionNode(first));
}

/** `it(title, { only: true }, body)` of node:test; a text in `skip` is a reason and skips all the same. */
function switchedByOption(node: ts.CallExpression): SwitchedTest | undefined {
  const options = node.arguments[1];
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  for (const property of options.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const isOn = property.initializer.kind === ts.SyntaxKind.TrueKeyword || Boolean(stringValue(property.initializer));
    const name = property.name.getText();
    if (isOn && (name === 'only' || name === 'skip')) {
      return { kind: name === 'only' ? 'focused' : 'skipped', at: property, callee: name };
    }
  }
  return undefined;
}

/** Whether code decides at run time if the call happens at all. */
function isConditional(node: ts.CallExpression): boolean {
  const decision = findAncestor(
    node,
    (ancestor) =>
      ts.isIfStatement(ancestor) ||
      ts.isConditionalExpression(ancestor) ||
      ts.isCatchClause(ancestor) ||
      ts.isSwitchStatement(ancestor) ||
      (ts.isBinaryExpression(ancestor) && ancestor.operatorToken.kind !== ts.SyntaxKind.EqualsToken),
  );
  return decision !== undefined;
}

function isTestFile(file: FileModel): boolean {
  if (file.role === 'test') return true;
  return [...importedModules(file.sourceFile)].some((module) => testRunnerModules.has(module));
}

/** Names with a test runner's look that the file itself declares, or imports from a package that is no runner. */
function boundElsewhere(sourceFile: ts.SourceFile): ReadonlySet<string> {
  const prefixed = new Set<string>();
  for (const [local, { module }] of moduleBindings(sourceFile)) {
    const isOwn = module.startsWith('.');
    if (!testRunnerModules.has(module) && !isOwn && /^[fx]/.test(local)) prefixed.add(local);
  }
  walkBelow(sourceFile, (node) => {
    if (ts.isFunctionDeclaration(node) && node.name) prefixed.add(node.name.text);
    return undefined;
  });
  return prefixed;
}

/** Takes `.only` away; prefixes such as `fit` are left to the developer's spelling. */
function unfocus(node: ts.CallExpression, file: FileModel): Fix | undefined {
  const callee = tableOwner(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'only') return undefined;
  const range = {
    start: file.lines.positionAt(callee.expression.end),
    end: file.lines.positionAt(callee.end),
  };
  return {
    title: { en: 'Run the other tests again', fr: 'Exécuter de nouveau les autres tests' },
    edits: [{ file: file.path, range, newText: '' }],
  };
}

function quote(title: string, open: string, close: string): string {
  const limit = 60;
  return `${open}${title.length > limit ? `${title.slice(0, limit - 1)}…` : title}${close}`;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
