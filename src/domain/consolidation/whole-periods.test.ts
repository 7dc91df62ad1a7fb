import { differentWhenCalculated, engineOfOurPage } from '../../../test/calculated';
import { handedIn } from '../../../test/handed-in';
import { long } from '../../../test/long';
import { smallPlan } from '../../../test/small-plan';
import type { MeasureName, Observation, Submission } from '../submission/submission';
import { measureOf } from '../measure/measure';
import { periodOf, tiles } from '../period/period';
import { baseKind, cutOff, isFilledBy, type Plan } from '../plan/plan';
import { layOutReport } from '../report/report';
import { builtinPlan } from '../plan/builtin';
import { consolidate } from './consolidate';
import type { IndicatorResult } from './consolidation';

/**
 * What an agency tells of a whole quarter, half or year comes to what its months come to, wherever
 * it is used: two ways to the same figures.
 */

const AS_IT_IS = { acceptIncomplete: true, asOf: null };

function entered(
  agency: string,
  period: string,
  figures: ReadonlyMap<string, number>,
  more: Partial<Submission> = {},
): Submission {
  const observations = [...figures].map(([key, value]): Observation => {
    const [code, measure] = key.split('|') as [string, MeasureName];
    return {
      of: 'indicator',
      code,
      measure,
      value,
      raw: String(value),
      sheet: 'S',
      cell: 'A1',
      state: 'ok',
    };
  });
  const said: Partial<Submission> = { file: 'số cũ.xlsx', observations, origin: 'opening' };
  return handedIn(agency, period, { ...said, ...more });
}

/** Numbers that are no pattern, the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647);
}

type Told = Map<string, Map<string, number>>;

/** Of each base period of a year what one agency tells. */
function yearOf(plan: Plan, agency: string, year: number, seed: number): Told {
  const next = numbers(seed);
  const own = plan.agencies.find(({ code }) => code === agency)!;
  const parts = tiles(periodOf(String(year)), baseKind(plan.schedule))!;
  return new Map(
    parts.map((part) => {
      const figures = new Map<string, number>();
      for (const indicator of plan.indicators) {
        const measure = measureOf(indicator);
        const isAsked = isFilledBy(indicator, own, cutOff(plan, part));
        if (measure.isFromTasks || measure.answers.length > 0 || !isAsked) continue;
        const whole = 50 + (next() % 50);
        const some = next() % 50;
        if (!indicator.denominator) figures.set(`${indicator.code}|value`, some);
        else {
          figures.set(`${indicator.code}|numerator`, some);
          figures.set(`${indicator.code}|denominator`, whole);
        }
      }
      return [part.id, figures];
    }),
  );
}

/** A person's sum of some months: flows are added, what stands at an end is the last. */
function wholeOf(plan: Plan, told: Told, parts: readonly string[]): Map<string, number> {
  const whole = new Map<string, number>();
  for (const id of parts)
    for (const [key, value] of told.get(id)!) {
      const [code, part] = key.split('|');
      const { overTime } = measureOf(plan.indicators.find((one) => one.code === code)!).choices;
      const isAdded =
        overTime === 'flow' || (overTime === 'flow-of-constant' && part !== 'denominator');
      whole.set(key, value + (isAdded ? (whole.get(key) ?? 0) : 0));
    }
  return whole;
}

/** Each told by its months, and with some of them told as longer periods. */
function bothWays(plan: Plan, agency: string, year: number, seed: number, longer: string[]) {
  const told = yearOf(plan, agency, year, seed);
  const months = [...told].map(([id, figures]) => entered(agency, id, figures));
  const hidden = new Set<string>();
  const wholes = longer.map((id) => {
    const parts = tiles(periodOf(id), baseKind(plan.schedule))!.map((one) => one.id);
    parts.forEach((part) => hidden.add(part));
    return entered(agency, id, wholeOf(plan, told, parts));
  });
  return { months, wholes: [...months.filter(({ period }) => !hidden.has(period)), ...wholes] };
}

const PLANS = [
  smallPlan('tra-vinh-2024', ['SNV', '842', '29461']),
  smallPlan('ktxh-mau-2026', ['STC', 'X01', 'X02']),
];

