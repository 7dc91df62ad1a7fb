import { consolidatePeriod } from '../../src/app/consolidate-period';
import { periodOf } from '../../src/domain/period/period';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import type { PathChoice, Plan } from '../../src/domain/plan/plan';
import { typedCells } from '../../src/domain/plan/stat-cells';
import type { Observation } from '../../src/domain/submission/submission';
import { handedIn } from '../handed-in';
import { smallPlan } from '../small-plan';

/** *Hai đường* in a statistics form: a district and its communes fill the same rows. */

const [DISTRICT, ...COMMUNES] = ['849', '29461', '29491'];
const whole = smallPlan('tra-vinh-2024', [DISTRICT, ...COMMUNES]);
const [form] = structuredClone(BUILTIN_FORMS) as Plan['forms'];
const [row] = form.rows.filter((one) => typedCells(form, one).length > 0);
const [{ column }] = typedCells(form, row);
const plan: Plan = {
  ...whole,
  agencies: whole.agencies.map((one) =>
    COMMUNES.includes(one.code) ? { ...one, parent: DISTRICT } : one,
  ),
  ...{ indicators: [], targets: [], tasks: [], confirmations: [] },
  forms: [{ ...form, filledBy: [{ level: 'huyen' }, { level: 'xa' }] }],
};

const told = (agency: string, value: number, period = '2024-01') => {
  const at = { sheet: 'S', cell: 'A1', state: 'ok', raw: '' } as const;
  const observations = form.rows.flatMap((one) =>
    typedCells(form, one).map(({ column: own }): Observation => {
      const figure = one === row && own === column ? value : 0;
      return { of: 'form', code: form.code, row: one.key, measure: own.code, value: figure, ...at };
    }),
  );
  return handedIn(agency, period, { observations });
};
const choice = (path: PathChoice['path'], period = '2024-01'): PathChoice => {
  const by = { who: 'An', day: '2024-02-01', at: '2024-02-01 08:00:00' };
  return { period, table: 'forms', code: form.code, path, ...by };
};
const made = (ledger: ReturnType<typeof told>[], ...paths: PathChoice[]) => {
  const options = { acceptIncomplete: false, asOf: null };
  const of = paths.length > 0 ? { ...plan, paths } : plan;
  const report = consolidatePeriod(of, ledger, periodOf('2024-01'), options);
  const { forms } = report.result;
  const figure = forms[0].total[column.code];
  const control = report.control({ tables: [], acts: [] });
  const texts = [...control.rows.values()].map((cells) => String(cells.get(0)?.value ?? ''));
  return {
    figure,
    coverage: forms[0],
    said: texts.slice(texts.indexOf('6. Hai đường báo cáo') + 1),
  };
};

const LEDGER = [told(DISTRICT, 30), told(COMMUNES[0], 10), told(COMMUNES[1], 20)];

it('is named on Kiểm soát, also while one commune is late and the sums differ', () => {
  expect(made(LEDGER).figure).toBe(60);
  for (const [ledger, count] of [
    [LEDGER, 2],
    [LEDGER.slice(0, 2), 1],
  ] as const)
    expect(made([...ledger]).said).toEqual([
      expect.stringMatching(
        new RegExp(`^Hai đường báo cáo .*${form.code}: .*Trà Cú và ${count}/2 đơn vị`),
      ),
    ]);
  expect(made(LEDGER.slice(1)).said).toEqual([expect.stringMatching(/^Không có số liệu/)]);
});

it.each([
  ['above', 30, 1, 'cấp trên'],
  ['below', 30, 2, 'cấp dưới'],
  ['both', 60, 3, 'cả hai'],
] as const)(
  '%s: only what was chosen counts, and who chose is said',
  (path, figure, reports, word) => {
    const { coverage, said, figure: found } = made(LEDGER, choice(path));
    expect([found, coverage.reported, coverage.expected]).toEqual([figure, reports, reports]);
    expect(said).toEqual([expect.stringContaining(`${form.code}, Tháng 1/2024: ${word}`)]);
    expect(said[0]).toContain('(An, 01/02/2024)');
  },
);

it('of a late commune the chosen path says its own gap', () => {
  const late = made(LEDGER.slice(0, 2), choice('below'));
  expect([late.figure, late.coverage.reported, late.coverage.expected]).toEqual([10, 1, 2]);
  expect(made(LEDGER.slice(0, 2), choice('above')).figure).toBe(30);
  // A choice for another month says nothing of this one.
  expect(made(LEDGER, choice('above', '2024-02')).figure).toBe(60);
});
