import { Form } from '../../test/forms';
import { InForce } from '../domain/ledger/in-force';
import { builtinPlan } from '../domain/plan/builtin';
import type { CheckedFile, Submission } from '../domain/submission/submission';
import { dateToSerial } from '../text/date';
import { checkFile } from './check-file';
import { History } from './history';

const plan = builtinPlan('tra-vinh-2024')!;
const AGENCY = '29461';

function check(form: Form): CheckedFile {
  const opened = { ok: true as const, value: { workbook: form.workbook, converted: null } };
  return checkFile(form.plan, form.fileName, form.fileName, opened, {
    period: null,
    partial: false,
  });
}

function submission(form: Form): Submission {
  const file = check(form);
  return {
    ...file,
    agency: file.agency!,
    period: file.period!,
    version: 1,
    errors: 0,
    warnings: 0,
    run: '1',
    explanations: [],
  };
}

const month = (number: number, agency = AGENCY) =>
  Form.of(agency, `2024-${String(number).padStart(2, '0')}`);
const found = (file: CheckedFile, code: string) =>
  file.findings.filter((one) => one.code === code).map(({ cell }) => cell);

describe('against its own past', () => {
  const past = [1, 2, 3, 4, 5, 6, 7].map((number) =>
    submission(month(number).fill(40 + number, 60 + (number % 3))),
  );
  const history = new History(plan, new InForce(past));

  it('names a figure far from what is usual, in words', () => {
    const file = history.of(check(month(8).fill(44, 61).type('K07', 'denominator', 260)));
    expect(found(file, 'far-from-own-history')).toEqual([month(8).cell('K07', 'denominator')]);
    const { facts, label } = file.findings.find(({ code }) => code === 'far-from-own-history')!;
    expect(facts).toMatchObject({ value: 260, periods: 7 });
    expect(label).toMatch(/^K07/);
    expect(file.verdict).toBe('warnings');
    expect(file.accepted).toBe('all');
  });

  it.each([60, 75, 90])('is silent at %p, which may well be', (value) => {
    const file = history.of(check(month(8).fill(44, 61).type('K07', 'denominator', value)));
    expect(found(file, 'far-from-own-history')).toEqual([]);
  });

  it('is silent where too few periods are known', () => {
    const young = new History(plan, new InForce(past.slice(0, 5)));
    const file = young.of(check(month(6).fill(44, 61).type('K07', 'denominator', 260)));
    expect(found(file, 'far-from-own-history')).toEqual([]);
  });
});

describe('what is done step by step', () => {
  /** Cumulative and stock figures, and money, that climb for some months and then stop. */
  const climbing = (number: number) => {
    const done = Math.min(number, 5);
    const form = month(number).fill(40 + number, 60);
    for (const code of ['K01', 'K02', 'K04', 'K05'])
      form.type(code, 'numerator', 4 * done).type(code, 'denominator', 44);
    for (const code of ['K03', 'K06'])
      form.type(code, 'numerator', 2_500_000 * done).type(code, 'denominator', 61_000_000);
    return form;
  };
  const before = (upTo: number) =>
    new History(
      plan,
      new InForce(Array.from({ length: upTo }, (_, index) => submission(climbing(index + 1)))),
    );

  it.each([7, 8, 10, 12])('may climb and may stop: nothing is said in month %p', (number) => {
    expect(before(number - 1).of(check(climbing(number))).findings).toEqual([]);
  });

  it('may be done at once', () => {
    const file = before(7).of(check(climbing(8).type('K04', 'numerator', 44)));
    expect(file.findings).toEqual([]);
  });

  it('does not go back', () => {
    const file = before(7).of(check(climbing(8).type('K02', 'numerator', 1)));
    expect(found(file, 'period-as-cumulative')).toEqual([month(8).cell('K02', 'numerator')]);
  });
});

describe('a form that prints nothing of before', () => {
  const past = [1, 2, 3].map((number) =>
    submission(month(number).fill(140 + number, 160 + number)),
  );
  const history = new History(plan, new InForce(past));

  it('is held against the ledger: ten times both parts', () => {
    const file = history.of(
      check(
        month(4).fill(144, 164).type('K07', 'numerator', 1440).type('K07', 'denominator', 1640),
      ),
    );
    expect(found(file, 'times-too-large')).toEqual([month(4).cell('K07', 'denominator')]);
  });

  it('is held against the ledger: the cumulative figure', () => {
    const file = history.of(
      check(month(4).fill(144, 164).type('K07', 'numerator', 570).type('K07', 'denominator', 650)),
    );
    expect(found(file, 'cumulative-as-period')).toEqual([month(4).cell('K07', 'numerator')]);
  });
});

