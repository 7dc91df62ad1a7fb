import { adjustFigure } from '../../src/app/adjust-figure';
import { consolidateInto } from '../../src/app/consolidate-into';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { readDesk } from '../../src/app/desk';
import { lockPeriod, reopenPeriod } from '../../src/app/period-acts';
import { restatedTables } from '../../src/app/restated-tables';
import { writeLedger } from '../../src/domain/ledger/ledger-tables';
import { measureOf } from '../../src/domain/measure/measure';
import { periodOf } from '../../src/domain/period/period';
import {
  consolidablePeriods,
  cutOff,
  isFilledBy,
  reportingAgencies,
  scheduledPeriods,
} from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import type { RestatedCell } from '../../src/domain/report/restatement-table';
import type { MeasureName, Observation, Submission } from '../../src/domain/submission/submission';
import { isBlank, type CellValue } from '../../src/workbook/cell';
import type { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { handedIn } from '../handed-in';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';

/**
 * A province's whole year, every month, quarter, half and the year locked; then January of one
 * commune is corrected. What is named is held against a difference of all locked tables, made here
 * cell by cell, and against what the correction must come to.
 */

const COMMUNE = '29461';
const plan = smallPlan('tra-vinh-2024', ['SNV', '842', '849', COMMUNE, '29491']);
const PERIODS = consolidablePeriods(plan).map(({ id }) => id);
const MONTHS = scheduledPeriods(plan).filter(({ kind }) => kind === 'month');
const AS_IT_IS = { acceptIncomplete: false, asOf: null };
const quiet = { cancelled: false, step: () => undefined };
const by = (who: string, at: string) => ({ who, at });

/** Numbers that are no pattern, the same each time. */
let seed = 20;
const next = () => (seed = (seed * 48271) % 2147483647);

function told(agency: string, month: string): Submission {
  const own = plan.agencies.find(({ code }) => code === agency)!;
  const day = cutOff(plan, periodOf(month));
  const figures = plan.indicators.flatMap((indicator): [string, MeasureName, number][] => {
    if (measureOf(indicator).isFromTasks || !isFilledBy(indicator, own, day)) return [];
    const { code } = indicator;
    const part = next() % 50;
    return indicator.denominator
      ? [
          [code, 'numerator', part],
          [code, 'denominator', 50 + (next() % 50)],
        ]
      : [[code, 'value', part]];
  });
  const observations = figures.map(([code, measure, value]): Observation => {
    const at = { sheet: 'S', cell: 'A1', state: 'ok', raw: String(value) } as const;
    return { of: 'indicator', code, measure, value, ...at };
  });
  return handedIn(agency, month, { observations, run: `${month}-28 08:00:00` });
}

const ledger = MONTHS.flatMap((month) =>
  reportingAgencies(plan, month).map(({ code }) => told(code, month.id)),
);
const { code: CORRECTED } = plan.indicators.find(
  (one) =>
    one.denominator &&
    measureOf(one).isSummed &&
    ledger[0] &&
    ledger.some(
      ({ agency, observations }) =>
        agency === COMMUNE && observations.some(({ code }) => code === one.code),
    ),
)!;
const MISSED = 7;

const port = new MemoryWorkbook(emptyWorkbook([...writePlan(plan), ...writeLedger(plan, ledger)]));
let cells: RestatedCell[];

beforeAll(async () => {
  for (const id of PERIODS) await lockPeriod(port, id, by('An', '2025-01-05 08:00:00'));
  for (const id of PERIODS.filter((one) => holdsJanuary(one)))
    await reopenPeriod(port, id, by('An', '2025-01-10 08:00:00'));
  const january = ledger.find((one) => one.agency === COMMUNE && one.period === '2024-01')!;
  const part = (measure: MeasureName) =>
    january.observations.find((one) => one.code === CORRECTED && one.measure === measure)!.value!;
  await adjustFigure(port, {
    ...{ agency: COMMUNE, period: '2024-01', indicator: CORRECTED },
    figures: {
      numerator: (part('numerator') as number) + MISSED,
      denominator: (part('denominator') as number) + MISSED,
    },
    grounds: { reason: 'Đếm lại', document: '', who: 'Bình' },
    at: '2025-01-11 08:00:00',
  });
  const year = periodOf('2024');
  const made = await consolidateInto(port, year, AS_IT_IS, by('An', '2025-01-12 08:00:00'), quiet);
  cells = made.restatedCells;
});

function holdsJanuary(id: string): boolean {
  return periodOf(id).firstMonth === 1;
}

/** The rows under "(1) (2) (3)…", each cell by its place: nothing here moves one. */
function figuresOf(table: Sheet): Map<string, CellValue> {
  const top = [...table.rows.keys()].find((row) => table.value(row, 0) === '(1)')!;
  return new Map(
    [...table.rows]
      .filter(([row]) => row > top)
      .flatMap(([row, own]) =>
        [...own].flatMap(([column, { value }]) =>
          column > 0 && !isBlank(value) ? [[`${row} ${column}`, value] as const] : [],
        ),
      ),
  );
}

async function differences(): Promise<string[]> {
  const desk = await readDesk(port);
  const found: string[] = [];
  for (const id of PERIODS)
    for (const table of consolidatePeriod(desk.plan, desk.ledger, periodOf(id), AS_IT_IS).tables) {
      const locked = findSheet(port.workbook, `Khóa ${table.name}`);
      if (!locked || table.name.startsWith('Biểu đồ')) continue;
      const [was, is] = [figuresOf(locked), figuresOf(table)];
      for (const at of new Set([...was.keys(), ...is.keys()]))
        if (was.get(at) !== is.get(at))
          found.push(`${table.name}: ${String(was.get(at))} → ${String(is.get(at))}`);
    }
  return found.sort();
}

const saidOf = (some: readonly RestatedCell[]) =>
  some.map(({ sheet, before, after }) => `${sheet}: ${String(before)} → ${String(after)}`).sort();

it('every cell of every locked table that is another now is named, and no other', async () => {
  expect(saidOf(cells)).toEqual(await differences());
});

it('each period’s cumulative figure is named with what was missed, and who corrected it', () => {
  expect(new Set(cells.map(({ period }) => period))).toEqual(new Set(PERIODS));
  for (const id of PERIODS) {
    const moved = cells.filter(
      ({ period, sheet, row, before, after }) =>
        period === id &&
        sheet === `Chỉ tiêu ${id}` &&
        row.includes(CORRECTED) &&
        Number(after) - Number(before) === MISSED,
    );
    // The period's own two parts as well, where January is within it.
    expect([id, moved.length]).toEqual([id, holdsJanuary(id) ? 4 : 2]);
    for (const { causes } of moved)
      expect(causes).toContainEqual(
        expect.objectContaining({ who: 'Bình', at: '2025-01-11 08:00:00' }),
      );
  }
});

it('locked once more, the differences stay between the two locks and nothing is new', async () => {
  for (const id of PERIODS.filter(holdsJanuary))
    await lockPeriod(port, id, by('An', '2025-01-20 08:00:00'));
  const again = await restatedTables(port, await readDesk(port));
  expect(saidOf(again)).toEqual(saidOf(cells));
  const since = again.filter(({ again: lock }) => lock !== null);
  expect(new Set(since.map(({ period }) => period))).toEqual(new Set(PERIODS.filter(holdsJanuary)));
});
