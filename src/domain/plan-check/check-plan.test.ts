import { builtinForm } from '../plan/builtin-forms';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyWorkbook } from '../../workbook/workbook';
import { builtinPlan } from '../plan/builtin';
import type { Confirmation, Plan, Target, Task } from '../plan/plan';
import { writePlan } from '../plan/plan-tables';
import { checkPlan, doubtsOf } from './check-plan';

const traVinh = builtinPlan('tra-vinh-2024')!;

function ownFigures(table: string, codes: readonly string[]): Confirmation {
  return {
    table,
    code: codes.join(', '),
    heading: 'Đơn vị điền số liệu',
    question: 'Mỗi cấp chỉ báo cáo số riêng của mình.',
    who: 'An',
    day: '2024-01-05',
  };
}

/** A plan nobody could doubt: definitions confirmed, one path each, every task led and dated. */
function cleanPlan(): Plan {
  return {
    ...structuredClone(traVinh),
    confirmations: [
      ownFigures('Chỉ tiêu', [...traVinh.indicators.map(({ code }) => code), 'K99']),
      ownFigures('Biểu thống kê', ['II.06a']),
    ],
    indicators: structuredClone(traVinh.indicators).map((one) => ({
      ...one,
      proposedNames: false,
    })),
    tasks: structuredClone(traVinh.tasks)
      .filter(({ code }) => code !== 'T7b')
      .map((task) => ({
        ...task,
        lead: task.lead || 'Sở Nội vụ',
        ...(task.deadlineText === ''
          ? { deadlineText: 'Thường xuyên', deadline: { kind: 'continuous' as const } }
          : {}),
      })),
  };
}

it('a clean plan raises no doubt', () => {
  expect(doubtsOf(cleanPlan())).toEqual([]);
});

type Change = (plan: Plan) => void;
const task =
  (change: Partial<Task>): Change =>
  (plan) =>
    Object.assign(plan.tasks[0], change);
const target =
  (change: Partial<Target>): Change =>
  (plan) =>
    Object.assign(plan.targets[0], change);

/** A plan of 2026 that asks nothing but its forms. */
/** The first indicator is a count that is added up over the year. */
function amount(change: Partial<Plan['targets'][number]>): Change {
  return (plan) => {
    Object.assign(plan.indicators[0], {
      ...{ kind: 'count', overTime: 'flow', denominator: null, partOfWhole: false },
      ...{ unit: 'mô hình', assess: 'every-period', deadline: null },
    });
    const said = { raw: 'Tối thiểu 50', value: 50, operator: '>=' } as const;
    Object.assign(plan.targets[0], said, change);
  };
}

/** Tạ a hectare of several agencies, judged whole and confirmed. */
function yields(change: Partial<Plan['indicators'][number]>): Change {
  return (plan) => {
    Object.assign(plan.indicators[0], {
      ...{ kind: 'count', overTime: 'stock', denominator: null, partOfWhole: false },
      ...{ unit: 'tạ/ha', assess: 'every-period', deadline: null },
      ...change,
    });
    const said = {
      raw: 'Tối thiểu 60',
      value: 60,
      operator: '>=',
      assess: 'every-period',
    } as const;
    Object.assign(plan.targets[0], said);
  };
}

const BARE = { year: 2026, indicators: [], targets: [], tasks: [], confirmations: [] };

