import type { CheckOptions } from '../app/check-file';
import type { Plan } from '../domain/plan/plan';
import type { CheckedFile } from '../domain/submission/submission';

/** What goes to a worker. The plan goes once. */
export interface ToWorker {
  plan?: Plan;
  path: string;
  bytes: Uint8Array;
  options: CheckOptions;
}

/** What comes back: that something is being loaded (its time is not the file's), and in the end the file. */
export type FromWorker = { loading: boolean } | { checked: CheckedFile };
