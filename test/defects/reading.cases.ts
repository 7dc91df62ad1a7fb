import type { FindingCode } from '../../src/domain/finding/finding';
import { encodeTcvn3, encodeVni } from '../../src/text/legacy-encoding';
import { dateToSerial } from '../../src/text/date';
import type { CellValue, Style, TextPart } from '../../src/workbook/cell';
import type { Form } from '../forms';
import { indicator, isCount, isFlow, isWhole, statRow, task } from './base';
import { at, type DefectCase } from './case';

type Figure = 'numerator' | 'denominator';

/** A value typed in a figure of an indicator that is part of a whole and counted. */
function figure(
  name: string,
  value: CellValue,
  more: Partial<DefectCase> & { column?: Figure; format?: string } = {},
): DefectCase {
  const { column = 'numerator', format, ...rest } = more;
  return {
    name,
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, column, value, format);
      return at(form, code, column);
    },
    ...rest,
  };
}

/** What stands under “Kết quả” of a count, and under “Tử”, which is not asked of it. */
function twice(
  name: string,
  result: CellValue,
  part: CellValue,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    base: 'counts',
    spoil(form, pick) {
      const code = indicator(form, pick, isCount);
      // Read by its name, the figure of a count is its numerator, and what stands under “Tử” the
      // ratio it has none of.
      form.type(code, 'numerator', result).type(code, 'ratio', part);
      return at(form, code, 'numerator');
    },
    ...more,
  };
}

/** A figure with the looks people give it; programs that keep no looks lose it. */
function styled(
  name: string,
  value: CellValue,
  style: Style,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    lostBy: ['SheetJS'],
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      const cell = form.row(code).cell('numerator')!;
      Object.assign(cell, { value, style: { ...cell.style, ...style } });
      return at(form, code, 'numerator');
    },
    ...more,
  };
}

/** A text in pieces; what our own writer does not write is in the reader's own tests. */
function looks(name: string, parts: TextPart[], more: Partial<DefectCase> = {}): DefectCase {
  const text = parts.map((part) => part.text).join('');
  return {
    name,
    lostBy: ['Tổng Hợp', 'exceljs', 'SheetJS', 'LibreOffice', 'Gnumeric', 'openpyxl'],
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      Object.assign(form.row(code).cell('numerator')!, { value: text, parts });
      return at(form, code, 'numerator');
    },
    ...more,
  };
}

/** A figure taken by a name; what other programs do with a name of another workbook differs. */
function named(
  name: string,
  meaning: string,
  more: readonly [string, string][] = [],
  rest: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    lostBy: ['exceljs', 'SheetJS', 'LibreOffice', 'Gnumeric', 'openpyxl'],
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      for (const [key, value] of [['SoLieu', meaning] as const, ...more])
        form.workbook.names.set(key, value);
      Object.assign(form.row(code).cell('numerator')!, { formula: 'SoLieu+0', value: 47 });
      return at(form, code, 'numerator');
    },
    ...rest,
  };
}

const silent = true as const;
/** Of a cumulative figure, or of what there is, it is less than the 45 of before as well. */
const LESS = ['period-as-cumulative', 'period-as-stock'];
/** openpyxl keeps no results of formulas, and these programs calculate what has none. */
const NO_VALUES = ['openpyxl'];
const CALCULATING = ['SheetJS', 'LibreOffice', 'Gnumeric'];
const BLANKS = ['blank', 'form-row-blank', 'status-blank'];

/** In an indicator of money, where thousands and decimals look alike. */
function money(name: string, value: CellValue, more: Partial<DefectCase> = {}): DefectCase {
  return {
    name,
    spoil(form, pick) {
      const code = indicator(form, pick, ({ denominator }) => denominator?.unit === 'đồng');
      form.type(code, 'denominator', value);
      return at(form, code, 'denominator');
    },
    ...more,
  };
}

function ratio(
  name: string,
  value: CellValue,
  more: Partial<DefectCase> & { format?: string; alone?: true } = {},
): DefectCase {
  const { format, alone, ...rest } = more;
  return {
    name,
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      if (alone) form.type(code, 'numerator', null).type(code, 'denominator', null);
      form.type(code, 'ratio', value, format);
      return at(form, code, 'ratio');
    },
    ...rest,
  };
}

