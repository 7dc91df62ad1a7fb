import { assignedForms, assignedIndicators, assignedTasks } from '../../src/domain/plan/assigned';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { measureOf } from '../../src/domain/measure/measure';
import { findAgency, type Indicator, type Plan } from '../../src/domain/plan/plan';
import { periodOf } from '../../src/domain/period/period';

import type { PreviousFigures } from '../../src/domain/template/form-frame';
import { previousColumns } from '../../src/domain/template/stat-columns';
import { previousFigureKey } from '../../src/domain/template/stat-rows';
import { Form } from '../forms';
import type { Base } from './case';

const MONTH = monthPlan();

/** Trà Vinh's plan asking for Biểu II.06a as well. */
function monthPlan(): Plan {
  const plan = builtinPlan('tra-vinh-2024')!;
  return { ...plan, forms: [structuredClone(BUILTIN_FORMS[0]) as Plan['forms'][0]] };
}

/** An indicator whose figures may have two decimals and be below 0. */
export const CHOSEN = 'NQ01-1';
const CHOICES_MADE = planWithChoices();

function planWithChoices(): Plan {
  const plan = builtinPlan('vinh-chap-2024')!;
  const money = { name: 'Chênh lệch', unit: 'triệu đồng' };
  const indicators = plan.indicators.map((one): Indicator =>
    one.code === CHOSEN
      ? {
          ...one,
          numerator: money,
          denominator: money,
          partOfWhole: false,
          decimals: 'two',
          sign: 'any',
        }
      : one,
  );
  return { ...plan, indicators };
}
const WAITING = builtinPlan('tra-cu-2023')!;

const BASES: Record<Base, { plan: Plan; agency: string; period: string }> = {
  month: { plan: MONTH, agency: '29461', period: '2024-05' },
  'before-day': { plan: builtinPlan('vinh-chap-2024')!, agency: 'VP', period: '2024-05' },
  chosen: { plan: CHOICES_MADE, agency: 'MC', period: '2024-05' },
  linked: { plan: builtinPlan('vinh-chap-2024')!, agency: 'MC', period: '2024-05' },
  waiting: {
    plan: WAITING,
    agency: WAITING.agencies.find(({ level }) => level === 'xa')!.code,
    period: '2023-Q3',
  },
  counts: { plan: builtinPlan('ktxh-mau-2026')!, agency: 'X01', period: '2026-05' },
};

/** Columns 4, 5, 6, 8, 9, 10, 12, 13: every identity holds, and column 6 is what column 11 was. */
export const STAT_ROW = [30, 20, 10, 25, 20, 5, 8, 2];

/**
 * A form in which there is nothing to find: filled, its figures in line with those it prints of
 * before.
 */
export function soundForm(base: Base = 'month'): Form {
  const { plan, agency: code, period } = BASES[base];
  const agency = findAgency(plan, code)!;
  const previous: PreviousFigures = new Map(
    assignedIndicators(plan, agency).map((one) => [
      one.code,
      {
        last: { numerator: 45, denominator: 60 },
        cumulative: measureOf(one).isSummed ? { numerator: 190, denominator: 250 } : null,
      },
    ]),
  );
  const previousForms = new Map(
    assignedForms(plan, agency).flatMap((form) =>
      form.rows.flatMap(({ key }) =>
        previousColumns(form).map(
          (column) => [previousFigureKey(form.code, key, column), 10] as const,
        ),
      ),
    ),
  );
  const form = new Form(plan, code, period, { previous, previousForms });
  form.fill(47, 61);
  for (const own of assignedForms(plan, agency)) {
    form.typeStats(
      own.code,
      own.rows.map(({ key }) => key),
      STAT_ROW,
    );
  }
  return form;
}

/** The code of an indicator the form asks for, counted from the first that is so. */
export function indicator(
  form: Form,
  pick: number,
  is: (one: Indicator) => boolean = () => true,
): string {
  const some = assignedIndicators(form.plan, findAgency(form.plan, form.agency)!).filter(is);
  return some[pick % some.length].code;
}

export const isFlow = (one: Indicator) => one.overTime === 'flow' && one.denominator !== null;
export const isCount = (one: Indicator) => one.denominator === null;
export const isMoney = (one: Indicator) => one.numerator.unit === 'đồng';
export const isWhole = (one: Indicator) => one.partOfWhole && one.numerator.unit !== 'đồng';

/** The code of a task with a deadline once, counted from the first. */
export function task(form: Form, pick: number): string {
  const some = assignedTasks(form.plan, findAgency(form.plan, form.agency)!).filter(
    ({ deadline }) => deadline?.kind !== 'recurring' && deadline?.kind !== 'continuous',
  );
  return some[pick % some.length].code;
}

/** The key of a row of Biểu II.06a. */
export const statRow = (pick: number) => String((pick % 6) + 1);

export const periodOfForm = (form: Form) => periodOf(form.period);
