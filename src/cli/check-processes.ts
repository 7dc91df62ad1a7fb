import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WorkerPool, type WorkerEvents, type WorkerHandle } from '../intake/worker-pool';
import type { FromWorker } from '../intake/worker-messages';
import { OWN_TIME_PIPE } from './own-time';

/**
 * What one file may take besides its own bytes and those of its parts, which lie outside the heap.
 */
const HEAP_MB = 96;
const NURSERY_MB = 4;

/**
 * By this word the command line that is one file knows that it is run as a checker (packaged.ts).
 */
export const AS_CHECKER = '--as-checker';

/** Beside the command line lies the checker; where it is one file, it is that file itself. */
function checkerScript(): string {
  const beside = join(__dirname, 'checker.js');
  return existsSync(beside) ? beside : __filename;
}

/** A process ended by V8 for want of memory (SIGABRT; on Windows the code of an abort). */
const ABORTED = [134, 3, 0xc0000409];

function spawn(script: string, events: WorkerEvents): WorkerHandle {
  const worker = fork(script, [AS_CHECKER], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MB}`, `--max-semi-space-size=${NURSERY_MB}`],
    // What a library or V8 says to developers is not for the person at the terminal.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'],
  });
  let ownSeconds = 0;
  worker.stdio[OWN_TIME_PIPE]?.on('data', (told: Buffer) => {
    ownSeconds = Number(told.toString().trim().split('\n').at(-1)) || ownSeconds;
  });
  worker.on('message', (message) => events.message(message as FromWorker));
  worker.on('error', (error) => events.died({ kind: 'fault', detail: error.message }));
  worker.on('exit', (code, signal) => {
    const isMemory = signal === 'SIGABRT' || (code !== null && ABORTED.includes(code));
    events.died(isMemory ? { kind: 'memory' } : { kind: 'fault', detail: `${code ?? signal}` });
  });
  return {
    post: (message) => void worker.send(message),
    ownSeconds: () => ownSeconds,
    end: () => void worker.kill('SIGKILL'),
  };
}

/** Starting a process takes as long as checking so many forms of the usual size. */
const FEW = { files: 4, bytes: 1 << 18 };

/** How many processes are worth starting for these files: one for a few, else one a core. */
export function lanesFor(files: readonly { size: number }[]): number | undefined {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return files.length <= FEW.files && bytes <= FEW.bytes ? 1 : undefined;
}

/**
 * Checks files on every core but not more than four: the disk is shared. In processes of their own,
 * not in threads: where V8 runs out of memory in the middle of a large allocation it ends the whole
 * process, and a thread's limits do not keep it from that (docs/decisions/007).
 */
export function checkProcesses(
  lanes = Math.min(4, availableParallelism()),
  script = checkerScript(),
): WorkerPool {
  return new WorkerPool((events) => spawn(script, events), lanes);
}
