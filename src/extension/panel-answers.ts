import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError, type LanguageClient } from 'vscode-languageclient/node';
import type { PanelAnswer, PanelQuestion } from '../protocol/panel-messages.ts';
import type { PlanSummary } from '../protocol/plan-summary.ts';
import type { ProfileForm } from '../protocol/profile-form.ts';
import {
  planSummaryRequest,
  profileFormRequest,
  profileRequest,
  type PlanSummaryParams,
  type ProfileFormParams,
  type ProfileParams,
} from '../protocol/server-messages.ts';

/** Passes the panel's questions on to the server, which works out every figure. */
export interface PanelAnswers {
  /** Undefined when a newer question of the same type took the place of this one. */
  answer(question: PanelQuestion, folder: string | undefined): Promise<PanelAnswer | undefined>;
}

/** Makes the go-between of one window. */
export function createPanelAnswers(client: LanguageClient): PanelAnswers {
  const running = new Map<PanelQuestion['type'], vscode.CancellationTokenSource>();
  return {
    answer: async (question, folder) => {
      running.get(question.type)?.cancel();
      const source = new vscode.CancellationTokenSource();
      running.set(question.type, source);
      try {
        return await ask(client, question, folder === undefined ? {} : { folder }, source.token);
      } catch (error) {
        return source.token.isCancellationRequested || isCancelled(error) ? undefined : problemOf(question, error);
      } finally {
        if (running.get(question.type) === source) running.delete(question.type);
        source.dispose();
      }
    },
  };
}

async function ask(
  client: LanguageClient,
  asked: PanelQuestion,
  folder: { readonly folder?: string },
  token: vscode.CancellationToken,
): Promise<PanelAnswer> {
  const { question } = asked;
  if (asked.type === 'askPlan') {
    const params: PlanSummaryParams = { ...folder, budgetMinutes: asked.budgetMinutes };
    const plan = await client.sendRequest<PlanSummary | null>(planSummaryRequest.method, params, token);
    return { type: 'plan', question, ...(plan ? { plan } : { problem: notAudited() }) };
  }
  if (asked.type === 'askProfile') {
    const params: ProfileFormParams = { ...folder, answers: asked.answers };
    const form = await client.sendRequest<ProfileForm | null>(profileFormRequest.method, params, token);
    return { type: 'profile', question, ...(form ? { form } : { problem: notAudited() }) };
  }
  const params: ProfileParams = { ...folder, changes: asked.answers, isFinal: true };
  const written = await client.sendRequest<object | null>(profileRequest.method, params);
  return { type: 'profile', question, ...(written ? { isSaved: true } : { problem: notAudited() }) };
}

function problemOf({ type, question }: PanelQuestion, error: unknown): PanelAnswer {
  const problem = error instanceof Error ? error.message : String(error);
  return { type: type === 'askPlan' ? 'plan' : 'profile', question, problem };
}

function isCancelled(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
}

function notAudited(): string {
  return vscode.l10n.t('This can be worked out once an audit has ended.');
}
