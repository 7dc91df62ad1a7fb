import { findingSentence } from '../../locale/sentence';
import { Form } from '../../../test/forms';
import { periodOf } from '../period/period';
import { findAgency } from '../plan/plan';
import { checkForm } from './check-form';
import type { ObservationState } from '../submission/submission';

const COMMUNE = '29461';
const form = () => Form.of(COMMUNE, '2024-03').fill();

function check(filled: Form) {
  return checkForm(
    filled.workbook,
    filled.plan,
    findAgency(filled.plan, filled.agency)!,
    periodOf(filled.period),
    '',
  );
}

/** code@cell of everything that is not only a note. */
const found = (filled: Form) =>
  check(filled).findings.map((one) => `${one.severity} ${one.code} ${one.cell}`);

function stateOf(filled: Form, code: string, measure: string): ObservationState | 'none' {
  return (
    check(filled).observations.find((one) => one.code === code && one.measure === measure)?.state ??
    'none'
  );
}

describe('a sound form', () => {
  it('has nothing to find, and every figure with the cell it stands in', () => {
    const filled = form();
    expect(found(filled)).toEqual([]);
    const { observations } = check(filled);
    expect(observations.filter((one) => one.of === 'indicator')).toHaveLength(14);
    expect(observations[0]).toEqual({
      of: 'indicator',
      code: 'K01',
      measure: 'numerator',
      value: 45,
      raw: '45',
      sheet: 'Biểu chỉ tiêu',
      cell: filled.cell('K01', 'numerator'),
      state: 'ok',
    });
  });

  it('an empty form is all blank, not all zero', () => {
    const { observations, findings } = check(Form.of(COMMUNE, '2024-03'));
    expect(observations).toEqual([]);
    expect(findings.filter((one) => one.code === 'blank')).toHaveLength(14);
    expect(findings.filter((one) => one.severity !== 'warning').map(({ code }) => code)).toEqual([
      'form-blank',
    ]);
  });
});

