import assert from 'node:assert/strict';
import { languages, type Language } from '../../src/base/language.ts';
import { csvReport } from '../../src/reports/csv-report.ts';
import { htmlReport } from '../../src/reports/html-report.ts';
import { jsonReport } from '../../src/reports/json-report.ts';
import { markdownReport } from '../../src/reports/markdown-report.ts';
import { prettyReport } from '../../src/reports/pretty-report.ts';
import { sarifReport } from '../../src/reports/sarif-report.ts';
import { terminalWidth } from '../../src/reports/terminal-width.ts';
import { plainStyle, type TextStyle } from '../../src/reports/text-style.ts';
import type { Assessment } from '../../src/triage/assessment.ts';
import { compareGolden } from './compare-golden.ts';
import { sampleAssessment, sampleRules } from './sample-assessment.ts';
import { assessed, hostileFile, hostileText } from './sample-findings.ts';

const rules = sampleRules();
const pretty = (assessment: Assessment, language: Language, width = 100): string =>
  prettyReport(assessment, { language, rules, width, style: plainStyle });

const renderers = [
  { extension: 'txt', render: pretty },
  { extension: 'json', render: (a: Assessment, language: Language) => jsonReport(a, { language, rules }) },
  { extension: 'sarif', render: (a: Assessment, language: Language) => sarifReport(a, { language, rules }) },
  { extension: 'md', render: (a: Assessment, language: Language) => markdownReport(a, { language, rules }) },
  { extension: 'html', render: (a: Assessment, language: Language) => htmlReport(a, { language, rules }) },
  { extension: 'csv', render: (a: Assessment, language: Language) => csvReport(a, { language, rules }) },
];
const withGate = sampleAssessment(undefined, {
  gate: { passed: false, failures: [{ en: '1 new must-fix finding', fr: '1 nouveau constat indispensable' }] },
});
const scenes = [
  { name: 'full', assessment: withGate },
  {
    name: 'empty',
    assessment: sampleAssessment([], {
      coverage: { files: 412, codeLines: 31_400, typedShare: 1, skipped: [], crashes: [], notices: [] },
      grade: 'B',
    }),
  },
];

describe('reports', () => {
  for (const { extension, render } of renderers) {
    for (const { name, assessment } of scenes) {
      for (const language of languages) {
        it(`matches the golden ${name}.${language}.${extension}`, () => {
          compareGolden(`${name}.${language}.${extension}`, render(assessment, language));
        });
      }
    }
    it(`shows no steering character in ${extension}`, () => {
      const text = render(sampleAssessment(), 'en').replaceAll('\r\n', '\n');
      assert.doesNotMatch(text, /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u);
    });
  }

  it('says explicitly that nothing was found', () => {
    assert.match(pretty(scenes[1]!.assessment, 'en'), /^0 findings in 412 files, 3\.1 s$/m);
    assert.match(pretty(scenes[1]!.assessment, 'fr'), /^0 constat dans 412 fichiers, 3,1\u00a0s$/m);
  });

  for (const width of [40, 72, 120]) {
    it(`keeps prose within ${width} columns`, () => {
      const {
        findings: [first],
      } = sampleAssessment();
      const lines = pretty(sampleAssessment([first!], { coverage: scenes[1]!.assessment.coverage }), 'fr', width).split(
        '\n',
      );
      const prose = lines.filter((line) => !line.includes('server/') && !line.includes('/home/'));
      for (const line of prose) assert.ok(terminalWidth(line) <= width, line);
    });
  }

  it('colours only through the style it is given', () => {
    const marked: TextStyle = { ...plainStyle, bold: (text) => `<b>${text}</b>`, red: (text) => `<r>${text}</r>` };
    const text = prettyReport(sampleAssessment(), { language: 'en', rules, width: 100, style: marked });
    assert.match(text, /<b><r>Must fix/);
  });

  it('counts what a long list leaves out', () => {
    const many = sampleAssessment(Array.from({ length: 8 }, () => assessed({ triage: { class: 'incidental' } })));
    assert.match(pretty(many, 'en'), /… and 3 more/);
  });
});

describe('HTML report', () => {
  const html = htmlReport(sampleAssessment(), { language: 'en', rules });
  it('holds no script, no foreign markup, no address to load from', () => {
    assert.doesNotMatch(html, /<script|onload=|javascript:|<img|<link|src=|@import|url\(/i);
    assert.match(html, /&lt;script&gt;alert\(&quot;x&quot;\)/);
    assert.match(html, /default-src &#39;none&#39;|default-src 'none'/);
  });
  it('escapes hostile names everywhere', () => {
    assert.ok(!html.includes(hostileFile));
    assert.ok(!html.includes(hostileText));
  });
});
