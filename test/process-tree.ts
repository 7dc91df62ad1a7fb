import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What this process and those it started take, as Linux tells it; other systems tell nothing. */
export interface TreeUsage {
  /** Memory of all of them now. */
  megabytes: number;
  /** The most any one of the started processes has taken so far. */
  peakOfOne: number;
  /** CPU time of all of them so far. */
  cpuMs: number;
}

/** Clock ticks of /proc are hundredths of a second on every Linux that Node runs on. */
const TICK_MS = 10;

export function treeUsage(): TreeUsage | null {
  if (!existsSync('/proc/self/task')) return null;
  const pids = [process.pid, ...childrenOf(process.pid)];
  const usage: TreeUsage = { megabytes: 0, peakOfOne: 0, cpuMs: 0 };
  for (const pid of pids) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      usage.megabytes += kilobytes(status, 'VmRSS') / 1024;
      if (pid !== process.pid)
        usage.peakOfOne = Math.max(usage.peakOfOne, kilobytes(status, 'VmHWM') / 1024);
      usage.cpuMs += (Number(stat[11]) + Number(stat[12])) * TICK_MS;
    } catch {
      // It ended while it was looked at.
    }
  }
  return usage;
}

/** The processes a process started. */
export function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    try {
      return readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number);
    } catch {
      return [];
    }
  });
}

function kilobytes(status: string, key: string): number {
  return Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
}
