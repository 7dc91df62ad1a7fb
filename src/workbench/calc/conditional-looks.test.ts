import { engineOfOurPage } from '../../../test/calculated';
import { parseCell } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import type { CalcEngine } from './calc-engine';
import { conditionalLooks } from './conditional-looks';

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
    const looks = conditionalLooks(emptyWorkbook([sheet, other]), sheet, engine);
    return looks.get(row)?.get(column);
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
  const looks = conditionalLooks(emptyWorkbook([sheet]), sheet, engine);
  expect(looks.get(2)?.get(3)).toEqual(RED);
  expect([looks.size, looks.get(0), looks.get(5)?.get(0)]).toEqual([5, undefined, YELLOW]);
});
