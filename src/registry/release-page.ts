/** Hosts on which every project has a page of releases, and where. */
const pages: ReadonlyMap<string, string> = new Map([
  ['github.com', '/releases'],
  ['gitlab.com', '/-/releases'],
]);

const address =
  /^(?:git\+)?(?:https?|git|ssh):\/\/(?:[^@/]{1,100}@)?(?<host>github\.com|gitlab\.com)\/(?<path>[\w.-]+\/[\w.-]+)/;
const shorthand = /^(?:(?<host>github|gitlab):)?(?<path>[\w-]+\/[\w.-]+)$/;
const copyAddress = /^git@(?<host>github\.com|gitlab\.com):(?<path>[\w.-]+\/[\w.-]+)/;

/** The page of releases behind `repository` of a `package.json`, whatever that holds; undefined on other hosts. */
export function releasePageOf(repository: unknown): string | undefined {
  const written =
    typeof repository === 'object' && repository !== null && 'url' in repository ? repository.url : repository;
  if (typeof written !== 'string' || written.length > 500) return undefined;
  const groups = (address.exec(written) ?? copyAddress.exec(written) ?? shorthand.exec(written))?.groups;
  if (groups?.path === undefined) return undefined;
  const host = `${(groups.host ?? 'github').replace(/\.com$/, '')}.com`;
  const page = pages.get(host);
  return page === undefined ? undefined : `https://${host}/${groups.path.replace(/\.git$/, '')}${page}`;
}
