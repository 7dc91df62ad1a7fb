import { answerWith } from '../intake/answer';
import type { ToWorker } from '../intake/worker-messages';

/** The worker of the pane: one file at a time, away from the page. */
const answer = answerWith((message) => self.postMessage(message));
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void answer(data));
