/** The build without native parts and without threads of its own, which the package leaves untyped. */
declare module 'recheck/lib/browser.js' {
  import type { checkSync } from 'recheck';
  const recheck: { readonly checkSync: typeof checkSync };
  export = recheck;
}
