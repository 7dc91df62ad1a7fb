import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { adjustFigure } from '../../src/app/adjust-figure';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { readDesk } from '../../src/app/desk';
import { lockPeriod, reopenPeriod } from '../../src/app/period-acts';
import { previewConsolidation } from '../../src/app/preview-consolidation';
import { valuesOnlyReport } from '../../src/app/report-copy';
import type { Progress } from '../../src/app/ports';
import { periodOf } from '../../src/domain/period/period';
import { tableChanges } from '../../src/domain/report/table-changes';
import {
  findAgency,
  type Indicator,
  type Plan,
  type PrintedIn,
  type Target,
} from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { readPlanTables } from '../../src/domain/plan/read-plan';
import type { StatForm } from '../../src/domain/plan/stat-form';
import type { Submission } from '../../src/domain/submission/submission';
import { INDICATOR_COLUMNS, INDICATOR_FORM } from '../../src/domain/template/columns';
import { templateOf } from '../../src/domain/template/form';
import { checkHere } from '../../src/intake/check-here';
import { shownText } from '../../src/workbench/host/number-text';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { handedIn as submitted } from '../handed-in';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';

/** What stands in and under the tables of a report besides its totals. */

const AGENCIES = ['SNV', '842', '29461'];
const plan = smallPlan('tra-vinh-2024', AGENCIES);
const AS_IT_IS = { acceptIncomplete: false, asOf: null };
const ACTOR = { who: 'An', at: '2024-04-01 08:00:00' };
const quiet: Progress = { step: () => undefined, cancelled: false };

async function office(month: string, forms: Form[]): Promise<MemoryWorkbook> {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  await handIn(port, month, forms);
  return port;
}

