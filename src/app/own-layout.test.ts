import { handedIn } from '../../test/handed-in';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { smallPlan } from '../../test/small-plan';
import { writeLedger } from '../domain/ledger/ledger-tables';
import { periodOf } from '../domain/period/period';
import { BUILTIN_FORMS } from '../domain/plan/builtin-forms';
import type { Plan } from '../domain/plan/plan';
import { writePlan } from '../domain/plan/plan-tables';
import { typedCells } from '../domain/plan/stat-cells';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook } from '../workbook/workbook';
import { consolidateInto } from './consolidate-into';
import { bindCells, fillLayouts, previewFill } from './own-layout';

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
