declare const getScheme: (url: string) => string;
export function plain(url: string) {
  if (decodeURI(url).trim().toLowerCase().startsWith('javascript:')) return 'about:blank';
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-scheme-check: Refuses `javascript:` but not `data:`, `vbscript:`
  return url;
}
const refused = ['javascript:', 'data:'];
export const listed = (url: string) => refused.includes(new URL(url).protocol);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-scheme-check: Refuses `javascript:` but not `vbscript:`
export function compared(url: string) {
  const scheme = getScheme(url);
  if (scheme === 'javascript' || scheme === 'data') return '';
//    ^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-scheme-check: Refuses `javascript:` but not `vbscript:`
  return url;
}
export const tested = (url: string) => /^(javascript|data):/i.test(url);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-scheme-check: Refuses `javascript:` but not `vbscript:`
export const removed = (url: string) => url.replace(/javascript:/i, '');
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-scheme-check: Refuses `javascript:` but not `data:`, `vbscript:`
export function switched(url: string) {
  switch (getScheme(url)) {
//        ^^^^^^^^^^^^^^ security/incomplete-scheme-check: Refuses `javascript:` but not `data:`, `vbscript:`
    case 'javascript':
      return '';
    default:
      return url;
  }
}
const all = new Set(['javascript:', 'data:', 'vbscript:']);
export const whole = (url: string) => all.has(new URL(url).protocol);
export const three = (url: string) => /^(javascript|data|vbscript):/i.test(url);
export const chain = (url: string) =>
  url.startsWith('javascript:') || url.startsWith('data:') || url.startsWith('vbscript:');
export const language = (name: string) => name === 'javascript' || name === 'typescript';
export const type = (script: { type: string }) => script.type === 'text/javascript';
