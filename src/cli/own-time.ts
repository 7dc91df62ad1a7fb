import { Worker } from 'node:worker_threads';

/**
 * Where a checking process tells its CPU time: the fourth after standard input, output, error and
 * the messages.
 */
export const OWN_TIME_PIPE = 4;

const EVERY_MS = 200;

/**
 * Tells the CPU time of this process from a thread of its own: the one that checks answers nobody
 * while a file keeps it busy, and only time that was really given to it may count against the file.
 */
export function tellOwnTime(): void {
  const told = `
    const { writeSync } = require('node:fs');
    setInterval(() => {
      const { user, system } = process.cpuUsage();
      try {
        writeSync(${OWN_TIME_PIPE}, (user + system) / 1e6 + '\\n');
      } catch {
        // Nobody reads any more, or not now.
      }
    }, ${EVERY_MS});`;
  new Worker(told, { eval: true }).unref();
}
