import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';
import { copyOf } from '../prepared';
import { provinceTable } from '../province-table';
import { keptFilling } from '../../src/app/acts/undo-fill';
import { keptActs, undoKept } from '../../src/app/acts/undo-kept';
import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { putPlan } from '../../src/app/put-plan';
import { readDesk } from '../../src/app/desk';
import { DeskRefused } from '../../src/app/desk-refused';
import {
  bindCells,
  boundSheets,
  fillLayouts,
  previewFill,
  proposeCell,
  proposeLayout,
  rebindMoved,
  unbindSheet,
} from '../../src/app/own-layout';
import { consolidate } from '../../src/domain/consolidation/consolidate';
import type { IndicatorResult } from '../../src/domain/consolidation/consolidation';
import { BINDINGS_SHEET } from '../../src/domain/own-layout/own-sheets';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { TASK_STATUS } from '../../src/domain/report/words';
import { INDICATOR_STATUS } from '../../src/domain/report/indicator-status';
import { checkHere } from '../../src/intake/check-here';
import { parseCell } from '../../src/workbook/address';
import { isBlank, type CellValue } from '../../src/workbook/cell';
import { Sheet } from '../../src/workbook/sheet';
import { findSheet } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';

/**
 * The office's own appendix, made by hand, is bound once and filled in February and in March; then
 * somebody changes it.
 */

const plan = builtinPlan('tra-vinh-2024')!;
const nameOf = (code: string) => plan.indicators.find((one) => one.code === code)!.name;
const quiet = { cancelled: false, step: () => undefined };
const said = { who: 'Trần Thị B', at: '2024-03-18 09:00:00' };
const OWN = 'Biểu số 1';
const MATRIX = 'Biểu số 2';
const AGENCIES = ['SNV', '842', '29461'];
const CODES = ['K07', 'K01', 'K04'];
/** Where the rows of the indicators stand. */
const ROWS: Record<string, number> = { K07: 11, K01: 12, K04: 14 };

const fold = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const port = new MemoryWorkbook();
const sheet = (name: string) => findSheet(port.workbook, name)!;
const value = (name: string, cell: string): CellValue => {
  const { row, column } = parseCell(cell)!;
  return sheet(name).value(row, column);
};

/** Follows a formula the way Excel does: only a reference to one cell is one of ours. */
function shown(name: string, cell: string): CellValue {
  const { row, column } = parseCell(cell)!;
  const there = sheet(name).cell(row, column);
  if (there?.formula === undefined) return there?.value ?? null;
  const [, from, at] = /^'([^']+)'!([A-Z]+\d+)$/.exec(there.formula)!;
  return value(from, at);
}

function matrixTable(): Sheet {
  const own = new Sheet(MATRIX);
  const rows: (string | null)[][] = [
    ['Kết quả theo đơn vị'],
    ['TT', 'Đơn vị', `K07. ${nameOf('K07')}`, null, null],
    [null, null, 'Tử', 'Mẫu', 'Tỷ lệ'],
    ['I', 'Sở, ban, ngành', null, null, null],
    ['1', 'Sở Nội vụ', null, null, null],
    ['2', 'Sở Tài chính', null, null, null],
    ['II', 'Cấp huyện', null, null, null],
    ['1', 'UBND thành phố Trà Vinh', null, null, null],
    [null, 'Tổng cộng', null, null, null],
  ];
  rows.forEach((cells, row) =>
    cells.forEach((text, column) => text !== null && own.put(row, column, text)),
  );
  return own;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DeskRefused)) throw error ?? new Error('not refused');
  return error.refusal.code;
}