describe('one figure cell', () => {
  const cases: [string, unknown, string[], ObservationState | 'none'][] = [
    ['a whole number', 45, [], 'ok'],
    ['zero', 0, [], 'ok'],
    ['a number as text', '45', ['fixed number-as-text'], 'ok'],
    [
      'thousands with a dot',
      '12.345',
      ['fixed number-as-text', 'error numerator-exceeds-denominator'],
      'withheld',
    ],
    [
      'thousands with a comma',
      '1,000',
      ['warning number-english', 'error numerator-exceeds-denominator'],
      'withheld',
    ],
    ['the unit behind it', '45 TTHC', ['fixed number-as-text'], 'ok'],
    ['a fraction of a dossier', 12.5, ['error fraction'], 'withheld'],
    ['a decimal comma', '12,5', ['fixed number-as-text', 'error fraction'], 'withheld'],
    ['negative', -5, ['error negative'], 'withheld'],
    ['larger than the whole', 61, ['error numerator-exceeds-denominator'], 'withheld'],
    ['equal to the whole', 60, [], 'ok'],
    ['an estimate', 'khoảng 45', ['error estimate'], 'withheld'],
    ['the target', 'Tối thiểu 20', ['error target-as-result'], 'withheld'],
    ['two values', '40/45', ['error several-values'], 'withheld'],
    ['words', 'nhiều', ['error not-a-number'], 'withheld'],
    ['TRUE', true, ['error not-a-number'], 'withheld'],
    ['an error of Excel', { error: '#REF!' }, ['error formula-error'], 'withheld'],
    ['a dash', '-', ['warning dash'], 'undecided'],
    ['letters for digits', '4O', ['warning number-with-letters'], 'undecided'],
    ['the same number in words', '45 (bốn mươi lăm)', ['fixed number-as-text'], 'ok'],
    ['a remark behind it', '45 (tạm tính)', ['warning number-with-words'], 'undecided'],
    ['a percent sign', '75%', ['warning number-percent-format'], 'undecided'],
    ['spaces only', '   ', ['warning blank'], 'none'],
    ['blank', null, ['warning blank'], 'none'],
  ];
  it.each(cases)('%s', (_, value, findings, state) => {
    const filled = form().type('K01', 'numerator', value as never);
    const cell = filled.cell('K01', 'numerator');
    expect(found(filled)).toEqual(findings.map((one) => `${one} ${cell}`));
    expect(stateOf(filled, 'K01', 'numerator')).toBe(state);
  });

  it('a date is never a figure: 45574 shown as 09/10/2024', () => {
    const filled = form().type('K07', 'denominator', 45574, 'dd/mm/yyyy');
    expect(found(filled)).toEqual([`error date-as-figure ${filled.cell('K07', 'denominator')}`]);
    expect(stateOf(filled, 'K07', 'denominator')).toBe('withheld');
  });

  it('a date format without a date, or a time, is no figure either', () => {
    for (const [value, format] of [
      [9, 'dd/mm/yyyy'],
      [0.5, 'hh:mm'],
    ] as const) {
      const filled = form().type('K03', 'numerator', value, format);
      expect(found(filled)).toEqual([`error date-as-figure ${filled.cell('K03', 'numerator')}`]);
    }
  });

  it('a formula without a stored result is not a blank', () => {
    const filled = form();
    const cell = filled.row('K01').cell('numerator')!;
    Object.assign(cell, { value: null, formula: '50+50' });
    expect(found(filled)).toEqual([
      `error formula-without-value ${filled.cell('K01', 'numerator')}`,
    ]);
  });

  it('a number that only says a word is no figure: TRUE as LibreOffice saves it to .xls', () => {
    for (const [value, format] of [
      [1, '"TRUE";"TRUE";"FALSE"'],
      [0, '"ĐÚNG";"ĐÚNG";"SAI"'],
    ] as const) {
      const filled = form().type('K03', 'numerator', value, format);
      expect(found(filled)).toEqual([`error not-a-number ${filled.cell('K03', 'numerator')}`]);
    }
    // A zero shown as a dash or a word is a zero.
    expect(found(form().type('K03', 'numerator', 0, '#,##0;-#,##0;"Không"'))).toEqual([]);
  });

  it('binary noise is no fraction of a dossier', () => {
    const filled = form()
      .type('K01', 'numerator', 45.00000000000001)
      .type('K01', 'denominator', 332.00000000000006);
    expect(found(filled)).toEqual([]);
    const read = check(filled).observations.filter(({ code }) => code === 'K01');
    expect(read.map(({ value }) => value)).toEqual([45, 332]);
  });

  it('one “Không phát sinh” over two inputs is said of both', () => {
    const filled = form()
      .type('K01', 'numerator', 'Không phát sinh')
      .type('K01', 'denominator', null);
    const { sheet, row } = filled.row('K01');
    sheet.merges.push({ top: row, bottom: row, left: 5, right: 6 });
    expect(found(filled)).toEqual([
      `fixed none-as-not-applicable ${filled.cell('K01', 'numerator')}`,
    ]);
    expect(['numerator', 'denominator'].map((measure) => stateOf(filled, 'K01', measure))).toEqual([
      'not-applicable',
      'not-applicable',
    ]);
  });

  it('“Không có” of 0 is không phát sinh', () => {
    const filled = form().type('K01', 'numerator', 'Không có').type('K01', 'denominator', 0);
    expect(found(filled)).toEqual([
      `fixed none-as-not-applicable ${filled.cell('K01', 'numerator')}`,
    ]);
    expect(stateOf(filled, 'K01', 'numerator')).toBe('not-applicable');
  });

  it('a percent format waits for a person', () => {
    const filled = form().type('K07', 'numerator', 0.85, '0%');
    expect(found(filled)).toEqual([
      `warning number-percent-format ${filled.cell('K07', 'numerator')}`,
    ]);
    expect(stateOf(filled, 'K07', 'numerator')).toBe('undecided');
  });

  it('money may have fractions', () => {
    expect(found(form().type('K03', 'numerator', 12.5))).toEqual([]);
  });

  it('thousands or decimal? is asked where money is measured', () => {
    const filled = form().type('K03', 'denominator', '1.234');
    expect(found(filled)).toEqual([
      `warning number-ambiguous ${filled.cell('K03', 'denominator')}`,
    ]);
  });
});

