import fc from 'fast-check';
import { takeIn } from '../../src/app/take-in';
import type { FileChecker, ReceivedFile } from '../../src/app/ports';
import { consolidate } from '../../src/domain/consolidation/consolidate';
import type {
  Consolidation,
  Figure,
  FormColumns,
  IndicatorResult,
} from '../../src/domain/consolidation/consolidation';
import { coverage, type Entry } from '../../src/domain/consolidation/coverage';
import { InForce } from '../../src/domain/ledger/in-force';
import { periodOf } from '../../src/domain/period/period';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import type { Agency } from '../../src/domain/agency/agency';
import {
  baseKind,
  cutOff,
  expectedTiles,
  type Filler,
  type Indicator,
  type Plan,
} from '../../src/domain/plan/plan';
import { inputColumns, type StatForm } from '../../src/domain/plan/stat-form';
import { layOutReport } from '../../src/domain/report/report';
import { LEVEL_GROUP } from '../../src/domain/report/words';
import type { CheckedFile, Observation, Submission } from '../../src/domain/submission/submission';
import { parseCell } from '../../src/workbook/address';
import type { Sheet } from '../../src/workbook/sheet';
import { differences } from './differences';
import { randomProvince, type Province } from './province';

/**
 * What must hold of every consolidation, whatever the province: no expected figure is worked out
 * here, two ways are compared.
 */

const RUNS = process.env.ALL_WAYS ? 500 : 20;
/** Laying out a whole report twice takes longer than consolidating it. */
const REPORT_RUNS = RUNS / 2;
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/**
 * A number from numbers, the same for the same ones: what a property draws is told by a few seeds,
 * which shrink and print well.
 */
