/** Who may import whom: the room, then the rooms it may import. Imports point down only. */
const core = ['config', 'triage', 'cost', 'rules', 'dataflow', 'registry', 'findings', 'workspace', 'base'];

/** @type {Record<string, readonly string[]>} */
export const layers = {
  base: [],
  workspace: ['base'],
  findings: ['base'],
  registry: ['workspace', 'findings', 'base'],
  dataflow: ['workspace', 'findings', 'base'],
  rules: ['dataflow', 'findings', 'workspace', 'base'],
  cost: ['findings', 'base'],
  triage: ['cost', 'findings', 'base'],
  config: core.filter((room) => room !== 'config'),
  audit: core,
  reports: ['triage', 'cost', 'findings', 'base'],
  protocol: ['reports', 'triage', 'cost', 'findings', 'base'],
  server: ['protocol', 'reports', 'audit', ...core],
  extension: ['protocol', 'base'],
  panel: ['protocol', 'base'],
  cli: ['protocol', 'reports', 'audit', ...core],
};

/** Rooms of which only types may be imported. */
/** @type {Record<string, readonly string[]>} */
export const typesOnly = { rules: ['registry'] };

/** Which package may be imported from where; packages that are not named are free. */
/** @type {Record<string, readonly string[]>} */
export const owners = {
  vscode: ['extension'],
  'vscode-languageclient': ['extension'],
  'vscode-languageserver': ['server'],
  'vscode-languageserver-textdocument': ['server'],
  htmlparser2: ['workspace'],
  'ts-morph': ['workspace'],
  '@typescript-eslint/parser': ['workspace'],
  '@typescript-eslint/eslint-plugin': ['rules'],
  'eslint-plugin-regexp': ['rules'],
  eslint: ['rules'],
  '@secretlint/secretlint-rule-preset-recommend': ['rules'],
  'npm-registry-fetch': ['registry'],
  commander: ['cli'],
  'yocto-spinner': ['cli'],
  preact: ['panel'],
  'd3-hierarchy': ['panel'],
  'make-fetch-happen': ['registry'],
  yauzl: ['registry'],
  nanotar: ['registry'],
  'ae-cvss-calculator': ['registry'],
  ini: ['registry'],
  ignore: ['workspace'],
  '@cyclonedx/cyclonedx-library': ['cli'],
  'write-file-atomic': ['workspace', 'registry', 'audit', 'cli'],
};

/** Parts of Node's own library that only these rooms may use. */
/** @type {Record<string, readonly string[]>} */
export const nodeOwners = {
  'http|https|net|tls|dgram|dns': ['registry'],
  child_process: ['workspace', 'audit'],
};
