import fs from 'node:fs';

/** Resident memory seen so far, in MB; zero where the system does not tell (only Linux does). */
export interface SeenMemory {
  readonly largestMegabytes: number;
  /** Of all processes of the group at one moment. */
  readonly togetherMegabytes: number;
}

/** Milliseconds between two looks at the processes. */
const lookMs = 100;

/** Looks at all processes of a group again and again until stopped. */
export function watchMemory(group: number): { stop(): SeenMemory } {
  let seen: SeenMemory = { largestMegabytes: 0, togetherMegabytes: 0 };
  const look = (): void => {
    const sizes = membersOf(group).map(residentMegabytes);
    seen = {
      largestMegabytes: Math.max(seen.largestMegabytes, ...sizes),
      togetherMegabytes: Math.max(
        seen.togetherMegabytes,
        sizes.reduce((sum, size) => sum + size, 0),
      ),
    };
  };
  const timer = setInterval(look, lookMs);
  return {
    stop: () => {
      clearInterval(timer);
      return seen;
    },
  };
}

/** Seconds of processor time that a process has taken; undefined where the system does not tell. */
export function cpuSecondsOf(pid: number): number | undefined {
  const fields = statOf(String(pid));
  // Fields 14 and 15 of proc(5), in hundredths of a second; these begin at the third.
  return fields && (Number(fields[11]) + Number(fields[12])) / 100;
}

function membersOf(group: number): string[] {
  if (!fs.existsSync('/proc/self/stat')) return [];
  return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.[2] === String(group));
}

/** Fields after the name, which may hold blanks and brackets; undefined for a process that has ended. */
function statOf(pid: string): string[] | undefined {
  const text = read(`/proc/${pid}/stat`);
  return text === '' ? undefined : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function residentMegabytes(pid: string): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    // The process has ended between two looks.
    return '';
  }
}