function drawn(...from: readonly number[]): number {
  let state = 0x9e3779b9;
  for (const one of from) {
    state = Math.imul(state ^ one, 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
    state ^= state >>> 16;
  }
  return state >>> 0;
}

function pick<T>(list: readonly T[], ...from: readonly number[]): T {
  return list[drawn(...from) % list.length];
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const ranked = list.map((item, at) => ({ item, rank: drawn(seed, at) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

const SMALL_FORM: StatForm = { ...BUILTIN_FORMS[0], rows: BUILTIN_FORMS[0].rows.slice(0, 2) };

/**
 * A random province that also fills a statistics form; one row in ten has a cell that does not
 * count.
 */
/**
 * What these properties say is of figures that are added up, and of forms of the plan's year; the
 * others have the oracle.
 */
function provinceOf(seed: number): Province {
  const random = randomProvince(seed);
  const year = String(random.plan.year);
  const province = {
    ...random,
    plan: {
      ...random.plan,
      indicators: random.plan.indicators.map(({ overAgencies: _, ...one }) =>
        one.kind === 'yes-no' ? { ...one, kind: 'count' as const } : one,
      ),
      targets: random.plan.targets.map(({ scope: _, ...one }) => one),
    },
    submissions: random.submissions.filter(({ period }) => period.startsWith(year)),
  };
  const submissions = province.submissions.map((submission, at): Submission => {
    const cells = SMALL_FORM.rows.flatMap(({ key }, row) =>
      inputColumns(SMALL_FORM).map((column, index): Observation => {
        const isOpen = drawn(seed, at, row) % 10 === 0 && index === 0;
        const value = drawn(seed, at, row, index) % 1000;
        return figure('form', SMALL_FORM.code, column.code, value, {
          row: key,
          state: isOpen ? 'undecided' : 'ok',
        });
      }),
    );
    return { ...submission, observations: [...submission.observations, ...cells] };
  });
  return { ...province, plan: { ...province.plan, forms: [SMALL_FORM] }, submissions };
}

function figure(
  of: Observation['of'],
  code: string,
  measure: string,
  value: number,
  more: Partial<Observation> = {},
): Observation {
  return {
    of,
    code,
    measure,
    value,
    raw: String(value),
    sheet: 'Biểu',
    cell: 'E10',
    state: 'ok',
    ...more,
  };
}

function ratioOf(
  code: string,
  numerator: number,
  denominator: number,
  state: Observation['state'],
): Observation[] {
  return [
    figure('indicator', code, 'numerator', numerator, { state }),
    figure('indicator', code, 'denominator', denominator, { state }),
  ];
}

/** An accepted submission like those of the province. */
function submissionOf(agency: string, period: string, observations: Observation[]): Submission {
  const file = `${period}_${agency}.xlsx`;
  const reading = {
    verdict: 'clean',
    accepted: 'all',
    sample: false,
    errors: 0,
    warnings: 0,
  } as const;
  const came = { version: 1, received: null, late: null, run: 'r', explanations: [] };
  return { hash: `hash of ${file}`, file, agency, period, ...came, ...reading, observations };
}

const consolidated = ({ plan, submissions, period, options }: Province): Consolidation =>
  consolidate(plan, submissions, period, options);
const yearOf = (plan: Plan) => expectedTiles(plan, periodOf(String(plan.year)));
const everyLevel: Filler[] = [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }];

function sheetsOf(...report: Parameters<typeof layOutReport>): Sheet[] {
  const { tables, figures } = layOutReport(...report);
  return [...tables, ...figures];
}

describe('the order in which things come changes nothing', () => {
  it('of submissions: not the consolidation, nor a cell of the report', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, order) => {
        const province = provinceOf(seed);
        const other = { ...province, submissions: shuffled(province.submissions, order) };
        const result = consolidated(province);
        expect(consolidated(other)).toEqual(result);
        const cells = (submissions: readonly Submission[]) =>
          sheetsOf(province.plan, submissions, result, province.options).map(({ name, rows }) => [
            name,
            rows,
          ]);
        expect(cells(other.submissions)).toEqual(cells(province.submissions));
      }),
      { numRuns: REPORT_RUNS },
    );
  });

  it('of agencies in the register', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, order) => {
        const province = provinceOf(seed);
        const plan = { ...province.plan, agencies: shuffled(province.plan.agencies, order) };
        expect(consolidated({ ...province, plan })).toEqual(consolidated(province));
      }),
      { numRuns: RUNS },
    );
  });

  it('of files in one drop, where their times tell the versions apart', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, seeds, async (seed, order) => {
        const province = provinceOf(seed);
        const own = ofBasePeriods(province);
        const ledger = await dropped(province.plan, [shuffled(own, order)]);
        expect(versionsIn(ledger)).toEqual(versionsIn(own));
        expect(consolidated({ ...province, submissions: ledger })).toEqual(consolidated(province));
      }),
      { numRuns: RUNS },
    );
  });

  it('of the drops by which months and versions came, where the versions of one month come in their order', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, seeds, async (seed, order) => {
        const province = provinceOf(seed);
        const own = ofBasePeriods(province);
        const ledger = await dropped(province.plan, dropsOf(own, order));
        expect(versionsIn(ledger)).toEqual(versionsIn(own));
        expect(consolidated({ ...province, submissions: ledger })).toEqual(consolidated(province));
      }),
      { numRuns: RUNS },
    );
  });
});

/** Every version of every agency and period, so that nothing received is lost. */
function versionsIn(submissions: readonly Submission[]): string[] {
  return submissions
    .map(({ agency, period, version, file }) => [agency, period, version, file].join(' '))
    .sort();
}

/**
 * Without the forms of other periods than the plan adds up from, which a random province numbers as
 * they come.
 */
function ofBasePeriods({ plan, submissions }: Province): Submission[] {
  return submissions.filter(({ period }) => periodOf(period).kind === baseKind(plan.schedule));
}

