import ts from 'typescript';
import { lastName } from './names.ts';

/** Whether the markup of a file can be React's: other libraries with the same markup draw and compare in other ways. */
export function mayBeReact(text: string): boolean {
  return !/(from|@jsxImportSource)\s*['"]?(solid-js|@solidjs|hono\/jsx|@builder\.io\/qwik|vue|@stencil|lit|astro)/.test(
    text,
  );
}

/** Whether a class extends React's `Component` or `PureComponent`, also under the name of a shop's own base. */
export function isComponentClass(node: ts.ClassLikeDeclaration): boolean {
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  return base !== undefined && /Component$/.test(lastName(base.expression));
}
