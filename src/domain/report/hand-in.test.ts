import { InForce } from '../ledger/in-force';
import { periodOf } from '../period/period';
import { consolidate } from '../consolidation/consolidate';
import { builtinPlan } from '../plan/builtin';
import type { Acceptance, Submission } from '../submission/submission';
import { handIns } from './hand-in';
import { writeHandInTable } from './hand-in-table';

const plan = builtinPlan('vinh-chap-2024')!;

function submission(agency: string, period: string, accepted: Acceptance, version = 1): Submission {
  return {
    hash: `${agency}${period}${version}`,
    file: `${agency}.xlsx`,
    agency,
    period,
    version,
    received: '2024-03-20',
    late: 2,
    verdict: accepted === 'all' ? 'clean' : 'errors',
    accepted,
    sample: false,
    errors: accepted === 'all' ? 0 : 3,
    warnings: 1,
    run: 'thử',
    observations: [],
    explanations: [],
  };
}

const stateOf = (ledger: Submission[], agency: string, period: string) => {
  const found = handIns(plan, periodOf(period), ledger, new InForce(ledger)).find(
    (one) => one.agency.code === agency,
  )!;
  return [found.state, found.received, found.owed, found.latest?.version ?? null];
};

describe('where an agency stands', () => {
  it.each<[string, Submission[], string, unknown[]]>([
    ['nothing sent', [], '2024-03', ['missing', 0, 1, null]],
    ['accepted', [submission('VP', '2024-03', 'all')], '2024-03', ['accepted', 1, 1, 1]],
    ['returned', [submission('VP', '2024-03', 'none')], '2024-03', ['returned', 1, 1, 1]],
    ['taken in part', [submission('VP', '2024-03', 'partial')], '2024-03', ['partial', 1, 1, 1]],
    [
      'a wrong second version does not undo the accepted first',
      [submission('VP', '2024-03', 'all'), submission('VP', '2024-03', 'none', 2)],
      '2024-03',
      ['accepted', 1, 1, 2],
    ],
    [
      'one month of a quarter',
      [submission('VP', '2024-02', 'all')],
      '2024-Q1',
      ['incomplete', 1, 3, 1],
    ],
    [
      'a quarter with a month returned',
      [
        submission('VP', '2024-01', 'all'),
        submission('VP', '2024-02', 'none'),
        submission('VP', '2024-03', 'all'),
      ],
      '2024-Q1',
      ['returned', 3, 3, 1],
    ],
  ])('%s', (_, ledger, period, expected) => {
    expect(stateOf(ledger, 'VP', period)).toEqual(expected);
  });

  it('is printed with its due day, lateness and counts, and the total says how many', () => {
    const ledger = [submission('VP', '2024-03', 'all'), submission('MC', '2024-03', 'none')];
    const period = periodOf('2024-03');
    const result = consolidate(plan, ledger, period.id, { acceptIncomplete: false, asOf: null });
    const title = { number: 'Phụ lục', title: 'TÌNH HÌNH NỘP' };
    const board = handIns(plan, period, ledger, new InForce(ledger));
    const sheet = writeHandInTable('Nộp', title, plan, period, board, result);
    const texts = [...sheet.rows.values()].map((cells) =>
      [...cells.values()].map((cell) => cell.value),
    );
    expect(texts.find((row) => row[1] === 'Bộ phận một cửa')!.slice(2, 11)).toEqual([
      1,
      1,
      45369,
      45371,
      1,
      2,
      3,
      1,
      'Trả lại',
    ]);
    expect(texts.map((row) => row[1])).toContain('TỔNG CỘNG: 3 đơn vị; đã tiếp nhận 1; chưa nộp 1');
  });
});
