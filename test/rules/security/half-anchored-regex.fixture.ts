export const method = (text: string) => /^get|post/i.test(text);
//                                      ^^^^^^^^^^^^ security/half-anchored-regex: `^` holds for `^get` only, `post` matches anywhere
export const kind = (text: string) => /\.png|\.jpg|\.gif$/.test(text);
//                                    ^^^^^^^^^^^^^^^^^^^^ security/half-anchored-regex: `$` holds for `\.gif$` only, `\.png` matches anywhere
export const built = new RegExp('^(admin)|(root)');
//                              ^^^^^^^^^^^^^^^^^ security/half-anchored-regex: `^` holds for `^(admin)` only, `(root)` matches anywhere
export const whole = (text: string) => /^left|right$/.test(text);
//                                     ^^^^^^^^^^^^^^ security/half-anchored-regex: `^` holds for `^left` only, `right$` matches anywhere
export const listed = [/^data-|aria-/];
//                     ^^^^^^^^^^^^^^ security/half-anchored-regex: `^` holds for `^data-` only, `aria-` matches anywhere
export const grouped = (text: string) => /^(?:get|post)$/.test(text);
export const each = (text: string) => /^get|^post/.test(text);
export const trim = (text: string) => text.replace(/^foo|bar/, '');
export const words = (text: string) => /^if\b|\b(?:for|while)\b/.test(text);
export const signs = (text: string) => /^#|%/.test(text);
export const chosen = (text: string) => /^(?:mouse|touch)|click/.test(text);
export const empty = (text: string) => /^abc|/.test(text);
export const both = (text: string) => /^yes$|maybe/.test(text);
export const parts = (text: string) => text.split(/^a|b/);
