import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { consolidate } from '../consolidation/consolidate';
import { periodOf } from '../period/period';
import { builtinPlan } from '../plan/builtin';
import type { Plan } from '../plan/plan';
import type { StatColumn, StatForm } from '../plan/stat-form';
import { layOutReport } from '../report/report';
import type { Observation, Submission } from '../submission/submission';
import { readBindings, writeBindings } from './bindings-table';
import type { Binding } from './binding';
import { describeSource, type FormSource } from './figure-source';
import { fill } from './fill';
import { isGiven } from './propose';

/** Figures of statistics forms in the province's own tables. */

const column = (code: string, name: string, unit: string): StatColumn => ({
  ...{ code, group: '', name, unit, overTime: 'flow' },
});
const ALL = [{ level: 'xa' as const }];
/** Rows with units of their own, and rows that are added up. */
const MIXED: StatForm = {
  ...{ code: 'KT', title: 'KINH TẾ', rowHeading: 'Nội dung', identities: [], filledBy: ALL },
  columns: [column('3', 'Kế hoạch', ''), column('4', 'Thực hiện', '')],
  rows: [
    { key: '1', group: '', name: 'Thu ngân sách', unit: 'triệu đồng' },
    { key: '1.1', group: '', name: 'Tăng trưởng', unit: '%', sign: 'any' },
  ],
};
const ADDED: StatForm = {
  ...{ code: 'TCD', title: 'TIẾP DÂN', rowHeading: 'Hình thức', identities: [], filledBy: ALL },
  columns: [column('3', 'Số lượt', 'lượt'), column('4', 'Số người', 'người')],
  rows: [
    { key: 'a', group: '', name: 'Thường xuyên' },
    { key: 'b', group: '', name: 'Định kỳ' },
  ],
};
const plan: Plan = { ...builtinPlan('vinh-chap-2024')!, forms: [MIXED, ADDED] };
const period = periodOf('2024-01');

const cell = (code: string, row: string, measure: string, value: number): Observation => ({
  ...{ of: 'form', code, row, measure, value, raw: `${value}`, sheet: code, cell: 'C9' },
  state: 'ok',
});

/** Of the nth agency n is told in every cell, ten times that in the second column. */
const submissions = plan.agencies.map(
  ({ code: agency }, index): Submission =>
    ({
      ...{ agency, period: '2024-01', version: 1, file: 'f.xlsx', sheet: null, hash: agency },
      ...{
        received: '2024-01-15',
        late: 0,
        accepted: 'all',
        origin: 'file',
        verdict: 'clean',
        run: 'r',
      },
      observations: [MIXED, ADDED].flatMap((form) =>
        form.rows.flatMap(({ key }) =>
          form.columns.map(({ code }) =>
            cell(form.code, key, code, (index + 1) * (code === '3' ? 1 : 10)),
          ),
        ),
      ),
    }) as unknown as Submission,
);
const options = { acceptIncomplete: false, asOf: null };
const report = layOutReport(
  plan,
  submissions,
  consolidate(plan, submissions, period.id, options),
  options,
).tables;

const source = (code: string, row: string, of: string, agency?: string): FormSource => ({
  ...{ of: 'form', code, row, column: of },
  scope: agency ? { kind: 'agency', agency } : { kind: 'province' },
});

function bound(of: FormSource): Binding {
  return {
    ...{ sheet: 'Của tỉnh', cell: 'B2', label: 'Dòng', labelCell: 'A2', source: of },
    ...{ heading: 'Số liệu', headingCell: 'B1', who: 'Lan', at: '2024-02-01 08:00:00' },
  };
}

function filled(of: FormSource) {
  const sheet = new Sheet('Của tỉnh');
  sheet.put(0, 1, 'Số liệu');
  sheet.put(1, 0, 'Dòng');
  return fill({
    ...{ plan, period, report, bound: emptyWorkbook([sheet]) },
    stored: { bindings: [bound(of)], unreadable: [] },
  });
}

const [FIRST, SECOND] = plan.agencies.map(({ code }) => code);

it.each<[string, FormSource, number]>([
  ['a row of the province: 1 + 2 + 3', source('KT', '1', '3'), 6],
  ['its other column', source('KT', '1', '4'), 60],
  ['a row of one agency', source('KT', '1', '4', SECOND), 20],
  ['a row nobody adds, of one agency', source('KT', '1.1', '3', SECOND), 2],
  ['all rows of the province: two rows of 6', source('TCD', '', '3'), 12],
  ['all rows of one agency', source('TCD', '', '4', FIRST), 20],
])('%s', (_, of, value) => {
  expect(isGiven(plan, of)).toBe(true);
  const { edits, troubles } = filled(of);
  expect(troubles).toEqual([]);
  expect(edits).toMatchObject([{ cell: 'B2', value, formula: expect.stringContaining('Biểu') }]);
  const stored = readBindings(emptyWorkbook([writeBindings([bound(of)])]));
  expect(stored).toEqual({ bindings: [bound(of)], unreadable: [] });
});

it('what has no sum stays blank and is said', () => {
  const { edits, troubles } = filled(source('KT', '1.1', '3'));
  expect(edits).toMatchObject([{ value: null }]);
  expect(troubles).toMatchObject([{ code: 'blank' }]);
});

it('a row or a column the form no longer has is named', () => {
  for (const one of [source('KT', '7', '3'), source('KT', '1', '9'), source('TCD', 'a', '3')]) {
    expect(isGiven(plan, one)).toBe(false);
    expect(filled(one).troubles).toMatchObject([{ code: 'not-in-plan' }]);
  }
});

it('says what it shows', () => {
  expect(describeSource(source('KT', '1.1', '3', FIRST))).toBe(
    `KT – Đơn vị ${FIRST} – dòng 1.1, cột 3`,
  );
});
