import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cellName } from '../../workbook/address';
import { isError, type CellValue } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import type { CalcEngine } from '../../workbench/calc/calc-engine';
import { loadIronCalc } from '../../workbench/calc/ironcalc';
import { consolidate } from '../consolidation/consolidate';
import { periodOf, type PeriodId } from '../period/period';
import { builtinPlan } from '../plan/builtin';
import type { Agency } from '../agency/agency';
import type { Indicator, Operator, Plan } from '../plan/plan';
import { layOutReport } from '../report/report';
import { checkForm } from '../check/check-form';
import type { Observation, Submission } from '../submission/submission';
import { INDICATOR_COLUMNS, INDICATOR_FORM, type IndicatorColumn } from '../template/columns';
import { makeForm, templateOf } from '../template/form';
import type { IndicatorKind, OverTime } from './choices';

/**
 * Every measure × every place a formula is written: the form, the province's table, the matrix, the
 * charts, the rule about typed ratios.
 * All formulas are calculated anew by the engine of our page and held against figures worked out
 * here, by hand for each kind and in numbers alone: a formula that is wrong anywhere dies here.
 */

interface Tried {
  kind: IndicatorKind;
  overTime: OverTime;
  /** Of the numerator and, of parts, of the denominator. */
  units: [string, string?];
  partOfWhole?: true;
  /** Growth: below 0, with decimals. */
  isGrowth?: true;
  /** What numerator ÷ denominator is multiplied by, and whether the plan chooses that itself. */
  times: number;
  scale?: 1000;
  /** One of the agencies' figures makes the province's. */
  picks?: 'largest' | 'smallest';
  /** Of a month beyond the first: are numerators added up; are denominators. */
  adds: [boolean, boolean];
  target: readonly [Operator, number];
}

const DOSSIERS: [string, string] = ['hồ sơ', 'hồ sơ'];
const share = { units: DOSSIERS, partOfWhole: true, times: 100, target: ['>=', 60] } as const;
const MEASURES: readonly Tried[] = [
  { kind: 'ratio', overTime: 'flow', adds: [true, true], ...share },
  { kind: 'ratio', overTime: 'stock', adds: [false, false], ...share, target: ['=', 100] },
  { kind: 'ratio', overTime: 'cumulative', adds: [false, false], ...share },
  { kind: 'ratio', overTime: 'flow-of-constant', adds: [true, false], ...share },
  {
    ...share,
    kind: 'ratio',
    overTime: 'flow',
    adds: [true, true],
    units: ['triệu đồng', 'triệu đồng'],
    partOfWhole: undefined,
  },
  { kind: 'satisfaction', overTime: 'flow', adds: [true, true], ...share, target: ['>', 50] },
  {
    ...share,
    kind: 'reduction',
    overTime: 'cumulative',
    adds: [false, false],
    units: ['đồng', 'đồng'],
  },
  {
    kind: 'duration',
    overTime: 'flow',
    adds: [true, true],
    units: ['phút', 'hồ sơ'],
    times: 1,
    target: ['<=', 0.6],
  },
  {
    kind: 'duration',
    overTime: 'stock',
    adds: [false, false],
    units: ['ngày', 'hồ sơ'],
    times: 1,
    target: ['<=', 0.5],
  },
  { kind: 'increase', overTime: 'flow', adds: [true, true], ...share, target: ['increase', 0] },
  {
    kind: 'count',
    overTime: 'flow',
    adds: [true, true],
    units: ['văn bản'],
    times: 1,
    target: ['>=', 40],
  },
  {
    kind: 'count',
    overTime: 'stock',
    adds: [false, false],
    units: ['văn bản'],
    times: 1,
    target: ['<=', 40],
  },
  {
    kind: 'count',
    overTime: 'cumulative',
    adds: [false, false],
    units: ['triệu đồng'],
    times: 1,
    target: ['>=', 40],
  },
  {
    kind: 'count',
    overTime: 'stock',
    adds: [false, false],
    units: ['%'],
    isGrowth: true,
    times: 1,
    target: ['>=', -40.5],
  },
  {
    kind: 'ratio',
    overTime: 'flow',
    adds: [true, true],
    units: ['hồ sơ', 'hồ sơ'],
    isGrowth: true,
    times: 100,
    target: ['<=', -10],
  },
  { kind: 'ratio', overTime: 'flow', adds: [true, true], ...share, times: 1000, scale: 1000 },
  {
    kind: 'per-ten-thousand',
    overTime: 'stock',
    adds: [false, false],
    units: ['bác sĩ', 'người'],
    times: 10000,
    target: ['>=', 8],
  },
  {
    kind: 'count',
    overTime: 'stock',
    adds: [false, false],
    units: ['phút'],
    picks: 'largest',
    times: 1,
    target: ['<=', 30],
  },
  {
    kind: 'count',
    overTime: 'cumulative',
    adds: [false, false],
    units: ['triệu đồng'],
    picks: 'smallest',
    times: 1,
    target: ['>=', 30],
  },
];

