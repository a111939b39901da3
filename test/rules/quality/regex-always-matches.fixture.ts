export function checks(text: string): unknown[] {
  return [
    /^(https:)?/.test(text),
//  ^^^^^^^^^^^^ quality/regex-always-matches: `/^(https:)?/` matches any text, even an empty one
    /(foo|bar)?/.test(text),
//  ^^^^^^^^^^^^ quality/regex-always-matches: `/(foo|bar)?/` matches any text, even an empty one
    /[a-z]*$/.test(text),
//  ^^^^^^^^^ quality/regex-always-matches: `/[a-z]*$/` matches any text, even an empty one
    /^[a-z]*$/.test(text),
    /.*/.test(text),
    /\b/.test(text),
    text.replace(/a*/, ''),
    text.search(/(foo)?$/),
  ];
}
