import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import type { Progress } from '../../src/app/ports';
import { valuesOnlyReport } from '../../src/app/report-copy';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { checkHere } from '../../src/intake/check-here';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { openExcel } from './office-window';

const quiet: Progress = { step: () => undefined, cancelled: false };
const MARCH = periodOf('2024-03');

describe('a report in Excel', () => {
  it.each(['vinh-chap-2024', 'tra-vinh-2024'])(
    'of %s agrees with the ledger until somebody types over it',
    async (id) => {
      const plan = builtinPlan(id)!;
      const { host, model } = await openExcel(emptyWorkbook(writePlan(plan)));
      const port = new ExcelWorkbook();
      const files = await Promise.all(
        plan.agencies.slice(0, 4).map(async ({ code }) => {
          const form = Form.of(code, '2024-03', id).fill(17, 23);
          const bytes = await writeWorkbook(form.workbook);
          return {
            path: form.fileName,
            modified: null,
            size: bytes.length,
            bytes: async () => bytes,
          };
        }),
      );
      const drop = { period: MARCH, received: '2024-03-18', run: 'lượt' };
      await receive(port, files, checkHere, drop, { check: quiet, write: quiet });
      const actor = { who: 'An', at: '2024-03-20 08:00:00' };
      await consolidateInto(port, MARCH, { acceptIncomplete: false, asOf: null }, actor, quiet);
      host.model.recalculate();
      const { workbook } = await valuesOnlyReport(port, MARCH);
      const [table] = workbook.sheets;
      const [row, cells] = [...table.rows].find(
        ([, one]) => typeof one.get(5)?.value === 'number',
      )!;
      expect([...cells.values()].some(({ formula }) => formula)).toBe(false);
      findSheet(model.workbook, table.name)!.put(row, 5, 1234);
      await expect(valuesOnlyReport(port, MARCH)).rejects.toMatchObject({
        refusal: { code: 'report-differs', facts: { cell: `F${row + 1}`, found: '1234' } },
      });
    },
  );
});