/** What is of a hundred is %. */
const PER: Record<number, string> = { 1000: '‰', 10000: 'bác sĩ/vạn dân' };
const MONTHS: PeriodId[] = ['2024-01', '2024-02', '2024-03'];
const code = (index: number) => `M${index + 1}`;
const nameOf = ({ kind, overTime, units }: Tried) => `${kind}, ${overTime}, ${units.join(' / ')}`;

/**
 * Whole and odd figures, other ones of each agency and month: the numerator is the smaller part.
 */
function figure(
  measure: number,
  agency: number,
  month: number,
): { numerator: number; denominator: number } {
  const numerator = 11 + measure + 3 * agency + 2 * month;
  return {
    numerator: MEASURES[measure].isGrowth ? -numerator - 0.25 : numerator,
    denominator: 23 + 2 * measure + 5 * agency + month,
  };
}

const base = builtinPlan('vinh-chap-2024')!;
const agencies: Agency[] = base.agencies
  .slice(0, 3)
  .map((one) => ({ ...one, level: 'xa', reports: true }));
const plan: Plan = {
  ...base,
  agencies,
  tasks: [],
  forms: [],
  indicators: MEASURES.map(
    ({ kind, overTime, units: [unit, of], partOfWhole, isGrowth, ...one }, index): Indicator => ({
      ...base.indicators[0],
      code: code(index),
      stt: String(index + 1),
      group: '',
      heading: '',
      name: `Chỉ tiêu ${index + 1}`,
      unit: kind === 'duration' || of === undefined ? unit : (PER[one.times] ?? '%'),
      kind,
      overTime,
      numerator: { name: 'Tử', unit },
      denominator: of === undefined ? null : { name: 'Mẫu', unit: of },
      partOfWhole: partOfWhole === true,
      ...(one.scale ? { scale: one.scale } : {}),
      ...(one.picks ? { overAgencies: one.picks } : {}),
      ...(isGrowth ? ({ decimals: 'any', sign: 'any' } as const) : {}),
      assess: 'every-period',
      deadline: null,
      task: '',
      filledBy: [{ level: 'xa' }],
      sameAs: '',
    }),
  ),
  targets: MEASURES.map(({ target: [operator, value] }, index) => ({
    indicator: code(index),
    level: null,
    agency: null,
    raw: `${operator} ${value}`,
    operator,
    value: operator === 'increase' ? null : value,
    confirmed: true,
  })),
};

/** What numerator and denominator come to, told again: never through the code that is tried. */
function result({ units, times }: Tried, numerator: number, denominator: number): number {
  return units[1] === undefined ? numerator : (numerator * times) / denominator;
}

