import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { previewConsolidation } from '../../src/app/preview-consolidation';
import { lockPeriod } from '../../src/app/period-acts';
import { readDesk } from '../../src/app/desk';
import { missingFirst, openFigureFile, originOf } from '../../src/app/figure-file';
import { trace } from '../../src/app/trace';
import type { Progress } from '../../src/app/ports';
import { builtinForm } from '../../src/domain/plan/builtin-forms';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { periodOf } from '../../src/domain/period/period';
import { checkHere } from '../../src/intake/check-here';
import { openToShow } from '../../src/intake/open-received';
import { cellName } from '../../src/workbook/address';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';
import { prepared } from '../prepared';
import { smallPlan } from '../small-plan';

/** From a total to its cells, as the person who answers for it asks. */

const AGENCIES = ['SNV', '842', '29461'];
const plan = {
  ...smallPlan('tra-vinh-2024', AGENCIES),
  forms: [builtinForm('II.06a')!],
};
const AS_IT_IS = { acceptIncomplete: false, asOf: null };
const ACTOR = { who: 'An', at: '2024-04-01 08:00:00' };
const quiet: Progress = { step: () => undefined, cancelled: false };

const reported = prepared(async () => {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  for (const month of ['2024-01', '2024-02', '2024-03']) {
    const files = await Promise.all(
      AGENCIES.map(async (agency, index) => {
        const form = new Form(plan, agency, month).fill(30 + index, 40);
        // Columns 4, 5, 6, 8, 9, 10, 12, 13 of every field: ten come, ten are done.
        for (const { key } of plan.forms[0].rows)
          form.typeStat('II.06a', key, [6, 4, 0, 5, 5, 0, 0, 0]);
        const bytes = await writeWorkbook(form.workbook);
        const path = `${month}/${agency}.xlsx`;
        return { path, modified: null, size: bytes.length, bytes: async () => bytes };
      }),
    );
    const drop = { period: periodOf(month), received: `${month}-18`, run: month };
    await receive(port, files, checkHere, drop, { check: quiet, write: quiet });
  }
  await consolidateInto(port, periodOf('2024-Q1'), AS_IT_IS, ACTOR, quiet);
  return port;
});

/** The cell of a row that begins with a code, under a column. */
function cellOf(port: MemoryWorkbook, name: string, code: string, column: number): string {
  const sheet = findSheet(port.workbook, name)!;
  const [row] = [...sheet.rows].find(([, cells]) => cells.get(1)?.value === code)!;
  return cellName(row, column);
}