/** A drop for each month and version, in any order of the months. */
function dropsOf(submissions: readonly Submission[], order: number): Submission[][] {
  const groups = new Map<string, Submission[]>();
  for (const one of submissions) {
    const key = `${one.period} ${one.version}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const inOrder = shuffled([...groups.values()], order);
  // The places of a period stay where they were drawn; its versions take them in their order.
  const places = new Map<string, Submission[][]>();
  for (const group of inOrder)
    places.set(group[0].period, [...(places.get(group[0].period) ?? []), group]);
  for (const own of places.values()) own.sort((a, b) => a[0].version - b[0].version);
  return inOrder.map((group) => places.get(group[0].period)!.shift()!);
}

/** The ledger after drops of files, each of which the checker reads as one of the submissions. */
async function dropped(
  plan: Plan,
  drops: readonly (readonly Submission[])[],
): Promise<Submission[]> {
  let ledger: Submission[] = [];
  for (const drop of drops) {
    const checked = new Map(drop.map((one) => [one.file, checkedFile(one)]));
    const checker: FileChecker = {
      lanes: 3,
      maxBytes: 1000,
      check: async (_, path) => checked.get(path)!,
    };
    const files = drop.map(({ file, version }): ReceivedFile => {
      const modified = new Date(Date.UTC(2024, 0, 1, 0, version));
      return { path: file, modified, size: 1, bytes: async () => new Uint8Array(1) };
    });
    const options = { period: null, partial: false, received: null, upTo: null, run: 'r' };
    const taken = await takeIn(plan, ledger, files, checker, options, {
      cancelled: false,
      step: () => undefined,
    });
    ledger = taken.ledger;
  }
  return ledger;
}

function checkedFile({
  file,
  hash,
  agency,
  period,
  accepted,
  sample,
  observations,
}: Submission): CheckedFile {
  const said = { agency, period, accepted, sample, observations };
  return {
    file,
    hash,
    ...said,
    verdict: 'clean',
    received: null,
    late: null,
    version: 0,
    findings: [],
  };
}

describe('every total equals its parts', () => {
  it('the province is the sum of its agencies, of its levels, and TỔNG CỘNG of the matrix', () => {
    let told = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { plan, submissions, period, options } = provinceOf(seed);
        const result = consolidate(plan, submissions, period, options);
        const inForce = new InForce(submissions);
        const day = options.asOf ?? cutOff(plan, periodOf(period));
        const sheets = sheetsOf(plan, submissions, result, options);
        const matrix = matrixOf(sheets.find(({ name }) => name === `Theo đơn vị ${period}`)!);
        result.indicators.forEach((one, index) => {
          const indicator = plan.indicators[index];
          const entries = coverage(plan, indicator, periodOf(period), inForce, day);
          const whole = partsOf(one);
          if (whole.top !== null) told++;
          const same = (name: string, parts: Parts) =>
            expect(differences(parts, whole, `${name} of ${one.code} ${period}`)).toEqual([]);
          same('agencies', addedUp(indicator, entries));
          same('levels', sumOf(one.levels.map(partsOf)));
          same('TỔNG CỘNG', matrix.at('TỔNG CỘNG', index, indicator));
          same('the formula of TỔNG CỘNG', matrix.addedUpByFormula('TỔNG CỘNG', index, indicator));
          same(
            'groups of the matrix',
            sumOf(Object.values(LEVEL_GROUP).map((group) => matrix.at(group, index, indicator))),
          );
          same('rows of the matrix', sumOf(matrix.agencies(index, indicator)));
          for (const { level, ...own } of one.levels)
            expect(
              differences(matrix.at(LEVEL_GROUP[level], index, indicator), partsOf(own), level),
            ).toEqual([]);
        });
      }),
      { numRuns: RUNS },
    );
    expect(told).toBeGreaterThan(RUNS);
  });

  it('a statistics form is the sum of its agencies, of its levels and of its rows, column by column', () => {
    let told = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const [form] = consolidated(provinceOf(seed)).forms;
        const add = (rows: readonly { columns: FormColumns }[], code: string) =>
          sumOf(rows.map(({ columns }) => ({ top: columns[code], below: null }))).top;
        for (const { code } of inputColumns(SMALL_FORM)) {
          const total = form.total[code];
          if (total !== null) told++;
          expect([add(form.rows, code), add(form.levels, code), add(form.fields, code)]).toEqual([
            total,
            total,
            total,
          ]);
          for (const row of form.rows) expect(add(row.fields, code)).toBe(row.columns[code]);
        }
        // What is computed follows from the sums: 7 = 8 + 9 + 10.
        const settled = ['8', '9', '10'].map((code) => form.total[code]);
        const known = settled.filter((value) => value !== null);
        expect(form.total['7']).toBe(
          known.length < 3 ? null : known.reduce((sum, value) => sum + value, 0),
        );
      }),
      { numRuns: RUNS },
    );
    expect(told).toBeGreaterThan(RUNS);
  });
});

/** What a figure is made of: a count has nothing below. Null: nothing was reported. */
interface Parts {
  top: number | null;
  below: number | null;
}

const NOTHING: Parts = { top: null, below: null };

function partsOf({ numerator, denominator, value }: Figure): Parts {
  return denominator === null
    ? { top: value, below: null }
    : { top: numerator, below: denominator };
}

/** Of those who said something; floating-point sums, which are compared as two results are. */
function sumOf(parts: readonly Parts[]): Parts {
  const add = (key: 'top' | 'below') => {
    const known = parts.map((one) => one[key]).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  return { top: add('top'), below: add('below') };
}

/**
 * The figures of a coverage added up without the product's own sums; a figure of the year's
 * denominator is each agency's last.
 */
function addedUp(indicator: Indicator, entries: readonly Entry[]): Parts {
  const told = entries.flatMap(({ agency, period, figure: one }) => {
    const own = { agency, end: period.lastMonth };
    if (one.kind === 'not-due') return [{ ...own, top: 0, below: 0 }];
    return one.kind === 'figure' ? [{ ...own, top: one.numerator, below: one.denominator }] : [];
  });
  // A period in which nothing occurred says nothing of the year's figure.
  const isLast = ({ agency, end }: (typeof told)[number]) =>
    told.every((other) => other.agency !== agency || other.end <= end || other.below === 0);
  const isOnce = indicator.overTime === 'flow-of-constant';
  return sumOf(
    told.map((one) => ({ top: one.top, below: isOnce && !isLast(one) ? null : one.below })),
  );
}

/** Rows of the matrix by their name: three cells for each indicator. */
function matrixOf(sheet: Sheet) {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
  const heads = [...Object.values(LEVEL_GROUP), 'TỔNG CỘNG'];
  const first = rows.find((row) => heads.includes(String(sheet.value(row, 1))))!;
  const table = rows.filter((row) => row >= first);
  const nameOf = (row: number) => String(sheet.value(row, 1) ?? '');
  const read = (row: number, index: number, { denominator }: Indicator): Parts => {
    const cell = (offset: number) =>
      (sheet.value(row, 2 + index * 3 + offset) as number | null) ?? null;
    return denominator ? { top: cell(0), below: cell(1) } : { top: cell(0), below: null };
  };
  /** What a total names, added up: "C12+C16", or "SUM(C13:C15)". */
  const addedUp = (row: number, column: number): number | null => {
    const formula = sheet.cell(row, column)?.formula;
    if (!formula) return null;
    const cells = formula.split('+').flatMap((part) => {
      const [from, to = from] = part
        .replace(/^SUM\((.*)\)$/, '$1')
        .split(':')
        .map((name) => parseCell(name)!.row);
      return Array.from({ length: to - from + 1 }, (_, at) => sheet.value(from + at, column));
    });
    return cells.reduce((sum: number, value) => sum + (typeof value === 'number' ? value : 0), 0);
  };
  return {
    addedUpByFormula(name: string, index: number, { denominator }: Indicator): Parts {
      const row = table.find((one) => nameOf(one) === name)!;
      const column = 2 + index * 3;
      return { top: addedUp(row, column), below: denominator ? addedUp(row, column + 1) : null };
    },
    at(name: string, index: number, indicator: Indicator): Parts {
      const row = table.find((one) => nameOf(one) === name);
      return row === undefined ? NOTHING : read(row, index, indicator);
    },
    agencies(index: number, indicator: Indicator): Parts[] {
      const own = table.filter((row) => nameOf(row) !== '' && !heads.includes(nameOf(row)));
      return own.map((row) => read(row, index, indicator));
    },
  };
}

describe('who has nothing to add changes nothing', () => {
  const CODE = 'Z0';

  function withOne(plan: Plan, level: Agency['level']): Plan {
    const agency: Agency = {
      ...plan.agencies[0],
      code: CODE,
      name: 'Đơn vị thêm vào',
      shortName: CODE,
      level,
      validFrom: null,
      validTo: null,
      reports: true,
    };
    return { ...plan, agencies: [...plan.agencies, agency] };
  }

  it('an agency in which nothing occurred (không phát sinh, 0 of 0) changes no ratio', () => {
    let told = 0;
    fc.assert(
      fc.property(seeds, seeds, (seed, drawing) => {
        const province = provinceOf(seed);
        const { level } = pick(province.plan.agencies, drawing);
        const plan = withOne(province.plan, level);
        // Typed as zeros or said in words: both are không phát sinh.
        const state = pick(['ok', 'not-applicable'] as const, drawing, 1);
        const said = plan.indicators.flatMap(({ code, denominator }) =>
          denominator
            ? ratioOf(code, 0, 0, state)
            : [figure('indicator', code, 'value', 0, { state })],
        );
        const own = yearOf(plan).map(({ id }) => submissionOf(CODE, id, said));
        const before = consolidated(province);
        const after = consolidated({
          ...province,
          plan,
          submissions: [...province.submissions, ...own],
        });
        before.indicators.forEach((one, index) => {
          const now = after.indicators[index];
          // Tasks it says nothing of are gaps, whatever its figures.
          if (one.kind === 'computed') return;
          const isCount = plan.indicators[index].denominator === null;
          unchanged(one, now, isCount);
          unchanged(one.cumulative, now.cumulative, isCount);
          if (one.previous) unchanged(one.previous, now.previous!, isCount);
          for (const row of one.levels)
            unchanged(
              row,
              now.levels.find((other) => other.level === row.level)!,
              isCount,
            );
          // A count of 0 is a figure and may miss its target; a ratio of nothing, or a count said
          // in words, is judged by nobody.
          expect(now.notMet.filter((code) => !isCount || state !== 'ok' || code !== CODE)).toEqual(
            one.notMet,
          );
          if (!one.complete || !one.levels.some((row) => row.level === level)) return;
          // Where all said “không phát sinh”, a 0 is the first figure of a count there is.
          if (isCount && one.value === null) return;
          told++;
          expect([now.complete, now.status]).toEqual([true, one.status]);
        });
      }),
      { numRuns: RUNS },
    );
    expect(told).toBeGreaterThan(RUNS / 10);
  });

  /**
   * Where nobody had said anything, an agency that says 0 makes a count 0 and leaves a ratio
   * without a value.
   */
  function unchanged(before: Figure, after: Figure, isCount: boolean): void {
    const figureOf = ({ numerator, denominator, value }: Figure) => ({
      numerator,
      denominator,
      value,
    });
    if (before.numerator === null && before.value === null) expect(after.value ?? 0).toBe(0);
    else expect(figureOf(after)).toEqual(figureOf(before));
    if (!isCount) expect(after.value).toBe(before.value);
  }

  it('an agency that is not assigned (không được giao) changes no row at all, whatever it sends', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, drawing) => {
        const province = provinceOf(seed);
        const without = <Row extends { filledBy: Filler[] }>(rows: readonly Row[]): Row[] =>
          rows.map((row) => ({ ...row, filledBy: [...row.filledBy, { except: CODE }] }));
        const { level } = pick(province.plan.agencies, drawing);
        const added = withOne(province.plan, level);
        const plan: Plan = {
          ...added,
          indicators: without(added.indicators),
          tasks: without(added.tasks),
          forms: without(added.forms),
        };
        // It sends what another agency sends.
        const own = yearOf(plan).map(({ id }) =>
          submissionOf(
            CODE,
            id,
            pick(province.submissions, drawing, periodOf(id).lastMonth)?.observations ?? [],
          ),
        );
        const before = consolidated(province);
        const after = consolidated({
          ...province,
          plan,
          submissions: [...province.submissions, ...own],
        });
        expect([after.indicators, after.tasks, after.forms]).toEqual([
          before.indicators,
          before.tasks,
          before.forms,
        ]);
      }),
      { numRuns: RUNS },
    );
  });
});

/**
 * Only where coverage is complete: a commune that lacks a month takes its denominator of the year,
 * or its stock, out of the province's total, while a district that lacks only that commune still
 * has one. And only with figures whose sums a cell can hold: what a district types in has fifteen
 * digits, so a sum of more is rounded before the province adds it. A denominator of the year is
 * never 0 here: a commune in which nothing occurred keeps the one it said before, which its
 * district's form of the month has no more.
 */
describe('consolidating districts equals consolidating their communes', () => {
  const SOUND = [0, 1, 2, 3, 5, 7, 20, 57, 100, 9500, 0.1, 0.2, 0.3, 0.7, 12.3, 33.33, 250000.25];

  it('in numerator, denominator and value, of the period, lũy kế and kỳ trước', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 4 }), seeds, (seed, districts, drawing) => {
        const { plan: base, period, options } = randomProvince(seed);
        const communes = base.agencies.map((agency): Agency => ({ ...agency, ...COMMUNE }));
        const plan = planOf(base, communes);
        const submissions = communes.flatMap(({ code }, at) =>
          yearOf(plan).map(({ id, lastMonth }) =>
            submissionOf(
              code,
              id,
              figuresOf(plan, (row, part) => pick(SOUND, drawing, at, lastMonth, row, part)),
            ),
          ),
        );
        const direct = consolidate(plan, submissions, period, options);
        expect(direct.indicators.filter(({ complete }) => !complete)).toEqual([]);

        // The first communes go to one district each, so that none is empty; the others by lot.
        const districtOf = (at: number) => (at < districts ? at : drawn(drawing, at) % districts);
        const groups = Array.from({ length: districts }, (_, number) =>
          communes.filter((__, at) => districtOf(at) === number),
        ).filter((group) => group.length > 0);
        const upper = planOf(
          base,
          groups.map((group, number) => ({
            ...group[0],
            ...COMMUNE,
            code: `HUYEN-${number}`,
            level: 'huyen',
          })),
        );
        const reports = groups.flatMap((group, number) =>
          yearOf(plan).map(({ id }) => {
            const own = consolidate(planOf(base, group), submissions, id, options);
            return submissionOf(`HUYEN-${number}`, id, own.indicators.flatMap(reportedBy));
          }),
        );
        const twice = consolidate(upper, reports, period, options);
        expect(twice.indicators.map(figuresIn)).toEqual(direct.indicators.map(figuresIn));
        for (const { kind, overTime } of plan.indicators) seen.add(kind).add(overTime);
      }),
      { numRuns: RUNS },
    );
    // Every kind was among them, and every way over time.
    const kinds = [
      ...['against-last-year', 'count', 'duration', 'increase', 'per-ten-thousand'],
      ...['ratio', 'reduction', 'satisfaction', 'yes-no'],
    ];
    expect([...seen].sort()).toEqual(
      [...kinds, 'cumulative', 'flow', 'flow-of-constant', 'stock'].sort(),
    );
  });

  const COMMUNE = { level: 'xa', validFrom: null, validTo: null, reports: true } as const;

  function planOf(base: Plan, agencies: Agency[]): Plan {
    const asked = base.indicators.filter(({ kind }) => kind !== 'computed');
    const indicators = asked.map((one) => ({ ...one, filledBy: everyLevel }));
    return { ...base, agencies, indicators, tasks: [], targets: [] };
  }

  function figuresOf(plan: Plan, draw: (row: number, part: number) => number): Observation[] {
    return plan.indicators.flatMap(({ code, denominator, overTime }, row) => {
      if (!denominator) return [figure('indicator', code, 'value', draw(row, 0))];
      // Now and then nothing occurred.
      const below = draw(row, 1) || (overTime === 'flow-of-constant' ? 7 : 0);
      return below === 0
        ? ratioOf(code, 0, 0, 'not-applicable')
        : ratioOf(code, draw(row, 0), below, 'ok');
    });
  }

  function reportedBy({ code, numerator, denominator, value }: IndicatorResult): Observation[] {
    if (numerator === null || denominator === null)
      return [figure('indicator', code, 'value', value!)];
    return ratioOf(code, numerator, denominator, 'ok');
  }

  function figuresIn({
    code,
    numerator,
    denominator,
    value,
    cumulative,
    previous,
  }: IndicatorResult) {
    return { code, numerator, denominator, value, cumulative, previous };
  }
});
