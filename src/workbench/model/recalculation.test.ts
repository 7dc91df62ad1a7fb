import { engineOfOurPage } from '../../../test/calculated';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import type { CalcEngine } from '../calc/calc-engine';
import { WorkbookModel } from './workbook-model';

let real: CalcEngine;
beforeAll(async () => {
  real = await engineOfOurPage();
});

/** Figures, a table over them, a page over the table, and a sheet of their own. */
function opened() {
  const [figures, table, page, other] = ['Số liệu', 'Bảng', 'Trang', 'Khác'].map(
    (name) => new Sheet(name),
  );
  for (let row = 0; row < 5; row++) figures.put(row, 0, row);
  table.putFormula(0, 0, "SUM('Số liệu'!A1:A5)", null);
  page.putFormula(0, 0, "'Bảng'!A1*2+'Khác'!A2", null);
  other.put(1, 0, 1000);
  other.putFormula(0, 0, 'A2/4', null);
  const asked: string[][] = [];
  const model = new WorkbookModel({
    calculate(sheets) {
      asked.push(sheets.flatMap(({ name, formulas }) => (formulas.length > 0 ? [name] : [])));
      return real.calculate(sheets);
    },
  });
  model.open(emptyWorkbook([figures, table, page, other]), 'sổ.xlsx');
  model.recalculate();
  asked.length = 0;
  const change = (sheet: Sheet, row: number, value: number) => {
    model.write(sheet, row, 0, { value });
    model.recalculate();
  };
  const values = () => [table, page, other].map((sheet) => sheet.value(0, 0));
  return { model, figures, table, page, other, asked, change, values };
}

it('what is opened is calculated whole', () => {
  expect(opened().values()).toEqual([10, 1020, 250]);
});

it('a changed sheet is calculated with what stands on it, through others too, and nothing else', () => {
  const { figures, other, asked, change, values } = opened();
  change(figures, 0, 5);
  expect([asked, values()]).toEqual([[['Bảng', 'Trang']], [15, 1030, 250]]);
  change(other, 1, 8);
  expect([asked[1], values()]).toEqual([
    ['Trang', 'Khác'],
    [15, 38, 2],
  ]);
});

it('a sheet nothing stands on asks nothing of the engine', () => {
  const { model, asked, change, values } = opened();
  const loose = new Sheet('Nháp');
  model.addSheet(loose);
  change(loose, 0, 7);
  expect([asked, values()]).toEqual([[], [10, 1020, 250]]);
});

it('a formula that finds its cells as it goes is calculated with every change', () => {
  const { model, other, figures, change } = opened();
  model.write(other, 4, 0, { value: null, formula: 'INDIRECT("\'Số liệu\'!A2")' });
  model.recalculate();
  change(figures, 1, 70);
  expect(other.value(4, 0)).toBe(70);
});

it('a formula of a sheet that comes later finds it', () => {
  const { model, page } = opened();
  model.write(page, 5, 0, { value: null, formula: "'Sau'!A1+1" });
  model.recalculate();
  const later = new Sheet('Sau');
  later.put(0, 0, 41);
  model.addSheet(later);
  model.recalculate();
  expect(page.value(5, 0)).toBe(42);
});

it('what an array formula put into a sheet that did not change is taken as it stands', () => {
  const { model, figures, page, other, change } = opened();
  model.write(other, 9, 0, { value: null, formula: 'SEQUENCE(3)' });
  model.write(page, 5, 0, { value: null, formula: "SUM('Khác'!A10:A12,'Số liệu'!A1)" });
  model.recalculate();
  expect(page.value(5, 0)).toBe(6);
  change(figures, 0, 100);
  expect([page.value(5, 0), other.value(11, 0)]).toEqual([106, 3]);
});