describe('“Không” is settled by its neighbour (defect 20)', () => {
  const cases: [unknown, unknown, string[], ObservationState, ObservationState][] = [
    ['Không', 120, ['fixed none-as-zero'], 'ok', 'ok'],
    ['Không', 0, ['fixed none-as-not-applicable'], 'not-applicable', 'not-applicable'],
    ['Không', 'Không', ['fixed none-as-not-applicable'], 'not-applicable', 'not-applicable'],
    ['Không phát sinh', null, ['fixed none-as-not-applicable'], 'not-applicable', 'not-applicable'],
    [0, 'KPS', ['fixed none-as-not-applicable'], 'not-applicable', 'not-applicable'],
    [5, 'Không', ['warning none-undecided'], 'ok', 'undecided'],
    ['Không phát sinh', 120, ['warning none-undecided'], 'undecided', 'ok'],
  ];
  it.each(cases)('%p of %p', (numerator, denominator, findings, first, second) => {
    const filled = form()
      .type('K01', 'numerator', numerator as never)
      .type('K01', 'denominator', denominator as never);
    expect(check(filled).findings.map((one) => `${one.severity} ${one.code}`)).toEqual(findings);
    expect([stateOf(filled, 'K01', 'numerator'), stateOf(filled, 'K01', 'denominator')]).toEqual([
      first,
      second,
    ]);
  });
});

describe('a typed ratio', () => {
  it.each([
    [75, []],
    [75.0, []],
    ['75%', ['percent-as-text']],
    [0.75, ['percent-as-fraction']],
    [7500, ['ratio-mismatch']],
    [80, ['ratio-mismatch']],
    [74.9, ['ratio-mismatch']],
  ])('%p beside 45/60', (typed, codes) => {
    const filled = form().type('K01', 'ratio', typed as never);
    expect(check(filled).findings.map((one) => one.code)).toEqual(codes);
    const isWrong = codes.includes('ratio-mismatch');
    expect(stateOf(filled, 'K01', 'denominator')).toBe(isWrong ? 'withheld' : 'ok');
  });

  it('50% as Excel stores it is 50, not 0,5', () => {
    expect(found(form().type('K01', 'ratio', 0.75, '0.00%'))).toEqual([]);
  });

  it('from a formula that does not look at its parts is compared like a typed one', () => {
    const filled = form();
    Object.assign(filled.row('K01').cell('ratio')!, { value: 99, formula: '99' });
    expect(check(filled).findings.map((one) => one.code)).toEqual(['ratio-mismatch']);
  });

  it('may be rounded as typed: 66,7 for 40/60', () => {
    expect(found(form().type('K01', 'numerator', 40).type('K01', 'ratio', 66.7))).toEqual([]);
  });

  it('without its parts is no basis for a total', () => {
    const filled = form()
      .type('K01', 'numerator', null)
      .type('K01', 'denominator', null)
      .type('K01', 'ratio', 75);
    expect(found(filled)).toEqual([`warning ratio-without-parts ${filled.cell('K01', 'ratio')}`]);
    expect(stateOf(filled, 'K01', 'value')).toBe('ok');
  });

  it('beside 0/0 is noted, and nothing occurred', () => {
    const filled = form()
      .type('K01', 'numerator', 0)
      .type('K01', 'denominator', 0)
      .type('K01', 'ratio', 100);
    expect(found(filled)).toEqual([
      `warning ratio-without-denominator ${filled.cell('K01', 'ratio')}`,
    ]);
  });
});

