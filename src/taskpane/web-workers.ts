import { WorkerPool, type WorkerEvents, type WorkerHandle } from '../intake/worker-pool';
import type { FromWorker } from '../intake/worker-messages';

function spawn(worker: Worker, events: WorkerEvents): WorkerHandle {
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => events.message(data);
  worker.onerror = ({ message }) => events.died({ kind: 'fault', detail: message });
  return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
}

/** Checks files beside the page: a core is left to the page itself, and old machines have two. */
export function webWorkers(start: () => Worker): WorkerPool {
  return new WorkerPool(
    (events) => spawn(start(), events),
    Math.min(4, Math.max(1, (navigator.hardwareConcurrency || 2) - 1)),
  );
}
