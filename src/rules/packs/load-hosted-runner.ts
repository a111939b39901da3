import type { HostedRunner } from './hosted-runner.ts';

/** Loads ESLint and the packs on first use: they take a third of a second that a run without them should not pay. */
export async function loadHostedRunner(): Promise<HostedRunner> {
  const { createHostedRunner } = await import('./hosted-runner.ts');
  return createHostedRunner();
}