describe('rows', () => {
  it('are found by code wherever they stand', () => {
    const filled = form();
    const { sheet, row } = filled.row('K01');
    const cells = sheet.rows.get(row)!;
    sheet.rows.set(row, sheet.rows.get(row + 2)!);
    sheet.rows.set(row + 2, cells);
    expect(check(filled).findings.map(({ code, severity }) => [severity, code])).toEqual([
      ['fixed', 'rows-reordered'],
    ]);
    expect(check(filled).observations.find((one) => one.code === 'K01')!.cell).toBe(`F${row + 3}`);
  });

  it('deleted: said, and everything else still counts', () => {
    const filled = form();
    const { sheet, row } = filled.row('K04');
    sheet.rows.delete(row);
    expect(check(filled).findings.map((one) => [one.severity, one.code, one.facts])).toEqual([
      ['error', 'row-missing', { code: 'K04', name: 'Rà soát 100% TTHC nội bộ nhóm B đã công bố' }],
    ]);
    expect(stateOf(filled, 'K05', 'numerator')).toBe('ok');
  });

  it('twice: neither counts', () => {
    const filled = form();
    const { sheet, row } = filled.row('K07');
    sheet.rows.set(row + 1, new Map(sheet.rows.get(row)!));
    expect(found(filled)).toEqual([`error row-duplicate B${row + 2}`]);
    expect(stateOf(filled, 'K07', 'numerator')).toBe('withheld');
  });

  it('inserted: not counted, and said', () => {
    const filled = form();
    const { sheet, row } = filled.row('K07');
    sheet.put(row + 1, 0, 'K99');
    sheet.put(row + 1, 5, 10);
    expect(found(filled)).toEqual([`warning row-extra C${row + 2}`]);
  });

  it('both figures typed a row too low, beside the line that explains: said once', () => {
    const filled = form();
    const { sheet, row } = filled.row('K07');
    const figures = [5, 6].map((column) => sheet.value(row, column));
    [5, 6].forEach((column, index) => {
      sheet.put(row, column, null);
      sheet.put(row + 1, column, figures[index]);
    });
    expect(found(filled).filter((one) => one.startsWith('warning row-extra'))).toEqual([
      `warning row-extra C${row + 2}`,
    ]);
  });

  it('without code and label but with a figure: said, not swallowed', () => {
    const filled = form();
    const { sheet, row } = filled.row('K07');
    sheet.put(row + 1, 2, null);
    sheet.put(row + 1, 5, 10);
    expect(check(filled).findings.map((one) => one.code)).toEqual(['row-extra']);
  });

  it('whose code stands beside another row’s text: neither counts', () => {
    const filled = form();
    const codes = ['K01', 'K02'].map((code) => filled.row(code).cell('code')!);
    codes.forEach((cell, i) => (cell.value = ['K02', 'K01'][i]));
    expect(check(filled).findings.map((one) => one.code)).toEqual([
      'row-label-differs',
      'row-label-differs',
    ]);
    expect([stateOf(filled, 'K01', 'numerator'), stateOf(filled, 'K02', 'numerator')]).toEqual([
      'withheld',
      'withheld',
    ]);
  });

  it('merged over their input cells: none of them counts', () => {
    const filled = form();
    const { sheet, row } = filled.row('K01');
    sheet.merges.push({ top: row, bottom: row + 2, left: 5, right: 5 });
    expect(check(filled).findings.map((one) => one.code)).toEqual(['cells-merged', 'cells-merged']);
    expect([stateOf(filled, 'K01', 'numerator'), stateOf(filled, 'K02', 'numerator')]).toEqual([
      'withheld',
      'withheld',
    ]);
  });

  it('under the signatures still count as doubles', () => {
    const filled = form();
    const { sheet } = filled.row('K01');
    const foot = [...sheet.rows.keys()].find((row) => sheet.value(row, 2) === 'Người lập biểu')!;
    sheet.put(foot, 0, 'K01');
    sheet.put(foot, 5, 999);
    expect(found(filled)).toEqual([`error row-duplicate B${foot + 1}`]);
  });

  it('whose code was wiped are found by their label where it is the only one', () => {
    expect(found(form().type('K01', 'code', null))).toEqual([]);
    // K03 and K06 share their sentence: guessing would put a figure in the wrong row.
    const twins = check(form().type('K03', 'code', null)).findings.map((one) => one.code);
    expect(twins).toEqual(['row-extra', 'row-missing']);
  });
});