describe.each(PLANS.map((plan) => [plan.id, plan] as const))('%s', (_, plan) => {
  const agencies = plan.agencies.filter(({ reports }) => reports).map(({ code }) => code);
  const last = plan.year - 1;
  const LONGER = [[`${last}`], [`${last}-Q1`, `${last}-Q3`, `${last}-H2`], []];
  const ledgers = () => {
    const [months, wholes]: [Submission[], Submission[]] = [[], []];
    for (const [index, agency] of agencies.entries()) {
      const before = bothWays(plan, agency, last, 7 + index, LONGER[index]);
      // From before the office used the product.
      const opening = index === 0 ? [`${plan.year}-Q1`] : index === 1 ? [`${plan.year}-H1`] : [];
      const now = bothWays(plan, agency, plan.year, 70 + index, opening);
      months.push(...before.months, ...now.months);
      wholes.push(...before.wholes, ...now.wholes);
    }
    return [months, wholes];
  };

  // Of what each stands whole in: a whole year says nothing of its quarters.
  it.each([
    ['-H1', false],
    ['-09', false],
    ['-9M', false],
    ['', true],
  ])('%s', (suffix, isBefore) => {
    const [months, wholes] = ledgers().map((ledger) =>
      consolidate(plan, ledger, plan.year + suffix, AS_IT_IS),
    );
    const said = ({ code, numerator, denominator, value, cumulative, ...own }: IndicatorResult) => {
      const { expected, reported, previous, levels, status, complete, notReported, noBasis } = own;
      const before = isBefore ? { previous } : {};
      const judged = { levels, status, complete, notReported, noBasis };
      return {
        ...{ code, numerator, denominator, value, cumulative, expected, reported },
        ...{ ...judged, ...before },
      };
    };
    expect(wholes.indicators.map(said)).toEqual(months.indicators.map(said));
    expect(months.indicators.some(({ value }) => value !== null)).toBe(true);
  });

  it('formulas of the tables come to the same', async () => {
    const engine = await engineOfOurPage();
    const [, ledger] = ledgers();
    for (const id of long([`${plan.year}-H1`], [`${plan.year}-09`, `${plan.year}`])) {
      const result = consolidate(plan, ledger, id, AS_IT_IS);
      const { tables, figures } = layOutReport(plan, ledger, result, AS_IT_IS);
      expect(differentWhenCalculated(engine, [...tables, ...figures])).toEqual([]);
    }
  });
});

