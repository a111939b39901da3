declare const name: string;
export const host = new RegExp('^www\.shop\\.com$');
//                             ^^^^^^^^^^^^^^^^^^^ security/lost-regex-escape: The string drops the backslash of `\.` before the expression is compiled
export const digits = RegExp("\d+");
//                           ^^^^^ security/lost-regex-escape: The string drops the backslash of `\d` before the expression is compiled
export const joined = new RegExp('^' + name + '\.json$');
//                                            ^^^^^^^^^ security/lost-regex-escape: The string drops the backslash of `\.` before the expression is compiled
export const template = new RegExp(`^${name}\s*$`);
//                                         ^^^^^^ security/lost-regex-escape: The string drops the backslash of `\s` before the expression is compiled
export const doubled = new RegExp('^www\\.shop\\.com$');
export const kept = new RegExp('a\\\.b');
export const newline = new RegExp('\n\t\\s');
export const quotes = new RegExp('it\'s "\`"');
export const text = 'www\.shop\.com';
export const raw = new RegExp(String.raw`\d+\.\d+`);
