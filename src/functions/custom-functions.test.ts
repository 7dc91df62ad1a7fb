import { Form } from '../../test/forms';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { receive } from '../app/consolidator';
import { readDesk, type Desk } from '../app/desk';
import { FigureBook } from '../app/figure-asked';
import { checkHere } from '../intake/check-here';
import { builtinPlan } from '../domain/plan/builtin';
import { writePlan } from '../domain/plan/plan-tables';
import { periodOf } from '../domain/period/period';
import { uiVi } from '../locale/ui-vi';
import { emptyWorkbook } from '../workbook/workbook';
import { writeWorkbook } from '../xlsx/write/workbook';
import { LedgerFunctions, officeFunctions, type Invocation } from './custom-functions';

const PLAN = 'vinh-chap-2024';
const plan = builtinPlan(PLAN)!;
const quiet = { cancelled: false, step: () => undefined };
const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
let empty: Desk;
let desk: Desk;

beforeAll(async () => {
  empty = await readDesk(port);
  const forms = [
    Form.of('MC', '2024-03', PLAN).fill(30, 40),
    Form.of('VP', '2024-03', PLAN).fill(10, 40),
  ];
  const files = await Promise.all(
    forms.map(async ({ fileName, workbook }) => {
      const bytes = await writeWorkbook(workbook);
      return { path: fileName, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
  const drop = { period: periodOf('2024-03'), received: null, run: '2024-03-18 09:00:00.000' };
  desk = (await receive(port, files, checkHere, drop, { check: quiet, write: quiet })).desk;
});

/** A cell with a function of ours, and everything it has shown. */
class Cell implements Invocation {
  readonly shown: (number | string | Error)[] = [];
  onCanceled?: () => void;
  setResult(value: number | string | Error): void {
    this.shown.push(value);
  }
  get now(): number | string {
    const last = this.shown.at(-1)!;
    return last instanceof Error ? `#N/A ${last.message}` : last;
  }
}

const open = () => new LedgerFunctions(uiVi.figureGap, (reason) => new Error(reason));
/** What a cell waits for is loaded with the first that asks. */
const told = () => new Promise((done) => setImmediate(done));
async function answer(...asked: Parameters<typeof ask>): Promise<number | string> {
  const cell = ask(...asked);
  await told();
  return cell.now;
}
function ask(
  functions: LedgerFunctions,
  kind: 'figure' | 'ratio' | 'status',
  ...[indicator, agency, period, measure = '']: string[]
): Cell {
  const cell = new Cell();
  functions.ask(kind, { indicator, agency, period, measure }, cell);
  return cell;
}

/** An indicator both agencies fill, a ratio of parts and whole. */
const shared = () =>
  plan.indicators.find(
    ({ code, denominator }) =>
      denominator && ['MC', 'VP'].every((agency) => Form.of(agency, '2024-03', PLAN).has(code)),
  );
const own = () =>
  plan.indicators.find(
    ({ code, denominator }) => denominator && Form.of('MC', '2024-03', PLAN).has(code),
  )!;

it('a cell waits until the workbook was read, and is told again whenever the ledger has changed', async () => {
  const functions = open();
  const cell = ask(functions, 'figure', own().code, 'MC', '2024-03', 'tử số');
  expect(cell.shown).toEqual([]);
  functions.stand(empty);
  await told();
  expect(cell.now).toBe('#N/A Chưa có số liệu được tính trong kỳ này.');
  functions.stand(desk);
  await told();
  expect(cell.now).toBe(30);
  functions.stand(null);
  await told();
  expect(cell.now).toBe('#N/A Sổ này chưa có kế hoạch.');
  cell.onCanceled!();
  functions.stand(desk);
  await told();
  expect(cell.shown).toHaveLength(3);
});

it.each([
  ['MC', '2024-03', 'Tử số', 30],
  ['mc', 'Tháng 3/2024', 'mau so', 40],
  ['Bộ phận một cửa', 'tháng 03/2024', '', 75],
  ['MC', '2024-Q1', 'numerator', 30],
  ['MC', '2024-03', 'lũy kế', 75],
])('a figure of an agency: %s, %s, “%s”', async (agency, period, measure, expected) => {
  const functions = open();
  functions.stand(desk);
  const shown = await answer(
    functions,
    'figure',
    own().code.toLowerCase(),
    agency,
    period,
    measure,
  );
  expect(shown).toBe(expected);
});

it('a ratio is a part of one; the province is all agencies that fill the row', async () => {
  const functions = open();
  functions.stand(desk);
  expect(await answer(functions, 'ratio', own().code, 'MC', '2024-03')).toBe(0.75);
  const both = shared();
  const [numerator, denominator] = both ? [40, 80] : [30, 40];
  const { code } = both ?? own();
  expect(await answer(functions, 'figure', code, 'TỈNH', '2024-03', 'tử số')).toBe(numerator);
  expect(await answer(functions, 'ratio', code, '', '2024-03')).toBe(numerator / denominator);
});

it('figures that could not be loaded are loaded anew for the next cell that asks, and told to all', async () => {
  let isOffline = true;
  const functions = new LedgerFunctions(
    uiVi.figureGap,
    (reason) => new Error(reason),
    async (one) => {
      if (isOffline) throw new Error('chunk was not fetched');
      return new FigureBook(one);
    },
  );
  functions.stand(desk);
  const first = ask(functions, 'figure', own().code, 'MC', '2024-03', 'tử số');
  await told();
  expect(first.now).toMatch(/^#N\/A Chưa tải được phần tính số liệu/);
  isOffline = false;
  const second = ask(functions, 'figure', own().code, 'MC', '2024-03', 'mẫu số');
  await told();
  expect([first.now, second.now]).toEqual([30, 40]);
});

it('an agency is judged by its own target', async () => {
  const functions = open();
  const target = {
    ...plan.targets[0],
    indicator: own().code,
    operator: '>=' as const,
    confirmed: true,
  };
  const judged = (value: number) => {
    const targets = [
      { ...target, agency: 'MC', level: null, value },
      { ...target, agency: null, level: null, value: 1 },
    ];
    const indicators = plan.indicators.map((one) => ({ ...one, assess: 'every-period' as const }));
    functions.stand({ ...desk, plan: { ...plan, targets, indicators } });
    return answer(functions, 'status', own().code, 'MC', '2024-03');
  };
  expect([await judged(75), await judged(76)]).toEqual(['Đạt', 'Không đạt']);
});

it.each([
  ['X9', 'MC', '2024-03', '', /không có chỉ tiêu “X9”/],
  ['', 'MC', '2024-03', '', /không có chỉ tiêu “”/],
  [own().code, 'Sở Không Có', '2024-03', '', /không có đơn vị “Sở Không Có”/],
  [own().code, 'MC', '45352', '', /“45352” không phải kỳ của kế hoạch/],
  [own().code, 'MC', '2023-03', '', /“2023-03” không phải kỳ của kế hoạch/],
  [own().code, 'MC', '2024-03', 'điểm', /Không có đại lượng “điểm”/],
  [own().code, 'MC', '2024-02', '', /Chưa có số liệu/],
])(
  'what is not there is #N/A with its reason: %s, %s, %s, “%s”',
  async (indicator, agency, period, measure, reason) => {
    const functions = open();
    functions.stand(desk);
    expect(await answer(functions, 'figure', indicator, agency, period, measure)).toMatch(reason);
  },
);

describe('an Excel in which custom functions do not load', () => {
  const excel = globalThis as { CustomFunctions?: unknown };
  afterEach(() => delete excel.CustomFunctions);

  it.each([
    ['has none', undefined],
    ['refuses to know them', { associate: () => fail() }],
    ['has half of them', {}],
  ])('that %s has the pane all the same', (_what, CustomFunctions) => {
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    if (CustomFunctions) excel.CustomFunctions = CustomFunctions;
    expect(() => officeFunctions(uiVi.figureGap).stand(desk)).not.toThrow();
    warned.mockRestore();
  });

  function fail(): never {
    throw new Error('CustomFunctions runtime not loaded');
  }
});
