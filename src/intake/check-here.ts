import type { FileChecker } from '../app/ports';
import { RECEIVED } from '../xlsx/read/limits';
import { checkReceived } from './check-received';

/**
 * Checks files one after the other where it stands: where no worker can be had. Nothing can be
 * ended here once it has begun.
 */
export const checkHere: FileChecker = {
  lanes: 1,
  maxBytes: RECEIVED.fileBytes,
  check: (plan, path, bytes, options) => checkReceived(plan, path, bytes, options),
};