async function handIn(month: string, forms: Form[]): Promise<void> {
  const files = await Promise.all(
    forms.map(async (form) => {
      const bytes = await writeWorkbook(form.workbook);
      return { path: form.fileName, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
  const drop = { period: periodOf(month), received: `${month}-18`, run: month };
  const { files: checked } = await receive(port, files, checkHere, drop, {
    check: quiet,
    write: quiet,
  });
  expect(checked.filter(({ accepted }) => accepted !== 'all')).toEqual([]);
}

const report = (period: string, acceptIncomplete = false) =>
  consolidateInto(port, periodOf(period), { acceptIncomplete, asOf: null }, said, quiet);
const preview = (period: string) => previewFill(port, periodOf(period));
async function fillAll(period: string, keepsTyped = false) {
  const { edits } = await preview(period);
  return fillLayouts(port, periodOf(period), { keepsTyped, shown: edits, by: said });
}

async function results(period: string): Promise<Map<string, IndicatorResult>> {
  const { plan: whole, ledger } = await readDesk(port);
  const options = { acceptIncomplete: false, asOf: null };
  const { indicators } = consolidate(whole, ledger, period, options);
  return new Map(indicators.map((one) => [one.code, one]));
}

/**
 * Every figure of the bound table against the consolidation; what the report does not say is blank.
 */
async function expectFigures(period: string): Promise<void> {
  const computed = await results(period);
  for (const code of CODES) {
    const one = computed.get(code)!;
    const row = ROWS[code];
    const change =
      one.value === null || one.previous?.value == null ? null : one.value - one.previous.value;
    const expected: Record<string, number | string | null> = {
      E: one.numerator,
      F: one.denominator,
      G: one.value,
      H: one.cumulative.numerator,
      I: one.cumulative.denominator,
      J: one.cumulative.value,
      K: one.previous?.value ?? null,
      L: change,
      M: INDICATOR_STATUS[one.status],
    };
    for (const [column, figure] of Object.entries(expected)) {
      const at = `${column}${row}`;
      const cell = shown(OWN, at);
      if (figure === null) expect([at, isBlank(cell)]).toEqual([at, true]);
      else if (typeof figure === 'string') expect([at, cell]).toEqual([at, figure]);
      else
        expect([at, Math.abs((cell as number) - figure) <= 1e-12 * Math.abs(figure)]).toEqual([
          at,
          true,
        ]);
    }
  }
}

beforeAll(async () => {
  await putPlan(port, plan.id);
  port.workbook.sheets.push(
    provinceTable([
      'I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
      ['1', fold(nameOf('K07'))],
      ['2', fold(nameOf('K01'))],
      'II. NỘI DUNG KHÁC',
      ['1', fold(nameOf('K04'))],
    ]),
    matrixTable(),
  );
  await handIn(
    '2024-02',
    AGENCIES.map((agency, index) => Form.of(agency, '2024-02').fill(20 + index, 40 + index)),
  );
  await handIn(
    '2024-03',
    AGENCIES.map((agency, index) => {
      const form = Form.of(agency, '2024-03').fill(31 + index, 47 + index);
      return agency === 'SNV' ? form.done('T1', '2024-03-10') : form;
    }),
  );
});

describe('binding', () => {
  it('refuses our own sheets and sheets without such a table', async () => {
    port.active = 'Chỉ tiêu';
    expect(await refusal(proposeLayout(port))).toBe('layout-own-sheet');
    port.workbook.sheets.push(new Sheet('Trống'));
    port.active = 'Trống';
    expect(await refusal(proposeLayout(port))).toBe('layout-no-table');
    expect(await refusal(preview('2024-02'))).toBe('layout-none-bound');
  });

  it('proposes the whole table, and stores what is confirmed', async () => {
    port.active = OWN;
    const { cells, undecided } = await proposeLayout(port);
    expect(cells).toHaveLength(CODES.length * 9);
    expect(undecided.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      'row-unknown B10',
      'row-unknown B13',
    ]);
    await bindCells(port, cells, said);
    expect(await boundSheets(port)).toEqual(new Map([[OWN, 27]]));
    expect(value(BINDINGS_SHEET, 'L2')).toBe('Trần Thị B');
  });

  it('binds one cell the person chose, by the texts beside and over it', async () => {
    port.shown = { sheet: OWN, cell: 'N11' };
    const source = { of: 'task', code: 'T1', measure: 'status' } as const;
    const cell = await proposeCell(port, source);
    expect(cell).toMatchObject({
      cell: 'N11',
      labelCell: 'B11',
      heading: 'Ghi chú',
      headingCell: 'N7',
      source,
    });
    await bindCells(port, [cell], said);
    port.shown = { sheet: OWN, cell: 'B4' };
    expect(await refusal(proposeCell(port, source))).toBe('layout-cell-not-identified');
    port.shown = { sheet: 'Sổ số liệu', cell: 'B4' };
    expect(await refusal(proposeCell(port, source))).toBe('layout-own-sheet');
  });

  it('binds a table of agencies', async () => {
    port.active = MATRIX;
    const { cells, undecided } = await proposeLayout(port);
    expect(undecided).toEqual([]);
    const undo = await bindCells(port, cells, said);
    expect((await boundSheets(port)).get(MATRIX)).toBe(cells.length);
    await undo();
    expect((await boundSheets(port)).has(MATRIX)).toBe(false);
    await bindCells(port, cells, said);
  });
});

describe('filling', () => {
  it('waits for the tables of the period', async () => {
    expect(await refusal(preview('2024-02'))).toBe('layout-report-not-current');
  });

  it.each(['2024-02', '2024-03'])('%s: every figure is the consolidation’s', async (period) => {
    await report(period);
    const { filled, first, notRead, troubles } = await fillAll(period);
    expect(filled).toBeGreaterThan(30);
    await expectFigures(period);
    // The titles between the rows, of which nobody has bound anything.
    expect(notRead.map((one) => `${one.sheet} ${one.code} ${one.cell}`)).toEqual([
      'Biểu số 1 row-unknown B10',
      'Biểu số 1 row-unknown B13',
    ]);
    expect(first).toMatchObject({ sheet: OWN });
    // In February nothing was reported for January; nobody else is missed.
    const open = new Set(troubles.map(({ code, sheet: name }) => `${code} ${name}`));
    expect([...open].sort()).toEqual(
      ['blank Biểu số 1', 'blank Biểu số 2'].slice(period === '2024-02' ? 0 : 1),
    );
    for (const [column, part] of [
      ['C', 'numerator'],
      ['D', 'denominator'],
      ['E', 'value'],
    ] as const) {
      const district = (await results(period))
        .get('K07')!
        .levels.find(({ level }) => level === 'huyen')!;
      expect(shown(MATRIX, `${column}7`)).toBeCloseTo(district[part]!, 12);
      expect(shown(MATRIX, `${column}8`)).toBeCloseTo(district[part]!, 12);
      // Sở Tài chính has sent nothing: blank, not 0.
      expect(isBlank(shown(MATRIX, `${column}6`))).toBe(true);
      expect(shown(MATRIX, `${column}9`)).toBeCloseTo(
        (await results(period)).get('K07')![part]!,
        12,
      );
    }
    expect(shown(OWN, 'N11')).toBe(TASK_STATUS['in-progress']);
  });

  it('writes nothing but references to our own tables', () => {
    for (const name of [OWN, MATRIX]) {
      for (const cells of sheet(name).rows.values()) {
        for (const { formula } of cells.values()) {
          if (formula !== undefined)
            expect(formula).toMatch(/^'(Chỉ tiêu|Nhiệm vụ|Theo đơn vị) 2024-03'![A-Z]+\d+$/);
        }
      }
    }
  });

  it('is taken back', async () => {
    const { undo } = await fillAll('2024-02');
    expect(sheet(OWN).cell(10, 4)!.formula).toContain('2024-02');
    await undo();
    expect(sheet(OWN).cell(10, 4)!.formula).toContain('2024-03');
  });

  it('shows what a person typed before it is overwritten, and keeps it where asked', async () => {
    sheet(OWN).put(10, 4, 999);
    const { edits } = await preview('2024-03');
    expect(edits.filter(({ isOverwrite }) => isOverwrite)).toMatchObject([
      { cell: 'E11', before: { value: 999 }, value: 96 },
    ]);
    await fillAll('2024-03', true);
    expect(shown(OWN, 'E11')).toBe(999);
    sheet(OWN).put(10, 4, 1000);
    const stale = fillLayouts(port, periodOf('2024-03'), {
      keepsTyped: false,
      shown: edits,
      by: said,
    });
    expect(await refusal(stale)).toBe('layout-changed');
    expect(shown(OWN, 'E11')).toBe(1000);
    await fillAll('2024-03');
    expect(shown(OWN, 'E11')).toBe(96);
  });

  it('is taken back from Lịch sử after the workbook was opened again, wherever its rows stand', async () => {
    sheet(OWN).put(10, 4, 999);
    sheet(OWN).put(10, 5, ' 0120');
    await fillAll('2024-03');
    const reopened = () => {
      const again = new MemoryWorkbook(copyOf(port.workbook));
      return { again, own: () => findSheet(again.workbook, OWN)! };
    };
    const keptIn = async (there: MemoryWorkbook) =>
      keptActs(await readDesk(there), await keptFilling(there)).find(({ of }) => of === 'filling')!;

    const { again, own } = reopened();
    const moved = new Sheet(OWN);
    for (const [row, cells] of own().rows)
      for (const [column, cell] of cells) moved.set(row >= 10 ? row + 1 : row, column, cell);
    await again.replaceSheets([moved]);
    const kept = await keptIn(again);
    expect(kept).toMatchObject({ ...said, period: '2024-03' });
    const { undo } = await undoKept(again, kept);
    expect([own().value(11, 4), own().value(11, 5)]).toEqual([999, ' 0120']);
    expect(own().cell(11, 4)!.formula).toBeUndefined();
    expect(await keptIn(again)).toBeUndefined();
    expect(await refusal(undoKept(again, kept))).toBe('undo-gone');
    await undo();
    expect(own().cell(11, 4)!.formula).toContain('2024-03');

    for (const [change, code] of [
      [(table: Sheet) => table.put(10, 4, 5), 'cell-written-since'],
      [(table: Sheet) => table.put(10, 1, 'Chữ khác'), 'cell-moved-since'],
    ] as const) {
      const other = reopened();
      change(other.own());
      const before = copyOf(other.again.workbook);
      expect(await refusal(undoKept(other.again, await keptIn(other.again)))).toBe(code);
      expect(other.own().rows).toEqual(findSheet(before, OWN)!.rows);
    }
  });

  it('is taken back from Lịch sử into the same rows where one was put in before that filling', async () => {
    await fillAll('2024-03');
    const again = new MemoryWorkbook(copyOf(port.workbook));
    const own = () => findSheet(again.workbook, OWN)!;
    const moved = new Sheet(OWN);
    for (const [row, cells] of own().rows)
      for (const [column, cell] of cells) moved.set(row >= 10 ? row + 1 : row, column, cell);
    await again.replaceSheets([moved]);
    const seen = () =>
      [...own().rows].map(([row, cells]) => [
        row,
        // What a formula gives is Excel's to reckon again.
        [...cells].map(([column, { value, formula }]) => [column, formula ?? value ?? null]),
      ]);
    const before = seen();
    const { edits } = await previewFill(again, periodOf('2024-02'));
    const options = { keepsTyped: false, shown: edits, by: said };
    await fillLayouts(again, periodOf('2024-02'), options);
    const kept = keptActs(await readDesk(again), await keptFilling(again)).find(
      ({ of }) => of === 'filling',
    )!;
    await undoKept(again, kept);
    expect(seen()).toEqual(before);
  });

  it('of two windows that fill at once one is told, and the table and its log are of the other', async () => {
    await fillAll('2024-03');
    const again = new MemoryWorkbook(copyOf(port.workbook));
    const own = () => [...findSheet(again.workbook, OWN)!.rows.values()];
    const months = () => {
      const cells = own().flatMap((row) => [...row.values()]);
      return new Set(
        cells.flatMap(({ formula }) => /\d{4}-\d{2}/.exec(formula ?? '') ?? []).map(String),
      );
    };
    const fillIn = async (window: MemoryWorkbook, month: string, at: string) => {
      const { edits } = await previewFill(window, periodOf(month));
      const by = { ...said, at: `2024-04-01 ${at}:00:00` };
      return fillLayouts(window, periodOf(month), { keepsTyped: false, shown: edits, by });
    };
    // The other one comes between the log of this one and its cells.
    const window = Object.create(again) as MemoryWorkbook;
    window.editCells = async (edits) => {
      window.editCells = again.editCells.bind(again);
      await fillIn(again, '2024-02', '09');
      return again.editCells(edits);
    };
    // As Excel's: what somebody else has put since is not taken back.
    window.replaceSheets = async ([sheet]) => {
      const undo = await again.replaceSheets([sheet]);
      const refused = () =>
        new DeskRefused({ code: 'sheet-written-since', facts: { sheets: sheet.name } });
      const stands = () => again.workbook.sheets.includes(sheet);
      return () => (stands() ? undo() : Promise.reject(refused()));
    };
    expect(await refusal(fillIn(window, '2024-03', '08'))).toBe('layout-written-meanwhile');
    expect([...months()]).toEqual(['2024-02']);
    expect((await keptFilling(again))?.period).toBe('2024-02');
  });

  it('shows per cent as per cent in a cell that multiplies by 100', async () => {
    const cell = sheet(OWN).cell(10, 6)!;
    sheet(OWN).set(10, 6, { ...cell, style: { format: '0.00%' } });
    const { undo } = await fillAll('2024-03');
    expect(sheet(OWN).cell(10, 6)!.style?.format).toBe('0.00"%"');
    await undo();
    expect(sheet(OWN).cell(10, 6)!.style?.format).toBe('0.00%');
  });

  it('is not fooled by a report that somebody changed, and takes one that was closed with n/N', async () => {
    const table = sheet('Chỉ tiêu 2024-03');
    const row = [...table.rows.keys()].find((one) => table.value(one, 1) === 'K07')!;
    const cell = table.cell(row, 5)!;
    table.set(row, 5, { value: 5 });
    expect(await refusal(preview('2024-03'))).toBe('layout-report-not-current');
    table.set(row, 5, cell);
    await report('2024-03', true);
    const { edits } = await preview('2024-03');
    expect(edits.find(({ sheet: name, cell: at }) => name === OWN && at === 'M11')!.value).toBe(
      'Không đạt',
    );
    await report('2024-03');
  });
});

describe('the person goes on working in the table', () => {
  it('a row put in moves the rows under it: named with the new cell, not filled; followed when the person says so', async () => {
    const before = sheet(OWN);
    const after = new Sheet(OWN);
    for (const [row, cells] of before.rows) {
      for (const [column, cell] of cells) after.set(row >= 11 ? row + 1 : row, column, cell);
    }
    after.put(11, 1, 'Chỉ tiêu mới của tỉnh');
    port.workbook.sheets.splice(port.workbook.sheets.indexOf(before), 1, after);
    const { edits, troubles } = await preview('2024-03');
    const moved = troubles.filter(({ code }) => code === 'moved');
    expect(moved).toHaveLength(18);
    expect(moved[0]).toMatchObject({
      sheet: OWN,
      cell: 'E12',
      to: 'E13',
      label: fold(nameOf('K01')),
    });
    expect(
      edits.filter(({ sheet: name }) => name === OWN).every(({ cell }) => cell.endsWith('11')),
    ).toBe(true);
    // February would leave no figure of March where it cannot tell what belongs there.
    const february = await preview('2024-02');
    const left = february.troubles.filter(({ code }) => code === 'left-over');
    expect(left.map(({ cell }) => cell)).toEqual(moved.map((one) => 'to' in one && one.to));
    expect(february.edits.filter(({ formula }) => formula?.includes('2024-03'))).toEqual([]);
    const { moved: followed } = await rebindMoved(port, said);
    expect(followed).toBe(18);
    expect((await preview('2024-03')).troubles.filter(({ code }) => code === 'moved')).toEqual([]);
    ROWS.K01 = 13;
    ROWS.K04 = 15;
    await fillAll('2024-03');
    await expectFigures('2024-03');
  });

  it('a sheet that is gone is named; what is unbound is left alone', async () => {
    sheet(MATRIX).name = 'Biểu số 2 (nháp)';
    const { troubles } = await preview('2024-03');
    expect(troubles.filter(({ code }) => code === 'sheet-missing')).toMatchObject([
      { sheet: MATRIX },
    ]);
    await unbindSheet(port, MATRIX);
    expect([...(await boundSheets(port)).keys()]).toEqual([OWN]);
    expect(
      (await preview('2024-03')).troubles.filter(({ code }) => code === 'sheet-missing'),
    ).toEqual([]);
  });

  it('a row of Gắn biểu that nobody can read is named, and the table is not written over', async () => {
    sheet(BINDINGS_SHEET).put(1, 9, 'Tuần');
    const { troubles, edits } = await preview('2024-03');
    expect(troubles[0]).toMatchObject({
      code: 'row-unreadable',
      sheet: BINDINGS_SHEET,
      cell: 'J2',
      found: 'Tuần',
    });
    expect(edits.length).toBeGreaterThan(20);
    expect(await refusal(unbindSheet(port, OWN))).toBe('layout-table-unreadable');
  });
});
