import { CodeActionKind, TextDocumentEdit, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language, Localized } from '../base/language.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import {
  clientCommands,
  decisionActions,
  type DisableForLine,
  type ExplainParams,
  type OfferDecision,
} from '../protocol/server-messages.ts';
import { commentFormAbove } from './comment-place.ts';
import { findingsAt, isShown } from './findings-at.ts';
import { uriOf, type Located } from './folders.ts';
import { toRange, type DiagnosticData } from './to-diagnostic.ts';

/** What code actions are offered for. */
export interface ActionRequest {
  readonly located: Located;
  readonly document: TextDocument;
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  readonly language: Language;
  /** The open document behind a URI; undefined for one that is closed. */
  documentOf(uri: string): TextDocument | undefined;
}

/** Quick fixes that still fit the text, "Explain the cost" and "Disable for this line" for the findings at a range. */
export function codeActions(request: ActionRequest): CodeAction[] {
  return findingsAt(request.located, request.document, request.range)
    .filter(isShown)
    .flatMap(({ finding, assessed }) => [
      ...finding.fixes.flatMap((fix) => fixAction(request, finding, fix) ?? []),
      ...(assessed ? [explainAction(request, finding)] : []),
      ...disableAction(request, finding),
      ...(assessed ? decisionAction(request, finding) : []),
    ]);
}

const titles = {
  explain: { en: 'Explain the cost', fr: 'Expliquer le coût' },
  disable: {
    en: 'Disable for this line, with a reason…',
    fr: 'Désactiver pour cette ligne, avec une raison…',
  },
  accept: { en: 'Accept until…', fr: 'Accepter jusqu’au…' },
  plan: { en: 'Plan for…', fr: 'Planifier pour le…' },
  reject: { en: 'Reject as false…', fr: 'Rejeter comme faux…' },
  overrule: { en: 'Give another class…', fr: 'Changer de classe…' },
} as const satisfies Record<string, Localized>;

/** A fix of other files is refused as soon as one of them is not the text that the fix was made for. */
function fixAction(request: ActionRequest, finding: Finding, fix: Fix): CodeAction | undefined {
  const { located, language } = request;
  const files = [...new Set(fix.edits.map(({ file }) => file))];
  if (!files.every((file) => isUnmoved(request, file))) return undefined;
  const documentChanges = files.map((file) => {
    const uri = file === located.file ? request.document.uri : uriOf(located.folder, file);
    const edits = fix.edits.filter((edit) => edit.file === file);
    return TextDocumentEdit.create(
      { uri, version: request.documentOf(uri)?.version ?? null },
      edits.map(({ range, newText }) => ({ range: toRange(range), newText })),
    );
  });
  return {
    title: fix.title[language],
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnosticsOf(request, finding),
    isPreferred: finding.fixes.length === 1,
    edit: { documentChanges },
  };
}

function isUnmoved(request: ActionRequest, edited: string): boolean {
  const { folder, file } = request.located;
  // Findings of a source were made from, or checked against, its present text.
  if (edited === file && folder.session.reviews(file)) return true;
  const reviewed = folder.session.result?.textOf(edited);
  const open = edited === file ? request.document : request.documentOf(uriOf(folder, edited));
  return reviewed !== undefined && (open === undefined || open.getText() === reviewed);
}

function explainAction({ document, language }: ActionRequest, finding: Finding): CodeAction {
  const params: ExplainParams = { uri: document.uri, fingerprint: finding.fingerprint };
  const title = titles.explain[language];
  return {
    title: `${title} (${finding.rule})`,
    kind: CodeActionKind.QuickFix,
    command: { title, command: clientCommands.explainCost, arguments: [params] },
  };
}

function disableAction(request: ActionRequest, finding: Finding): CodeAction[] {
  const { located, document, language } = request;
  const { line } = finding.range.start;
  const form = located.folder.session.reviews(located.file)
    ? commentFormAbove(located.file, document.getText(), line)
    : undefined;
  if (form === undefined) return [];
  const params: DisableForLine = { uri: document.uri, version: document.version, rule: finding.rule, line, form };
  const title = titles.disable[language];
  return [
    {
      title: `${title} (${finding.rule})`,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnosticsOf(request, finding),
      command: { title, command: clientCommands.disableForLine, arguments: [params] },
    },
  ];
}

function decisionAction({ document, language }: ActionRequest, finding: Finding): CodeAction[] {
  return decisionActions.map((action) => {
    const { fingerprint, rule } = finding;
    const params: OfferDecision = { uri: document.uri, fingerprint, rule, action };
    const title = titles[action][language];
    return {
      title: `${title} (${rule})`,
      kind: CodeActionKind.QuickFix,
      command: { title, command: clientCommands.decide, arguments: [params] },
    };
  });
}

function diagnosticsOf({ diagnostics }: ActionRequest, finding: Finding): Diagnostic[] {
  return diagnostics.filter((diagnostic) => {
    const data = diagnostic.data as DiagnosticData | undefined;
    return data?.fingerprint === finding.fingerprint;
  });
}
