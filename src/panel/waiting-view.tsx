import type { JSX } from 'preact';
import type { Language } from '../base/language.ts';
import type { PanelContent } from '../protocol/panel-messages.ts';
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
  if (content.type === 'progress') return <Running title={texts.auditing} {...content} />;
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

interface RunningProps {
  readonly title: string;
  readonly text: string;
  readonly share?: number;
}

function Running({ title, text, share }: RunningProps): JSX.Element {
  return (
    <main class="waiting">
      <h1>{title}</h1>
      <progress aria-label={title} max={1} {...(share !== undefined && { value: share })} />
      <p role="status">{text}</p>
    </main>
  );
}
