import type { Language } from '../base/language.ts';

/** What the panel's page is made of; addresses are already in the form that the web view may load. */
export interface SummaryPageParts {
  readonly language: Language;
  readonly title: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** The web view's own origin, as `Webview.cspSource` gives it. */
  readonly cspSource: string;
  /** Fresh for every page. */
  readonly nonce: string;
}

/** The panel's content security policy: our one script by nonce, our own style sheets, and nothing else. */
export function summaryPagePolicy({ cspSource, nonce }: Pick<SummaryPageParts, 'cspSource' | 'nonce'>): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** The page that loads the summary panel. */
export function summaryPageHtml(parts: SummaryPageParts): string {
  return `<!DOCTYPE html>
<html lang="${parts.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(summaryPagePolicy(parts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(parts.title)}</title>
<link rel="stylesheet" href="${escapeHtml(parts.styleUri)}">
</head>
<body>
<div id="panel"></div>
<script nonce="${parts.nonce}" src="${escapeHtml(parts.scriptUri)}"></script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
