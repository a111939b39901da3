/** A place in a template that writes a value into the page as it is. */
export interface RawOutput {
  /** The expression as written. */
  readonly expression: string;
  /** Offsets of the expression in the text. */
  readonly start: number;
  readonly end: number;
}

/** Each way has one group, the expression; every quantifier is bounded or cannot meet what follows it. */
const ways: Readonly<Record<string, readonly RegExp[]>> = {
  ejs: [/<%-\s*([^%<>]{1,300}?)\s*[-_]?%>/g],
  eta: [/<%~\s*([^%<>]{1,300}?)\s*[-_]?%>/g],
  braces: [/\{\{\{\s*([\w$.@[\]/ ]{1,200}?)\s*\}\}\}/g, /\{\{&\s*([\w$.]{1,200})\s*\}\}/g],
  pug: [/!\{([^{}\n]{1,300})\}/g, /^[ \t]*(?:[\w.#:-]{1,80}(?:\([^()\n]{0,300}\))?)?!=[ \t]*([^\n]{1,300})$/gm],
  filters: [/\{\{-?\s*([^{}|]{1,300}?)\s*\|\s*(?:safe|raw|s)\s*-?\}\}/g],
  dust: [/\{([\w.]{1,200})\|s\}/g],
};

const wayOf: Readonly<Record<string, string>> = {
  ejs: 'ejs',
  eta: 'eta',
  hbs: 'braces',
  handlebars: 'braces',
  mustache: 'braces',
  hjs: 'braces',
  pug: 'pug',
  jade: 'pug',
  njk: 'filters',
  nunjucks: 'filters',
  swig: 'filters',
  twig: 'filters',
  html: 'filters',
  dust: 'dust',
};

/** Whether a file is, by its name, a template whose raw outputs can be told. */
export function isTemplate(file: string): boolean {
  return Object.hasOwn(wayOf, endingOf(file));
}

/** The places of a template that write values unescaped, in the order in which its ways of writing are looked for. */
export function rawOutputsIn(file: string, text: string): readonly RawOutput[] {
  const ending = endingOf(file);
  const way = Object.hasOwn(wayOf, ending) ? wayOf[ending] : undefined;
  const found: RawOutput[] = [];
  for (const pattern of way === undefined ? [] : (ways[way] ?? [])) {
    for (const match of text.matchAll(pattern)) {
      const expression = match[1]?.trim() ?? '';
      if (expression === '') continue;
      const start = match.index + match[0].lastIndexOf(expression);
      found.push({ expression, start, end: start + expression.length });
    }
  }
  return found;
}

/**
 * The path of the value that an expression writes, without its loop variable: `users.*.name` for `user.name` in a loop
 * over `users`; undefined for calls and constants.
 */
export function pathOf(expression: string, text: string): readonly string[] | undefined {
  const plain =
    /^(?:locals\.|this\.|@root\.)?([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)(?:\s*\|\|\s*(['"]).{0,80}\2)?;?$/.exec(
      expression,
    )?.[1];
  if (plain === undefined) return undefined;
  const [root = '', ...rest] = plain.split('.');
  const list = listsIn(text).get(root);
  return list === undefined ? [root, ...rest] : [...list.split('.'), '*', ...rest];
}

const loops = [
  /(?<list>\w[\w.]{0,80})\.(?:forEach|map)\(\s{0,4}(?:function\s{0,4})?\(?\s{0,4}(?<item>\w{1,40})/g,
  /\bfor\s{0,4}\(?\s{0,4}(?:(?:var|let|const)\s)?(?<item>\w{1,40})\s(?:of|in)\s(?<list>\w[\w.]{0,80})/g,
  /\beach\s(?<item>\w{1,40})(?:\s{0,2},\s{0,2}\w{1,40})?\sin\s(?<list>\w[\w.]{0,80})/g,
];

function listsIn(text: string): ReadonlyMap<string, string> {
  const lists = new Map<string, string>();
  for (const loop of loops) {
    for (const { groups } of text.matchAll(loop)) {
      if (groups?.item !== undefined && groups.list !== undefined) lists.set(groups.item, groups.list);
    }
  }
  return lists;
}

function endingOf(file: string): string {
  return file.slice(file.lastIndexOf('.') + 1).toLowerCase();
}
