import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { answerWith } from '../intake/answer';

/** The worker of the command line: one file at a time. */
const answer = answerWith(
  (message) => parentPort!.postMessage(message),
  (bytes) => createHash('sha256').update(bytes).digest('hex'),
);
parentPort!.on('message', (message) => void answer(message));
