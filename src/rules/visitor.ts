import type ts from 'typescript';

/** Compiler node type by the name of its syntax kind; add a line when a rule needs another kind. */
export interface NodeByKind {
  SourceFile: ts.SourceFile;
  AnyKeyword: ts.KeywordTypeNode;
  ArrayLiteralExpression: ts.ArrayLiteralExpression;
  ArrowFunction: ts.ArrowFunction;
  AsExpression: ts.AsExpression;
  AwaitExpression: ts.AwaitExpression;
  BinaryExpression: ts.BinaryExpression;
  Block: ts.Block;
  BreakStatement: ts.BreakStatement;
  CallExpression: ts.CallExpression;
  CallSignature: ts.CallSignatureDeclaration;
  CaseBlock: ts.CaseBlock;
  CatchClause: ts.CatchClause;
  ClassDeclaration: ts.ClassDeclaration;
  ClassExpression: ts.ClassExpression;
  ConditionalExpression: ts.ConditionalExpression;
  Constructor: ts.ConstructorDeclaration;
  DebuggerStatement: ts.DebuggerStatement;
  DeleteExpression: ts.DeleteExpression;
  DoStatement: ts.DoStatement;
  ElementAccessExpression: ts.ElementAccessExpression;
  ExportDeclaration: ts.ExportDeclaration;
  ExpressionStatement: ts.ExpressionStatement;
  ForInStatement: ts.ForInStatement;
  ForOfStatement: ts.ForOfStatement;
  ForStatement: ts.ForStatement;
  FunctionDeclaration: ts.FunctionDeclaration;
  FunctionExpression: ts.FunctionExpression;
  FunctionType: ts.FunctionTypeNode;
  GetAccessor: ts.GetAccessorDeclaration;
  IfStatement: ts.IfStatement;
  ImportDeclaration: ts.ImportDeclaration;
  JsxAttribute: ts.JsxAttribute;
  JsxElement: ts.JsxElement;
  JsxOpeningElement: ts.JsxOpeningElement;
  JsxSelfClosingElement: ts.JsxSelfClosingElement;
  MethodDeclaration: ts.MethodDeclaration;
  MethodSignature: ts.MethodSignature;
  NewExpression: ts.NewExpression;
  NonNullExpression: ts.NonNullExpression;
  NoSubstitutionTemplateLiteral: ts.NoSubstitutionTemplateLiteral;
  ObjectLiteralExpression: ts.ObjectLiteralExpression;
  Parameter: ts.ParameterDeclaration;
  PostfixUnaryExpression: ts.PostfixUnaryExpression;
  PrefixUnaryExpression: ts.PrefixUnaryExpression;
  PropertyAccessExpression: ts.PropertyAccessExpression;
  PropertyAssignment: ts.PropertyAssignment;
  PropertyDeclaration: ts.PropertyDeclaration;
  RegularExpressionLiteral: ts.RegularExpressionLiteral;
  ReturnStatement: ts.ReturnStatement;
  SetAccessor: ts.SetAccessorDeclaration;
  StringLiteral: ts.StringLiteral;
  SwitchStatement: ts.SwitchStatement;
  TaggedTemplateExpression: ts.TaggedTemplateExpression;
  TemplateExpression: ts.TemplateExpression;
  ThrowStatement: ts.ThrowStatement;
  TryStatement: ts.TryStatement;
  TypeAssertionExpression: ts.TypeAssertion;
  VariableDeclaration: ts.VariableDeclaration;
  VariableStatement: ts.VariableStatement;
  WhileStatement: ts.WhileStatement;
  YieldExpression: ts.YieldExpression;
}

/** Handlers by syntax kind; `Kind:exit` is called after the node's children. All rules share one walk per file. */
export type Visitor = {
  readonly [Kind in keyof NodeByKind]?: (node: NodeByKind[Kind]) => void;
} & {
  readonly [Kind in keyof NodeByKind as `${Kind}:exit`]?: (node: NodeByKind[Kind]) => void;
};