describe('each doubt, and what comes close and is none', () => {
  it.each<[string, Change, string[]]>([
    ['no lead', task({ lead: ' ' }), ['plan-no-lead']],
    [
      'a whole year before',
      task({ deadlineText: 'Năm 2023', deadline: { kind: 'period', period: '2023' } }),
      ['plan-deadline-year'],
    ],
    [
      'a quarter before',
      task({ deadlineText: 'Quý IV/2023', deadline: { kind: 'period', period: '2023-Q4' } }),
      ['plan-deadline-outside-year'],
    ],
    [
      'a day of the year',
      task({ deadlineText: '01/12/2024', deadline: { kind: 'date', date: '2024-12-01' } }),
      [],
    ],
    [
      'before a day',
      task({
        deadlineText: 'trước ngày 20/6/2024',
        deadline: { kind: 'date', date: '2024-06-19' },
      }),
      ['plan-before-day'],
    ],
    [
      '“định kỳ” alone',
      task({ deadlineText: 'Theo định kỳ', deadline: null }),
      ['plan-periodic-without-frequency'],
    ],
    [
      '“định kỳ hằng quý”',
      task({ deadlineText: 'Định kỳ hằng quý', deadline: { kind: 'recurring', every: 'quarter' } }),
      [],
    ],
    [
      '“định kỳ theo báo cáo CCHC”',
      task({
        deadlineText: 'Định kỳ theo báo cáo CCHC',
        deadline: { kind: 'recurring', every: 'month' },
      }),
      [],
    ],
    [
      'an event',
      task({ deadlineText: 'Sau khi có kết quả công bố', deadline: null }),
      ['plan-deadline-not-dated'],
    ],
    ['no deadline', task({ deadlineText: '', deadline: null }), ['plan-no-deadline']],
    ['a cell cut off', task({ product: 'Văn bản triển khai thực' }), ['plan-cell-truncated']],
    ['a whole one', task({ product: 'Văn bản triển khai thực hiện' }), []],
    ['“hiện thực” is whole', task({ product: 'Phản ánh hiện thực' }), []],
    [
      'a document of later',
      task({ text: 'Theo Thông tư số 01/2023/TT-VPCP ngày 05/4/2024' }),
      ['plan-document-in-future'],
    ],
    [
      'the same in words',
      task({ text: 'Theo Thông tư số 01/2023/TT-VPCP ngày 05 tháng 4 năm 2024' }),
      ['plan-document-in-future'],
    ],
    ['a document of the day', task({ text: 'Theo Công văn 12/UBND-NC ngày 04/3/2024' }), []],
    [
      'two dates',
      task({
        text: 'Nghị định 106/2020/NĐ-CP ngày 15/9/2020 và Nghị định 106/2020/NĐ-CP ngày 10/9/2020',
      }),
      ['plan-document-two-dates'],
    ],
    [
      'a word twice',
      task({ text: 'Kết nối đối đối với hệ thống thông tin' }),
      ['plan-repeated-word'],
    ],
    ['a word that is said twice', task({ text: 'Không trả lời chung chung' }), []],
    [
      'a name misspelt',
      (plan) => {
        plan.tasks[0].lead = 'Các cơ quan, đơn vị, đại phương';
        plan.tasks[1].coordinating = plan.tasks[2].coordinating = 'Các cơ quan, đơn vị, địa phương';
      },
      ['plan-collective-lead', 'plan-agency-misspelt'],
    ],
    ['another office', task({ lead: 'Sở Tư pháp' }), []],
    ['a lead for many', task({ lead: 'Các cơ quan, đơn vị' }), ['plan-collective-lead']],
    [
      'an office that ends within the year',
      (plan) => {
        plan.agencies.find(({ code }) => code === 'STTTT')!.validTo = '2024-06-30';
        plan.tasks[0].filledBy = [{ agency: 'STTTT' }];
      },
      ['plan-agency-abolished'],
    ],
    [
      'a task said twice with another lead',
      (plan) => void plan.tasks.push({ ...plan.tasks[0], code: 'T99', lead: 'Sở Tài chính' }),
      ['plan-task-twice'],
    ],
    ['said twice alike', (plan) => void plan.tasks.push({ ...plan.tasks[0], code: 'T99' }), []],
    [
      'an open target',
      target({ confirmed: false, raw: 'ít nhất 80%', value: 80, operator: '>=' }),
      ['plan-target-unconfirmed'],
    ],
    [
      'a bare number',
      target({ confirmed: false, raw: '80%', value: 80, operator: '>=' }),
      ['plan-operator-not-written'],
    ],
    [
      'a bare number proposed as a maximum',
      target({ confirmed: false, raw: '1,5', value: 1.5, operator: '<=' }),
      ['plan-target-unconfirmed'],
    ],
    [
      'words without a figure, which no yes can settle',
      target({ confirmed: false, raw: 'Giảm 0,5', value: null, operator: '<=' }),
      ['plan-target-no-figure'],
    ],
    [
      'of each unit, held against all of them',
      target({ raw: 'Mỗi xã tối thiểu 05', value: 5, operator: '>=' }),
      ['plan-scope-open'],
    ],
    [
      'of each unit, as it says',
      target({ raw: 'Mỗi xã tối thiểu 05', value: 5, operator: '>=', scope: 'each' }),
      [],
    ],
    [
      'of each unit, and somebody said that the total is meant',
      (plan) => {
        Object.assign(plan.targets[0], { raw: 'Mỗi xã tối thiểu 05', value: 5, operator: '>=' });
        plan.confirmations.push({
          ...{ table: 'Mức giao', code: plan.targets[0].indicator, heading: 'Phạm vi' },
          ...{ question: '', who: 'Bà Mẫu', day: '2024-01-15' },
        });
      },
      [],
    ],
    ['of a lesson, not of units', target({ raw: 'Tối thiểu 02 lớp/năm' }), []],
    ['an amount of the year in every period', amount({}), ['plan-year-open']],
    ['an amount of every month', amount({ raw: 'Tối thiểu 5 hằng tháng' }), []],
    ['an amount at the year’s end', amount({ assess: 'whole-year' }), []],
    ['an amount of every period, as it says', amount({ assess: 'every-period' }), []],
    ['a milestone of an amount', amount({ until: '2024-06-30' }), []],
    ['yields of several agencies added up', yields({}), ['plan-rate-added']],
    [
      'averages that agencies tell as one figure each',
      yields({ unit: 'phút', kind: 'duration' }),
      ['plan-rate-added'],
    ],
    [
      'targets of agencies that nobody asks for the figure',
      (plan) => {
        plan.indicators[0].filledBy = [{ agency: 'SNV' }];
        const [one] = plan.targets;
        for (const agency of ['842', '843', 'SNV'])
          plan.targets.push({ ...one, agency, raw: 'Tối thiểu 5', value: 5, operator: '>=' });
      },
      ['plan-target-not-asked'],
    ],
    ['yields of each agency', yields({ overAgencies: 'each' }), []],
    ['the longest of several', yields({ overAgencies: 'largest' }), []],
    ['yields of one agency', yields({ filledBy: [{ agency: 'SNV' }] }), []],
    [
      'a percentage of the year’s plan, added up over the periods',
      yields({ unit: '% KH', filledBy: [{ agency: 'SNV' }], overTime: 'flow' }),
      ['plan-rate-added'],
    ],
    ['a bare number that was confirmed', target({ raw: '80%', value: 80, operator: '>=' }), []],
    [
      'a least time',
      (plan) => {
        plan.indicators[0].kind = 'duration';
        Object.assign(plan.targets[0], {
          confirmed: false,
          raw: 'tối thiểu 60 phút',
          value: 60,
          operator: '>=',
        });
      },
      ['plan-operator-contradicts'],
    ],
    [
      'an increase',
      target({ operator: 'increase', value: null, raw: 'Tăng' }),
      ['plan-increase-without-base'],
    ],
    [
      'a level nobody fills',
      (plan) => {
        plan.indicators[0].filledBy = [{ level: 'tinh' }];
        plan.targets[0].level = 'xa';
      },
      ['plan-level-without-agency'],
    ],
    [
      'few offices',
      (plan) => {
        plan.indicators[0].denominator!.unit = 'bộ phận';
        Object.assign(plan.targets[0], {
          level: 'huyen',
          operator: '>=',
          value: 80,
          raw: 'tối thiểu 80%',
        });
      },
      ['plan-small-denominator'],
    ],
    [
      'districts and communes that fill the same rows, of one set of agencies each',
      (plan) => {
        plan.confirmations[0].code = plan.indicators
          .slice(2)
          .map(({ code }) => code)
          .join(', ');
        plan.indicators[1].filledBy = [{ level: 'xa' }, { agency: '849' }];
      },
      ['plan-two-paths', 'plan-two-paths'],
    ],
    [
      'the same rows, but those of the communes are asked by themselves',
      (plan) => {
        plan.confirmations = [];
        for (const one of plan.indicators) one.filledBy = [{ level: 'tinh' }, { level: 'xa' }];
      },
      [],
    ],
    [
      'a confirmation that nobody has given yet',
      (plan) => void (plan.confirmations[0].who = ''),
      ['plan-two-paths', 'plan-confirmation-open'],
    ],
    [
      'a statistics form of districts and communes',
      (plan) => {
        plan.confirmations.pop();
        plan.forms = [
          { ...builtinForm('II.06a')!, filledBy: [{ level: 'huyen' }, { level: 'xa' }] },
        ];
      },
      ['plan-two-paths'],
    ],
    ['no target', (plan) => void plan.targets.shift(), ['plan-no-target']],
    [
      'an indicator twice',
      (plan) => {
        plan.indicators.push({ ...plan.indicators[0], code: 'K99' });
        plan.targets.push({ ...plan.targets[0], indicator: 'K99' });
      },
      ['plan-indicator-twice'],
    ],
    [
      'an indicator linked',
      (plan) => {
        plan.indicators.push({ ...plan.indicators[0], code: 'K99', sameAs: 'K01' });
        plan.targets.push({ ...plan.targets[0], indicator: 'K99' });
      },
      ['plan-indicator-linked'],
    ],
    [
      'a definition of ours',
      (plan) => void (plan.indicators[0].proposedNames = true),
      ['plan-definition-proposed'],
    ],
    [
      'a form by a document that ended within the year',
      (plan) => void Object.assign(plan, { ...BARE, forms: [builtinForm('II.06a')!] }),
      ['plan-form-basis-ended'],
    ],
    [
      'a form until its document ended',
      (plan) =>
        void Object.assign(plan, {
          ...BARE,
          forms: [{ ...builtinForm('II.06a')!, until: '2026-02-14' }],
        }),
      [],
    ],
    [
      'a form in the years of its document',
      (plan) => void (plan.forms = [builtinForm('II.06a')!]),
      [],
    ],
    ['no date', (plan) => void (plan.date = null), ['plan-document-open']],
    ['no number', (plan) => void (plan.number = '/KH-UBND'), ['plan-document-open']],
  ])('%s', (_, change, codes) => {
    const plan = cleanPlan();
    change(plan);
    expect(doubtsOf(plan).map(({ code }) => code)).toEqual(codes);
  });
});

