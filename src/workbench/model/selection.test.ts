import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { WorkbookModel } from './workbook-model';

function opened() {
  const sheets = ['Một', 'Hai', 'Ba'].map((name) => new Sheet(name));
  const model = new WorkbookModel({ calculate: () => [] });
  model.open(emptyWorkbook(sheets), 'sổ.xlsx');
  return { model, sheets };
}

it('a sheet is as it was left', () => {
  const { model, sheets } = opened();
  const area = { top: 4, left: 2, bottom: 6, right: 3 };
  model.activate(sheets[1]);
  model.select(sheets[1], area, { row: 5, column: 2 });
  model.activate(sheets[2]);
  expect(model.selection).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
  model.activate(sheets[1]);
  expect([model.selection, model.activeCell.top]).toEqual([area, 5]);
});

it('what is selected on another sheet is another selection: an edit of the one is none of the other', () => {
  const { model, sheets } = opened();
  model.activate(sheets[1]);
  const onSecond = model.selection;
  model.activate(sheets[2]);
  expect(model.selection).not.toBe(onSecond);
  model.activate(sheets[1]);
  expect(model.selection).not.toBe(onSecond);
});
