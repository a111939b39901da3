import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { csvCell } from '../../src/reports/csv-cell.ts';
import { htmlMessage, htmlText } from '../../src/reports/html-text.ts';
import { markdownCode, markdownMessage, markdownText } from '../../src/reports/markdown-text.ts';
import { visibleText } from '../../src/reports/visible-text.ts';
import { hostileText } from './sample-findings.ts';

const steering = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/u;
const markup = Array.from('\u001b\n\r`|<>[]()@#=+-&"\'\\*_~\u202e ');
const foreign = fc.string({
  unit: fc.oneof(fc.constantFrom(...markup), fc.string()),
});

describe('visible text', () => {
  const cases = [
    { text: 'src/café 漢字.ts', visible: 'src/café 漢字.ts' },
    { text: 'a\nb\r\tc', visible: 'a\\nb\\r\\tc' },
    { text: '\u001b[31mred\u0007', visible: '\\x1b[31mred\\x07' },
    { text: '\u009b2J', visible: '\\x9b2J' },
    { text: 'a\u202Egnp.exe', visible: 'a\\u{202e}gnp.exe' },
    { text: 'half \ud800 pair', visible: 'half \\u{d800} pair' },
    { text: 'keeps\u00a0: and\u202f!', visible: 'keeps\u00a0: and\u202f!' },
  ];
  for (const { text, visible } of cases) {
    it(`shows ${JSON.stringify(text)}`, () => assert.equal(visibleText(text), visible));
  }
  it('never lets a steering character through', () => {
    fc.assert(fc.property(foreign, (text) => !steering.test(visibleText(text))));
  });
});

describe('Markdown', () => {
  const markdown = new MarkdownIt({ html: true, linkify: false });
  const textOf = (html: string): string =>
    html
      .replace(/^<p>|<\/p>\n?$/g, '')
      .replace(/<\/?code>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replaceAll('\u200b', '');

  it('shows foreign prose as it is, whatever it holds', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const shown = markdown.renderInline(markdownText(text));
        assert.equal(textOf(shown), visibleText(text));
        assert.doesNotMatch(shown, /<[a-z]/);
      }),
    );
  });
  it('shows foreign code in one span', () => {
    fc.assert(
      fc.property(
        foreign.filter((text) => !text.includes('|') && text.trim() !== ''),
        (text) => assert.match(markdown.renderInline(markdownCode(text)), /^<code>[^]*<\/code>$/),
      ),
    );
  });
  it('keeps a pipe inside a cell of a table', () => {
    const table = markdown.render(`| a |\n| - |\n| ${markdownCode('x|y')} |\n`);
    assert.match(table, /<td><code>x\|y<\/code><\/td>/);
  });
  it('notifies nobody and links nothing', () => {
    const text = markdownText('@team see #12, www.evil.example and http://evil.example');
    assert.doesNotMatch(text, /@team|#12|www\.|http:\/\//);
  });
  it('turns a message’s backticks into code', () => {
    assert.equal(markdownMessage('`a*b` is *bad*'), '`a*b` is \\*bad\\*');
    assert.equal(markdownMessage('a lone ` stays'), 'a lone \\` stays');
  });
});

describe('HTML', () => {
  it('leaves no markup of a foreign text', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        assert.doesNotMatch(htmlText(text), /[<>"']/);
        assert.doesNotMatch(htmlMessage(text).replace(/<\/?code>/g, ''), /[<>"']/);
      }),
    );
  });
  it('turns a message’s backticks into code', () => {
    assert.equal(htmlMessage('`<a>` & b'), '<code>&lt;a&gt;</code> &amp; b');
  });
});

describe('CSV cells', () => {
  const cases = [
    { value: '=HYPERLINK("x")', cell: '"\'=HYPERLINK(""x"")"' },
    { value: '+1', cell: "'+1" },
    { value: '-1', cell: "'-1" },
    { value: '@sum', cell: "'@sum" },
    { value: '  =1', cell: '"\'  =1"' },
    { value: '\t=1', cell: '\\t=1' },
    { value: '＝1', cell: "'＝1" },
    { value: 'a,b', cell: '"a,b"' },
    { value: 'two\nlines', cell: 'two\\nlines' },
    { value: -1.5, cell: '-1.5' },
    { value: undefined, cell: '' },
  ];
  for (const { value, cell } of cases) {
    it(`writes ${JSON.stringify({ value })}`, () => assert.equal(csvCell(value), cell));
  }
  it('neutralises the hostile sample', () => assert.match(csvCell(hostileText), /^"'=/));
});
