import { consolidateInto } from '../../src/app/consolidate-into';
import type { Progress } from '../../src/app/ports';
import { periodOf } from '../../src/domain/period/period';
import { LOOK, REPORT_PAGE } from '../../src/domain/page/page';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import type { Language } from '../../src/locale/language';
import { saidSentence } from '../../src/locale/said';
import { speechOf } from '../../src/locale/language';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { areaName } from '../../src/workbook/address';
import { smallPlan } from '../small-plan';
import { openExcel } from './office-window';

/**
 * A workbook whose structure is protected takes no sheet: what stands already is written all the
 * same, and what else would have been done is said.
 */

const quiet: Progress = { step: () => undefined, cancelled: false };
const plan = smallPlan('tra-vinh-2024', ['SNV', '842']);
const port = new ExcelWorkbook();
const at = (time: string) => ({ who: 'An', at: `2024-04-01 ${time}` });

async function office(sheets: readonly Sheet[] = writePlan(plan)) {
  const { model, host } = await openExcel(emptyWorkbook([...sheets, new Sheet('Của tôi')]));
  const type = (sheet: string, cell: string, formula: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(cell).formulas = [[formula]];
      await context.sync();
    });
  /** What stands in every sheet that is no copy of a write. */
  const contents = () => {
    model.recalculate();
    return Object.fromEntries(
      model.workbook.sheets
        .filter(({ name }) => !name.endsWith('(cũ)'))
        .map(({ name, rows, merges }) => [
          name,
          [
            [...rows]
              .flatMap(([row, cells]) =>
                [...cells]
                  .filter(([, { value, formula }]) => (value !== null && value !== '') || formula)
                  .map(([column, { value, formula, style }]) =>
                    JSON.stringify([row, column, value, formula, style?.format ?? 'General']),
                  ),
              )
              .sort(),
            // Not every Excel tells what was merged in a row that is gone.
            name.startsWith('Kiểm soát') ? [] : merges.map(areaName).sort(),
          ],
        ]),
    );
  };
  const sight = () => model.workbook.sheets.map(({ name, visibility }) => [name, visibility]);
  const consolidate = (id: string, time: string, acceptIncomplete: boolean) =>
    consolidateInto(port, periodOf(id), { acceptIncomplete, asOf: null }, at(time), quiet);
  return { model, host, type, contents, sight, consolidate };
}

describe('a period whose tables stand', () => {
  it('is written under a protected structure as without it, and taken back', async () => {
    const written = [];
    for (const isProtected of [false, true]) {
      const { host, contents, sight, consolidate, type } = await office();
      await consolidate('2024-01', '08:00:00', false);
      await type('Chỉ tiêu 2024-01', 'E12', '=1');
      const [before, seen] = [contents(), sight()];
      host.isStructureProtected = isProtected;
      const made = await consolidate('2024-01', '09:00:00', true);
      expect(made.stillSeen).toEqual(isProtected ? [] : undefined);
      written.push(contents());
      if (isProtected) expect(sight()).toEqual(seen);
      expect(contents()).not.toEqual(before);
      await made.undo();
      expect(contents()).toEqual(before);
    }
    expect(written[1]).toEqual(written[0]);
  });

  it('says what stays in sight, in both languages', async () => {
    const told = {
      code: 'consolidated' as const,
      facts: { period: '2024-01', stillSeen: ['Chỉ tiêu 2023-12'] },
    };
    const inWords = async (language: Language) =>
      saidSentence(told, await speechOf(language).pane(), language);
    expect(await inWords('vi')).toContain('chưa ẩn được Chỉ tiêu 2023-12');
    expect(await inWords('en')).toContain('“Chỉ tiêu 2023-12”');
  });
});

it('a period that has no tables yet is refused with the sheets it lacks', async () => {
  const { host, contents, consolidate } = await office();
  await consolidate('2024-01', '08:00:00', false);
  const before = contents();
  host.isStructureProtected = true;
  await expect(consolidate('2024-02', '09:00:00', false)).rejects.toMatchObject({
    refusal: {
      code: 'workbook-structure-protected',
      facts: { sheets: expect.stringContaining('Chỉ tiêu 2024-02') as string },
    },
  });
  expect(contents()).toEqual(before);
});

