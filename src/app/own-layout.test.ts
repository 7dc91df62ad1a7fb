import { handedIn } from '../../test/handed-in';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { smallPlan } from '../../test/small-plan';
import { writeLedger } from '../domain/ledger/ledger-tables';
import { periodOf } from '../domain/period/period';
import { builtinPlan } from '../domain/plan/builtin';
import { BUILTIN_FORMS } from '../domain/plan/builtin-forms';
import type { Plan } from '../domain/plan/plan';
import { writePlan } from '../domain/plan/plan-tables';
import { typedCells } from '../domain/plan/stat-cells';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook } from '../workbook/workbook';
import { consolidateInto } from './consolidate-into';
import { bindCells, fillLayouts, previewFill, proposeLayout } from './own-layout';

const [form] = structuredClone(BUILTIN_FORMS) as Plan['forms'];
const [{ column }] = form.rows.flatMap((one) => typedCells(form, one));
const AGENCY = '29461';
const small = smallPlan('tra-vinh-2024', [AGENCY]);
const plan: Plan = { ...small, forms: [{ ...form, filledBy: [{ level: 'xa' }] }] };
const period = periodOf('2024-01');
const by = { who: 'An', at: '2024-02-01 08:00:00' };
const quiet = { cancelled: false, step: () => undefined };

it('a figure of a statistics form stays where it was filled', async () => {
  const told = handedIn(AGENCY, period.id, {
    observations: form.rows.flatMap((one) =>
      typedCells(form, one).map(({ column: own }) => ({
        ...{ of: 'form' as const, code: form.code, row: one.key, measure: own.code, value: 7 },
        ...{ raw: '7', sheet: 'S', cell: 'A1', state: 'ok' as const },
      })),
    ),
  });
  const own = new Sheet('Của tỉnh');
  own.put(0, 1, 'Số liệu');
  own.put(1, 0, 'Dòng');
  const port = new MemoryWorkbook(
    emptyWorkbook([...writePlan(plan), ...writeLedger(plan, [told]), own]),
  );
  await consolidateInto(port, period, { acceptIncomplete: false, asOf: null }, by, quiet);
  const source = {
    ...{ of: 'form' as const, code: form.code, row: '', column: column.code },
    scope: { kind: 'agency' as const, agency: AGENCY },
  };
  const place = { sheet: own.name, cell: 'B2', label: 'Dòng', labelCell: 'A2' };
  await bindCells(port, [{ ...place, heading: 'Số liệu', headingCell: 'B1', source }], by);
  const { edits } = await previewFill(port, period);
  const rows = form.rows.filter((one) =>
    typedCells(form, one).some(({ column: typed }) => typed.code === column.code),
  );
  expect(edits).toMatchObject([{ value: 7 * rows.length }]);
  const { filled } = await fillLayouts(port, period, { keepsTyped: false, shown: edits, by });
  expect(filled).toBe(1);
});

it('a whole table of a form is proposed, bound and filled, each cell with its own figure', async () => {
  const example = builtinPlan('cchc-mau-2026')!;
  const [annex] = example.forms;
  const told = ['X01', 'X02'].map((agency, at) =>
    handedIn(agency, '2026-Q1', {
      observations: annex.rows.flatMap((row, index) =>
        typedCells(annex, row)
          .filter(({ cell }) => cell.typed === 'number')
          .map(({ column: own }) => ({
            ...{ of: 'form' as const, code: annex.code, row: row.key, measure: own.code },
            ...{ value: 100 * (at + 1) + index, raw: '1', sheet: 'S', cell: 'A1' },
            state: 'ok' as const,
          })),
      ),
    }),
  );
  const own = new Sheet('Của tỉnh');
  const rows: (string | null)[][] = [
    ['STT', 'Nội dung', 'ĐVT', 'Toàn tỉnh', 'Ủy ban nhân dân xã Mẫu Hai'],
    ['1', 'Số nhiệm vụ đến hạn', 'nhiệm vụ', null, null],
    ['2', 'Cấp xã', 'thủ tục', null, null],
    ['3', 'Vốn đã giải ngân', 'tỷ đồng', null, null],
  ];
  for (const [row, cells] of rows.entries())
    for (const [at, value] of cells.entries()) own.put(row, at, value);
  const port = new MemoryWorkbook(
    emptyWorkbook([...writePlan(example), ...writeLedger(example, told), own]),
  );
  port.active = own.name;
  const quarter = periodOf('2026-Q1');
  await consolidateInto(port, quarter, { acceptIncomplete: true, asOf: null }, by, quiet);
  const { cells, undecided } = await proposeLayout(port, quarter);
  expect(undecided.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['row-other-unit B4']);
  await bindCells(port, cells, by);
  const { edits, troubles } = await previewFill(port, quarter);
  // Row 1.1.1 is the first of the form, 3.1.2 its seventh.
  expect(Object.fromEntries(edits.map(({ cell, value }) => [cell, value]))).toEqual({
    ...{ D2: 100 + 200, E2: 200 },
    ...{ D3: 106 + 206, E3: 206 },
  });
  expect(troubles).toEqual([]);
  const { filled } = await fillLayouts(port, quarter, { keepsTyped: false, shown: edits, by });
  expect(filled).toBe(4);
});