describe('sheets and columns', () => {
  it('a renamed sheet is known by its content', () => {
    const filled = form();
    filled.workbook.sheets[0].name = 'Sheet1 (2)';
    expect(check(filled).findings.map((one) => one.code)).toEqual(['sheet-renamed']);
  });

  it('a missing sheet and a missing column are errors', () => {
    const missing = form();
    missing.workbook.sheets.splice(0, 1);
    expect(check(missing).findings.map((one) => [one.code, one.severity])).toEqual([
      ['sheet-missing', 'error'],
    ]);
    const filled = form();
    const { sheet } = filled.row('K01');
    sheet.put(4, 6, 'Khác');
    expect(check(filled).findings.map((one) => one.facts)).toEqual([
      { column: 'Trong kỳ – Mẫu', unclear: '“Khác” (G5)' },
    ]);
  });

  const withCopy = (copied: Form) => {
    const filled = form();
    const [copy] = copied.workbook.sheets;
    copy.name = 'Bản sao';
    filled.workbook.sheets.push(copy);
    return filled;
  };

  it('two sheets of one form with other figures count neither', () => {
    const filled = withCopy(form().type('K01', 'numerator', 44));
    expect(check(filled).findings.map((one) => one.code)).toEqual(['sheet-duplicate']);
    expect(stateOf(filled, 'K01', 'numerator')).toBe('none');
  });

  it.each([
    ['a copy of the sheet', form()],
    ['the sheet as it was issued', Form.of(COMMUNE, '2024-03')],
  ])('%s beside it changes nothing', (_, copied) => {
    const filled = withCopy(copied);
    expect(check(filled).findings.map((one) => [one.severity, one.code])).toEqual([
      ['fixed', 'sheet-copy-set-aside'],
    ]);
    expect(stateOf(filled, 'K01', 'numerator')).toBe('ok');
  });
});

describe('tasks', () => {
  const cases: [string, (filled: Form) => Form, string[]][] = [
    ['done with day and document', (filled) => filled.done('T1', '2024-03-10'), []],
    ['done on the cut-off', (filled) => filled.done('T1', '2024-03-14'), []],
    [
      'done after the cut-off',
      (filled) => filled.done('T1', '2024-03-15'),
      ['error done-in-future'],
    ],
    [
      'done without a day',
      (filled) => filled.done('T1', '2024-03-10').typeTask('T1', 'date', null),
      ['error done-without-date'],
    ],
    [
      'done without a document',
      (filled) => filled.done('T1', '2024-03-10', ''),
      ['warning done-without-evidence'],
    ],
    [
      'a recurring task needs neither',
      (filled) => filled.typeTask('T6b', 'status', 'Hoàn thành'),
      [],
    ],
    [
      'a word outside the list',
      (filled) => filled.typeTask('T1', 'status', 'Cơ bản hoàn thành'),
      ['warning status-unknown'],
    ],
    ['nothing', (filled) => filled.typeTask('T1', 'status', null), ['warning status-blank']],
    [
      'a day as text',
      (filled) => filled.done('T1', '2024-03-10').typeTask('T1', 'date', '10.3.2024'),
      ['fixed date-as-text'],
    ],
    [
      'no day at all',
      (filled) => filled.done('T1', '2024-03-10').typeTask('T1', 'date', 'sắp xong'),
      ['error not-a-date'],
    ],
    [
      'the number 2024 shown as a date of 1905',
      (filled) => filled.done('T1', '2024-03-10').typeTask('T1', 'date', 2024),
      ['error not-a-date'],
    ],
    [
      'a cross',
      (filled) => filled.done('T1', '2024-03-10').typeTask('T1', 'status', 'x'),
      ['fixed status-mark'],
    ],
  ];
  it.each(cases)('%s', (_, act, findings) => {
    expect(check(act(form())).findings.map((one) => `${one.severity} ${one.code}`)).toEqual(
      findings,
    );
  });
});

