import fc from 'fast-check';
import { provinceTable } from '../../../test/province-table';
import { cellName, parseCell } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { consolidate } from '../consolidation/consolidate';
import { periodOf } from '../period/period';
import { builtinPlan } from '../plan/builtin';
import { layOutReport } from '../report/report';
import { cellKey, type Binding } from './binding';
import { figuresFor, fill, formatFor, type FillTrouble } from './fill';
import { proposeBindings } from './propose';

const plan = builtinPlan('tra-vinh-2024')!;
const period = periodOf('2024-03');
const options = { acceptIncomplete: false, asOf: null };
const report = layOutReport(plan, [], consolidate(plan, [], period.id, options), options).tables;
const nameOf = (code: string) => plan.indicators.find((one) => one.code === code)!.name;

const table = () =>
  provinceTable([
    'I. Cải cách thủ tục hành chính',
    ['1', nameOf('K07')],
    ['2', nameOf('K01')],
    'II. Cải cách khác',
    ['3', nameOf('K04')],
    ['4', 'Chỉ tiêu không có trong kế hoạch'],
    ['5', nameOf('K05')],
  ]);
const bind = (sheet: Sheet): Binding[] =>
  proposeBindings(sheet, plan).cells.map((one) => ({
    ...one,
    who: 'A',
    at: '2024-02-01 08:00:00',
  }));
const base = table();
const bindings = bind(base);

const filled = (sheets: Sheet[], own: Binding[] = bindings) =>
  fill({
    plan,
    period,
    stored: { bindings: own, unreadable: [] },
    bound: emptyWorkbook(sheets),
    report,
  });
const codes = (troubles: readonly FillTrouble[]) =>
  troubles.map(({ code, cell }) => `${code} ${cell}`);
const at = (cell: string) => bindings.filter((one) => one.cell === cell);

describe('where nobody has reported', () => {
  it('cells stay blank, never 0, and each says why', () => {
    const { edits, troubles } = filled([base], [...at('E11'), ...at('K11'), ...at('M11')]);
    expect(edits.map(({ cell, value, formula }) => [cell, value, formula])).toEqual([
      ['E11', null, undefined],
      ['K11', null, undefined],
      ['M11', 'Chưa báo cáo', "'Chỉ tiêu 2024-03'!O20"],
    ]);
    expect(troubles).toMatchObject([
      { code: 'blank', why: 'not-reported', cell: 'E11' },
      { code: 'blank', why: 'no-earlier-figure', cell: 'K11' },
    ]);
  });
});

describe('what stands in a bound cell already', () => {
  it.each([
    ['nothing', null, undefined, false],
    ['what we write', 'Chưa báo cáo', undefined, false],
    ['another text', 'Đạt', undefined, true],
    ['a number', 5, undefined, true],
    ['our reference to another period', 'Đạt', "'Chỉ tiêu 2024-02'!N20", false],
    ['our reference to a sheet that was replaced', 'Đạt', "'Chỉ tiêu 2024-03 (cũ)'!N20", false],
    ['what is left of our reference', { error: '#REF!' }, '#REF!N20', false],
    ['the person’s own formula', 'Chưa báo cáo', 'IF(G11>20,"Đạt","Chưa báo cáo")', true],
    ['a reference to a sheet of others', 'Đạt', "'Biểu 2'!N20", true],
  ])('%s', (_, value, formula, isOverwrite) => {
    const sheet = table();
    const { row, column } = parseCell('M11')!;
    sheet.set(row, column, { value, ...(formula === undefined ? {} : { formula }) });
    expect(filled([sheet], at('M11')).edits).toMatchObject([{ cell: 'M11', isOverwrite }]);
  });
});

