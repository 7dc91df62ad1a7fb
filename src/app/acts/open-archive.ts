import { DeskRefused } from '../desk-refused';
import type { ReceivedFile } from '../ports';
import { restoreArchive, type RestoredArchive } from '../restore-archive';
import type { Act, Done } from './act';

interface OpenArchive {
  /** What is in the file, taken apart within its bounds. */
  files(): Promise<readonly ReceivedFile[]>;
}

export interface OpenedArchive extends Done {
  restored: RestoredArchive;
}

/** *Khôi phục từ bản lưu trữ*: what is in an archive, and what does not agree. */
export const openArchive: Act<OpenArchive, OpenedArchive> = {
  onlyReads: true,
  run: async ({ checking }, { files }) => {
    const read = await restoreArchive(await files(), checking);
    if (!read.ok) throw new DeskRefused(read.refusal);
    const { submissions, originals, troubles } = read.value;
    const facts = {
      submissions: submissions.length,
      originals: originals.size,
      troubles: troubles.length,
    };
    return {
      undo: null,
      said: { code: 'archive-opened', facts },
      restored: read.value,
      ...(troubles.length > 0 ? { intent: 'warning' } : {}),
    };
  },
};
