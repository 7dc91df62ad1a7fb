import type { CheckOptions } from '../app/check-file';
import type { Plan } from '../domain/plan/plan';
import type { CheckedFile } from '../domain/submission/submission';

/**
 * What goes to a worker: a file to be checked, the plan with the first; or a checked one to be
 * marked for its sender.
 */
export type ToWorker = ToCheck | ToMark;

export interface ToCheck {
  plan?: Plan;
  path: string;
  bytes: Uint8Array;
  options: CheckOptions;
}

export interface ToMark {
  mark: CheckedFile;
  bytes: Uint8Array;
}

/**
 * What comes back: that something is being loaded (its time is not the file's), and in the end the
 * file, or its marked copy: null where the file cannot be shown.
 */
export type FromWorker = { loading: boolean } | Answer;
export type Answer = { checked: CheckedFile } | { marked: Uint8Array | null };
