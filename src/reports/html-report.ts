import { createHash } from 'node:crypto';
import type { Assessment, ReportOptions } from '../triage/assessment.ts';
import {
  allFindings,
  channelTable,
  classCards,
  firstToMend,
  gateSection,
  glossary,
  runSection,
} from './html-sections.ts';
import { htmlStylesheet } from './html-stylesheet.ts';
import { htmlText } from './html-text.ts';
import { htmlWords } from './html-words.ts';
import { headline, incidentSentence, setAsideSentence, trustSentence } from './report-prose.ts';

/**
 * The assessment as one page that needs nothing else: no script, no request, readable by people who read no code,
 * in light, in dark and on paper.
 */
export function htmlReport(assessment: Assessment, options: ReportOptions): string {
  const { language } = options;
  const title = htmlWords[language].title(projectName(assessment.root));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<style>${htmlStylesheet}</style>
</head>
<body>
${[...body(title, assessment, options)].filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

function body(title: string, assessment: Assessment, options: ReportOptions): readonly string[] {
  const { language } = options;
  return [
    `<header>`,
    `<h1>${htmlText(title)}</h1>`,
    `<p class="lead">${htmlText(headline(assessment, language))}</p>`,
    paragraph(incidentSentence(assessment, language)),
    paragraph(setAsideSentence(assessment, language)),
    `<p><small>${htmlText(trustSentence(assessment, language))}</small></p>`,
    '</header>',
    '<main>',
    gateSection(assessment, options),
    classCards(assessment, options),
    channelTable(assessment, options),
    firstToMend(assessment, options),
    glossary(options),
    runSection(assessment, options),
    allFindings(assessment, options),
    '</main>',
  ];
}

function paragraph(text: string | undefined): string {
  return text === undefined ? '' : `<p>${htmlText(text)}</p>`;
}

/** Allows this very style sheet and nothing else. */
function contentPolicy(): string {
  const hash = createHash('sha256').update(htmlStylesheet).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function projectName(root: string): string {
  return root.split(/[\\/]/).findLast((part) => part !== '') ?? root;
}