/** Some agencies over the months up to one, `added` where months add up, else the last alone. */
function over(index: number, which: readonly number[], months: readonly number[]) {
  const { adds } = MEASURES[index];
  const part = (name: 'numerator' | 'denominator', isAdded: boolean) => {
    const used = isAdded ? months : months.slice(-1);
    const all = which.flatMap((agency) => used.map((month) => figure(index, agency, month)[name]));
    const { picks } = MEASURES[index];
    if (picks) return picks === 'largest' ? Math.max(...all) : Math.min(...all);
    return all.reduce((a, b) => a + b, 0);
  };
  const numerator = part('numerator', adds[0]);
  const denominator = part('denominator', adds[1]);
  return { numerator, denominator, value: result(MEASURES[index], numerator, denominator) };
}

let engine: CalcEngine;
beforeAll(async () => {
  const wasm = resolve(__dirname, '../../../node_modules/@ironcalc/wasm/wasm_bg.wasm');
  engine = await loadIronCalc(readFileSync(wasm));
});

/** Every formula of some sheets calculated anew, by sheet and cell. */
function calculated(sheets: readonly Sheet[]): Map<string, CellValue> {
  const cells = sheets.map(({ name, rows }) => {
    const all = [...rows].flatMap(([row, own]) =>
      [...own].map(([column, cell]) => ({ row, column, ...cell })),
    );
    const formulas = all.flatMap(({ row, column, formula }) =>
      formula === undefined ? [] : [{ row, column, formula }],
    );
    return {
      name,
      formulas,
      values: all.filter(({ formula, value }) => formula === undefined && value !== null),
    };
  });
  return new Map(
    engine
      .calculate(cells)
      .map(({ sheet, row, column, value }) => [`${sheet}!${cellName(row, column)}`, value]),
  );
}

function isNear(found: CellValue | undefined, wanted: number): boolean {
  return (
    typeof found === 'number' && Math.abs(found - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted))
  );
}

const FORM_COLUMN = Object.fromEntries(
  INDICATOR_COLUMNS.map(({ key }, index) => [key, index]),
) as Record<IndicatorColumn, number>;

/** The form of the first agency for March, with what it sent before. */
function marchForm() {
  const parts = ({ numerator, denominator }: ReturnType<typeof over>) => ({
    numerator,
    denominator,
  });
  const previous = new Map(
    MEASURES.map(({ adds }, index) => [
      code(index),
      { last: figure(index, 0, 2), cumulative: adds[0] ? parts(over(index, [0], [1, 2])) : null },
    ]),
  );
  const workbook = makeForm({ plan, agency: agencies[0], period: periodOf('2024-03'), previous });
  const sheet = workbook.sheets.find(({ name }) => name === INDICATOR_FORM)!;
  const rows = new Map(
    [...sheet.rows].map(([row, cells]) => [String(cells.get(FORM_COLUMN.code)?.value ?? ''), row]),
  );
  const put = (index: number, key: IndicatorColumn, value: CellValue) => {
    const row = rows.get(code(index))!;
    sheet.set(row, FORM_COLUMN[key], { ...sheet.cell(row, FORM_COLUMN[key])!, value });
  };
  const fill = (
    change: (figures: { numerator: number; denominator: number }) => object = () => ({}),
  ) =>
    MEASURES.forEach(({ units }, index) => {
      const figures: Record<string, CellValue> = {
        ...figure(index, 0, 3),
        ...change(figure(index, 0, 3)),
      };
      // What has no parts is a result, and stands under no Tử.
      put(index, units[1] === undefined ? 'ratio' : 'numerator', figures.numerator);
      if (units[1] !== undefined) put(index, 'denominator', figures.denominator);
    });
  const at = (results: ReadonlyMap<string, CellValue>, index: number, key: IndicatorColumn) =>
    results.get(`${INDICATOR_FORM}!${cellName(rows.get(code(index))!, FORM_COLUMN[key])}`);
  return { workbook, sheet, rows, put, fill, at };
}

