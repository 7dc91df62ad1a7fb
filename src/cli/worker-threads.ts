import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { WorkerPool, type WorkerEvents, type WorkerHandle } from '../intake/worker-pool';
import type { FromWorker } from '../intake/worker-messages';

/** What one file may take besides its own bytes, which lie outside the heap. */
const HEAP_MB = 160;

function spawn(script: string, events: WorkerEvents): WorkerHandle {
  // What a library says to its developers is not for the person at the terminal.
  const worker = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    stdout: true,
    stderr: true,
  });
  worker.on('message', (message: FromWorker) => events.message(message));
  worker.on('error', (error: NodeJS.ErrnoException) =>
    events.died(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'memory' } : { kind: 'fault', detail: error.message },
    ),
  );
  return {
    post: (message, handOver) => worker.postMessage(message, handOver),
    end: () => void worker.terminate(),
  };
}

/** Checks files on every core but not more than four: the disk is shared. */
export function workerThreads(
  lanes = Math.min(4, availableParallelism()),
  script = join(__dirname, 'checker.js'),
): WorkerPool {
  return new WorkerPool((events) => spawn(script, events), lanes);
}