describe('the same figure in two rows (Vĩnh Chấp NQ01-5 and NQ02-5)', () => {
  it('must agree', () => {
    const filled = Form.of('MC', '2024-03', 'vinh-chap-2024').fill();
    expect(found(filled)).toEqual([]);
    filled.type('NQ02-5', 'numerator', 44);
    expect(found(filled)).toEqual([
      `error same-figure-differs ${filled.cell('NQ02-5', 'numerator')}`,
    ]);
    expect(stateOf(filled, 'NQ01-5', 'numerator')).toBe('withheld');
  });
});

it('a completion nobody can date is not counted as in time', () => {
  const filled = form().done('T1', '2024-03-10').typeTask('T1', 'date', '45/13/2024');
  expect([stateOf(filled, 'T1', 'status'), stateOf(filled, 'T1', 'date')]).toEqual([
    'withheld',
    'withheld',
  ]);
});

describe('a plan that was adjusted', () => {
  it('a form that went out with the target of before is not one whose target was edited', () => {
    const filled = form();
    const before = String(filled.row('K07').cell('target')!.value);
    const [own] = filled.plan.targets.filter(({ indicator }) => indicator === 'K07');
    const adjusted = {
      ...filled.plan,
      targets: [
        ...filled.plan.targets,
        { ...own, from: '2024-02-01', level: null, agency: null, raw: 'Tối thiểu 99', value: 99 },
      ],
    };
    const agency = findAgency(adjusted, COMMUNE)!;
    const codes = () =>
      checkForm(filled.workbook, adjusted, agency, periodOf('2024-03'), '').findings.map(
        ({ code }) => code,
      );
    expect(codes()).toEqual([]);
    filled.row('K07').cell('target')!.value = `${before} hoặc hơn`;
    expect(codes()).toEqual(['plan-column-edited']);
  });
});

it('a row a hundred thousand rows down is found, and what came between is said without looking at each', () => {
  const filled = form();
  const { sheet } = filled.row('K07');
  const last = filled.row('K07').row;
  const cells = sheet.rows.get(last)!;
  sheet.rows.delete(last);
  sheet.rows.delete(last + 1);
  for (const row of [...sheet.rows.keys()]) if (row > last) sheet.rows.delete(row);
  sheet.rows.set(900_000, cells);
  const [moved] = check(filled).findings;
  expect(moved).toMatchObject({
    code: 'realigned',
    facts: { drifts: [{ kind: 'rows-inserted', last: 900_000 }] },
  });
  expect(stateOf(filled, 'K07', 'numerator')).toBe('ok');
});