describe('of several wholes', () => {
  const [plan] = PLANS;
  const agencies = plan.agencies.filter(({ reports }) => reports).map(({ code }) => code);
  // A figure of each indicator for whatever somebody tells of it, in each of some periods.
  const told = (agency: string, of: Record<string, number>) =>
    Object.entries(of).map(([period, share]) => {
      const figures = new Map<string, number>();
      for (const { code, denominator } of flows) {
        if (!denominator) figures.set(`${code}|value`, share);
        else figures.set(`${code}|numerator`, share).set(`${code}|denominator`, 2 * share);
      }
      return entered(agency, period, figures);
    });
  const flows = plan.indicators.filter((one) => {
    const measure = measureOf(one);
    const isAsked = agencies.every((code) =>
      isFilledBy(
        one,
        plan.agencies.find((own) => own.code === code)!,
        `${plan.year}-06-30`,
      ),
    );
    return measure.choices.overTime === 'flow' && isAsked && measure.answers.length === 0;
  });
  const [a, b, c] = agencies;
  const y = plan.year;

  it.each<[string, Submission[], number, number]>([
    [
      'a year of one, quarters of another, halves of a third',
      [
        ...told(a, { [`${y}`]: 40 }),
        ...told(b, { [`${y}-Q1`]: 10, [`${y}-Q2`]: 10, [`${y}-Q3`]: 10, [`${y}-Q4`]: 10 }),
        ...told(c, { [`${y}-H1`]: 20, [`${y}-H2`]: 20 }),
      ],
      120,
      3,
    ],
    [
      'the longest of two that overlap, and nothing twice',
      [
        ...told(a, { [`${y}-9M`]: 90, [`${y}-H2`]: 60 }),
        ...told(b, { [`${y}`]: 10 }),
        ...told(c, { [`${y}`]: 10 }),
      ],
      110,
      2.75,
    ],
  ])('%s', (_name, ledger, numerator, years) => {
    const { indicators } = consolidate(plan, ledger, `${y}`, AS_IT_IS);
    for (const { code } of flows) {
      const one = indicators.find((own) => own.code === code)!;
      expect([code, one.numerator]).toEqual([code, numerator]);
      expect([code, one.reported]).toEqual([code, (years * one.expected) / 3]);
    }
    expect(flows.length).toBeGreaterThan(0);
  });

  it('one that holds a month which does not count by a person’s choice counts nowhere', () => {
    const { parent } = plan.agencies.find((one) => one.code === c)!;
    const paths = smallPlan('tra-vinh-2024', [parent!, c]);
    const { code } = flows[0];
    const choice = {
      table: 'indicators',
      code,
      path: 'below',
      who: 'An',
      day: null,
      at: '',
    } as const;
    const months = [1, 2, 3].map((month) => `${y}-0${month}`);
    const ledger = [
      ...told(parent!, { [`${y}-Q1`]: 30 }),
      ...told(c, Object.fromEntries(months.map((id) => [id, 5]))),
    ];
    const chosen = (...periods: string[]) =>
      consolidate(
        { ...paths, paths: periods.map((period) => ({ ...choice, period })) },
        ledger,
        `${y}-Q1`,
        AS_IT_IS,
      ).indicators.find((one) => one.code === code)!.numerator;
    expect([chosen(), chosen(months[0]), chosen(...months)]).toEqual([45, 15, 15]);
  });

  it('nor where others tell that whole too: who may not give it gives nothing', () => {
    const { parent } = plan.agencies.find((one) => one.code === c)!;
    const paths = smallPlan('tra-vinh-2024', [parent!, c]);
    const { code } = flows[0];
    const choice = { table: 'indicators', code, who: 'An', day: null, at: '' } as const;
    const ledger = [...told(parent!, { [`${y}-Q1`]: 30 }), ...told(c, { [`${y}-Q1`]: 15 })];
    const chosen = (path: 'below' | 'both') =>
      consolidate(
        { ...paths, paths: [{ ...choice, path, period: `${y}-01` }] },
        ledger,
        `${y}-Q1`,
        AS_IT_IS,
      ).indicators.find((one) => one.code === code)!.numerator;
    expect([chosen('below'), chosen('both')]).toEqual([15, 45]);
    // A quarter's own report of the plan's year tells nothing of its months.
    const [opening, reported] = [told(parent!, { [`${y}-Q1`]: 30 }), told(c, { [`${y}-Q1`]: 15 })];
    const asReported = reported.map(({ origin: _, ...one }): Submission => one);
    const both = consolidate(paths, [...opening, ...asReported], `${y}-Q1`, AS_IT_IS);
    expect(both.indicators.find((one) => one.code === code)!.numerator).toBe(30);
  });

  it('a figure of the last month alone is left to whom the choice leaves it', () => {
    const { parent } = plan.agencies.find((one) => one.code === c)!;
    const paths = smallPlan('tra-vinh-2024', [parent!, c]);
    const stock = paths.indicators.find(
      (one) =>
        measureOf(one).choices.overTime === 'stock' &&
        one.denominator !== null &&
        [parent!, c].every((own) =>
          isFilledBy(
            one,
            paths.agencies.find(({ code }) => code === own)!,
            `${y}-03-14`,
          ),
        ),
    )!;
    const figures = new Map([
      [`${stock.code}|numerator`, 15],
      [`${stock.code}|denominator`, 30],
    ]);
    const choice = { table: 'indicators', code: stock.code, who: 'An', day: null, at: '' } as const;
    const of = (path: 'below' | 'both') =>
      consolidate(
        { ...paths, paths: [{ ...choice, path, period: `${y}-01` }] },
        [entered(c, `${y}-Q1`, figures)],
        `${y}-Q1`,
        AS_IT_IS,
      ).indicators.find(({ code }) => code === stock.code)!.numerator;
    expect([of('below'), of('both')]).toEqual([15, 15]);
  });

  it('totals are over few ranges, however many agencies tell wholes', () => {
    const many = smallPlan(
      'tra-vinh-2024',
      builtinPlan('tra-vinh-2024')!
        .agencies.filter(({ reports }) => reports)
        .slice(0, 40)
        .map((one) => one.code),
    );
    const codes = many.agencies.filter(({ reports }) => reports).map(({ code }) => code);
    const ledger = codes.flatMap((code, index) =>
      index % 2 === 0
        ? told(code, { [`${y}-H1`]: 60 })
        : told(code, Object.fromEntries([1, 2, 3, 4, 5, 6].map((month) => [`${y}-0${month}`, 10]))),
    );
    const result = consolidate(many, ledger, `${y}-Q2`, AS_IT_IS);
    const { tables } = layOutReport(many, ledger, result, AS_IT_IS);
    const formulas = tables
      .filter(({ name }) => name.startsWith('Chỉ tiêu'))
      .flatMap(({ rows }) => [...rows.values()].flatMap((cells) => [...cells.values()]))
      .flatMap(({ formula }) => formula ?? []);
    expect(formulas.length).toBeGreaterThan(0);
    expect(Math.max(...formulas.map((formula) => formula.split(',').length))).toBeLessThan(30);
  });
});
