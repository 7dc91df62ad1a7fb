import type { Plan } from '../domain/plan/plan';
import { checkReceived, type Hash } from './check-received';
import type { FromWorker, ToWorker } from './worker-messages';

/** The worker's side: each file that comes is checked, one at a time, and answered. */
export function answerWith(post: (message: FromWorker) => void, hash?: Hash): (message: ToWorker) => Promise<void> {
  let plan: Plan | null = null;
  let isUp = false;
  return async (message) => {
    if (!isUp) post({ loading: false });
    isUp = true;
    plan = message.plan ?? plan;
    const { path, bytes, options } = message;
    post({
      checked: await checkReceived(plan!, path, bytes, options, { hash, loading: (loading) => post({ loading }) }),
    });
  };
}
