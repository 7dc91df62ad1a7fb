import type { Period } from '../../domain/period/period';
import type { WorkbookWriter } from '../ports';
import { annexesToPrint } from '../report-copy';
import type { Act, Give } from './act';

interface Annexes {
  period: Period;
  write: WorkbookWriter;
  give: Give;
}

/** *Gửi đi*: the annexes of a period, to be printed. */
export const sendAnnexes: Act<Annexes> = {
  onlyReads: true,
  run: async ({ port }, { period, write, give }) => {
    const { name, workbook } = await annexesToPrint(port, period);
    await give({ name, bytes: await write(workbook) });
    return { undo: null, said: { code: 'report-sent', facts: { file: name } } };
  },
};