it('each doubt stands at its cell, wherever the owner moved the columns', () => {
  const plan = cleanPlan();
  plan.tasks[1].lead = '';
  plan.targets[2].confirmed = false;
  const workbook = emptyWorkbook(writePlan(plan));
  const tasks = workbook.sheets.find(({ name }) => name === 'Nhiệm vụ')!;
  const found = () =>
    checkPlan(plan, workbook).map(({ row, finding: { code, sheet, cell } }) => [
      row,
      code,
      sheet,
      cell,
    ]);
  const [first, second] = found();
  expect([first.slice(0, 3), second.slice(0, 3)]).toEqual([
    ['K03', 'plan-target-unconfirmed', 'Mức giao'],
    ['T2a', 'plan-no-lead', 'Nhiệm vụ'],
  ]);
  const at = second[3] as string;
  const column = at.charCodeAt(0) - 65;
  expect([tasks.value(0, column), at.slice(1)]).toEqual(['Cơ quan chủ trì', '3']);
  // The owner puts a column of his own before them all: the cell moves with its heading.
  for (const [row, cells] of tasks.rows) {
    tasks.rows.set(
      row,
      new Map([
        [0, { value: row === 0 ? 'Ghi chú' : 'x' }],
        ...[...cells].map(([c, cell]) => [c + 1, cell] as const),
      ]),
    );
  }
  expect(found()[1][3]).toBe(String.fromCharCode(at.charCodeAt(0) + 1) + '3');
});