describe('the form', () => {
  it('computes the result, lũy kế and the judgement of every measure', () => {
    const { sheet, fill, at } = marchForm();
    fill();
    const results = calculated([sheet]);
    const wrong = MEASURES.flatMap((measure, index) => {
      const { numerator, denominator } = figure(index, 0, 3);
      const soFar = over(index, [0], [1, 2, 3]);
      const hasParts = measure.units[1] !== undefined;
      const value = result(measure, numerator, denominator);
      const [operator, target] = measure.target;
      const isMet: Record<string, boolean> = {
        '>=': value >= target,
        '<=': value <= target,
        '=': value === target,
        '>': value > target,
      };
      const wanted: [IndicatorColumn, number | string][] = [
        [hasParts ? 'cumulativeNumerator' : 'cumulativeRatio', soFar.numerator],
        ['check', 'Đủ'],
        ...((hasParts
          ? [
              ['ratio', value],
              ['cumulativeDenominator', soFar.denominator],
              ['cumulativeRatio', soFar.value],
              ...(operator === 'increase'
                ? []
                : [['judgement', isMet[operator] ? 'Đạt' : 'Không đạt']]),
            ]
          : []) as [IndicatorColumn, number | string][]),
      ];
      return wanted
        .filter(([key, own]) =>
          typeof own === 'number'
            ? !isNear(at(results, index, key), own)
            : at(results, index, key) !== own,
        )
        .map(
          ([key, own]) =>
            `${nameOf(measure)}: ${key} ${JSON.stringify(at(results, index, key))}, not ${own}`,
        );
    });
    expect(wrong).toEqual([]);
  });

  const SLIPS: [
    string,
    (figures: { numerator: number; denominator: number }) => object,
    (one: Tried) => string,
  ][] = [
    [
      'less than nothing',
      ({ numerator }) => ({ numerator: -numerator }),
      ({ isGrowth }) => (isGrowth ? 'Đủ' : 'Số âm'),
    ],
    [
      'half a thing',
      ({ numerator }) => ({ numerator: numerator - 0.5 }),
      ({ partOfWhole, isGrowth, units: [unit, of] }) =>
        !isGrowth && ['hồ sơ', 'văn bản'].includes(unit) && (partOfWhole || of === undefined)
          ? 'Cần số nguyên'
          : 'Đủ',
    ],
    [
      'more than the whole',
      ({ denominator }) => ({ numerator: denominator + 1 }),
      ({ partOfWhole }) => (partOfWhole ? 'Tử lớn hơn mẫu' : 'Đủ'),
    ],
    ['nothing of nothing', () => ({ numerator: 0, denominator: 0 }), () => 'Đủ'],
  ];

  it.each(SLIPS)('names %s as the check does', (_, change, wanted) => {
    const { workbook, sheet, rows, fill, at } = marchForm();
    fill(change);
    const results = calculated([sheet]);
    const said = MEASURES.map(
      (measure, index) => `${nameOf(measure)}: ${String(at(results, index, 'check'))}`,
    );
    expect(said).toEqual(MEASURES.map((measure) => `${nameOf(measure)}: ${wanted(measure)}`));
    // What the form shows red is an error of the check, row by row, and nothing else is.
    const errors = checkForm(
      workbook,
      plan,
      agencies[0],
      periodOf('2024-03'),
      templateOf(plan, agencies[0]),
    ).findings;
    const isFound = (index: number) =>
      errors.some(
        ({ severity, cell }) =>
          severity === 'error' && cell?.replace(/\D/g, '') === String(rows.get(code(index))! + 1),
      );
    expect(MEASURES.map((_one, index) => isFound(index))).toEqual(
      MEASURES.map((one) => wanted(one) !== 'Đủ'),
    );
  });

  it('divides nothing by nothing', () => {
    const { sheet, fill, at } = marchForm();
    fill(() => ({ numerator: 0, denominator: 0 }));
    const results = calculated([sheet]);
    const shown = MEASURES.map(({ units }, index) =>
      units[1] === undefined ? '' : at(results, index, 'ratio'),
    );
    expect(shown).toEqual(MEASURES.map(() => ''));
  });
});

