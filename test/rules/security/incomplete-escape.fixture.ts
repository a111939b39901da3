export const first = (text: string) => text.replace("'", "\\'");
//                                                  ^^^ security/incomplete-escape: Only the first `'` is replaced
export const entity = (text: string) => text.replace('<', '&lt;').replaceAll('>', '&gt;');
//                                                   ^^^ security/incomplete-escape: Only the first `<` is replaced
export const once = (text: string) => text.replace(/"/, '&quot;');
//                                                 ^^^ security/incomplete-escape: Only the first `"` is replaced
export const doubled = (text: string) => text.replace("'", "''");
//                                                    ^^^ security/incomplete-escape: Only the first `'` is replaced
export const freed = (text: string) => text.replace(/"/g, '\\"');
//                                                  ^^^^ security/incomplete-escape: A backslash in front of `"` undoes this escape
export const same = (text: string) => text.replace(/"/g, '\"');
//                                                 ^^^^ security/incomplete-escape: `"` is replaced by itself
export const every = (text: string) => text.replaceAll('<', '&lt;').replace(/>/g, '&gt;');
export const slashes = (text: string) => text.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
export const sql = (text: string) => text.replace(/'/g, "''");
export const leading = (path: string) => path.replace('/', '');
export const spaces = (text: string) => text.replace('  ', ' ');
export const names = (text: string) => text.replace('{name}', 'Ada');
export const realm = (options: { realm: string }) => options.realm.replace(/"/g, '\\"');
