import { consolidatePeriod } from '../../src/app/consolidate-period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { consolidablePeriods, type Plan, type Target } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { readPlan, readPlanTables } from '../../src/domain/plan/read-plan';
import { makeForm } from '../../src/domain/template/form';
import { periodOf } from '../../src/domain/period/period';
import type { Submission } from '../../src/domain/submission/submission';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { capitalised } from '../../src/domain/report/words';
import { parseCell } from '../../src/workbook/address';
import { Form } from '../forms';

/**
 * "28 – 30": met from the lower end to the upper, both allowed (measures.md, "A target"); and what
 * is to stay below a figure.
 */

const whole = builtinPlan('tra-vinh-2024')!;
const share = whole.indicators.find(
  ({ kind, assess }) => kind === 'ratio' && assess === 'every-period',
)!;
const planWith = (target: Partial<Target>): Plan => ({
  ...whole,
  indicators: [
    { ...share, assess: 'every-period', deadline: null, filledBy: [{ agency: 'SNV' }], sameAs: '' },
  ],
  targets: [
    {
      ...{
        indicator: share.code,
        level: null,
        agency: null,
        raw: '28 - 30',
        operator: 'between',
        value: 28,
        to: 30,
      },
    },
  ].map((one) => ({ ...one, confirmed: true, ...target }) as Target),
  tasks: [],
});

function reported(numerator: number, denominator: number): Submission {
  return {
    ...{
      hash: 'a',
      file: 'a.xlsx',
      agency: 'SNV',
      period: '2024-03',
      version: 1,
      received: null,
      late: null,
    },
    ...{ verdict: 'clean', accepted: 'all', sample: false, errors: 0, warnings: 0, run: '' },
    explanations: [],
    observations: (['numerator', 'denominator'] as const).map((measure) => {
      const value = measure === 'numerator' ? numerator : denominator;
      return {
        of: 'indicator',
        code: share.code,
        measure,
        value,
        raw: String(value),
        sheet: 'A',
        cell: 'B2',
        state: 'ok',
      };
    }),
  };
}

function judged(plan: Plan, numerator: number, denominator: number) {
  const march = consolidablePeriods(plan).find(({ id }) => id === '2024-03')!;
  const { result } = consolidatePeriod(plan, [reported(numerator, denominator)], march, {
    acceptIncomplete: false,
    asOf: null,
  });
  return result.indicators[0];
}

it.each([
  [279, 1000, 'not-met'],
  [28, 100, 'met'],
  [29, 100, 'met'],
  [30, 100, 'met'],
  [3001, 10000, 'not-met'],
])('%s of %s is %s of 28 – 30', (numerator, denominator, status) => {
  const result = judged(planWith({}), numerator, denominator);
  expect(result.status).toBe(status);
  expect(result.targets[0]).toMatchObject({ operator: 'between', value: 28, to: 30 });
});

it.each([
  [29, 100, 'met'],
  [30, 100, 'not-met'],
])('%s of %s is %s of what stays below 30', (numerator, denominator, status) => {
  const below = planWith({ operator: '<', value: 30, to: undefined });
  expect(judged(below, numerator, denominator).status).toBe(status);
});

it('a range of which only one end is known is asked, not judged', () => {
  expect(judged(planWith({ to: undefined }), 29, 100).status).toBe('needs-confirmation');
});

it('stands in the plan’s table and comes back from it', () => {
  const plan = planWith({});
  const read = readPlan(emptyWorkbook(writePlan(plan)));
  expect(read.ok && read.value.targets).toEqual(plan.targets);
});

it.each([
  ['a range turned round', 'Mức đến', 27, 'Mức đến'],
  ['an upper end that is missing', 'Mức đến', null, 'Mức đến'],
  ['an upper end of what is no range', 'So sánh', 'Tối thiểu', 'Mức đến'],
])('%s is a fault at its cell', (_, heading, value, at) => {
  const workbook = emptyWorkbook(writePlan(planWith({})));
  const sheet = findSheet(workbook, 'Mức giao')!;
  const column = (name: string) =>
    [...sheet.rows.get(0)!].find(([, cell]) => cell.value === name)![0];
  sheet.put(1, column(heading), value);
  const { plan, faults } = readPlanTables(workbook);
  expect(plan).toBeNull();
  expect(faults.map(({ finding }) => [finding.sheet, parseCell(finding.cell!)?.column])).toEqual([
    ['Mức giao', column(at)],
  ]);
});

it('is judged in the form while it is filled', () => {
  const plan = planWith({});
  const agency = plan.agencies.find(({ code }) => code === 'SNV')!;
  const workbook = makeForm({ plan, agency, period: periodOf('2024-03'), previous: null });
  const formulas = workbook.sheets.flatMap((sheet) =>
    [...sheet.rows.values()].flatMap((row) => [...row.values()]),
  );
  const form = new Form(plan, 'SNV', '2024-03');
  const { row } = parseCell(form.cell(share.code, 'numerator'))!;
  expect(
    formulas.map(({ formula }) => formula ?? '').filter((one) => one.includes('"Đạt"')),
  ).toEqual([
    expect.stringMatching(
      new RegExp(
        `AND\\(100\\*F${row + 1}>=28\\*G${row + 1},100\\*F${row + 1}<=30\\*G${row + 1}\\)`,
      ),
    ),
  ]);
});

describe('the chart of results against targets', () => {
  const drawn = (target: Partial<Target>) => {
    const plan = planWith(target);
    const march = consolidablePeriods(plan).find(({ id }) => id === '2024-03')!;
    const { sheets } = consolidatePeriod(plan, [reported(29, 100)], march, {
      acceptIncomplete: false,
      asOf: null,
    });
    const sheet = sheets.find(({ charts }) => charts.length > 0)!;
    const [chart] = sheet.charts;
    const row = [...sheet.rows].find(([, cells]) =>
      String(cells.get(0)?.value).startsWith(capitalised(share.name).slice(0, 40)),
    )![0];
    return [chart.series.map(({ name }) => name), [2, 3].map((column) => sheet.value(row, column))];
  };

  it('draws a range by both its ends', () => {
    expect(drawn({})).toEqual([
      ['Kết quả', 'Mức giao', 'Mức giao đến'],
      [28, 30],
    ]);
  });

  it('draws one line of any other target', () => {
    expect(drawn({ operator: '>=', value: 80, to: undefined })).toEqual([
      ['Kết quả', 'Mức giao'],
      [80, null],
    ]);
  });
});
