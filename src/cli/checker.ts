import { createHash } from 'node:crypto';
import './inflate';
import { answerWith } from '../intake/answer';
import type { ToWorker } from '../intake/worker-messages';
import { tellOwnTime } from './own-time';

/**
 * A process that checks files for the command line, and marks them for their senders, one at a
 * time.
 */
const answer = answerWith(
  (message) => void process.send?.(message),
  (bytes) => createHash('sha256').update(bytes).digest('hex'),
  async (file, bytes, loading) => {
    // Most runs mark nothing.
    loading(true);
    const { markedCopy } = await import('./marked-copy');
    loading(false);
    return markedCopy(file, bytes, loading);
  },
);
tellOwnTime();
process.on('message', (message: ToWorker) => void answer(message));
// The command line is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit());