describe('the sources of a cell', () => {
  it('of a total of the province are the figures of every agency and month, each with file, sheet, cell and version', async () => {
    const port = await reported();
    const sheet = 'Chỉ tiêu 2024-Q1';
    const { kind, value, sources } = await trace(port, {
      sheet,
      cell: cellOf(port, sheet, 'K07', 5),
    });
    expect([kind, value]).toEqual(['ours', 3 * (30 + 31 + 32)]);
    const told = sources.map(({ period, agency, value: one, file }) => [period, agency, one, file]);
    expect(told).toEqual(
      ['2024-01', '2024-02', '2024-03'].flatMap((month) =>
        ['29461', '842', 'SNV'].map((agency) => [
          month,
          agency,
          30 + AGENCIES.indexOf(agency),
          `${month}/${agency}.xlsx`,
        ]),
      ),
    );
    expect(sources[0]).toMatchObject({
      code: 'K07',
      sheet: 'Biểu chỉ tiêu',
      version: 1,
      state: 'Được tính',
    });
    // The cell it names holds the figure in the form that was sent.
    const form = new Form(plan, '29461', '2024-01').fill(32, 40).workbook;
    const source = findSheet(form, 'Biểu chỉ tiêu')!;
    const found = [...source.rows].flatMap(([row, cells]) =>
      [...cells].map(([column, cell]) => [cellName(row, column), cell.value]),
    );
    expect(found).toContainEqual([sources[0].cell, 32]);
  });

  it('of a ratio are both its parts, once each', async () => {
    const port = await reported();
    const sheet = 'Chỉ tiêu 2024-Q1';
    const { sources } = await trace(port, { sheet, cell: cellOf(port, sheet, 'K07', 7) });
    const sum = (measure: string) =>
      sources
        .filter((one) => one.measure.startsWith(measure))
        .reduce((total, { value }) => total + Number(value), 0);
    expect([sum('Tử'), sum('Mẫu'), sources.length]).toEqual([279, 360, 18]);
  });

  it('of TỔNG CỘNG by agency are the same as of the province’s row; of one agency its own', async () => {
    const port = await reported();
    const sheet = findSheet(port.workbook, 'Theo đơn vị 2024-Q1')!;
    const column = 2 + 3 * plan.indicators.findIndex(({ code }) => code === 'K07');
    const row = (text: string) =>
      [...sheet.rows].find(([, cells]) => cells.get(1)?.value === text)![0];
    const total = await trace(port, {
      sheet: sheet.name,
      cell: cellName(row('TỔNG CỘNG'), column),
    });
    expect(total.sources).toHaveLength(9);
    const name = plan.agencies.find(({ code }) => code === '842')!.name;
    const own = await trace(port, { sheet: sheet.name, cell: cellName(row(name), column) });
    expect(own.sources.map(({ agency, period }) => [agency, period])).toEqual([
      ['842', '2024-01'],
      ['842', '2024-02'],
      ['842', '2024-03'],
    ]);
  });

  it('of a statistics form are the cells of its forms', async () => {
    const port = await reported();
    const sheet = findSheet(port.workbook, 'Biểu II.06a 2024-Q1')!;
    const [row] = [...sheet.rows].find(([, cells]) => cells.get(1)?.value === 'TỔNG CỘNG')!;
    const { kind, sources } = await trace(port, { sheet: sheet.name, cell: cellName(row, 3) });
    expect(kind).toBe('ours');
    expect(new Set(sources.map(({ agency }) => agency))).toEqual(new Set(AGENCIES));
    expect(sources.every(({ file, sheet: from }) => file !== '' && from !== '')).toBe(true);
  });

  it('are followed through a person’s own formula, and are none for what is not ours', async () => {
    const port = await reported();
    const own = new Sheet('Của tôi');
    own.putFormula(0, 0, `'Chỉ tiêu 2024-Q1'!${cellOf(port, 'Chỉ tiêu 2024-Q1', 'K07', 5)}+1`, 280);
    own.put(1, 0, 5);
    port.workbook.sheets.push(own);
    expect((await trace(port, { sheet: 'Của tôi', cell: 'A1' })).sources).toHaveLength(9);
    expect(await trace(port, { sheet: 'Của tôi', cell: 'A2' })).toMatchObject({
      kind: 'other',
      sources: [],
      value: 5,
    });
    expect(await trace(port, { sheet: 'Không có', cell: 'A2' })).toMatchObject({
      kind: 'other',
      value: null,
    });
  });

  it('of a locked table are those of the same cell now, and that is said', async () => {
    const port = await reported();
    await lockPeriod(port, '2024-Q1', ACTOR);
    const cell = cellOf(port, 'Chỉ tiêu 2024-Q1', 'K07', 5);
    const { kind, live, sources } = await trace(port, { sheet: 'Khóa Chỉ tiêu 2024-Q1', cell });
    expect([kind, live, sources.length]).toEqual([
      'values',
      { sheet: 'Chỉ tiêu 2024-Q1', cell },
      9,
    ]);
  });

  it('of a locked table are found by its labels, where rows or columns stand elsewhere now, and none where they are gone', async () => {
    const port = await reported();
    await lockPeriod(port, '2024-Q1', ACTOR);
    const name = plan.agencies.find(({ code }) => code === '842')!.name;
    const now = findSheet(port.workbook, 'Theo đơn vị 2024-Q1')!;
    const [row] = [...now.rows].find(([, cells]) => cells.get(1)?.value === name)!;
    const isOwn = (value: unknown) => /^Đồng bộ 100%/.test(String(value));
    const [, headings] = [...now.rows].find(([, cells]) =>
      [...cells.values()].some(({ value }) => isOwn(value)),
    )!;
    const [column] = [...headings].find(([, { value }]) => isOwn(value))!;
    const cell = cellName(row, column);
    const before = await trace(port, { sheet: 'Khóa Theo đơn vị 2024-Q1', cell });
    expect([before.live?.cell, before.sources.length]).toEqual([cell, 3]);
    // Locked before an agency came that stands above: its row is another now.
    const locked = findSheet(port.workbook, 'Khóa Theo đơn vị 2024-Q1')!;
    const moved = [...locked.rows].filter(([at]) => at >= row).sort(([a], [b]) => a - b);
    for (const [at] of moved) locked.rows.delete(at);
    for (const [at, cells] of moved) if (at > row) locked.rows.set(at - 1, cells);
    locked.rows.set(row - 1, moved[0][1]);
    const after = await trace(port, {
      sheet: 'Khóa Theo đơn vị 2024-Q1',
      cell: cellName(row - 1, column),
    });
    expect([after.live?.cell, new Set(after.sources.map(({ agency }) => agency))]).toEqual([
      cell,
      new Set(['842']),
    ]);
    locked.put(row - 1, 1, 'Xã đã giải thể');
    const gone = await trace(port, {
      sheet: 'Khóa Theo đơn vị 2024-Q1',
      cell: cellName(row - 1, column),
    });
    expect(gone).toMatchObject({ kind: 'values', live: null, sources: [] });
  });
});

