import type { Period } from '../../domain/period/period';
import { reportToWrite, type ToWrite } from '../report-copy';
import type { Act, Give } from './act';

interface Report {
  period: Period;
  /** Puts it into words, and says whether all of a template was understood. */
  compose(report: ToWrite): Promise<{ bytes: Uint8Array; isWhole: boolean }>;
  give: Give;
}

/** *Gửi đi*: the report in Word, by the office's own template or by none. */
export const sendReport: Act<Report> = {
  onlyReads: true,
  run: async ({ port }, { period, compose, give }) => {
    const report = await reportToWrite(port, period);
    const { bytes, isWhole } = await compose(report);
    await give({ name: report.name, bytes });
    return {
      undo: null,
      said: { code: 'report-sent', facts: { file: report.name } },
      ...(isWhole ? {} : { intent: 'warning' }),
    };
  },
};
