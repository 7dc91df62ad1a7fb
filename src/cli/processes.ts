import { readFileSync } from 'node:fs';

/**
 * Whether a process of this machine is still at work; one that has ended and waits for its parent
 * to notice is not.
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const state = statOf(pid)?.[0];
  return state !== 'Z' && state !== 'X';
}

/**
 * When a process began, in the system's own count, where it tells: numbers of processes are given
 * out again.
 */
export function birthOf(pid: number): string | null {
  return statOf(pid)?.[19] ?? null;
}

/** What Linux tells of a process after its name, which may hold anything. */
function statOf(pid: number): string[] | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