describe('the file of a source', () => {
  const fileAt = async (agency: string, month: string, numerator: number) => {
    const form = new Form(plan, agency, month).fill(numerator, 40);
    for (const { key } of plan.forms[0].rows)
      form.typeStat('II.06a', key, [6, 4, 0, 5, 5, 0, 0, 0]);
    const bytes = await writeWorkbook(form.workbook);
    const path = `${month}/${agency}.xlsx`;
    return { path, modified: null, size: bytes.length, bytes: async () => bytes };
  };

  it('opens at its cells, from this session or from what is given; a total’s gaps come first', async () => {
    const port = await reported();
    const at = { sheet: 'Chỉ tiêu 2024-Q1', cell: cellOf(port, 'Chỉ tiêu 2024-Q1', 'K07', 5) };
    const { sources } = await trace(port, at);
    const { ledger } = await readDesk(port);
    const source = sources.find(({ agency, period }) => agency === '842' && period === '2024-02')!;
    const origin = originOf(ledger, source);
    if (origin.kind !== 'file') throw new Error(origin.kind);
    const { submission } = origin;
    const file = await fileAt('842', '2024-02', 31);
    const given = [await fileAt('SNV', '2024-01', 30), file];
    const session = [{ hash: submission.hash, source: file }];
    expect(await openFigureFile(submission, source, [], [], openToShow)).toBeNull();
    for (const [here, brought] of [
      [session, []],
      [[], given],
    ] as const) {
      const opened = (await openFigureFile(submission, source, here, brought, openToShow))!;
      const [area] = opened.cells;
      expect(opened.cells).toHaveLength(1);
      expect(opened.sheet.value(area.top, area.left)).toBe(31);
    }
    await expect(
      openFigureFile(submission, source, [], given.slice(0, 1), openToShow),
    ).rejects.toMatchObject({ refusal: { code: 'original-not-given' } });
    await expect(
      openFigureFile(submission, { ...source, sheet: 'Không có' }, session, [], openToShow),
    ).rejects.toMatchObject({ refusal: { code: 'figure-sheet-gone' } });

    const gap = { ...source, value: null, file: '', sheet: '', cell: '' };
    expect(missingFirst([source, gap])).toEqual([gap, source]);
    expect(originOf(ledger, gap)).toEqual({ kind: 'none' });
    const told = { ...source, file: 'Nhập hộ, điều chỉnh – An', sheet: 'Nhập hộ, điều chỉnh' };
    expect(originOf(ledger, told)).toEqual({ kind: 'told' });
  });

  it('of a row of a statistics form has all its cells marked', async () => {
    const port = await reported();
    const { ledger } = await readDesk(port);
    const sheet = 'Số liệu II.06a 2024-Q1';
    const { sources } = await trace(port, { sheet, cell: 'F2' });
    const origin = originOf(ledger, sources[0]);
    if (origin.kind !== 'file') throw new Error(origin.kind);
    const { agency, period } = origin.submission;
    const file = await fileAt(agency, period, 30 + AGENCIES.indexOf(agency));
    const session = [{ hash: origin.submission.hash, source: file }];
    const opened = await openFigureFile(origin.submission, sources[0], session, [], openToShow);
    expect(opened!.cells).toMatchObject([{ top: expect.any(Number) as number }]);
    expect(opened!.cells[0].right).toBeGreaterThan(opened!.cells[0].left);
  });
});

describe('the preview of a consolidation', () => {
  it('names the tables that come and every cell that would change, and writes nothing', async () => {
    const port = await reported();
    const before = port.workbook.sheets.map(({ name }) => name);
    const month = await previewConsolidation(port, periodOf('2024-02'), AS_IT_IS);
    expect(month.fresh).toContain('Chỉ tiêu 2024-02');
    expect((await previewConsolidation(port, periodOf('2024-Q1'), AS_IT_IS)).changes).toEqual([]);
    // Somebody typed over a figure of ours.
    const sheet = findSheet(port.workbook, 'Chỉ tiêu 2024-Q1')!;
    const [row] = [...sheet.rows].find(([, cells]) => cells.get(1)?.value === 'K07')!;
    sheet.put(row, 5, 999);
    const { changes, fresh } = await previewConsolidation(port, periodOf('2024-Q1'), AS_IT_IS);
    expect(fresh).toEqual([]);
    expect(changes).toMatchObject([
      { sheet: sheet.name, column: 'Quý I/2024: Tử số', before: 999, after: 279 },
    ]);
    expect(changes[0].row).toContain('K07');
    expect(port.workbook.sheets.map(({ name }) => name)).toEqual(before);
  });
});
