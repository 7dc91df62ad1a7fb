import { checkFile } from '../../src/app/check-file';
import { takeIn, type TakeInOptions } from '../../src/app/take-in';
import type { ReceivedFile } from '../../src/app/ports';
import { checkForm } from '../../src/domain/check/check-form';
import {
  lockedPeriods,
  readPeriodActs,
  writePeriodActs,
} from '../../src/domain/ledger/period-states';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { findAgency, type Plan } from '../../src/domain/plan/plan';
import { periodOf } from '../../src/domain/period/period';
import type { Rule } from '../../src/domain/rules/rule';
import { negative } from '../../src/domain/rules/negative/negative';
import type { CheckedFile } from '../../src/domain/submission/submission';
import { makeCommonForm } from '../../src/domain/template/common-form';
import { checkHere } from '../../src/intake/check-here';
import { findingSentence } from '../../src/locale/sentence';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { Form } from '../forms';
import { savedAs } from '../producers';
import { soundForm } from './base';

/**
 * What is found of several files at once, of a form for all, or of ourselves: the rest of the
 * catalogue.
 */

const plan = builtinPlan('tra-vinh-2024')!;
const quiet = { step: () => undefined, cancelled: false };

function check(workbook: Workbook, own: Plan = plan): CheckedFile {
  return checkFile(
    own,
    'x.xlsx',
    'h',
    { ok: true, value: { workbook, converted: null } },
    { period: null, partial: false },
  );
}

const codes = (file: CheckedFile) =>
  file.findings.map(({ code, severity }) => `${severity} ${code}`);

async function received(form: Form, name = form.fileName): Promise<ReceivedFile> {
  const bytes = await writeWorkbook(form.workbook);
  return {
    path: name,
    modified: null,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes.slice()),
  };
}

function options(more: Partial<TakeInOptions> = {}): TakeInOptions {
  return { period: null, partial: false, received: '2024-03-10', upTo: null, run: '1', ...more };
}

const take = (files: ReceivedFile[], more: Partial<TakeInOptions> = {}) =>
  takeIn(plan, [], files, checkHere, options(more), quiet);