async function handIn(port: MemoryWorkbook, month: string, forms: Form[]): Promise<Submission[]> {
  const files = await Promise.all(
    forms.map(async (form) => {
      const bytes = await writeWorkbook(form.workbook);
      return { path: form.fileName, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
  const drop = { period: periodOf(month), received: `${month}-18`, run: month };
  return (await receive(port, files, checkHere, drop, { check: quiet, write: quiet })).desk.ledger;
}

const filled = (month: string) =>
  AGENCIES.map((agency, index) => new Form(plan, agency, month).fill(30 + index, 40));
const textsOf = (sheet: Sheet) =>
  [...sheet.rows.values()].flatMap((cells) => [...cells.values()].map(({ value }) => value));
const rowOf = (sheet: Sheet, text: string) =>
  [...sheet.rows].find(([, cells]) => [...cells.values()].some(({ value }) => value === text))![0];

describe('a report table', () => {
  it('is held against its sources on Kiểm soát, which nobody prints', async () => {
    const port = await office('2024-01', filled('2024-01'));
    await consolidateInto(port, periodOf('2024-01'), AS_IT_IS, ACTOR, quiet);
    const table = findSheet(port.workbook, 'Chỉ tiêu 2024-01')!;
    expect(textsOf(table).filter((text) => String(text).includes('Σ'))).toEqual([]);
    const sheet = findSheet(port.workbook, 'Kiểm soát 2024-01')!;
    expect(sheet.page?.printArea).toBeUndefined();
    // Each unit by itself: what is counted in đồng is never added to what is counted in TTHC.
    const unit = plan.indicators[0].numerator.unit;
    const row = rowOf(sheet, `Kiểm tra: tổng theo đơn vị, ${unit}`);
    const asked = plan.indicators.filter(({ code, numerator }) => {
      return numerator.unit === unit && new Form(plan, 'SNV', '2024-01').has(code);
    });
    expect(asked.length).toBeGreaterThan(1);
    expect(sheet.value(row, 2)).toBe(sheet.value(row + 1, 2));
    expect(sheet.value(row, 2)).toBeGreaterThan(asked.length * 30);
    expect(sheet.cell(row, 2)!.formula).toContain("'Theo đơn vị 2024-01'!");
    expect(sheet.cell(row + 1, 2)!.formula).toMatch(
      /^SUM\('Chỉ tiêu 2024-01'!F\d+(,'Chỉ tiêu 2024-01'!F\d+)+\)$/,
    );
    expect(sheet.cell(row + 2, 2)).toMatchObject({
      value: 'Khớp',
      formula: expect.stringContaining('"LỆCH"'),
    });
  });

  it('is told on Kiểm soát: who is in it, what does not count, what changed since, and its lock', async () => {
    const port = await office('2024-01', filled('2024-01').slice(0, 2));
    await consolidateInto(port, periodOf('2024-01'), AS_IT_IS, ACTOR, quiet);
    const said = () => textsOf(findSheet(port.workbook, 'Kiểm soát 2024-01')!).map(String);
    expect(said()).toContain('Đã tiếp nhận 2/3 đơn vị; đã nộp 2/3.');
    expect(said()).toContain('Chưa nộp biểu');
    expect(said()).toContain('Đây là lần tổng hợp đầu tiên của kỳ.');
    expect(said()).toContain('Kỳ này chưa khóa.');
    await handIn(port, '2024-01', filled('2024-01').slice(2));
    const later = { who: 'Bình', at: '2024-04-02 08:00:00' };
    await consolidateInto(port, periodOf('2024-01'), AS_IT_IS, later, quiet);
    expect(said()).toContain('Đã tiếp nhận 3/3 đơn vị; đã nộp 3/3.');
    expect(said()).toContain('Không có số liệu nào không được tính.');
    const changed = said().find((text) => / ô khác với lần trước/.test(text))!;
    expect(changed).toContain('(lúc 2024-04-01 08:00:00, An)');
    expect(parseInt(changed)).toBeGreaterThan(3);
    await lockPeriod(port, '2024-01', later);
    await reopenPeriod(port, '2024-01', later);
    await consolidateInto(port, periodOf('2024-01'), AS_IT_IS, later, quiet);
    const hash = (await readDesk(port)).acts.find(({ kind }) => kind === 'locked')!.hash;
    expect(said()).toContain(`Mã đối chiếu bảng khóa (SHA-256): ${hash}`);
    expect(said().some((text) => text.startsWith('Đã mở lại sau khi khóa; khóa lần 1'))).toBe(true);
    expect(said().some((text) => text.startsWith('Không có thay đổi so với lần trước'))).toBe(true);
  });

  it('of a lock from before, whose tables bore their sums, is another one by its figures alone', () => {
    const before = new Sheet('Chỉ tiêu 2024-01');
    const after = new Sheet('Chỉ tiêu 2024-01');
    for (const sheet of [before, after]) sheet.put(0, 0, '(1)');
    before.put(1, 2, 'Kiểm tra: Σ nguồn (cộng theo đơn vị), hồ sơ');
    before.put(1, 5, 12);
    before.put(2, 2, 'Σ báo cáo (cộng theo chỉ tiêu), hồ sơ');
    before.put(3, 2, 'Σ nguồn = Σ báo cáo');
    expect(tableChanges(before, after)).toEqual([]);
  });

  it('says over its figures that agencies are missing, and names in a table of its own what does not count and why', async () => {
    const forms = [
      new Form(plan, 'SNV', '2024-01').fill(30, 40).type('K07', 'numerator', '-'),
      new Form(plan, '842', '2024-01').fill(30, 40).type('K01', 'numerator', -1),
    ];
    const port = await office('2024-01', forms);
    await consolidateInto(port, periodOf('2024-01'), AS_IT_IS, ACTOR, quiet);
    expect(textsOf(findSheet(port.workbook, 'Chỉ tiêu 2024-01')!)).toContain(
      'Số liệu chưa đầy đủ: đã tiếp nhận 1/3 đơn vị',
    );
    const sheet = findSheet(port.workbook, 'Không tính 2024-01')!;
    const rows = [...sheet.rows.values()]
      .filter((cells) => typeof cells.get(0)?.value === 'number')
      .map((cells) => [1, 3, 5, 6].map((column) => cells.get(column)?.value));
    const name = (code: string) => plan.agencies.find((one) => one.code === code)!.name;
    expect(rows).toContainEqual([name('29461'), '', '', 'Chưa nộp biểu']);
    expect(rows).toContainEqual([name('842'), '', '', 'Bị trả lại (1 lỗi)']);
    expect(rows.find(([agency]) => agency === name('SNV'))).toEqual([
      name('SNV'),
      expect.stringMatching(/^K07 – /),
      '-',
      'Chưa rõ số liệu (cần xác nhận)',
    ]);
  });

  it('keeps what people put into the places it leaves for them, and never a figure', async () => {
    const port = await office('2024-01', filled('2024-01'));
    await consolidateInto(port, periodOf('2024-01'), AS_IT_IS, ACTOR, quiet);
    const sheet = findSheet(port.workbook, 'Chỉ tiêu 2024-01')!;
    const enclosed = rowOf(sheet, '(Kèm theo Báo cáo số …/BC-… ngày … tháng … năm …)');
    sheet.put(enclosed, 0, '(Kèm theo Báo cáo số 45/BC-UBND ngày 05 tháng 02 năm 2024)');
    const foot = rowOf(sheet, 'Nơi nhận:');
    sheet.put(foot + 1, 1, '- Văn phòng Chính phủ;');
    sheet.put(foot + 5, 10, 'Trần Văn Bình');
    sheet.put(foot + 2, 25, 'ghi chú bên cạnh');
    const [row] = [...sheet.rows].find(([, cells]) => cells.get(1)?.value === 'K07')!;
    sheet.put(row, 5, 9999);
    const board = findSheet(port.workbook, 'Nộp báo cáo 2024-01')!;
    const agency = rowOf(board, plan.agencies.find(({ code }) => code === '842')!.name);
    board.put(agency, 11, 'chị Hoa, 0912…');

    await adjustFigure(port, {
      agency: '842',
      period: '2024-01',
      indicator: 'K07',
      figures: { numerator: 36 },
      grounds: { reason: 'Đếm sót', document: '5/UBND', who: 'An' },
      at: '2024-02-01 08:00:00.000',
    });
    await consolidateInto(port, periodOf('2024-01'), AS_IT_IS, ACTOR, quiet);
    const again = findSheet(port.workbook, 'Chỉ tiêu 2024-01')!;
    expect(textsOf(again)).toEqual(
      expect.arrayContaining([
        '(Kèm theo Báo cáo số 45/BC-UBND ngày 05 tháng 02 năm 2024)',
        '- Văn phòng Chính phủ;',
        'Trần Văn Bình',
      ]),
    );
    // The number of the report is typed once, and stands over every table that goes with it.
    for (const name of ['Nhiệm vụ', 'Theo đơn vị', 'Nộp báo cáo', 'Giải trình'])
      expect(textsOf(findSheet(port.workbook, `${name} 2024-01`)!)).toContain(
        '(Kèm theo Báo cáo số 45/BC-UBND ngày 05 tháng 02 năm 2024)',
      );
    // A note beside the table is no part of it: it is left to where it stands.
    expect(textsOf(again)).not.toContain('ghi chú bên cạnh');
    expect(again.value(row, 5)).toBe(30 + 36 + 32);
    expect(textsOf(findSheet(port.workbook, 'Nộp báo cáo 2024-01')!)).toContain('chị Hoa, 0912…');
    // What was entered for an agency is explained in the annex.
    const annex = findSheet(port.workbook, 'Giải trình 2024-01')!;
    expect(textsOf(annex)).toEqual(
      expect.arrayContaining(['Nhập hộ, điều chỉnh', 'Đếm sót (5/UBND)', 'K07: 36']),
    );
  });

  it('an annex that has nothing left to say stands, and says so', async () => {
    const port = await office('2024-01', filled('2024-01').slice(1));
    const adjustment = {
      agency: '842',
      period: '2024-01',
      indicator: 'K07',
      figures: { numerator: 36, denominator: 40 },
      grounds: { reason: 'Đếm sót', document: '5/UBND', who: 'An' },
      at: '2024-02-01 08:00:00.000',
    };
    const { undo } = await adjustFigure(port, adjustment);
    await consolidateInto(port, periodOf('2024-01'), AS_IT_IS, ACTOR, quiet);
    const annexes = () =>
      ['Giải trình', 'Không tính'].map((name) => findSheet(port.workbook, `${name} 2024-01`)!);
    const titles = () =>
      annexes().map((sheet) => textsOf(sheet).find((text) => String(text).startsWith('PHỤ LỤC')));
    const before = titles();
    expect(annexes().flatMap(textsOf)).toEqual(
      expect.arrayContaining(['Đếm sót (5/UBND)', 'Chưa nộp biểu']),
    );

    await undo!();
    await handIn(port, '2024-01', filled('2024-01').slice(0, 1));
    const { tables } = await consolidateInto(port, periodOf('2024-01'), AS_IT_IS, ACTOR, quiet);
    expect(titles()).toEqual(before);
    for (const sheet of annexes()) expect(textsOf(sheet)).toContain('Không có');
    const texts = annexes().flatMap(textsOf);
    expect(texts).not.toContain('Đếm sót (5/UBND)');
    expect(texts).not.toContain('Chưa nộp biểu');
    // The copy to send and the preview know them too.
    const { workbook } = await valuesOnlyReport(port, periodOf('2024-01'));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(tables.map(({ name }) => name));
    const preview = await previewConsolidation(port, periodOf('2024-01'), AS_IT_IS);
    expect([preview.fresh, preview.changes]).toEqual([[], []]);
  });

  it('compares with the same month of the year before once its figures were brought in', async () => {
    const port = await office('2024-01', filled('2024-01'));
    const ledger = await handIn(port, '2024-01', []);
    const earlier = ledger.map((one) => ({ ...one, period: '2023-01', hash: `${one.hash} 2023` }));
    const half = earlier.map((one) => ({
      ...one,
      observations: one.observations.map((seen) => ({
        ...seen,
        value:
          seen.measure === 'numerator' && typeof seen.value === 'number'
            ? seen.value / 2
            : seen.value,
      })),
    }));
    const columnOf = (sheet: Sheet, heading: string) =>
      [...sheet.rows.values()]
        .flatMap((cells) => [...cells])
        .find(([, { value }]) => value === heading)![0];
    const { tables } = consolidatePeriod(plan, [...ledger, ...half], periodOf('2024-01'), AS_IT_IS);
    const row = [...tables[0].rows.values()].find((cells) => cells.get(1)?.value === 'K07')!;
    const column = columnOf(tables[0], 'Cùng kỳ năm trước');
    expect([row.get(7)!.value, row.get(column)!.value]).toEqual([
      (100 * 93) / 120,
      (100 * 46.5) / 120,
    ]);
    expect(row.get(column)!.formula).toContain("'Số liệu tổng hợp 2024-01'!");
    // Of the year before only two of three agencies: the table says so.
    const part = consolidatePeriod(
      plan,
      [...ledger, ...half.slice(1)],
      periodOf('2024-01'),
      AS_IT_IS,
    ).tables[0];
    expect(textsOf(part)).toContainEqual(
      expect.stringMatching(/năm trước chưa đầy đủ.* 2\/3: chỉ tiêu (.*, )?7/),
    );
    expect(textsOf(tables[0])).not.toContainEqual(expect.stringContaining('năm trước chưa đầy đủ'));
    // And why: who told nothing of it, and who was not there to be compared with.
    const nameOf = (code: string) => plan.agencies.find((one) => one.code === code)!.name;
    const [silent, founded] = [half[0].agency, half[1].agency];
    const later = {
      ...plan,
      agencies: plan.agencies.map((one) =>
        one.code === founded ? { ...one, validFrom: '2024-01-01' } : one,
      ),
    };
    const { tables: why, result } = consolidatePeriod(
      later,
      [...ledger, ...half.slice(1)],
      periodOf('2024-01'),
      AS_IT_IS,
    );
    const told = textsOf(why[0]).filter((text) => String(text).startsWith('Cùng kỳ năm trước '));
    expect(told).toEqual([
      expect.stringMatching(/^Cùng kỳ năm trước chưa đầy đủ .*: 1\/2: chỉ tiêu (.*, )?7/),
      expect.stringContaining(`chưa có số liệu của: ${nameOf(silent)} (`),
      expect.stringContaining(`không có đơn vị để so sánh với: ${nameOf(founded)} (`),
    ]);
    expect(result.indicators.find(({ code }) => code === 'K07')!.gaps).toEqual({
      lastYear: { reported: 1, expected: 2, notReported: [silent], unmatched: [founded] },
    });
    const alone = consolidatePeriod(plan, ledger, periodOf('2024-01'), AS_IT_IS).tables[0];
    expect(
      [...alone.rows.values()].find((cells) => cells.get(1)?.value === 'K07')!.get(column)!.value,
    ).toBeNull();
    // The year and nine months are compared with the year before in their own column.
    const year = consolidatePeriod(plan, [...ledger, ...half], periodOf('2024-9M'), AS_IT_IS)
      .tables[0];
    expect(textsOf(year).filter((text) => text === 'Cùng kỳ năm trước')).toHaveLength(1);
  });

  it('says so where the months before it, which it adds up or compares with, are only partly there', async () => {
    const port = await office('2024-01', filled('2024-01').slice(0, 2));
    await handIn(port, '2024-02', filled('2024-02'));
    const { tables } = await consolidateInto(port, periodOf('2024-02'), AS_IT_IS, ACTOR, quiet);
    const notes = textsOf(tables[0]).filter((text) => String(text).includes('chưa đầy đủ'));
    expect(notes).toEqual([
      expect.stringMatching(/^Lũy kế chưa đầy đủ .*5\/6: chỉ tiêu 7/),
      expect.stringMatching(/^Tháng trước chưa đầy đủ .*2\/3: chỉ tiêu (.*, )?7/),
    ]);
  });

  it('tells so many cases in cases, where the plan tells their change in per cent', () => {
    const written = { ...plan.indicators[0], code: 'K90', unit: '%', partOfWhole: false };
    const filledBy = [{ agency: AGENCIES[0] }];
    const late: Indicator = {
      ...{ ...written, kind: 'against-last-year', name: 'Giảm số hồ sơ trễ hạn so với năm trước' },
      ...{ numerator: { name: 'Số hồ sơ trễ hạn', unit: 'hồ sơ' }, denominator: null },
      filledBy,
    };
    const target: Target = {
      ...{ indicator: 'K90', level: null, agency: null, raw: 'Giảm 20%' },
      ...{ operator: '<=', value: -20, confirmed: true },
    };
    const own: Plan = { ...plan, indicators: [late], targets: [target], tasks: [], forms: [] };
    const form = new Form(own, AGENCIES[0], '2024-01');
    const asked = findSheet(form.workbook, INDICATOR_FORM)!;
    expect(
      asked.rows
        .get(rowOf(asked, 'K90'))!
        .get(INDICATOR_COLUMNS.findIndex(({ key }) => key === 'unit'))!.value,
    ).toBe('hồ sơ');
    const of = (period: string, value: number) => {
      const at = { sheet: INDICATOR_FORM, cell: 'H8', state: 'ok', raw: String(value) } as const;
      const told = { of: 'indicator', code: 'K90', measure: 'value', value } as const;
      return submitted(AGENCIES[0], period, { observations: [{ ...told, ...at }] });
    };
    const ledger = [of('2023-01', 200), of('2024-01', 168)];
    const { tables, result } = consolidatePeriod(own, ledger, periodOf('2024-01'), AS_IT_IS);
    expect(result.indicators[0]).toMatchObject({ unit: 'hồ sơ', value: 168, change: -16 });
    expect(tables[0].rows.get(rowOf(tables[0], 'K90'))!.get(3)!.value).toBe('hồ sơ');
  });

  it('draws a result below 0 too, from where it is', () => {
    const grows: Indicator = {
      ...{ ...plan.indicators[0], kind: 'own-figure', code: 'K91', unit: '%', sign: 'any' },
      ...{ numerator: { name: 'Tốc độ tăng', unit: '%' }, denominator: null },
      filledBy: [{ agency: AGENCIES[0] }],
    };
    const own: Plan = { ...plan, indicators: [grows], targets: [], tasks: [], forms: [] };
    const drawn = (value: number) => {
      const at = { sheet: INDICATOR_FORM, cell: 'H8', state: 'ok', raw: String(value) } as const;
      const told = { of: 'indicator', code: 'K91', measure: 'value', value } as const;
      const form = submitted(AGENCIES[0], '2024-01', { observations: [{ ...told, ...at }] });
      const { tables } = consolidatePeriod(own, [form], periodOf('2024-01'), AS_IT_IS);
      return tables.find(({ name }) => name.startsWith('Biểu đồ'))!.charts[0];
    };
    expect(drawn(2.5).startsAtZero).toBe(true);
    expect(drawn(-2.5).startsAtZero).toBe(false);
  });

  it('has its page numbers in the top margin but on the first page, Nơi nhận and the signature', async () => {
    const { tables } = consolidatePeriod(plan, [], periodOf('2024-01'), AS_IT_IS);
    for (const { page } of tables) {
      expect(page).toMatchObject({ bareFirstPage: true, header: expect.stringContaining('&P') });
      expect(page!.footer).toBeUndefined();
    }
    for (const table of tables.slice(0, 3))
      expect(textsOf(table)).toEqual(
        expect.arrayContaining(['Nơi nhận:', 'CHÁNH VĂN PHÒNG', '(Ký, ghi rõ họ tên)']),
      );
  });

  it('is drawn: attainment against target, the trend of the year, who handed in', async () => {
    const port = await office('2024-01', filled('2024-01'));
    await handIn(port, '2024-02', filled('2024-02').slice(0, 2));
    const { tables } = await consolidateInto(port, periodOf('2024-02'), AS_IT_IS, ACTOR, quiet);
    const sheet = tables.find(({ name }) => name === 'Biểu đồ 2024-02')!;
    const drawn = sheet.charts.map(({ kind, title }) => [kind, title]);
    expect(drawn[0]).toEqual(['bar', 'Kết quả so với mức giao (%)']);
    expect(drawn.slice(-2)).toEqual([
      ['column', 'Tình hình nộp báo cáo (đơn vị)'],
      ['column', 'Nộp báo cáo theo thời gian (đơn vị)'],
    ]);
    // A small one of each indicator that has a trend, by its name.
    const small = sheet.charts.slice(1, -2);
    expect(small.length).toBeGreaterThan(0);
    for (const { kind, series } of small) expect([kind, series.length]).toEqual(['line', 1]);
    expect(new Set(sheet.charts.map(({ name }) => name)).size).toBe(sheet.charts.length);
    // Each is told in words beside it and in the file, for whoever does not see it.
    const said = textsOf(sheet).map(String);
    for (const { description } of sheet.charts)
      expect(said.some((text) => text.split('\n').concat(text).includes(description!))).toBe(true);
    // The farthest behind its target stands on top of the bars, the last row.
    const first = rowOf(sheet, 'Chỉ tiêu') + 1;
    const last = rowOf(sheet, 'Diễn biến trong năm (%)') - 1;
    const gaps = [...sheet.rows]
      .filter(([row, cells]) => row >= first && row <= last && cells.get(2)?.value != null)
      .flatMap(([, cells]) => {
        const [value, target] = [1, 2].map((column) => cells.get(column)!.value);
        return typeof value === 'number' && typeof target === 'number' ? [target - value] : [];
      });
    expect(gaps.length).toBeGreaterThan(2);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    const row = rowOf(sheet, 'Tháng 1/2024');
    expect(sheet.cell(row, 1)!.formula).toMatch(/^100\*SUM\(/);
    const states = rowOf(sheet, 'Nhóm đơn vị');
    const counts = [1, 2, 3].map((index) =>
      [1, 2, 3].map((column) => sheet.value(states + index, column)),
    );
    expect(counts).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
    ]);
    // What is drawn stays over the same rows, whatever is reported: a chart that stands is not
    // another when a form comes.
    const none = consolidatePeriod(plan, [], periodOf('2024-02'), AS_IT_IS).tables.find(
      ({ charts }) => charts.length,
    )!;
    const places = (charts: typeof sheet.charts) =>
      charts.map(({ kind, place }) => ({ kind, place }));
    expect(places(none.charts)).toEqual(places(sheet.charts));
    const drawnOver = (charts: typeof sheet.charts) =>
      charts.map(({ name, series }) => [name, series.map(({ values }) => values)]);
    expect(drawnOver(none.charts)).toEqual(drawnOver(sheet.charts));
  });
});

describe('money printed in larger units', () => {
  /** Two of the plan's rows made money: a sum of đồng, and a share of it. */
  const inMillions: Plan = {
    ...plan,
    indicators: plan.indicators
      .filter(({ kind }) => kind === 'ratio')
      .slice(0, 2)
      .map((one, index): Indicator => ({
        ...one,
        ...(index === 0
          ? { kind: 'count', unit: 'đồng', denominator: null, partOfWhole: false }
          : { denominator: { ...one.denominator!, unit: 'đồng' } }),
        numerator: { ...one.numerator, unit: 'đồng' },
        printedIn: index === 0 ? 'triệu đồng' : 'tỷ đồng',
      })),
    targets: [
      {
        ...{ indicator: plan.indicators[0].code, level: null, agency: null },
        ...{ raw: '≥ 2.000.000', operator: '>=', value: 2_000_000, confirmed: true },
      },
    ],
    tasks: [],
    forms: [],
  };
  const [money, share] = inMillions.indicators.map(({ code }) => code);

  it('is shown so in the annexes, with its unit; the cell keeps every đồng', async () => {
    const port = new MemoryWorkbook(emptyWorkbook(writePlan(inMillions)));
    const read = await readDesk(port);
    expect(read.plan.indicators.map(({ printedIn }) => printedIn)).toEqual([
      'triệu đồng',
      'tỷ đồng',
    ]);
    const forms = AGENCIES.map((agency) => {
      const form = new Form(inMillions, agency, '2024-01').type(money, 'numerator', 1_234_567_890);
      return form
        .type(share, 'numerator', 45_000_000_000)
        .type(share, 'denominator', 60_000_000_000);
    });
    await handIn(port, '2024-01', forms);
    const month = periodOf('2024-01');
    await consolidateInto(port, month, AS_IT_IS, ACTOR, quiet);
    const shownIn = (sheet: Sheet, row: number) =>
      [...sheet.rows.get(row)!.values()].map(({ value, style }) =>
        typeof value === 'number' ? shownText(value, style?.format) : value,
      );
    const table = findSheet(port.workbook, 'Chỉ tiêu 2024-01')!;
    const first = shownIn(table, rowOf(table, money));
    expect(first.slice(3, 8)).toEqual(['triệu đồng', '≥ 2.000.000 đồng', null, null, '3.703,7']);
    const second = shownIn(table, rowOf(table, share));
    expect(second.slice(3, 8)).toEqual([
      '% (tử, mẫu: tỷ đồng)',
      expect.anything(),
      '135,00',
      '180,00',
      '75,00',
    ]);
    expect(textsOf(table)).toContain(3 * 1_234_567_890);
    const matrix = findSheet(port.workbook, 'Theo đơn vị 2024-01')!;
    expect(shownIn(matrix, rowOf(matrix, 'TỔNG CỘNG')).slice(2, 8)).toEqual([
      ...['3.703,7', null, null],
      ...['135,00', '180,00', '75,00'],
    ]);
  });

  it.each([
    [
      'before-difference',
      '<=',
      0,
      '≤ 0 đồng',
      'Chưa đến hạn đánh giá (giảm 1,5 triệu đồng so với kỳ trước)',
    ],
    ['before-percent', '<=', -10, 'giảm 10', 'Chưa đến hạn đánh giá (giảm 25% so với kỳ trước)'],
  ] as const)('compared by %s, its target and its verdict are in words of their own', (...of) => {
    const [compared, operator, value, target, verdict] = of;
    const [first] = inMillions.indicators;
    const compare: Plan = {
      ...inMillions,
      indicators: [{ ...first, compared, overTime: 'stock' }],
      targets: [{ ...inMillions.targets[0], raw: target.replace(' đồng', ''), operator, value }],
    };
    const told = (period: string, figure: number) =>
      AGENCIES.map((agency) => {
        const at = { sheet: 'S', cell: 'A1', state: 'ok', raw: String(figure) } as const;
        const own = { of: 'indicator', code: money, measure: 'value', value: figure } as const;
        return submitted(agency, period, { observations: [{ ...own, ...at }] });
      });
    const ledger = [...told('2024-01', 2_000_000), ...told('2024-02', 1_500_000)];
    const { tables } = consolidatePeriod(compare, ledger, periodOf('2024-02'), AS_IT_IS);
    expect(textsOf(tables[0])).toEqual(expect.arrayContaining([target, verdict]));
  });

  it('is shown so in the tables of statistics forms, which are the forms they were', async () => {
    const inForms = (printedIn?: PrintedIn): Plan => {
      const chosen = printedIn ? { printedIn } : {};
      const rows = [
        { key: '1', group: '', name: 'Ngân sách tỉnh' },
        { key: '2', group: '', name: 'Nguồn khác' },
      ];
      const column = { code: '3', group: '', name: 'Số tiền', unit: 'đồng', ...chosen };
      const plain: StatForm = {
        ...{ code: 'TC', title: 'KINH PHÍ', rowHeading: 'Nguồn', rows, identities: [] },
        columns: [{ ...column, overTime: 'flow' }],
        filledBy: [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }],
      };
      const byRow: StatForm = {
        ...plain,
        code: 'TCR',
        columns: [{ ...column, overTime: 'flow', unit: '', printedIn: undefined }],
        rows: rows.map((row) => ({ ...row, unit: 'đồng', ...chosen })),
        totals: 'yes',
      };
      return { ...inMillions, forms: JSON.parse(JSON.stringify([plain, byRow])) as StatForm[] };
    };
    const printed = inForms('triệu đồng');
    const agency = findAgency(printed, AGENCIES[0])!;
    expect(templateOf(printed, agency)).toBe(templateOf(inForms(), agency));
    const port = new MemoryWorkbook(emptyWorkbook(writePlan(printed)));
    expect((await readDesk(port)).plan.forms).toEqual(printed.forms);
    const forms = AGENCIES.map((one) => {
      const form = new Form(printed, one, '2024-01').fill();
      for (const code of ['TC', 'TCR'])
        form.typeStat(code, '1', [1_500_000]).typeStat(code, '2', [2_000_000]);
      return form;
    });
    await handIn(port, '2024-01', forms);
    await consolidateInto(port, periodOf('2024-01'), AS_IT_IS, ACTOR, quiet);
    const shownIn = (name: string) =>
      [...findSheet(port.workbook, name)!.rows.values()].map((cells) =>
        [...cells.values()].map(({ value, style }) =>
          typeof value === 'number' ? shownText(value, style?.format) : value,
        ),
      );
    const byAgency = shownIn('Biểu TC 2024-01');
    expect(byAgency.flat()).toContain('Số tiền (triệu đồng)');
    expect(byAgency.find((row) => row[1] === 'TỔNG CỘNG')).toContain('10,5');
    const rows = shownIn('Theo dòng TCR 2024-01');
    expect(rows.find((row) => row[1] === 'Ngân sách tỉnh')!.slice(2, 4)).toEqual([
      'triệu đồng',
      '4,5',
    ]);
    expect(rows.find((row) => row[1] === 'TỔNG SỐ')).toContain('10,5');
  });

  it('is chosen only for money, and only in a larger unit', () => {
    const given = (unit: string, printedIn: PrintedIn): Plan => {
      const [first, ...others] = inMillions.indicators;
      const changed = { ...first, unit, numerator: { ...first.numerator, unit }, printedIn };
      return { ...inMillions, indicators: [changed, ...others] };
    };
    const faults = (of: Plan) =>
      readPlanTables(emptyWorkbook(writePlan(of))).faults.map(({ finding }) => finding.cell);
    expect(faults(given('đồng', 'tỷ đồng'))).toEqual([]);
    expect(faults(given('hồ sơ', 'tỷ đồng'))).toHaveLength(1);
    expect(faults(given('tỷ đồng', 'triệu đồng'))).toHaveLength(1);
  });
});
