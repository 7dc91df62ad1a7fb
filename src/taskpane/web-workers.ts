import { WorkerPool, type WorkerEvents, type WorkerHandle } from '../intake/worker-pool';
import type { FromWorker } from '../intake/worker-messages';

function spawn(events: WorkerEvents): WorkerHandle {
  const worker = new Worker(new URL('./checker.ts', import.meta.url), { name: 'checker' });
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => events.message(data);
  worker.onerror = ({ message }) => events.died({ kind: 'fault', detail: message });
  return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
}

/** Checks files beside the page: a core is left to the page itself, and old machines have two. */
export function webWorkers(): WorkerPool {
  return new WorkerPool(spawn, Math.min(4, Math.max(1, (navigator.hardwareConcurrency || 2) - 1)));
}
