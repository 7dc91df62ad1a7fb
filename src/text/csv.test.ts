import fc from 'fast-check';
import { readCsv, writeCsv, type CsvValue } from './csv';

/** RFC 4180 read letter by letter, another way than the reader under test. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const letters = [...text];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at];
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (letters[at + 1] === '"') field += letters[++at];
      else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') {
      row.push(field);
      field = '';
    } else if (letter === '\r' && letters[at + 1] === '\n') {
      at++;
      rows.push([...row, field]);
      row = [];
      field = '';
    } else field += letter;
  }
  return rows;
}

const body = (text: string) => text.slice(1);
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;
const nasty = fc.array(
  fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '－',
    '"',
    "'",
    ';',
    ',',
    '\t',
    '\r',
    '\n',
    ' ',
    '\u00a0',
    '\u200b',
    'Á',
    '7',
    '|',
  ),
  { maxLength: 12 },
);
const text = fc.oneof(
  nasty.map((letters) => letters.join('')),
  fc.string({ unit: 'grapheme' }),
);
const value = fc.oneof<fc.Arbitrary<CsvValue>[]>(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
);
const table = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

describe('comma-separated text', () => {
  it('begins with a byte order mark and ends every line with CRLF', () => {
    expect(
      writeCsv([
        ['Kỳ', 1.5],
        [null, 'a"b'],
      ]),
    ).toBe('\ufeff"Kỳ",1.5\r\n,"a""b"\r\n');
  });

  it('gives back every number, and every text but for the apostrophes that make it harmless', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const parsed = parse(body(writeCsv(rows)));
        expect(parsed.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        rows.flat().forEach((one, index) => {
          const found = parsed.flat()[index];
          if (typeof one === 'number') expect(Number(found)).toBe(one + 0);
          else expect(found.replaceAll("'", '')).toBe((one ?? '').replaceAll("'", ''));
        });
      }),
    );
  });

  it('no text can start a formula, not even where a machine cuts lines at semicolons, tabs and line breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const written = body(writeCsv(rows));
          const cells = [...parse(written).flat(), ...written.split(/[;\t\r\n]/)];
          expect(
            cells
              .map((cell) => cell.replace(/^["\s\p{C}]+/u, ''))
              .filter((cell) => FORMULA.test(cell)),
          ).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
    ['  =1+1', "'  =1+1"],
    ['＝1+1', "'＝1+1"],
    ['-5', "'-5"],
    ['\tabc', "'\tabc"],
    ['a;=1+1', "a;'=1+1"],
    ['a\n@SUM(A1)', "a\n'@SUM(A1)"],
    ['Sở Nội vụ - 2024', 'Sở Nội vụ - 2024'],
    ['=', "'="],
  ])('%j is written as %j', (given, written) => {
    expect(parse(body(writeCsv([[given]])))).toEqual([[written]]);
  });

  it('a number below 0 is a number', () => {
    expect(writeCsv([[-5, 1e21]])).toBe('\ufeff-5,1e+21\r\n');
  });

  it('reads what it wrote, also as programs save it again', () => {
    fc.assert(
      fc.property(table, (rows) =>
        expect(readCsv(writeCsv(rows))).toEqual(parse(body(writeCsv(rows)))),
      ),
    );
    expect(readCsv('a,"b ""c"""\nd,\n')).toEqual([
      ['a', 'b "c"'],
      ['d', ''],
    ]);
  });

  it('ends on any text', () => {
    fc.assert(
      fc.property(nasty, (letters) =>
        expect(readCsv(letters.join('')).length).toBeLessThanOrEqual(13),
      ),
    );
  });
});
