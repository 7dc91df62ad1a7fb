import { chooseReading } from '../../src/app/choose-reading';
import { issueTemplates } from '../../src/app/issue-templates';
import { lockPeriod } from '../../src/app/period-acts';
import { takeIn, type TakeInOptions } from '../../src/app/take-in';
import { consolidate } from '../../src/domain/consolidation/consolidate';
import { InForce } from '../../src/domain/ledger/in-force';
import { writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Filler, Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { doubtsOf } from '../../src/domain/plan-check/check-plan';
import { handIns } from '../../src/domain/report/hand-in';
import type { Submission } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';

/** What a locked period does not take any more, and who is not chased. */

const whole = builtinPlan('tra-vinh-2024')!;
const plan: Plan = {
  ...whole,
  agencies: whole.agencies.filter(({ code }) => ['SNV', '842'].includes(code)),
};
const AS_IT_IS = { acceptIncomplete: false, asOf: null };

async function drop(
  forms: [Form, string?][],
  ledger: Submission[] = [],
  more: Partial<TakeInOptions> = {},
) {
  const files = await Promise.all(
    forms.map(async ([form, path = form.fileName]) => {
      const bytes = await writeWorkbook(form.workbook);
      return { path, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
  const options = {
    period: null,
    partial: false,
    received: '2024-03-15',
    upTo: null,
    run: 'r',
    ...more,
  };
  return takeIn(plan, ledger, files, checkHere, options, {
    cancelled: false,
    step: () => undefined,
  });
}
const march = (code = 'SNV') => new Form(plan, code, '2024-03').fill();
const locked = new Set(['2024-03']);

describe('a locked period', () => {
  it('the sound part of a returned file is not taken any more', async () => {
    const wrong = march().type('K01', 'numerator', -1);
    const { ledger } = await drop([[wrong]]);
    const after = await drop([[wrong]], ledger, { partial: true, locked });
    expect(after.ledger.map(({ accepted }) => accepted)).toEqual(['none']);
  });

  it('of versions nobody could order none is chosen any more', async () => {
    const [a, b] = [march().type('K01', 'numerator', 40), march().type('K01', 'numerator', 41)];
    const { ledger } = await drop([
      [a, 'a.xlsx'],
      [b, 'b.xlsx'],
    ]);
    const after = await drop([[b, 'b.xlsx']], ledger, { locked });
    expect(after.ledger.map(({ accepted }) => accepted)).toEqual(['none', 'none']);
  });

  it('an undecided cell is not decided any more', async () => {
    const taken = await drop([[march().type('K01', 'numerator', '-')]]);
    const port = new MemoryWorkbook(
      emptyWorkbook([...writePlan(whole), ...writeLedger(whole, taken.ledger)]),
    );
    await lockPeriod(port, '2024-03', { who: 'Lan', at: '2024-03-20 09:00:00' });
    const found = taken.files[0].findings.find(({ code }) => code === 'dash')!;
    const { hash } = taken.ledger[0];
    const choice = { kind: 'figure', value: 0 } as const;
    const chosen = chooseReading(port, { hash, found, choice, warning: '', who: 'Lan' });
    await expect(chosen).rejects.toMatchObject({ refusal: { code: 'period-is-locked' } });
  });
});

it('who is assigned nothing gets no form, is not chased for one and stands on no board', () => {
  const filledBy: Filler[] = [{ level: 'huyen' }];
  const own = {
    ...plan,
    indicators: plan.indicators.map((row) => ({ ...row, filledBy })),
    tasks: plan.tasks.map((row) => ({ ...row, filledBy })),
  };
  const issued = issueTemplates(own, '2024-03', [], null);
  expect(issued.ok && issued.value.map(({ agency }) => agency.code)).toEqual(['842']);
  const { expected, missing } = consolidate(own, [], '2024-03', AS_IT_IS);
  expect([expected, missing]).toEqual([1, ['842']]);
  const board = handIns(own, periodOf('2024-03'), [], new InForce([]));
  expect(board.map(({ agency }) => agency.code)).toEqual(['842']);
});

it('the count a small denominator needs is of those who report', () => {
  const traCu = builtinPlan('tra-cu-2023')!;
  const gone = ['29461', '29462', '29464', '29467', '29470'];
  const agencies = traCu.agencies.map((one) =>
    gone.includes(one.code) ? { ...one, reports: false } : one,
  );
  const doubts = doubtsOf({ ...traCu, agencies }).filter(
    ({ code }) => code === 'plan-small-denominator',
  );
  // 60% of 12 are 8, not 60% of 17.
  expect(doubts.map(({ facts }) => facts)).toContainEqual({ value: 60, count: 12, needed: 8 });
});
