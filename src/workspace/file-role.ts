import type { FileRole } from '../base/file-role.ts';

const testFolders = /^(__tests__|__mocks__|__\w*fixtures?__|tests?|specs?|e2e|cypress|playwright|fixtures?|.+-tests?)$/;
const testNames = /[.-](test|spec|e2e|cy)\.[cm]?[jt]sx?$|^(test|spec)\.[cm]?[jt]sx?$/;
const exampleFolders = /^(examples?|demos?|samples?|playgrounds?|tutorials?|docs?|\.storybook|stories)$/;
const exampleNames = /\.(stories|story|example)\.[cm]?[jt]sx?$/;
const toolingFolders = /^(scripts?|tools|tooling|bench|benchmarks?|perf|perf-.+|\.github|\.vscode|\.husky)$/;
const toolingNames =
  /\.config(\.[\w-]+)?\.[cm]?[jt]sx?$|^(gulpfile|gruntfile|jakefile|karma\.conf|\.?[\w-]+rc)(\.[\w-]+)*\.[cm]?[jt]sx?$/i;

/**
 * What a file is for, told from its path relative to the workspace root: a test before an example before tooling,
 * `production` where no name says otherwise.
 */
export function fileRoleOf(path: string): FileRole {
  const folders = path.toLowerCase().split('/');
  const name = folders.pop() ?? '';
  const isAnyFolder = (pattern: RegExp): boolean => folders.some((folder) => pattern.test(folder));
  if (isAnyFolder(testFolders) || testNames.test(name)) return 'test';
  if (isAnyFolder(exampleFolders) || exampleNames.test(name)) return 'example';
  if (isAnyFolder(toolingFolders) || toolingNames.test(name)) return 'tooling';
  return 'production';
}