describe('a ratio typed over its formula', () => {
  const ratios = MEASURES.map((measure, index) => ({ measure, index })).filter(
    ({ measure }) => measure.units[1] !== undefined,
  );
  /** The ratio each row is said to give where one is typed that it does not. */
  const found = (typed: (right: number) => number) => {
    const { workbook, sheet, rows, fill } = marchForm();
    fill();
    for (const { measure, index } of ratios) {
      const { numerator, denominator } = figure(index, 0, 3);
      sheet.put(
        rows.get(code(index))!,
        FORM_COLUMN.ratio,
        typed(result(measure, numerator, denominator)),
        {
          format: '0.00',
        },
      );
    }
    const { findings } = checkForm(
      workbook,
      plan,
      agencies[0],
      periodOf('2024-03'),
      templateOf(plan, agencies[0]),
    );
    return findings.flatMap((one) => (one.code === 'ratio-mismatch' ? [one.facts] : []));
  };

  it('agrees with its parts', () => {
    expect(found((right) => Math.round(100 * right) / 100)).toEqual([]);
  });

  it('is held against what its parts give', () => {
    const wanted = ratios.map(({ measure, index }) => {
      const { numerator, denominator } = figure(index, 0, 3);
      return result(measure, numerator, denominator);
    });
    const told = found((right) => right + 3).map(
      (facts) => (facts as { computed: number }).computed,
    );
    expect(told.map((value, index) => isNear(value, wanted[index]))).toEqual(
      ratios.map(() => true),
    );
  });
});

