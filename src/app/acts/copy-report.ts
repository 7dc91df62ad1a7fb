import type { Period } from '../../domain/period/period';
import type { WorkbookWriter } from '../ports';
import { valuesOnlyReport } from '../report-copy';
import type { Act, Give } from './act';

interface Copy {
  period: Period;
  write: WorkbookWriter;
  give: Give;
}

/** *Bản chỉ có giá trị*: the tables of a period, to be sent. */
export const copyReport: Act<Copy> = {
  onlyReads: true,
  run: async ({ port }, { period, write, give }) => {
    const { name, workbook } = await valuesOnlyReport(port, period);
    await give({ name, bytes: await write(workbook) });
    return { undo: null, said: { code: 'report-copied', facts: { file: name } } };
  },
};
