import type { Plan } from '../domain/plan/plan';
import type { CheckedFile } from '../domain/submission/submission';
import { checkReceived, type Hash } from './check-received';
import type { Loading } from './open-received';
import type { FromWorker, ToWorker } from './worker-messages';

/** Makes the marked copy of a checked file; null where the file cannot be shown. */
export type Mark = (
  file: CheckedFile,
  bytes: Uint8Array,
  loading: Loading,
) => Promise<Uint8Array | null>;

/** The worker's side: each file that comes is checked, one at a time, and answered. */
export function answerWith(
  post: (message: FromWorker) => void,
  hash?: Hash,
  mark?: Mark,
): (message: ToWorker) => Promise<void> {
  let plan: Plan | null = null;
  let isUp = false;
  return async (message) => {
    if (!isUp) post({ loading: false });
    isUp = true;
    if ('mark' in message) {
      post({
        marked: (await mark?.(message.mark, message.bytes, (loading) => post({ loading }))) ?? null,
      });
      return;
    }
    plan = message.plan ?? plan;
    const { path, bytes, options } = message;
    post({
      checked: await checkReceived(plan!, path, bytes, options, {
        hash,
        loading: (loading) => post({ loading }),
      }),
    });
  };
}