describe.each(['2024-03', '2024-Q1'])('the report of %s', (period) => {
  const months = period === '2024-03' ? [3] : [1, 2, 3];
  const submissions = agencies.flatMap((agency, at) =>
    MONTHS.map((id, month) => sent(agency, at, id, month + 1)),
  );
  const options = { asOf: null, acceptIncomplete: false };
  const everyone = agencies.map((_, index) => index);
  let report: Sheet[];
  let results: Map<string, CellValue>;

  beforeAll(() => {
    const { tables, figures } = layOutReport(
      plan,
      submissions,
      consolidate(plan, submissions, period, options),
      options,
    );
    report = [...tables, ...figures];
    results = calculated(report);
  });

  it('holds no formula that gives another value than it was written with', () => {
    const wrong = report.flatMap(({ name, rows }) =>
      [...rows].flatMap(([row, cells]) =>
        [...cells].flatMap(([column, { value, formula }]) => {
          if (formula === undefined) return [];
          const own = results.get(`${name}!${cellName(row, column)}`);
          const isSame =
            typeof value === 'number' ? isNear(own, value) : (own ?? '') === (value ?? '');
          return isSame && !isError(own)
            ? []
            : [
                `${name}!${cellName(row, column)} =${formula}: ${String(value)}, not ${String(own)}`,
              ];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('gives the figures of every measure in the province’s table', () => {
    const [table] = report;
    const wrong = MEASURES.flatMap((measure, index) => {
      const row = rowOf(table, 1, code(index));
      const [own, soFar] = [over(index, everyone, months), over(index, everyone, [1, 2, 3])];
      const before = period === '2024-03' ? over(index, everyone, [2]) : null;
      const hasParts = measure.units[1] !== undefined;
      const wanted: [number, number][] = [
        ...((hasParts
          ? [
              [5, own.numerator],
              [6, own.denominator],
              [8, soFar.numerator],
              [9, soFar.denominator],
            ]
          : []) as [number, number][]),
        [7, own.value],
        [10, soFar.value],
        ...((before
          ? [
              [11, before.value],
              [12, own.value - before.value],
            ]
          : []) as [number, number][]),
      ];
      return missed(table, row, wanted, measure);
    });
    expect(wrong).toEqual([]);
  });

  it('gives them in the matrix, of each agency, of their level and of all', () => {
    const matrix = report.find(({ rows }) =>
      [...rows.values()].some((cells) => cells.get(1)?.value === 'TỔNG CỘNG'),
    )!;
    const lines: [string, number[]][] = [
      ...agencies.map(({ name }, index): [string, number[]] => [name, [index]]),
      ['Đơn vị cấp xã', everyone],
      ['TỔNG CỘNG', everyone],
    ];
    const wrong = lines.flatMap(([text, which]) =>
      MEASURES.flatMap((measure, index) => {
        const { numerator, denominator, value } = over(index, which, months);
        const column = 2 + 3 * index;
        const parts: [number, number][] = [
          [column, numerator],
          [column + 1, denominator],
          [column + 2, value],
        ];
        return missed(
          matrix,
          rowOf(matrix, 1, text),
          measure.units[1] === undefined ? parts.slice(0, 1) : parts,
          measure,
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('draws them', () => {
    const chart = report.find(({ charts }) => charts.length > 0)!;
    const shown = MEASURES.map((measure, index) => ({ measure, index })).filter(
      ({ index }) => plan.indicators[index].unit === '%' && MEASURES[index].units[1] !== undefined,
    );
    const wrong = shown.flatMap(({ measure, index }) =>
      missed(
        chart,
        rowOf(chart, 0, `Chỉ tiêu ${index + 1}`),
        [[1, over(index, everyone, months).value]],
        measure,
      ),
    );
    const lines = shown.filter(({ measure: { adds } }) => adds[0] && adds[1]);
    const trend = MONTHS.flatMap((_, month) =>
      lines.flatMap(({ measure, index }, column) =>
        missed(
          chart,
          rowOf(chart, 0, `Tháng ${month + 1}/2024`),
          [[1 + column, over(index, everyone, [month + 1]).value]],
          measure,
        ),
      ),
    );
    expect([...wrong, ...trend]).toEqual([]);
  });

  /** The cells of a row that do not show what they should. */
  function missed(
    sheet: Sheet,
    row: number,
    wanted: readonly [number, number][],
    measure: Tried,
  ): string[] {
    return wanted
      .map(([column, value]) => ({
        at: cellName(row, column),
        value,
        own: results.get(`${sheet.name}!${cellName(row, column)}`),
      }))
      .filter(({ own, value }) => !isNear(own, value))
      .map(
        ({ at, own, value }) =>
          `${nameOf(measure)}: ${sheet.name}!${at} ${String(own)}, not ${value}`,
      );
  }
});

/** The first whose text begins so; "Chỉ tiêu 1" is not "Chỉ tiêu 10". */
function rowOf(sheet: Sheet, column: number, text: string): number {
  return [...sheet.rows].find(([, cells]) => {
    const value = String(cells.get(column)?.value ?? '');
    return value.startsWith(text) && !/\d/.test(value.charAt(text.length));
  })![0];
}

/** What an agency sent of one month. */
function sent(agency: Agency, at: number, period: PeriodId, month: number): Submission {
  const observations = MEASURES.flatMap(({ units }, index): Observation[] => {
    const { numerator, denominator } = figure(index, at, month);
    const observed = (measure: string, value: number): Observation => ({
      of: 'indicator',
      code: code(index),
      measure,
      value,
      raw: String(value),
      sheet: INDICATOR_FORM,
      cell: `H${index + 12}`,
      state: 'ok',
    });
    if (units[1] === undefined) return [observed('value', numerator)];
    return [observed('numerator', numerator), observed('denominator', denominator)];
  });
  return {
    hash: `${agency.code} ${period}`,
    file: `${agency.code}.xlsx`,
    agency: agency.code,
    period,
    version: 1,
    received: null,
    late: null,
    verdict: 'clean',
    accepted: 'all',
    sample: false,
    errors: 0,
    warnings: 0,
    run: 'thử',
    observations,
    explanations: [],
  };
}