describe('what is not filled is named', () => {
  const changed = (change: (sheet: Sheet) => void) => {
    const sheet = table();
    change(sheet);
    return sheet;
  };
  it.each<[string, Sheet[], string[]]>([
    ['no sheet', [], ['sheet-missing E11']],
    ['the label was retyped', [changed((s) => s.put(10, 1, 'Tỷ lệ khác'))], ['label-missing E11']],
    [
      'the label stands twice',
      [changed((s) => s.put(12, 1, nameOf('K07')))],
      ['label-ambiguous E11'],
    ],
    ['the heading was retyped', [changed((s) => s.put(7, 4, 'Số hồ sơ'))], ['heading-missing E11']],
    [
      'the heading over it was retyped',
      [changed((s) => s.put(6, 4, 'Lũy kế'))],
      ['heading-missing E11'],
    ],
    ['the heading stands twice', [changed((s) => s.put(7, 5, 'Tử số'))], ['heading-ambiguous E11']],
    ['the heading names another month', [changed((s) => s.put(6, 4, 'Trong tháng'))], []],
    [
      'the label stands elsewhere',
      [changed((s) => (s.put(10, 1, null), s.put(12, 1, nameOf('K07'))))],
      ['moved E11'],
    ],
  ])('%s', (_, sheets, expected) => {
    const { troubles, edits } = filled(sheets, at('E11'));
    expect(codes(troubles.filter(({ code }) => code !== 'blank'))).toEqual(expected);
    expect(edits).toHaveLength(expected.length === 0 ? 1 : 0);
  });

  it('a heading of last month', () => {
    const sheet = changed((s) => s.put(6, 4, 'Tháng 02/2024'));
    const own = bind(sheet).filter(({ cell }) => cell === 'E11');
    expect(own).toHaveLength(1);
    expect(codes(filled([sheet], own).troubles)).toEqual(['other-period E11']);
    sheet.put(6, 4, 'Tháng 03/2024');
    expect(filled([sheet], own).edits).toHaveLength(1);
  });

  it.each<[string, Partial<Binding>, string]>([
    [
      'an indicator that is gone',
      { source: { ...at('E11')[0].source, code: 'K99' } },
      'not-in-plan E11',
    ],
    [
      'a task that is gone',
      { source: { of: 'task', code: 'T99', measure: 'done' } },
      'not-in-plan E11',
    ],
    [
      'an agency that is gone',
      {
        source: {
          of: 'indicator',
          code: 'K07',
          scope: { kind: 'agency', agency: 'X' },
          span: 'period',
          measure: 'value',
        },
      },
      'agency-not-in-plan E11',
    ],
    [
      'a figure reports do not have',
      {
        source: {
          of: 'indicator',
          code: 'K07',
          scope: { kind: 'level', level: 'xa' },
          span: 'cumulative',
          measure: 'value',
        },
      },
      'not-in-report E11',
    ],
  ])('%s', (_, change, expected) => {
    const { troubles, edits } = filled([base], [{ ...at('E11')[0], ...change }]);
    expect(codes(troubles)).toEqual([expected]);
    expect(edits).toEqual([]);
  });

  it('a cell bound twice, and a sheet that is ours', () => {
    const [one] = at('E11');
    expect(codes(filled([base], [one, { ...one, cell: 'e11' }]).troubles)).toEqual([
      'cell-twice E11',
      'cell-twice e11',
    ]);
    const ours = new Sheet('Sổ số liệu');
    expect(codes(filled([ours], [{ ...one, sheet: 'Sổ số liệu' }]).troubles)).toEqual([
      'own-sheet E11',
    ]);
  });
});

