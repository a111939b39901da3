import type { JSX } from 'preact';
import type { Language } from '../base/language.ts';
import type { PanelContent } from '../protocol/panel-messages.ts';
import { AuditProgress } from './audit-progress.tsx';
import { LevelIcon } from './icons.tsx';
import { panelTexts } from './texts.ts';
import type { Host } from './vscode-api.ts';

interface WaitingViewProps {
  readonly content: Exclude<PanelContent, { type: 'summary' }>;
  readonly language: Language;
  readonly host: Host;
}

/** What stands there without a summary: an invitation to audit, a running audit, or one that failed. */
export function WaitingView({ content, language, host }: WaitingViewProps): JSX.Element {
  const texts = panelTexts(language);
  const run = (
    <button type="button" class="primary" onClick={() => host.send({ type: 'runAudit' })}>
      {texts.runAudit}
    </button>
  );
  if (content.type === 'progress')
    return (
      <main class="waiting">
        <h1>{texts.auditing}</h1>
        <AuditProgress title={texts.auditing} {...content} />
      </main>
    );
  if (content.type === 'failed')
    return (
      <main class="waiting">
        <h1>
          <LevelIcon level="error" /> {texts.failed}
        </h1>
        <p role="alert">{content.text}</p>
        {run}
      </main>
    );
  return (
    <main class="waiting">
      <h1>{texts.notAudited.title}</h1>
      <p>{content.reason ?? texts.notAudited.body}</p>
      {content.reason === undefined && run}
    </main>
  );
}
