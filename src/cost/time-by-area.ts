import type { CostContext } from './cost-context.ts';
import { developmentHours, usableHistory } from './place.ts';

/** Development hours of a year that go into one part of the repository. */
export interface AreaTime {
  /** Name of the area; of a top folder where no area is configured. */
  readonly name: string;
  readonly hours: number;
  /** Share of all hours, 0 to 1. */
  readonly share: number;
  /** Share of the part's changes that mend defects, 0 to 1. */
  readonly fixShare: number;
  readonly files: number;
}

/** Where the time goes: hours by area from the history that prices rest on, the most first; empty without history. */
export function timeByArea(context: CostContext): readonly AreaTime[] {
  const history = usableHistory(context);
  if (history === undefined || history.touches <= 0) return [];
  const hours = developmentHours(context);
  const parts = new Map<string, { commits: number; fixes: number; files: number }>();
  for (const [file, { commits, fixCommits }] of history.files) {
    const name = context.areaOf(file)?.name ?? topFolder(file);
    const part = parts.get(name) ?? { commits: 0, fixes: 0, files: 0 };
    parts.set(name, part);
    part.commits += commits;
    part.fixes += fixCommits;
    part.files += 1;
  }
  return [...parts]
    .map(([name, { commits, fixes, files }]) => {
      const share = commits / history.touches;
      return { name, files, share, hours: hours * share, fixShare: commits > 0 ? fixes / commits : 0 };
    })
    .sort((a, b) => b.hours - a.hours || (a.name < b.name ? -1 : 1));
}

function topFolder(file: string): string {
  const end = file.indexOf('/');
  return end < 0 ? '/' : file.slice(0, end + 1);
}