describe('no figure of another period is left', () => {
  const FEBRUARY = "'Chỉ tiêu 2024-02'!F20";
  const MARCH = "'Chỉ tiêu 2024-03'!F20";
  const full = (formula = FEBRUARY) => {
    const sheet = table();
    for (const { cell } of bindings) {
      const { row, column } = parseCell(cell)!;
      sheet.putFormula(row, column, formula, 5);
    }
    return sheet;
  };
  const shifted = (sheet: Sheet) => {
    const after = new Sheet(sheet.name);
    for (const [row, cells] of sheet.rows)
      for (const [column, cell] of cells) after.set(row >= 11 ? row + 1 : row, column, cell);
    return after;
  };
  const left = (sheets: Sheet[], own = bindings) => {
    const { edits, troubles } = filled(sheets, own);
    const after = new Map(edits.map(({ cell, formula }) => [cell, formula]));
    const standing = [...sheets[0].rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { formula }]) =>
        formula === FEBRUARY && !after.has(cellName(row, column)) ? [cellName(row, column)] : [],
      ),
    );
    const named = troubles.filter(({ code }) => code === 'left-over').map(({ cell }) => cell);
    expect(named).toEqual(edits.filter(({ cell }) => named.includes(cell)).map(({ cell }) => cell));
    return { standing, named };
  };

  it.each<[string, (sheet: Sheet) => Sheet | void, number]>([
    ['rows moved', shifted, 27],
    ['a label was retyped', (s) => s.put(11, 1, 'Tỷ lệ khác'), 9],
    ['a label was retyped and its row moved', (s) => (s.put(11, 1, 'Tỷ lệ khác'), shifted(s)), 27],
    ['a heading was retyped', (s) => s.put(7, 4, 'Số hồ sơ'), 4],
    ['a heading names February', (s) => s.put(6, 4, 'Tháng 2/2024'), 12],
    ['nothing changed', (s) => s, 0],
  ])('%s', (_, change, emptied) => {
    const sheet = full();
    const { standing, named } = left([change(sheet) ?? sheet]);
    expect(standing).toEqual([]);
    expect(named).toHaveLength(emptied);
  });

  it('what stands in a row without a binding is the office’s, where every bound cell is filled', () => {
    const sheet = full();
    sheet.putFormula(9, 4, FEBRUARY, 5);
    expect(left([sheet])).toEqual({ standing: ['E10'], named: [] });
  });

  it('a binding that was cut out of Gắn biểu between others leaves none either', () => {
    const own = bindings.filter(({ cell }) => cell !== 'F12');
    expect(left([full()], own)).toEqual({ standing: [], named: ['F12'] });
  });

  it('what shows this period is left where it moved to, what the office typed is left always', () => {
    expect(left([shifted(full(MARCH))]).named).toEqual([]);
    const sheet = full();
    sheet.put(11, 1, 'Tỷ lệ khác');
    sheet.put(11, 4, 17);
    sheet.putFormula(11, 5, "SUM('Chỉ tiêu 2024-02'!F20:F21)", 9);
    expect(left([sheet]).named).toHaveLength(7);
  });
});

it('a proposal shows the figure that would stand there, not under a heading of another period', () => {
  const cells = proposeBindings(base, plan).cells;
  const from = { plan, period, report };
  expect(figuresFor(cells, from).get(cellKey({ sheet: base.name, cell: 'M11' }))).toBe(
    'Chưa báo cáo',
  );
  const others = cells.map((one) => ({ ...one, heading: 'Đánh giá tháng 2/2024' }));
  expect(figuresFor(others, from).size).toBe(0);
});

describe('number formats', () => {
  it.each([
    ['General', true, null],
    ['0.00', true, null],
    ['0.00%', true, '0.00"%"'],
    ['0.0" %"', true, null],
    ['0%;[Red]-0%', true, '0"%";[Red]-0"%"'],
    ['0%', false, 'General'],
    ['@', true, 'General'],
  ])('%s', (own, isPercent, expected) => {
    expect(formatFor(own, { formula: "'A'!B2", isPercent })).toBe(expected);
    expect(formatFor(own, { isPercent })).toBeNull();
  });
});

/**
 * The table as somebody goes on working in it: which row and column of the first one stands where.
 */
interface Moved {
  rows: (number | null)[];
  columns: (number | null)[];
}
type Act = (moved: Moved) => Moved;

const GROUPS = [
  [4, 5, 6],
  [7, 8, 9],
];
const line = (length: number) => Array.from({ length }, (_, index) => index);
const inserted = (list: (number | null)[], index: number) =>
  list.toSpliced(index % (list.length + 1), 0, null);
