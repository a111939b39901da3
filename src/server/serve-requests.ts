import { setImmediate } from 'node:timers/promises';
import type { CancellationToken } from 'vscode-languageserver';
import { clearAnalysisCache } from '../audit/cache/analysis-cache.ts';
import {
  auditRequest,
  clearCacheRequest,
  decideRequest,
  explainRequest,
  foreignDiagnosticsRequest,
  planRequest,
  planSummaryRequest,
  profileFormRequest,
  profileRequest,
  summaryRequest,
  type DecideParams,
  type ExplainParams,
  type FolderParams,
  type FolderSummary,
  type ForeignDiagnosticsParams,
  type PlanParams,
  type PlanSummaryParams,
  type ProfileFormParams,
  type ProfileParams,
} from '../protocol/server-messages.ts';
import { summarise } from '../protocol/summary.ts';
import { auditFolders } from './audit-request.ts';
import { changeProfile } from './change-profile.ts';
import { createDecisionDesk } from './decide.ts';
import { explainFinding } from './explain-finding.ts';
import { defaultCacheFolder } from '../registry/load-library-facts.ts';
import type { Folder } from './folders.ts';
import { priceForeign } from './price-foreign.ts';
import { cancellable } from './serve-features.ts';
import { planFolder, planSummary } from './plan-folder.ts';
import { profileForm } from './profile-form.ts';
import { languageIn, type ServerState } from './server-state.ts';

/** Answers the product's own requests. */
export function serveRequests(state: ServerState): void {
  const { connection, folders } = state;
  connection.onRequest(auditRequest.method, (params: FolderParams, token: CancellationToken) =>
    cancellable(token, (signal) =>
      auditFolders(connection, chosen(folders.all(), params), params, languageIn(state), signal),
    ),
  );
  connection.onRequest(summaryRequest.method, (params: FolderParams): FolderSummary[] =>
    chosen(folders.all(), params).flatMap(({ uri, session }) => {
      if (!session.result) return [];
      const { assessment, rules } = session.result;
      return [{ folder: uri, summary: summarise(assessment, { language: languageIn(state), rules }) }];
    }),
  );
  const desk = createDecisionDesk(folders);
  connection.onRequest(decideRequest.method, async (params: DecideParams) => {
    await desk.decide(params, languageIn(state));
    return null;
  });
  serveForeign(state);
  connection.onRequest(clearCacheRequest.method, async () => {
    await clearAnalysisCache(defaultCacheFolder());
    return null;
  });
  connection.onRequest(planRequest.method, (params: PlanParams) => {
    const [folder] = chosen(folders.all(), params);
    return folder ? planFolder(folder, params.budget, languageIn(state)) : null;
  });
  connection.onRequest(planSummaryRequest.method, (params: PlanSummaryParams, token: CancellationToken) =>
    latest(token, () => {
      const [folder] = chosen(folders.all(), params);
      return folder ? planSummary(folder, params.budgetMinutes, languageIn(state)) : null;
    }),
  );
  connection.onRequest(profileFormRequest.method, (params: ProfileFormParams, token: CancellationToken) =>
    latest(token, () => {
      const [folder] = chosen(folders.all(), params);
      return folder ? profileForm(folder, params, languageIn(state)) : null;
    }),
  );
  connection.onRequest(profileRequest.method, async (params: ProfileParams) => {
    const [folder] = chosen(folders.all(), params);
    return folder ? changeProfile(folder, params, languageIn(state)) : null;
  });
  connection.onRequest(explainRequest.method, ({ uri, fingerprint }: ExplainParams) => {
    const located = folders.locate(uri);
    return located ? explainFinding(located, fingerprint, languageIn(state)) : null;
  });
}

function serveForeign(state: ServerState): void {
  state.connection.onRequest(
    foreignDiagnosticsRequest.method,
    (params: ForeignDiagnosticsParams, token: CancellationToken) =>
      cancellable(token, (signal) => priceForeign(state.folders, params, languageIn(state), signal)),
  );
}

/** Lets a cancellation that is already under way come first: these answers are asked for with every move of a control. */
function latest<T>(token: CancellationToken, answer: () => T): Promise<T> {
  return cancellable(token, async (signal) => {
    await setImmediate();
    signal.throwIfAborted();
    return answer();
  });
}

function chosen(folders: readonly Folder[], { folder }: FolderParams): readonly Folder[] {
  return folder === undefined ? folders : folders.filter(({ uri }) => uri === folder);
}