describe('a table with rows that come and go', () => {
  function table(rows: readonly [string, number][]): Sheet {
    const sheet = new Sheet('Bảng');
    sheet.page = REPORT_PAGE;
    ['STT', 'Đơn vị', 'Số hồ sơ'].forEach((text, column) =>
      sheet.put(0, column, text, LOOK.tableHeading),
    );
    rows.forEach(([agency, figure], index) => {
      sheet.put(index + 1, 0, index + 1, LOOK.textCentre);
      sheet.put(index + 1, 1, agency, LOOK.text);
      sheet.put(index + 1, 2, figure, LOOK.count);
    });
    return sheet;
  }
  const FIRST = [
    ['Sở Nội vụ', 10],
    ['Xã Đôn Châu', 20],
    ['Xã Long Hiệp', 30],
  ] as const;
  const first = () => table(FIRST.map((row) => [...row]));

  async function standing() {
    const opened = await office([]);
    await port.replaceSheets([first()]);
    await opened.type('Của tôi', 'A1', '=Bảng!C4*2');
    await opened.type('Bảng', 'E4', 'gọi lại');
    opened.host.isStructureProtected = true;
    return opened;
  }
  const sheetOf = ({ model }: Awaited<ReturnType<typeof standing>>) =>
    findSheet(model.workbook, 'Bảng')!;

  it('takes notes and formulas of people along, looks too, and gives all back', async () => {
    const opened = await standing();
    const before = opened.contents();
    const undo = await port.replaceSheets([
      table([['Văn phòng', 5], ...FIRST.map((row): [string, number] => [...row])]),
    ]);
    const sheet = sheetOf(opened);
    expect([1, 2, 3, 4].map((row) => sheet.value(row, 1))).toEqual([
      'Văn phòng',
      ...FIRST.map(([name]) => name),
    ]);
    expect(sheet.value(4, 4)).toBe('gọi lại');
    expect(sheet.cell(1, 1)?.style).toMatchObject({ border: true });
    opened.model.recalculate();
    expect(findSheet(opened.model.workbook, 'Của tôi')!.value(0, 0)).toBe(60);
    await undo();
    expect(opened.contents()).toEqual(before);
    const shorter = await port.replaceSheets([table([['Xã Long Hiệp', 31]])]);
    expect(sheetOf(opened).value(1, 4)).toBe('gọi lại');
    await shorter();
    expect(opened.contents()).toEqual(before);
  });

  it('does not drop a row somebody has put a note beside', async () => {
    const opened = await standing();
    const before = opened.contents();
    await expect(port.replaceSheets([table([['Sở Nội vụ', 11]])])).rejects.toMatchObject({
      refusal: { code: 'workbook-structure-protected', facts: { note: 'Bảng!4' } },
    });
    expect(opened.contents()).toEqual(before);
  });

  it('is not taken back over what somebody wrote since', async () => {
    const opened = await standing();
    const undo = await port.replaceSheets([table([['Xã Long Hiệp', 31]])]);
    await opened.type('Bảng', 'C2', '77');
    await expect(undo()).rejects.toMatchObject({
      refusal: { code: 'cell-written-since', facts: { sheet: 'Bảng', cell: 'C2' } },
    });
    expect(sheetOf(opened).value(1, 2)).toBe(77);
  });

  it.each([1, 2, 3, 4, 5, 6])('stands as before where request %i breaks', async (nth) => {
    const opened = await standing();
    const before = opened.contents();
    opened.host.faults.at(nth, {
      error: 'GeneralException',
      atAction: (actions) => Math.floor(actions / 2),
    });
    const outcome = await port.replaceSheets([table([['Xã Long Hiệp', 31]])]).then(
      () => 'written',
      () => 'refused',
    );
    opened.host.faults.clear();
    if (outcome === 'refused') expect(opened.contents()).toEqual(before);
    else expect(sheetOf(opened).value(1, 2)).toBe(31);
  });
});