const deleted = (list: (number | null)[], index: number) => list.toSpliced(index % list.length, 1);

/**
 * One row or column, or the columns under one heading, taken to another place: never between
 * columns of one heading.
 */
function carried(
  list: (number | null)[],
  from: number,
  to: number,
  groups: number[][],
): (number | null)[] {
  const id = list[from % list.length];
  const group = groups.find((one) => id !== null && one.includes(id)) ?? [id];
  const rest = list.filter((one, index) =>
    id === null ? index !== from % list.length : !group.includes(one!),
  );
  const own = list.filter((one, index) =>
    id === null ? index === from % list.length : group.includes(one!),
  );
  const isWithin = (index: number) =>
    groups.some((one) => [index - 1, index].every((at) => one.includes(rest[at] ?? -1)));
  const free = line(rest.length + 1).filter((index) => !isWithin(index));
  return rest.toSpliced(free[to % free.length], 0, ...own);
}

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.nat(40).map((n): Act => (m) => ({ ...m, rows: inserted(m.rows, n) })),
  fc.nat(40).map((n): Act => (m) => ({ ...m, columns: inserted(m.columns, n) })),
  fc.nat(40).map((n): Act => (m) => ({ ...m, rows: deleted(m.rows, n) })),
  fc.nat(40).map((n): Act => (m) => ({ ...m, columns: deleted(m.columns, n) })),
  fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): Act => (m) => ({
    ...m,
    rows: carried(m.rows, a, b, []),
  })),
  fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): Act => (m) => ({
    ...m,
    columns: carried(m.columns, a, b, GROUPS),
  })),
);

/**
 * Merges are not known, as where Excel does not tell them; of a merged heading the first column
 * left keeps the text.
 */
function sheetOf({ rows, columns }: Moved): Sheet {
  const sheet = new Sheet(base.name);
  rows.forEach((from, row) =>
    columns.forEach((id, column) => {
      if (from === null || id === null) return;
      const group = from === 6 ? GROUPS.find((one) => one.includes(id)) : undefined;
      const isFirst = columns.find((one) => one !== null && group?.includes(one)) === id;
      const value = base.value(from, group ? (isFirst ? group[0] : -1) : id);
      if (value !== null) sheet.put(row, column, value);
    }),
  );
  return sheet;
}

it('rows and columns moved, inserted and deleted: a cell is filled in its own place, followed by name, or named', () => {
  const area = base.usedArea()!;
  const own = new Map(bindings.map((one) => [one, parseCell(one.cell)!]));
  let followed = 0;
  let stood = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 4 }), (acts) => {
      const start: Moved = { rows: line(area.bottom + 1), columns: line(area.right + 1) };
      const moved = acts.reduce((state, one) => one(state), start);
      const { edits, troubles } = filled([sheetOf(moved)]);
      const named = troubles.filter(({ code }) => code !== 'blank');
      const isOwnPlace = (cell: string, { row, column }: { row: number; column: number }) => {
        const now = parseCell(cell)!;
        return moved.rows[now.row] === row && moved.columns[now.column] === column;
      };
      for (const [one, place] of own) {
        const isFilled = edits.some(({ cell }) => cell === one.cell);
        if (isFilled) expect([one.cell, isOwnPlace(one.cell, place)]).toEqual([one.cell, true]);
        const trouble = named.filter(({ cell }) => cell === one.cell);
        expect(trouble).toHaveLength(isFilled ? 0 : 1);
        if (trouble[0]?.code === 'moved') {
          expect([one.cell, trouble[0].to, isOwnPlace(trouble[0].to, place)]).toEqual([
            one.cell,
            trouble[0].to,
            true,
          ]);
          followed++;
        }
        stood += isFilled ? 1 : 0;
      }
    }),
    { numRuns: 300 },
  );
  // Both happen: the test does not hold by naming everything.
  expect(Math.min(followed, stood)).toBeGreaterThan(500);
});
