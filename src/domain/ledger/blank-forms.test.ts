import { consolidate } from '../consolidation/consolidate';
import { inForceOf } from '../consolidation/figures-in-force';
import { builtinPlan } from '../plan/builtin';
import { periodOf } from '../period/period';
import { handIns } from '../report/hand-in';
import type { Submission } from '../submission/submission';
import { withBlanks } from './blank-forms';

const plan = builtinPlan('tra-vinh-2024')!;
const AS_IT_IS = { acceptIncomplete: false, asOf: null };

/** As a form with nothing in it was entered before such forms were sent back. */
const accepted = (more: Partial<Submission> = {}): Submission => ({
  hash: 'h',
  file: 'a.xlsx',
  agency: 'SNV',
  period: '2024-03',
  version: 1,
  received: null,
  late: null,
  verdict: 'warnings',
  accepted: 'all',
  sample: false,
  errors: 0,
  warnings: 60,
  run: '1',
  observations: [],
  explanations: [],
  ...more,
});

describe('a blank form that was accepted once', () => {
  it('is named when its open period is consolidated again, and its agency has not reported', () => {
    const ledger = withBlanks(plan, [accepted()], new Set());
    const result = consolidate(plan, ledger, '2024-03', AS_IT_IS);
    expect([result.received, result.accepted, result.blank]).toEqual([0, 0, ['SNV']]);
    expect(result.missing).toContain('SNV');
    const row = handIns(plan, periodOf('2024-03'), ledger, inForceOf(plan, ledger)).find(
      ({ agency }) => agency.code === 'SNV',
    )!;
    expect([row.state, row.latest]).toEqual(['missing', null]);
  });

  it('stays as it was counted where the period is locked', () => {
    const ledger = withBlanks(plan, [accepted()], new Set(['2024-03']));
    const result = consolidate(plan, ledger, '2024-03', AS_IT_IS);
    expect([result.received, result.accepted, result.blank]).toEqual([1, 1, []]);
  });

  it('gives way to a form that was filled, and is none where it held a word or asked for nothing', () => {
    const figure = {
      of: 'indicator',
      code: 'K01',
      measure: 'numerator',
      value: 0,
      raw: '0',
      sheet: 'B',
      cell: 'H12',
      state: 'ok',
    } as const;
    const filled = withBlanks(
      plan,
      [accepted(), accepted({ version: 2, hash: 'k', observations: [figure] })],
      new Set(),
    );
    expect(consolidate(plan, filled, '2024-03', AS_IT_IS)).toMatchObject({
      accepted: 1,
      blank: [],
    });
    const reason = {
      sheet: '',
      cell: '',
      label: '',
      code: 'blank',
      text: 'Mới thành lập',
      who: 'An',
    };
    const marked = (one: Submission, own = plan) =>
      withBlanks(own, [one], new Set())[0].isBlank ?? false;
    expect(marked(accepted({ explanations: [reason] }))).toBe(false);
    expect(marked(accepted({ accepted: 'none' }))).toBe(false);
    expect(marked(accepted({ origin: 'opening' }))).toBe(false);
    expect(marked(accepted(), { ...plan, indicators: [], tasks: [] })).toBe(false);
  });
});
