import { engineOfOurPage } from '../../../test/calculated';
import { parseCell } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import type { CalcEngine } from './calc-engine';
import { ConditionalLooks, type Looks } from './conditional-looks';

let engine: CalcEngine;
beforeAll(async () => {
  engine = await engineOfOurPage();
});

const RED = { fill: '#FFC7CE' };
const YELLOW = { fill: '#FFEB9C', bold: true };
const area = (top: number, left: number, bottom: number, right: number) => ({
  top,
  left,
  bottom,
  right,
});

const ALL = { rows: [0, 32, 64, 96, 128], columns: [0, 16] };

function form(): { sheet: Sheet; other: Sheet; look(cell: string): unknown } {
  const [sheet, other] = [new Sheet('Biểu'), new Sheet('Danh mục')];
  other.put(0, 0, 10);
  for (let row = 1; row < 6; row++) {
    sheet.put(row, 0, `Mã ${row}`);
    sheet.put(row, 1, row * 4);
    sheet.putFormula(row, 2, `B${row + 1}/2`, row * 2);
  }
  const look = (cell: string) => {
    const { row, column } = parseCell(cell)!;
    const looks = new ConditionalLooks(emptyWorkbook([sheet, other]), sheet, engine);
    return looks
      .of({ rows: [row], columns: [column] })
      .get(row)
      ?.get(column);
  };
  return { sheet, other, look };
}

it('a formula is read from each cell of its area, with values of formulas and of other sheets', () => {
  const { sheet, look } = form();
  sheet.conditionalFormats.push({
    area: area(1, 0, 5, 2),
    rule: { formula: "$C2*2>'Danh mục'!$A$1" },
    style: RED,
  });
  expect([look('A3'), look('A4'), look('C6')]).toEqual([undefined, RED, RED]);
});

it('the first that holds wins by what it says; where it stops, no other is looked at', () => {
  const { sheet, look } = form();
  const both = area(1, 1, 5, 1);
  sheet.conditionalFormats.push(
    { area: both, rule: { formula: 'B2>8' }, style: RED },
    { area: both, rule: { formula: 'B2>0' }, style: YELLOW },
  );
  expect([look('B2'), look('B4')]).toEqual([YELLOW, { fill: '#FFC7CE', bold: true }]);
  sheet.conditionalFormats[0].stopIfTrue = true;
  expect(look('B4')).toEqual(RED);
});

it('a bound and a word are rules as well; what is an error is none', () => {
  const { sheet, look } = form();
  sheet.conditionalFormats.push(
    {
      area: area(1, 1, 5, 1),
      rule: { operator: 'between', first: '8', second: '12' },
      style: RED,
    },
    { area: area(1, 0, 5, 0), rule: { contains: 'mã 5' }, style: YELLOW },
    { area: area(1, 2, 5, 2), rule: { formula: '1/0' }, style: RED },
    { area: area(1, 2, 5, 2), rule: { formula: '"chữ"' }, style: RED },
  );
  expect(['B2', 'B3', 'B4', 'B5'].map(look)).toEqual([undefined, RED, RED, undefined]);
  expect(['A5', 'A6', 'C3'].map(look)).toEqual([undefined, YELLOW, undefined]);
});

it('a blank cell beside what is filled is coloured, and a whole column only as far as anything stands', () => {
  const { sheet } = form();
  sheet.conditionalFormats.push(
    { area: area(2, 3, 2, 3), rule: { formula: 'N("mark")=0' }, style: RED },
    { area: area(0, 0, 1_048_575, 0), rule: { formula: 'A1<>""' }, style: YELLOW },
  );
  const looks = new ConditionalLooks(emptyWorkbook([sheet]), sheet, engine).of(ALL);
  expect(looks.get(2)?.get(3)).toEqual(RED);
  expect([looks.size, looks.get(0), looks.get(5)?.get(0)]).toEqual([5, undefined, YELLOW]);
});

describe('a sheet longer than what is seen of it', () => {
  function long(): Sheet {
    const sheet = new Sheet('Sổ');
    for (let row = 0; row < 150; row++)
      for (let column = 0; column < 20; column++) sheet.put(row, column, (row * 7 + column) % 11);
    sheet.conditionalFormats.push(
      { area: area(0, 0, 149, 19), rule: { formula: 'A1>8' }, style: RED, stopIfTrue: true },
      { area: area(3, 1, 149, 18), rule: { formula: 'AND(B4>6,$A4>2)' }, style: YELLOW },
      { area: area(0, 0, 1_048_575, 2), rule: { contains: '9' }, style: { italic: true } },
    );
    return sheet;
  }
  const plain = (looks: Looks) =>
    [...looks].sort(([a], [b]) => a - b).map(([row, line]) => [row, [...line].sort(byNumber)]);
  const byNumber = ([a]: [number, unknown], [b]: [number, unknown]) => a - b;

  it('looks the same seen part by part as whole', () => {
    const sheet = long();
    const whole = new ConditionalLooks(emptyWorkbook([sheet]), sheet, engine).of(ALL);
    const scrolled = new ConditionalLooks(emptyWorkbook([sheet]), sheet, engine);
    for (let row = 149; row >= 0; row -= 5) scrolled.of({ rows: [row], columns: [19, 0] });
    expect(plain(scrolled.of(ALL))).toEqual(plain(whole));
    expect(whole.size).toBe(150);
  });

  it('asks only of what is seen, and of that once', () => {
    const sheet = long();
    const asked: number[] = [];
    const counting: CalcEngine = {
      calculate(sheets) {
        asked.push(sheets.reduce((count, { formulas }) => count + formulas.length, 0));
        return engine.calculate(sheets);
      },
    };
    const looks = new ConditionalLooks(emptyWorkbook([sheet]), sheet, counting);
    for (const rows of [
      [0, 30],
      [5, 31],
      [20, 33],
    ])
      looks.of({ rows, columns: [0, 15] });
    expect(asked).toHaveLength(2);
    expect(Math.max(...asked)).toBeLessThanOrEqual(32 * 16 * 2 + 32 * 3);
  });
});
