import ts from 'typescript';
import { lastName } from './names.ts';

/** Whether a class extends React's `Component` or `PureComponent`, also under the name of a shop's own base. */
export function isComponentClass(node: ts.ClassLikeDeclaration): boolean {
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  return base !== undefined && /Component$/.test(lastName(base.expression));
}
