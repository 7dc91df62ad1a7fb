import { consolidateInto } from '../../src/app/consolidate-into';
import { lockPeriod, reopenPeriod } from '../../src/app/period-acts';
import { showAllSheets, showPeriod } from '../../src/app/sheet-order';
import type { Progress } from '../../src/app/ports';
import { periodOf } from '../../src/domain/period/period';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { smallPlan } from '../small-plan';
import { openExcel } from './office-window';

/** Which sheets of the office's workbook are seen, and what people's own doing comes to. */

const quiet: Progress = { step: () => undefined, cancelled: false };
const plan = smallPlan('tra-vinh-2024', ['SNV', '842']);
const port = new ExcelWorkbook();
const OPTIONS = { acceptIncomplete: true, asOf: null };
const ACTOR = { who: 'An', at: '2024-04-01 08:00:00' };

async function office() {
  const own = new Sheet('Ghi chú của tôi');
  own.put(0, 0, 'việc cần làm');
  const { model, host } = await openExcel(emptyWorkbook([...writePlan(plan), own]));
  const seen = () =>
    model.workbook.sheets
      .filter(({ visibility }) => visibility === 'visible')
      .map(({ name }) => name);
  const tables = () => seen().filter((name) => / 2024-/.test(name));
  const consolidate = (id: string) => consolidateInto(port, periodOf(id), OPTIONS, ACTOR, quiet);
  const hide = (name: string, visibility: 'visible' | 'hidden') =>
    model.show(findSheet(model.workbook, name)!, visibility);
  return { model, host, seen, tables, consolidate, hide };
}

const TABLES = ['Chỉ tiêu', 'Nhiệm vụ', 'Nộp báo cáo', 'Theo đơn vị', 'Biểu đồ'];
const of = (period: string) => TABLES.map((name) => `${name} ${period}`);

