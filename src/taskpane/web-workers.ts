import type { FileChecker } from '../app/ports';
import type { WorkerEvents, WorkerHandle } from '../intake/worker-pool';
import type { FromWorker } from '../intake/worker-messages';
import { RECEIVED } from '../xlsx/read/limits';

function spawn(worker: Worker, events: WorkerEvents): WorkerHandle {
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => events.message(data);
  worker.onerror = ({ message }) => events.died({ kind: 'fault', detail: message });
  return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
}

/**
 * Checks files beside the page: a core is left to the page itself, and old machines have two. What
 * keeps the workers is loaded with the first file.
 */
export function webWorkers(start: () => Worker): FileChecker {
  const lanes = Math.min(4, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
  let made: Promise<FileChecker> | undefined;
  const load = async () => {
    const { WorkerPool } = await import(/* webpackPrefetch: true */ '../intake/worker-pool');
    return new WorkerPool((events) => spawn(start(), events), lanes);
  };
  const pool = () =>
    (made ??= load().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
  return {
    lanes,
    maxBytes: RECEIVED.fileBytes,
    check: async (...asked) => (await pool()).check(...asked),
  };
}