/** "Không" and its neighbour. */
function pair(
  name: string,
  numerator: CellValue,
  denominator: CellValue,
  more: Partial<DefectCase> & { on?: Figure } = {},
): DefectCase {
  const { on = 'numerator', ...rest } = more;
  return {
    name,
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'numerator', numerator).type(code, 'denominator', denominator);
      return at(form, code, on);
    },
    ...rest,
  };
}

type TaskKey = Parameters<Form['taskCell']>[1];

function onTask(
  name: string,
  at: TaskKey,
  values: Partial<Record<TaskKey, CellValue>>,
  more: Partial<DefectCase> & { format?: string } = {},
): DefectCase {
  const { format, ...rest } = more;
  return {
    name,
    spoil(form, pick) {
      const code = task(form, pick);
      for (const [key, value] of Object.entries(values)) form.typeTask(code, key as TaskKey, value);
      const cell = form.taskRow(code).cell(at)!;
      if (format) cell.style = { ...cell.style, format };
      return form.taskRow(code).place(at);
    },
    ...rest,
  };
}

/** A formula in a figure cell. */
function formula(
  name: string,
  text: string,
  value: CellValue,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      Object.assign(form.row(code).cell('numerator')!, { value, formula: text });
      return at(form, code, 'numerator');
    },
    ...more,
  };
}

const DONE = { status: 'Hoàn thành', result: 'Số 12/BC' };

/**
 * Every text of the indicators' sheet that an encoding can write, as a program of its time would
 * have saved it.
 */
function encoded(
  name: string,
  encode: (text: string) => string | null,
  font: string,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    spoil(form) {
      const { sheet } = form.row(indicator(form, 0));
      let first: string | null = null;
      for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b)) {
        for (const [column, cell] of [...cells].sort(([a], [b]) => a - b)) {
          if (typeof cell.value !== 'string' || row < 3) continue;
          const text = encode(cell.value.replace(/[–“”]/g, '-'));
          if (text === null || text === cell.value || !/[\u00a1-\u00ff]/.test(text)) continue;
          sheet.set(row, column, {
            ...cell,
            value: text,
            style: { ...cell.style, fontName: font },
          });
          first ??= `${row} ${column}`;
        }
      }
      const [row, column] = first!.split(' ').map(Number);
      return { sheet: sheet.name, cell: cellOf(row, column) };
    },
    ...more,
  };
}

function cellOf(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

/** The name of an indicator's row written in another way. */
function spelt(
  name: string,
  write: (text: string) => string,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    spoil(form, pick) {
      const row = form.row(indicator(form, pick));
      const cell = row.cell('name')!;
      cell.value = write(String(cell.value));
      return row.place('name');
    },
    ...more,
  };
}