describe('sheets in sight', () => {
  it('are those of the period that was written, with the index before all and the rest out of sight', async () => {
    const { model, seen, tables, consolidate } = await office();
    await consolidate('2024-01');
    expect(tables()).toEqual(of('2024-01'));
    expect(model.active.name).toBe('Chỉ tiêu 2024-01');
    const { frozenRows, frozenColumns } = model.active;
    expect(model.activeCell).toMatchObject({ top: frozenRows, left: frozenColumns });
    expect(seen()[0]).toBe('Mục lục');
    expect(seen()).toContain('Ghi chú của tôi');
    const undo = (await consolidate('2024-02')).undo;
    expect(tables()).toEqual(of('2024-02'));
    expect(seen()).toContain('Ghi chú của tôi');
    for (const name of ['Kiểm soát 2024-02', 'Số liệu tổng hợp 2024-02', 'Kỳ báo cáo'])
      expect(findSheet(model.workbook, name)).toMatchObject({ visibility: 'hidden' });
    // Each kind has its colour, and nothing but what is ours has one.
    const colours = (...names: string[]) =>
      new Set(names.map((name) => findSheet(model.workbook, name)!.tabColor));
    expect(colours(...of('2024-02')).size).toBe(1);
    expect(colours('Mục lục', 'Kế hoạch', 'Chỉ tiêu 2024-02', 'Kỳ báo cáo').size).toBe(4);
    expect(colours('Ghi chú của tôi')).toEqual(new Set(['']));
    await undo();
    expect(tables()).toEqual(of('2024-01'));
  });

  it('stay as a person has them when a period is made again, and old ones as they were shown', async () => {
    const { tables, consolidate, hide } = await office();
    for (const id of ['2024-01', '2024-02']) await consolidate(id);
    hide('Nhiệm vụ 2024-02', 'hidden');
    hide('Chỉ tiêu 2024-01', 'visible');
    hide('Kiểm soát 2024-02', 'visible');
    await consolidate('2024-02');
    expect(new Set(tables())).toEqual(
      new Set([
        ...of('2024-02').filter((name) => !name.startsWith('Nhiệm vụ')),
        'Chỉ tiêu 2024-01',
        'Kiểm soát 2024-02',
      ]),
    );
  });

  it('hold the latest period also when an earlier one is written, which ends on it', async () => {
    const { model, tables, consolidate } = await office();
    await consolidate('2024-03');
    await consolidate('2024-01');
    expect(new Set(tables())).toEqual(new Set([...of('2024-03'), ...of('2024-01')]));
    expect(model.active.name).toBe('Chỉ tiêu 2024-01');
    await consolidate('2024-Q1');
    expect(new Set(tables())).toEqual(new Set(of('2024-Q1')));
  });

  it('are all of them, or those of a period, where somebody asks', async () => {
    const { model, seen, tables, consolidate } = await office();
    for (const id of ['2024-01', '2024-02']) await consolidate(id);
    const very = findSheet(model.workbook, 'Quyết định') ?? new Sheet('Riêng');
    very.visibility = 'veryHidden';
    if (very.name === 'Riêng') model.addSheet(very);
    const before = seen();
    const undo = await showAllSheets(port);
    expect(seen()).toContain('Kỳ báo cáo');
    expect(seen()).toContain('Chỉ tiêu 2024-01');
    expect(seen().filter((name) => /cũ|Riêng|Quyết định/.test(name))).toEqual([]);
    await undo();
    expect(seen()).toEqual(before);
    await showPeriod(port, plan, '2024-01');
    expect(tables()).toEqual(of('2024-01'));
    expect(seen()).toContain('Ghi chú của tôi');
    await port.goTo('Sổ số liệu', 'A1').catch(() => undefined);
    await port.goTo('Số liệu tổng hợp 2024-02', 'B3');
    expect(model.active.name).toBe('Số liệu tổng hợp 2024-02');
  });

  it('are named in the index with their period, its state and a link; a lock shows its first table', async () => {
    const { model, seen, consolidate } = await office();
    for (const id of ['2024-01', '2024-02']) await consolidate(id);
    const index = () => findSheet(model.workbook, 'Mục lục')!;
    const rowOf = (text: string) =>
      [...index().rows].find(([, cells]) => cells.get(0)?.value === text)![0];
    expect(rowOf('Tháng 2/2024')).toBeLessThan(rowOf('Tháng 1/2024'));
    const row = () => [1, 2].map((column) => index().value(rowOf('Tháng 1/2024'), column));
    expect(row()).toEqual(['Đã chốt số liệu', ACTOR.at]);
    const links = index().links.filter((link) => link.row === rowOf('Tháng 1/2024'));
    expect(links.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(of('2024-01')));
    expect(index().links.map(({ sheet }) => sheet)).toContain('Kế hoạch');
    const there = new Set(model.workbook.sheets.map(({ name }) => name));
    expect(index().links.filter(({ sheet }) => !there.has(sheet))).toEqual([]);
    await lockPeriod(port, '2024-01', ACTOR);
    await lockPeriod(port, '2024-02', ACTOR);
    expect(seen().filter((name) => name.startsWith('Khóa'))).toEqual(['Khóa Chỉ tiêu 2024-02']);
    expect(model.active.name).toBe('Khóa Chỉ tiêu 2024-02');
    expect(row()[0]).toBe('Đã khóa');
    const { undo } = await reopenPeriod(port, '2024-01', ACTOR);
    expect(row()[0]).toBe('Đã mở lại');
    await undo!();
    expect(row()[0]).toBe('Đã khóa');
  });

  it('keep in the index the links that people put there, and none of a table that is gone', async () => {
    const { model, consolidate } = await office();
    for (const id of ['2024-01', '2024-02']) await consolidate(id);
    const index = () => findSheet(model.workbook, 'Mục lục')!;
    const rowOf = (text: string) =>
      [...index().rows].find(([, cells]) => cells.get(0)?.value === text)![0];
    const columnOf = (text: string) =>
      [...index().rows.get(4)!].find(([, cell]) => cell.value === text)![0];
    const linkAt = (row: number, column: number) =>
      index().links.find((link) => link.row === row && link.column === column)?.sheet;
    const own = 'Ghi chú của tôi';
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Mục lục');
      const link = (row: number, column: number, textToDisplay: string) => {
        const documentReference = `'${own}'!A1`;
        const cell = sheet.getRangeByIndexes(row, column, 1, 1);
        cell.hyperlink = { documentReference, textToDisplay };
      };
      // On a cell of ours that leads nowhere, and beside the table in the same row.
      link(rowOf('Tháng 1/2024'), 0, 'Tháng 1/2024');
      link(rowOf('Tháng 1/2024'), 20, 'xem ghi chú');
      await context.sync();
    });
    model.removeSheet(findSheet(model.workbook, 'Biểu đồ 2024-01')!);
    const undo = (await consolidate('2024-03')).undo;
    const stands = () => {
      const row = rowOf('Tháng 1/2024');
      expect([linkAt(row, 0), linkAt(row, 20)]).toEqual([own, own]);
      expect(index().value(row, 20)).toBe('xem ghi chú');
      expect(linkAt(row, columnOf('Chỉ tiêu'))).toBe('Chỉ tiêu 2024-01');
    };
    stands();
    expect(linkAt(rowOf('Tháng 1/2024'), columnOf('Biểu đồ'))).toBeUndefined();
    expect(linkAt(rowOf('Tháng 3/2024'), columnOf('Biểu đồ'))).toBe('Biểu đồ 2024-03');
    await undo();
    stands();
    const there = new Set(model.workbook.sheets.map(({ name }) => name));
    expect(index().links.filter(({ sheet }) => !there.has(sheet))).toEqual([]);
  });

  it('are shown before somebody goes there, whatever an Excel says of going to a hidden one', async () => {
    const { model, host, consolidate } = await office();
    await consolidate('2024-01');
    host.traffic.reset();
    await port.goTo('Số liệu tổng hợp 2024-01', 'B3');
    expect(model.active.name).toBe('Số liệu tổng hợp 2024-01');
    const very = findSheet(model.workbook, 'Kiểm soát 2024-01')!;
    very.visibility = 'veryHidden';
    await expect(port.goTo(very.name, 'A1')).rejects.toMatchObject({
      refusal: { code: 'sheet-is-hidden' },
    });
    // Nothing hangs on what this Excel says of going to a hidden sheet: it was not asked to.
    expect(host.traffic.records.flatMap(({ error }) => error ?? [])).toEqual([]);
    expect(very.visibility).toBe('veryHidden');
  });
});