describe('headings in other words', () => {
  /** Headings written anew, and the row of column numbers under them gone. */
  const reworded = (words: Record<string, string>) => {
    const own = Form.of('29461', '2024-03').fill();
    for (const sheet of own.workbook.sheets.slice(0, 2)) {
      for (const [row, cells] of sheet.rows)
        for (const cell of cells.values()) {
          if (row > 12 || typeof cell.value !== 'string') continue;
          if (/^\(\d+\)$/.test(cell.value)) cell.value = null;
          else cell.value = words[cell.value] ?? cell.value;
        }
    }
    return own;
  };
  const figures = (own: Form) =>
    check(own).observations.map(({ code, measure, value }) => [code, measure, value]);

  it.each([
    [{ 'Trong kỳ': 'Số liệu trong kỳ', 'Tình trạng': 'Tình trạng thực hiện' }],
    [
      {
        'Trong kỳ': 'Kết quả trong kỳ báo cáo',
        Tử: 'Tử số',
        Mẫu: 'Mẫu số',
        'Tình trạng': 'Tiến độ thực hiện',
      },
    ],
    [
      {
        'Trong kỳ': 'Kỳ này',
        'Kết quả (số, ngày văn bản)': 'Kết quả thực hiện',
        'Ngày hoàn thành': 'Ngày hoàn thành thực tế',
      },
    ],
    [{ 'Chỉ tiêu': 'Tên chỉ tiêu', 'Nhiệm vụ': 'Nội dung nhiệm vụ' }],
  ])('%j: read as they are meant, and said', (words) => {
    const own = reworded(words);
    expect(figures(own)).toEqual(figures(Form.of('29461', '2024-03').fill()));
    const { findings } = check(own);
    expect(findings.filter(({ severity }) => severity !== 'fixed').map(({ code }) => code)).toEqual(
      [],
    );
    const said = findings.flatMap((one) =>
      one.code === 'column-renamed' ? [(one.facts as { found: string }).found] : [],
    );
    for (const word of Object.values(words))
      expect(said.some((text) => text.includes(word))).toBe(true);
  });

  it('nothing like ours: which was taken for what, which not, by sheet and cell; the sheet is not said to be missing', () => {
    const said = (own: Form) =>
      check(own)
        .findings.filter(({ severity }) => severity === 'error')
        .map((found) => findingSentence(found, 'vi'));
    const [one] = said(
      reworded({
        'Trong kỳ': 'Số liệu trong kỳ',
        'Lũy kế từ đầu năm': 'Cột A',
        Tử: 'X',
        Mẫu: 'Y',
        'Kết quả': 'Z',
      }),
    );
    expect(one).toMatch(
      /^Ô B4: trang tính này có tiêu đề của Biểu chỉ tiêu nhưng chưa đủ để đọc\./,
    );
    expect(one).toMatch(/Chưa hiểu tiêu đề .*“X” \(F5\).*Đề nghị ghi lại tiêu đề cột/);
    // A column is not found though it stands there: the heading that was not understood is named.
    const [column, ...others] = said(reworded({ 'Tình trạng': 'Ghi ở đây' }));
    expect([column, others]).toEqual([
      expect.stringMatching(
        /^Không thấy cột “Tình trạng”\. Chưa hiểu tiêu đề “Ghi ở đây” \([A-Z]+\d+\)\./,
      ),
      [],
    ]);
    expect(
      said(reworded({ 'Tình trạng': 'Ghi ở đây', 'Nhiệm vụ': 'Nội dung nhiệm vụ' }))[0],
    ).toMatch(/Đã hiểu “Nội dung nhiệm vụ” \([A-Z]+\d+\) = “Nhiệm vụ”\. Chưa hiểu/);
    // A sheet of another kind is none of ours.
    const gone = Form.of('29461', '2024-03').fill();
    gone.workbook.sheets.splice(0, 1);
    expect(said(gone)).toEqual(['Tệp không có Biểu chỉ tiêu. Đề nghị dùng biểu mẫu đã phát hành.']);
  });

  it('that may be two columns are none', () => {
    const own = reworded({
      'Trong kỳ': 'Trong kỳ và lũy kế từ đầu năm',
      'Lũy kế từ đầu năm': 'Số liệu trong kỳ và lũy kế từ đầu năm',
    });
    expect(check(own).observations.filter(({ of }) => of === 'indicator')).toEqual([]);
  });
});