it('of two targets of one indicator each is led to by its own doubt', () => {
  const plan = builtinPlan('tra-cu-2023')!;
  const cells = checkPlan(plan, emptyWorkbook(writePlan(plan)))
    .filter(({ row, finding: { code } }) => row === 'K02' && code === 'plan-operator-not-written')
    .map(({ finding: { cell } }) => cell);
  expect(new Set(cells).size).toBe(2);
});

const seeds = join(__dirname, '../../../../shared/domain');
const withSeeds = existsSync(seeds) ? it : it.skip;

/**
 * What the readers of the five decisions noted (80 remarks), and which of it a rule finds at the
 * same row.
 */
withSeeds('of the remarks on the five decisions, those that stand in a table are found', () => {
  const rules: Record<string, string[]> = {
    cited_document_date_in_future: ['plan-document-in-future'],
    missing_lead_agency: ['plan-no-lead'],
    missing_lead_and_product: ['plan-no-lead'],
    no_deadline: ['plan-no-deadline'],
    deadline_year_vs_plan_year: ['plan-deadline-year'],
    near_duplicate_with_conflict: ['plan-task-twice'],
    truncated_cell: ['plan-cell-truncated'],
    typo_agency: ['plan-agency-misspelt'],
    typo_text: ['plan-repeated-word'],
    periodic_without_frequency: ['plan-periodic-without-frequency'],
    event_deadline: ['plan-deadline-not-dated'],
    deadline_by_regulation: ['plan-deadline-not-dated'],
    deadline_before_plan_year: ['plan-deadline-outside-year'],
    collective_lead: ['plan-collective-lead'],
    increase_without_target: ['plan-increase-without-base'],
    operator_contradicts_direction: ['plan-operator-contradicts'],
    missing_number_and_day: ['plan-document-open'],
    missing_operator: ['plan-operator-not-written'],
    duplicate_indicator: ['plan-indicator-linked'],
    before_date_inclusive: ['plan-before-day'],
  };
  const ids = [
    'tra-vinh-2024',
    'vinh-long-2023',
    'tra-cu-2023',
    'vinh-chap-2024',
    'hai-duong-2024',
  ];
  const found = ids.flatMap((id, index) => {
    const plan = builtinPlan(id)!;
    const doubts = doubtsOf(plan);
    const seed = `00${index}`;
    const { issues } = JSON.parse(readFileSync(join(seeds, `seed-${seed}.json`), 'utf8')) as {
      issues: { id: string; rule: string; location: string[] }[];
    };
    return issues
      .filter(({ rule, location }) =>
        doubts.some(({ code, row }) => {
          const own = plan.indicators.find((indicator) => indicator.code === row);
          const names = [row, own?.task, row === 'Ngày ban hành' ? 'doc' : undefined].map(
            (one) => `${seed}-${one}`,
          );
          const isThere = location.some((one) =>
            names.some((name) => name === one || `${name}a` === one || name === `${seed}-${one}`),
          );
          return isThere && (rules[rule] ?? []).includes(code);
        }),
      )
      .map(({ id: remark }) => remark);
  });
  expect(found).toEqual([
    ...['000-E01', '000-E04', '000-E08'],
    ...[
      '001-E01',
      '001-E02',
      '001-E03',
      '001-E04',
      '001-E05',
      '001-E08',
      '001-E20',
      '001-E21',
      '001-E22',
    ],
    ...['001-E23', '001-E25', '001-E26', '002-E02', '002-E03', '002-E06', '002-E10', '002-E11'],
    ...['003-E03', '003-E05', '003-E12', '004-E03'],
  ]);
});
