import type { Workspace } from '../workspace/workspace.ts';

/** What the flow engine reads of a workspace. */
export type FlowWorkspace = Pick<Workspace, 'root' | 'files' | 'moduleGraph'> &
  Partial<Pick<Workspace, 'supportingTexts'>>;
