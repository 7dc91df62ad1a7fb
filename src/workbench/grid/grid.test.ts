import fc from 'fast-check';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { edgeFrom } from '../model/edges';
import { fromTabbedText, toTabbedText } from './clipboard';
import { isTaken, wordsOf } from '../host/validation-check';

const text = (value: string) => value;

describe('the clipboard', () => {
  it.each<[string, string[][]]>([
    [
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1\t2\r\n', [['1', '2']]],
    ['một ô', [['một ô']]],
    ['a\t\tb', [['a', '', 'b']]],
    ['"hai\ndòng"\tx', [['hai\ndòng', 'x']]],
    ['"nói ""có"""', [['nói "có"']]],
    ['5" ống', [['5" ống']]],
    ['', [['']]],
  ])('reads %j', (input, rows) => expect(fromTabbedText(input)).toEqual(rows));

  it('gives back what it wrote, whatever stands in the cells', () => {
    const cells = fc.array(fc.array(fc.string().map(text), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(cells, (rows) => {
        const width = Math.min(...rows.map((row) => row.length));
        const even = rows.map((row) => row.slice(0, width).map((cell) => cell.replace(/\r/g, '')));
        const sheet = new Sheet('a');
        even.forEach((row, r) => row.forEach((cell, c) => sheet.put(r, c, cell)));
        const area = { top: 0, left: 0, bottom: even.length - 1, right: width - 1 };
        expect(fromTabbedText(toTabbedText(sheet, area))).toEqual(even);
      }),
    );
  });
});

describe('Ctrl and an arrow', () => {
  const sheet = new Sheet('a');
  for (const row of [2, 3, 4, 8]) sheet.put(row, 1, row);
  it.each([
    ['to the end of a run', 2, 1, 0, 4],
    ['over a gap to the next', 4, 1, 0, 8],
    ['from a blank to the first', 0, 1, 0, 2],
    ['beyond all to the edge', 8, 1, 0, 1_048_575],
    ['up to the edge', 2, -1, 0, 0],
  ])('%s', (_what, row, dr, dc, expected) => {
    expect(edgeFrom(sheet, row, 1, dr, dc)).toEqual({ row: expected, column: 1 });
  });
});

describe('validation of what is typed', () => {
  const area = { top: 0, bottom: 0, left: 0, right: 0 };
  const whole = {
    area,
    rule: { kind: 'whole', operator: 'between', first: '0', second: '10' },
  } as const;
  it.each([
    [5, true],
    [5.5, false],
    [11, false],
    ['năm', false],
    [null, true],
  ])('a whole number from 0 to 10: %j → %s', (value, expected) =>
    expect(isTaken(whole, value, null)).toBe(expected),
  );

  it('a list from cells, and blanks where they are refused', () => {
    const sheet = new Sheet('a');
    sheet.put(0, 3, 'có');
    sheet.put(1, 3, 'không');
    const list = { area, rule: { source: "'a'!$D$1:$D$3" }, refusesBlank: true };
    const words = wordsOf(list, sheet, emptyWorkbook([sheet]));
    expect(words).toEqual(['có', 'không']);
    expect([
      isTaken(list, 'có', words),
      isTaken(list, 'chưa', words),
      isTaken(list, null, words),
    ]).toEqual([true, false, false]);
  });
});
