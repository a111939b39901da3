import { Parser } from 'htmlparser2';

/** What of a page or component is script, at the place where it stands. */
export interface ScriptText {
  /** As long as the markup, with blanks for everything but scripts and the expressions that become HTML. */
  readonly text: string;
  readonly isTypeScript: boolean;
  readonly hasJsx: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const scriptTypes =
  /^(|module|text\/(javascript|typescript|babel|jsx|ecmascript)|application\/(x-)?(java|ecma)script)$/i;

/** Finds the inline scripts of markup, and in `.vue` the expressions of `v-html`, as a text of the same positions. */
export function scriptTextOf(file: string, markup: string): ScriptText {
  const found = readMarkup(file, markup);
  const blank = markup.replace(/[^\r\n]/g, ' ');
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, before, after } of [...found.scripts, ...found.expressions].sort(
    (a, b) => a.start - b.start,
  )) {
    if (start - before.length < at) continue;
    parts.push(blank.slice(at, start - before.length), before, markup.slice(start, end), after);
    at = end + after.length;
  }
  parts.push(blank.slice(at));
  return { text: parts.join('').slice(0, markup.length), isTypeScript: found.isTypeScript, hasJsx: found.hasJsx };
}

/** Whether markup has a script of its own or an expression that becomes HTML. */
export function hasScript(markup: string): boolean {
  return /<script\b(?![^>]*\ssrc\s*=)[^>]*>\s*\S|\sv-html\s*=/i.test(markup);
}

interface Piece extends Span {
  /** Written over what stands in front of the piece and behind it. */
  readonly before: string;
  readonly after: string;
}

interface Reading {
  readonly scripts: Piece[];
  readonly expressions: Piece[];
  isTypeScript: boolean;
  hasJsx: boolean;
}

function readMarkup(file: string, markup: string): Reading {
  const reading: Reading = { scripts: [], expressions: [], isTypeScript: false, hasJsx: false };
  const isComponent = file.endsWith('.vue');
  let opened: number | undefined;
  const parser = new Parser(
    {
      onattribute: (name) => {
        if (isComponent && name === 'v-html') addExpression(reading, markup, parser.startIndex, parser.endIndex);
      },
      onopentag: (name, attributes) => {
        if (name !== 'script' || attributes.src !== undefined || !scriptTypes.test(attributes.type ?? '')) return;
        opened = parser.endIndex + 1;
        reading.isTypeScript ||= /^tsx?$/.test(attributes.lang ?? '') || attributes.type === 'text/typescript';
        reading.hasJsx ||= /^[jt]sx$/.test(attributes.lang ?? '') || /babel|jsx/.test(attributes.type ?? '');
      },
      onclosetag: (name) => {
        if (name !== 'script' || opened === undefined) return;
        // The scripts of a page share their globals, so one text may hold them all.
        if (parser.startIndex > opened) {
          reading.scripts.push({ start: opened, end: parser.startIndex, before: ';', after: ';' });
        }
        opened = undefined;
      },
    },
    { lowerCaseAttributeNames: false, recognizeSelfClosing: isComponent, decodeEntities: false },
  );
  parser.end(markup);
  return reading;
}

/** `<p v-html="text">` as a function that sets React's name for HTML, which fits in front of the expression. */
function addExpression(reading: Reading, markup: string, start: number, end: number): void {
  const written = /^v-html\s*=\s*(["'])([\s\S]*?)\1/.exec(markup.slice(start, end + 1));
  const [whole, , expression] = written ?? [];
  if (whole === undefined || expression === undefined || expression.trim() === '') return;
  const from = start + whole.length - expression.length - 1;
  reading.expressions.push({ start: from, end: from + expression.length, before: ';_=>__html=', after: ';' });
}