describe('rule-fault', () => {
  const broken: Rule = {
    ...negative,
    code: 'fraction',
    check: (_, report) => {
      report({ ...soundFinding() }, []);
      throw new Error('chia cho 0');
    },
  };
  const soundFinding = () =>
    ({
      code: 'blank',
      severity: 'warning',
      sheet: null,
      cell: null,
      facts: {},
      label: null,
      reason: null,
      cause: null,
    }) as const;

  it('is named, keeps what the rule had found, and the other rules run', () => {
    const form = soundForm().type('K01', 'numerator', -5);
    const agency = findAgency(form.plan, form.agency)!;
    const { findings } = checkForm(form.workbook, form.plan, agency, periodOf(form.period), '', [
      broken,
      negative,
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['blank', 'rule-fault', 'negative']);
    expect(findings[1]).toMatchObject({
      severity: 'error',
      facts: { rule: 'fraction', detail: 'chia cho 0' },
    });
  });
});

describe('a form for all', () => {
  const typed = (name: string | null) => {
    const workbook = makeCommonForm(plan, periodOf('2024-03'));
    workbook.sheets[0].put(2, 2, name);
    return check(workbook);
  };

  it('agency-not-picked where nothing is', () =>
    expect(codes(typed(null))).toEqual(['error agency-not-picked']));

  it('agency-abbreviated where the name is understood', () => {
    expect(codes(typed('UBND xã Đôn Châu'))).toContain('fixed agency-abbreviated');
  });

  it('agency-misspelt where it nearly is one: it waits', () => {
    const file = typed('UBND xã Đôn Chau');
    expect(codes(file)).toEqual(['warning agency-misspelt']);
    expect([file.agency, file.accepted, file.verdict]).toEqual([null, 'none', 'warnings']);
    expect(file.findings[0].facts).toMatchObject({
      suggestion: expect.stringContaining('Đôn Châu') as string,
    });
  });

  it('agency-ambiguous where several have the name', () => {
    const bare = plan.agencies.map(({ name }) =>
      name.replace(/^Ủy ban nhân dân (xã|thị trấn|huyện|thành phố|thị xã) /, ''),
    );
    const twice = bare.find((name, index) => bare.indexOf(name) !== index)!;
    const file = typed(twice);
    expect(codes(file)).toEqual(['warning agency-ambiguous']);
    expect(file.accepted).toBe('none');
  });

  it('unknown-agency where it is like none', () =>
    expect(codes(typed('Công ty ABC'))).toEqual(['error unknown-agency']));
});

describe('agency-not-valid', () => {
  it('an abolished agency named in the head of a form', () => {
    const ended: Plan = {
      ...plan,
      agencies: plan.agencies.map((one) =>
        one.code === 'STC' ? { ...one, validTo: '2024-01-31', successor: 'SNV' } : one,
      ),
    };
    const form = new Form(ended, 'SNV', '2024-03').fill();
    const { sheet } = form.row(form.plan.indicators.find(({ code }) => form.has(code))!.code);
    sheet.put(0, 8, 'Đơn vị báo cáo: Sở Tài chính. Hạn nộp: 18/3/2024.');
    const file = check(form.workbook, ended);
    expect(codes(file)).toContain('error agency-not-valid');
    // Who came after it is said by name, not by code.
    const said = file.findings.find(({ code }) => code === 'agency-not-valid')!;
    expect(findingSentence(said, 'vi')).toContain('Đơn vị kế thừa: Sở Nội vụ.');
  });
});

it('file-unreachable: a file that cannot be opened is a row of its own', async () => {
  const gone: ReceivedFile = {
    path: 'a.xlsx',
    modified: null,
    size: 10,
    bytes: () => Promise.reject(new Error('gone')),
  };
  const { files } = await take([gone, await received(Form.of('29461', '2024-03').fill())]);
  expect(files.map(codes)).toEqual([['error file-unreachable'], []]);
});

it('file-old-format: where only .xlsx will do, an old workbook is named for what it is', async () => {
  const read = readWorkbook(await savedAs(Form.of('29461', '2024-03').workbook, 'biff8'));
  expect(read).toEqual({
    ok: false,
    refusal: { code: 'file-old-format', facts: { format: '.xls' } },
  });
});

it('late: taken in, and said by how many days', async () => {
  const { files } = await take([await received(Form.of('29461', '2024-03').fill())], {
    received: '2024-03-20',
  });
  expect(codes(files[0])).toEqual(['warning late']);
  expect([files[0].accepted, files[0].late! > 0]).toEqual(['all', true]);
});

it('period-locked: nothing new enters a locked period, and what was taken in stays', async () => {
  const acts = [
    { period: '2024-Q1', kind: 'locked', who: 'An', at: '2024-04-20 09:00:00' },
    { period: '2024-01', kind: 'reopened', who: 'An', at: '2024-04-21 09:00:00' },
  ] as const;
  const locked = lockedPeriods(plan, readPeriodActs(emptyWorkbook([writePeriodActs(acts)])));
  // The quarter ends with a locked month: its report would change that month.
  expect([...locked].sort()).toEqual(['2024-02', '2024-03', '2024-Q1']);
  const march = await received(Form.of('29461', '2024-03').fill());
  const known = await take([march]);
  const again = await received(Form.of('29461', '2024-03').fill(46), 'sửa.xlsx');
  const after = await takeIn(
    plan,
    known.ledger,
    [march, again],
    checkHere,
    options({ locked }),
    quiet,
  );
  expect(after.files.map(codes)).toEqual([[], ['error period-locked']]);
  expect(after.added).toEqual([]);
  const january = await received(Form.of('29461', '2024-01').fill());
  const open = await takeIn(plan, known.ledger, [january], checkHere, options({ locked }), quiet);
  expect(open.added).toHaveLength(1);
});

it('a sheet with an old name is named as the person sees it', () => {
  const form = soundForm().type('K01', 'numerator', -5);
  form.row('K01').sheet.name = 'BiÓu chØ tiªu';
  const found = check(form.workbook, form.plan).findings.find(({ code }) => code === 'negative');
  expect(found?.sheet).toBe('BiÓu chØ tiªu');
});