export const READING: Partial<Record<FindingCode, readonly DefectCase[]>> = {
  'number-as-text': [
    figure('digits as text', '47'),
    figure('thousands with a dot', '1.047', { column: 'denominator', also: ['times-too-large'] }),
    figure('a no-break space in it', '1\u00a0047', { column: 'denominator' }),
    figure('the unit behind it', '61 TTHC', { column: 'denominator' }),
    money('a decimal comma', '95,5', { also: ['numerator-exceeds-denominator'] }),
    figure('a number', 47, { silent }),
  ],
  'number-ambiguous': [
    money('1.234 of money', '1.234'),
    money('638,025 of money', '638,025'),
    money('1.234,5 is plain', '1.234,5', { silent }),
    figure('12.345 things are plain', '12.345', { silent, column: 'denominator' }),
  ],
  'number-english': [
    figure('thousands with a comma', '1,047', { column: 'denominator' }),
    figure('millions with commas', '1,047,000', {
      column: 'denominator',
      also: ['times-too-large'],
    }),
    money('1.234,5', '1.234,5', { silent }),
  ],
  'number-percent-format': [
    figure('a count under a percent format', 0.85, { format: '0%' }),
    figure('a percent sign typed behind a count', '75%', { column: 'denominator' }),
    ratio('77,05 under a percent format shows 7705%', 77.05, { format: '0%' }),
    ratio('0,7705 under a percent format is 77,05%', 0.7705, { format: '0.00%', silent }),
  ],
  'percent-as-fraction': [
    ratio('0,77 beside 47/61', 0.77),
    ratio('0,7705 beside 47/61', 0.7705),
    ratio('0,85 without parts', 0.85, { alone: true }),
    ratio('77,05 beside 47/61', 77.05, { silent }),
  ],
  'percent-as-text': [
    ratio('77,05% typed', '77,05%'),
    ratio('without parts', '85%', { alone: true, also: ['ratio-without-parts'] }),
    ratio('a number', 77.05, { silent }),
  ],
  'number-with-letters': [
    figure('O for 0', '4O'),
    figure('l for 1', '6l', { column: 'denominator' }),
    figure('a number', 47, { silent }),
  ],
  'number-with-words': [
    figure('a remark in brackets', '47 (tạm tính)'),
    figure('a remark behind a dash', '60 – số ước', { column: 'denominator' }),
    figure('another number in words', '47 (bốn mươi tám)'),
    figure('its unit in brackets', '47 (TTHC)', { silent }),
    figure('the same number in words', '47 (bốn mươi bảy)', { silent }),
  ],
  'not-a-number': [
    figure('words', 'nhiều'),
    figure('TRUE', true, { lostBy: ['LibreOffice'] }),
    figure('two commas', '4,5,6', { column: 'denominator' }),
    figure('Không phát sinh', 'Không phát sinh', { silent, also: ['none-undecided'] }),
  ],
  blank: [
    figure('nothing', null),
    figure('spaces', '   ', { column: 'denominator' }),
    figure('zero', 0, { silent, also: LESS }),
  ],
  'form-row-blank': [
    {
      name: 'a row of a statistics form',
      spoil(form, pick) {
        form.typeStat('II.06a', statRow(pick), []);
        return form.statRow('II.06a', statRow(pick)).place('column 4');
      },
    },
    {
      name: 'one cell of it',
      silent,
      also: ['blank'],
      spoil(form, pick) {
        form.typeStat('II.06a', statRow(pick), [30, 20, 10, 25, 20, 5, 8, null]);
        return form.statRow('II.06a', statRow(pick)).place('column 4');
      },
    },
    {
      name: 'a row of zeros but what was carried over',
      silent,
      spoil(form, pick) {
        form.typeStat('II.06a', statRow(pick), [0, 0, 10, 0, 0, 0, 10, 0]);
        return form.statRow('II.06a', statRow(pick)).place('column 4');
      },
    },
  ],
  'status-blank': [
    onTask('no state', 'status', { status: null }),
    onTask('spaces', 'status', { status: ' ' }),
    onTask('a state', 'status', { status: 'Chưa thực hiện' }, { silent }),
  ],
  dash: [
    figure('a hyphen', '-'),
    figure('a dash', '–', { column: 'denominator' }),
    figure('zero', 0, { silent, also: LESS }),
  ],
  'none-as-zero': [
    pair('Không of 61', 'Không', 61, { also: LESS }),
    pair('không, small', 'không', 61, { also: LESS }),
    pair('Không of nothing', 'Không', 0, { silent }),
  ],
  'none-as-not-applicable': [
    pair('Không of Không', 'Không', 'Không'),
    pair('0 of KPS', 0, 'KPS', { on: 'denominator' }),
    pair('0 of 0', 0, 0, { silent }),
  ],
  'none-undecided': [
    pair('5 of Không', 5, 'Không', { on: 'denominator', also: LESS }),
    pair('Không phát sinh of 61', 'Không phát sinh', 61),
    pair('Không of 61', 'Không', 61, { silent, also: LESS }),
  ],
  'status-mark': [
    onTask('x', 'status', { status: 'x', date: dateToSerial('2024-05-02'), result: 'Số 12/BC' }),
    onTask('a tick', 'status', {
      status: '✓',
      date: dateToSerial('2024-05-02'),
      result: 'Số 12/BC',
    }),
    onTask('the word', 'status', { ...DONE, date: dateToSerial('2024-05-02') }, { silent }),
  ],
  'status-in-own-words': [
    onTask('Xong', 'status', { ...DONE, status: 'Xong', date: dateToSerial('2024-05-02') }),
    onTask('HT', 'status', { ...DONE, status: 'HT', date: dateToSerial('2024-05-02') }),
    onTask('with a full stop', 'status', {
      ...DONE,
      status: 'Hoàn thành.',
      date: dateToSerial('2024-05-02'),
    }),
    onTask('without accents', 'status', {
      ...DONE,
      status: 'hoan thanh',
      date: dateToSerial('2024-05-02'),
    }),
    onTask('Đang làm', 'status', { status: 'Đang làm' }),
    onTask('CHUA THUC HIEN', 'status', { status: 'CHUA THUC HIEN' }),
    onTask('nearly', 'status', { status: 'Sắp xong' }, { silent, also: ['status-unknown'] }),
    onTask('ĐTH: done or doing', 'status', { status: 'ĐTH' }, { silent, also: ['status-unknown'] }),
  ],
  'status-unknown': [
    onTask('nearly done', 'status', { status: 'Cơ bản hoàn thành' }),
    onTask('half', 'status', { status: '50%' }),
    onTask('another word of the list', 'status', { status: 'Đang triển khai' }, { silent }),
  ],
  estimate: [
    figure('about', 'khoảng 47'),
    figure('more than', '>47', { column: 'denominator' }),
    figure('a number', 47, { silent }),
  ],
  'target-as-result': [
    figure('Tối thiểu', 'Tối thiểu 47'),
    figure('ít nhất', 'ít nhất 47', { column: 'denominator' }),
    figure('a number', 47, { silent }),
  ],
  'numbers-apart': [
    figure('two lines', '120\n130'),
    figure('three lines', '40\r\n45\r\n', { column: 'denominator' }),
    figure('a tab', '40\t45'),
    looks('a struck number before one', [
      { text: '120', look: 'struck' },
      { text: '130', look: 'plain' },
    ]),
    looks('the number of a note', [
      { text: '47', look: 'plain' },
      { text: '1', look: 'raised' },
    ]),
    figure('the number of a note, as a letter', '47¹'),
    figure('its unit on a line of its own', '47\nTTHC', { silent }),
    looks(
      'a struck word behind it',
      [
        { text: '47', look: 'plain' },
        { text: ' TTHC', look: 'struck' },
      ],
      { silent },
    ),
  ],
  'struck-out': [
    styled('a number struck through', 47, { strikethrough: true }),
    looks('a text struck in pieces', [
      { text: '4', look: 'struck' },
      { text: '7', look: 'struck' },
    ]),
    styled('a text struck through', '47', { strikethrough: true }),
    // LibreOffice keeps it of a text, not of a number.
    styled('a number raised', 47, { superscript: true }, { lostBy: ['SheetJS', 'LibreOffice'] }),
    {
      name: 'a state struck through',
      lostBy: ['SheetJS'],
      spoil(form, pick) {
        const { cell, place } = form.taskRow(task(form, pick));
        cell('status')!.style = { ...cell('status')!.style, strikethrough: true };
        return place('status');
      },
    },
    {
      name: 'a day struck through',
      lostBy: ['SheetJS'],
      spoil(form, pick) {
        const code = task(form, pick);
        form.done(code, '2024-05-03');
        const { cell, place } = form.taskRow(code);
        cell('date')!.style = { ...cell('date')!.style, strikethrough: true };
        return place('date');
      },
    },
    styled('bold', 47, { bold: true }, { silent }),
  ],
  'several-values': [
    figure('with a stroke', '40/45'),
    figure('two percentages', '60%; 50%', { column: 'denominator' }),
    figure('a number', 47, { silent }),
  ],
  'figure-twice': [
    twice('a figure under each', 47, 48),
    twice('a text and a figure', 47, '48'),
    twice('a word under one of them', 47, 'Không phát sinh'),
    twice('a word under the other', 'Không phát sinh', 0),
    twice('the same under both', 47, 47, { silent }),
    twice('the same as text', 47, '47', { silent }),
    twice('under one of them', 47, null, { silent }),
  ],
  'formula-error': [
    formula('#REF!', 'A1+#REF!', { error: '#REF!' }, { lostBy: NO_VALUES }),
    figure('typed as a value', { error: '#DIV/0!' }, { column: 'denominator' }),
    formula('a formula that holds', '40+7', 47, { silent, lostBy: NO_VALUES }),
  ],
  'formula-without-value': [
    formula('no result was saved', '40+7', null, { lostBy: CALCULATING }),
    formula('a reference without result', 'B1', null, { lostBy: CALCULATING }),
    formula('a result', '40+7', 47, { silent, lostBy: NO_VALUES }),
  ],
  'external-link': [
    formula('another workbook', "'[T8.xlsx]Sheet1'!C5", 47, { lostBy: NO_VALUES }),
    formula('in a sum', '[T8.xlsx]Sheet1!C5+1', 47, { lostBy: NO_VALUES }),
    formula('another sheet', "'Biểu nhiệm vụ'!Z99", 47, { silent, lostBy: NO_VALUES }),
    named('by a defined name', "'[T8.xlsx]Sheet1'!$C$5"),
    named('by a name of a name', 'Thang8', [['Thang8', "'C:\\\\BC\\\\[T8.xlsx]Sheet1'!$C$5"]]),
    named('a name in the workbook itself', "'Biểu nhiệm vụ'!$Z$99", [], { silent }),
  ],
  'date-as-text': [
    onTask('with dots', 'date', { ...DONE, date: '2.5.2024' }),
    onTask('in words', 'date', { ...DONE, date: 'ngày 02 tháng 5 năm 2024' }),
    onTask('a date', 'date', { ...DONE, date: dateToSerial('2024-05-02') }, { silent }),
  ],
  'not-a-date': [
    onTask('words', 'date', { ...DONE, date: 'sắp xong' }),
    onTask('the 31st of June', 'date', { ...DONE, date: '31/6/2024' }),
    onTask('a date', 'date', { ...DONE, date: dateToSerial('2024-05-02') }, { silent }),
  ],
  'month-as-date': [
    onTask('a month typed', 'date', { ...DONE, date: '4/2024' }),
    onTask('in words', 'date', { ...DONE, date: 'tháng 4 năm 2024' }),
    onTask(
      'as Excel mangled it',
      'date',
      { ...DONE, date: dateToSerial('2024-04-01') },
      { format: 'mmm-yy' },
    ),
    onTask(
      'the first of a month',
      'date',
      { ...DONE, date: dateToSerial('2024-04-01') },
      { silent, format: 'dd/mm/yyyy', also: ['date-swapped'] },
    ),
  ],
  'date-of-another-year': [
    onTask('last year’s number', 'date', { ...DONE, date: dateToSerial('2023-05-03') }),
    onTask('as text', 'date', { ...DONE, date: '3/5/2023' }),
    onTask('in two figures', 'date', { ...DONE, date: '03/05/23' }),
    onTask('last year, a day that has not come yet', 'date', { ...DONE, date: '20/9/2023' }),
    onTask('years before', 'date', { ...DONE, date: dateToSerial('2021-11-30') }),
    onTask(
      'last year, in the first period of this one',
      'date',
      { ...DONE, date: dateToSerial('2023-12-20') },
      { silent },
    ),
    onTask('this year in two figures', 'date', { ...DONE, date: '03/05/24' }, { silent }),
  ],
  'date-swapped': [
    onTask(
      '04/05 read as the 5th of April',
      'date',
      { ...DONE, date: dateToSerial('2024-05-04').valueOf() - 29 },
      { format: 'dd/mm/yyyy' },
    ),
    onTask(
      'in the future as it stands',
      'date',
      { ...DONE, date: dateToSerial('2024-12-25') },
      { silent, also: ['done-in-future'] },
    ),
    onTask(
      'swapped into the period from the future',
      'date',
      { ...DONE, date: dateToSerial('2024-07-05') },
      {},
    ),
    onTask(
      'the document names the day',
      'date',
      { status: 'Hoàn thành', result: 'Số 12/BC ngày 05/4/2024', date: dateToSerial('2024-04-05') },
      { silent },
    ),
    onTask(
      'a day beyond the twelfth',
      'date',
      { ...DONE, date: dateToSerial('2024-04-20') },
      { silent },
    ),
  ],
  'date-as-figure': [
    figure('45574 shown as a date', 45574, { format: 'dd/mm/yyyy', column: 'denominator' }),
    figure('a time', 0.5, { format: 'hh:mm' }),
    figure('a number', 47, { silent }),
  ],
  'ratio-without-parts': [
    ratio('a percentage alone', 77, { alone: true }),
    ratio('a percentage over 1', 1.5, { alone: true }),
    ratio('beside its parts', 77.05, { silent }),
  ],
  'text-legacy': [
    encoded('TCVN3 in its font', encodeTcvn3, '.VnTime'),
    encoded('TCVN3 in another font', encodeTcvn3, 'Times New Roman'),
    encoded('VNI in its font', encodeVni, 'VNI-Times'),
    encoded('VNI in another font', encodeVni, 'Arial'),
    encoded('Unicode in an old font', () => null, '.VnTime', {
      silent,
      spoil: (form) => (
        (form.row(indicator(form, 0)).cell('name')!.style = { fontName: '.VnTime' }),
        null
      ),
    }),
  ],
  'text-decomposed': [
    spelt('decomposed', (text) => text.normalize('NFD')),
    {
      ...spelt('a heading of a task', (text) => text),
      spoil: (form, pick) => {
        const row = form.taskRow(task(form, pick));
        row.cell('text')!.value = String(row.cell('text')!.value).normalize('NFD');
        return row.place('text');
      },
    },
    spelt('composed', (text) => text, { silent }),
  ],
  'text-tidied': [
    spelt('a line break', (text) => text.replace(' ', '\n')),
    spelt('two spaces and a no-break space', (text) => text.replace(/ /g, ' \u00a0')),
    spelt('as it is', (text) => text, { silent }),
  ],
  'text-tone': [
    head('Đơn vị báo cáo: ỦY ban nhân dân', (text) => text.replace('Ủy', 'Uỷ')),
    head('y for i', (text) => text.replace('Ủy ban', 'uỷ ban')),
    head('as it is', (text) => text, { silent }),
  ],
  'text-like-formula': [
    {
      name: 'in a note',
      spoil(form, pick) {
        const code = indicator(form, pick);
        form.type(code, 'note', '+84 912 345');
        return at(form, code, 'note');
      },
    },
    onTask('a formula as text', 'result', { result: '=HYPERLINK("http://x","y")' }),
    onTask('@ before a name', 'difficulty', { difficulty: '@SUM(A1)' }),
    onTask('a list', 'difficulty', { difficulty: '- Thiếu nhân lực' }, { silent }),
  ],
  'form-blank': [
    { name: 'as it was issued', spoil: (form) => (emptied(form), null), also: BLANKS },
    {
      name: 'spaces only',
      spoil: (form) => (emptied(form), form.type(indicator(form, 0), 'numerator', '  '), null),
      also: BLANKS,
    },
    {
      name: 'one figure',
      silent,
      spoil: (form) => (emptied(form), form.type(indicator(form, 0, isFlow), 'numerator', 5), null),
      also: BLANKS,
    },
  ],
};

/** The name of the agency in the head written in another way. */
function head(
  name: string,
  write: (text: string) => string,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    spoil(form) {
      const { sheet } = form.row(indicator(form, 0));
      const cell = sheet.cell(0, 8)!;
      cell.value = write(String(cell.value));
      return { sheet: sheet.name, cell: 'I1' };
    },
    ...more,
  };
}

function emptied(form: Form): void {
  for (const sheet of form.workbook.sheets) {
    for (const cells of sheet.rows.values())
      for (const cell of cells.values()) if (cell.style?.unlocked) cell.value = null;
  }
}
