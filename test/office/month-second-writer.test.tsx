import { Sheet } from '../../src/workbook/sheet';
import { findSheet } from '../../src/workbook/workbook';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { newWriteId, passingName } from '../../src/excel/write-mark';
import { monthOfTheOffice } from '../scenario/month';
import { JsdomDesk } from './jsdom-desk';

/**
 * The month of the office while another author writes before every request of ours: on a sheet of
 * theirs, and by a pane like ours.
 */

const THEIRS = 'Việc của người khác';
/** How much they have written into each workbook. */
const written = new Map<WorkbookModel, number>();

function writes(model: WorkbookModel): void {
  let own = findSheet(model.workbook, THEIRS);
  if (!own) model.addSheet((own = new Sheet(THEIRS)), 'other');
  const row = written.get(model) ?? 0;
  written.set(model, row + 1);
  own.put(row, 0, `việc ${row}`);
  own.putFormula(row, 1, `ROW()*2`, null);
  model.outdate();
  model.notify({
    kind: 'cells',
    sheet: own,
    area: { top: row, bottom: row, left: 0, right: 1 },
    by: 'other',
  });
  // A write of theirs comes to its end, and the next one begins.
  const before = findSheet(model.workbook, passingOf(row - 1));
  if (before) model.removeSheet(before, 'other');
  const passing = new Sheet(passingOf(row));
  passing.visibility = 'hidden';
  model.addSheet(passing, 'other');
}
const THEIR_WRITE = newWriteId();
const passingOf = (row: number) => passingName(THEIR_WRITE, row + 1);

describe('with another author’s writes between ours', () => {
  monthOfTheOffice(async (folder, workbook) => {
    const desk = await JsdomDesk.open(folder, workbook, '1.12');
    // Nobody shares a workbook in which nothing is yet.
    if (workbook === 'plan.xlsx') desk.host.faults.always({ meanwhile: writes });
    return desk;
  });

  it('nothing of the other is lost', () => {
    expect(Math.max(...written.values())).toBeGreaterThan(20);
    for (const [model, count] of written) {
      const own = findSheet(model.workbook, THEIRS)!;
      const theirs = Array.from({ length: count }, (_, row) => `việc ${row}`);
      expect(theirs.map((_, row) => own.value(row, 0))).toEqual(theirs);
      expect(findSheet(model.workbook, passingOf(count - 1))).toBeDefined();
    }
  });
});
