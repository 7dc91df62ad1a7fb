import type { Period } from '../../domain/period/period';
import { archivePeriod, type Archive } from '../archive-period';
import type { ReceivedFile, WorkbookWriter } from '../ports';
import type { Act, Done } from './act';

interface PutAway {
  period: Period;
  /** Where the originals are, as far as they are at hand or given. */
  originals(): Promise<readonly ReceivedFile[]>;
  write: WorkbookWriter;
  give(archive: Archive): Promise<void>;
}

/** *Lưu trữ kỳ*: one zip with all that a period was made of. */
export const putAway: Act<PutAway> = {
  onlyReads: true,
  run: async ({ port, run, checking }, { period, originals, write, give }): Promise<Done> => {
    const archive = await archivePeriod(port, period, await originals(), write, run, checking);
    await give(archive);
    const { name, originals: kept, absent } = archive;
    return {
      undo: null,
      said: {
        code: 'period-put-away',
        facts: { file: name, originals: kept, absent: absent.length },
      },
      ...(absent.length > 0 ? { intent: 'warning' } : {}),
    };
  },
};
