import ts from 'typescript';

/**
 * Options for files that no tsconfig claims: plain JavaScript, scripts beside a project, folders without any
 * configuration. JavaScript gets inferred types, no diagnostics of its own, and modules resolve as bundlers do.
 */
export function inferredOptions(): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
    allowJs: true,
    checkJs: false,
    strict: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    experimentalDecorators: true,
    types: ['*'],
    noEmit: true,
    skipLibCheck: true,
    maxNodeModuleJsDepth: 0,
  };
}
