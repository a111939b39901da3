const topLevel =
  'com|org|net|edu|gov|io|co|dev|app|ai|me|info|biz|eu|uk|de|fr|es|it|nl|ch|at|be|se|no|pl|ru|cn|jp|in|br|au|ca|us|tv|cloud|online|site|xyz';

/** Whether a text is an address or name of a host, such as `https://example.com` or `.example.com`. */
export function isHostText(text: string): boolean {
  return new RegExp(`^(https?://|//)?\\.?([\\w-]+\\.)+(${topLevel})(:\\d+)?/?$`, 'i').test(text);
}

/** The name of a host that stands in a text, in which `any` stands for a dot that is not escaped. */
export function hostIn(text: string, any: string): { readonly host: string; readonly end: number } | undefined {
  const match = new RegExp(`(?:[\\w-]+[.${any}])+(?:${topLevel})(?![\\w-])`, 'i').exec(text);
  return match ? { host: match[0].replaceAll(any, '.'), end: match.index + match[0].length } : undefined;
}