describe('what a period brought all of them', () => {
  const others = plan.agencies
    .filter(({ level, reports }) => level === 'xa' && reports)
    .slice(0, 14);
  const of = (number: number, code: string, denominator: number) =>
    month(number, code)
      .fill(40, 60)
      .type('K07', 'numerator', denominator - 2)
      .type('K07', 'denominator', denominator);
  /** Each commune has its own size; in the second month there is so many times more for all. */
  const sent = (more: number) =>
    others.flatMap(({ code }, index) => {
      const size = 60 + 10 * index;
      const busy = Math.round(size * more * (1 + (index % 3) / 50));
      return [submission(of(1, code, size)), submission(of(2, code, busy))];
    });
  const history = (more: number) =>
    new History(plan, new InForce([...sent(more), submission(of(1, AGENCY, 62))]));

  it('tells a cumulative figure in the second month from a busy one', () => {
    const file = check(of(2, AGENCY, 126));
    expect(found(history(1).of(file), 'cumulative-as-period')).toEqual([
      month(2).cell('K07', 'numerator'),
    ]);
    expect(found(history(2).of(file), 'cumulative-as-period')).toEqual([]);
  });
});

describe('against its peers', () => {
  const communes = plan.agencies
    .filter(({ level, reports }) => level === 'xa' && reports)
    .slice(0, 14);
  const sent = communes.map(({ code }, index) =>
    submission(month(3, code).fill(55 + (index % 5), 60)),
  );
  const history = new History(plan, new InForce(sent));

  it('names a percentage no other commune is near', () => {
    const file = history.of(check(month(3).fill(57, 60).type('K07', 'numerator', 5)));
    expect(found(file, 'far-from-peers')).toEqual([month(3).cell('K07', 'numerator')]);
  });

  it.each([40, 50, 60])('is silent at %p of 60', (value) => {
    expect(
      found(
        history.of(check(month(3).fill(57, 60).type('K07', 'numerator', value))),
        'far-from-peers',
      ),
    ).toEqual([]);
  });

  it.each([91, 95, 100])('is silent at %p of 100 where most have not begun', (value) => {
    const others = communes.map(({ code }, index) =>
      submission(
        month(3, code)
          .fill(57, 60)
          .type('K04', 'numerator', index % 3)
          .type('K04', 'denominator', 100),
      ),
    );
    const early = new History(plan, new InForce(others));
    const file = check(
      month(3).fill(57, 60).type('K04', 'numerator', value).type('K04', 'denominator', 100),
    );
    expect(found(early.of(file), 'far-from-peers')).toEqual([]);
  });

  it('is silent where few sent any, and of a ratio of a handful', () => {
    const few = new History(plan, new InForce(sent.slice(0, 9)));
    expect(
      found(few.of(check(month(3).fill(57, 60).type('K07', 'numerator', 5))), 'far-from-peers'),
    ).toEqual([]);
    const small = check(
      month(3).fill(57, 60).type('K07', 'numerator', 0).type('K07', 'denominator', 3),
    );
    expect(found(history.of(small), 'far-from-peers')).toEqual([]);
  });
});

describe('a day that may have changed places with its month', () => {
  const task = plan.tasks.find(
    ({ deadline, filledBy }) =>
      deadline?.kind === 'period' && filledBy.some((one) => 'level' in one && one.level === 'xa'),
  )!;
  const done = (number: number, day: string) =>
    month(number)
      .fill()
      .typeTask(task.code, 'status', 'Hoàn thành')
      .typeTask(task.code, 'result', 'Số 12/BC')
      .typeTask(task.code, 'date', dateToSerial(day));

  it('waits for a person', () => {
    const file = check(done(5, '2024-02-05'));
    expect(found(file, 'date-swapped')).toHaveLength(1);
    expect(
      file.observations.filter(({ code, state }) => code === task.code && state === 'undecided'),
    ).toHaveLength(2);
  });

  it('stands where it was reported before', () => {
    const before = new History(plan, new InForce([submission(done(3, '2024-02-05'))]));
    const file = before.of(check(done(5, '2024-02-05')));
    expect(found(file, 'date-swapped')).toEqual([]);
    const own = file.observations.filter(({ code }) => code === task.code);
    expect(own.map(({ measure, value, state }) => [measure, value, state])).toEqual([
      ['status', 'done', 'ok'],
      ['date', '2024-02-05', 'ok'],
      ['text', 'Số 12/BC', 'ok'],
    ]);
  });
});

describe('against what was reported done', () => {
  const text = 'Số 12/BC';
  const task = plan.tasks.find(
    ({ code, deadline }) => deadline?.kind !== 'recurring' && month(1).hasTask(code),
  )!.code;
  const done = submission(month(1).fill().done(task, '2024-01-10', text));
  const history = new History(plan, new InForce([done]));

  it('names a status that takes a completion back, at its cell, with the period that said so', () => {
    const file = history.of(check(month(2).fill()));
    expect(found(file, 'completion-taken-back')).toEqual([month(2).taskCell(task, 'status')]);
    expect(file.findings.find(({ code }) => code === 'completion-taken-back')).toMatchObject({
      severity: 'warning',
      facts: { raw: 'Đang thực hiện', period: '2024-01' },
    });
    expect(file.accepted).toBe('all');
  });

  it('is silent where it is done still, and where nothing was', () => {
    expect(
      found(
        history.of(check(month(2).fill().done(task, '2024-01-10', text))),
        'completion-taken-back',
      ),
    ).toEqual([]);
    const other = new History(plan, new InForce([submission(month(1).fill())]));
    expect(found(other.of(check(month(2).fill())), 'completion-taken-back')).toEqual([]);
  });
});
