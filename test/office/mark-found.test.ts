import { markFound } from '../../src/excel/mark-found';
import { faultyCells } from '../../src/app/faulty-cells';
import type { Finding } from '../../src/domain/finding/finding';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { openExcel } from './office-window';

/** The cells of findings coloured in the open form, through the unmodified office.js. */

const at = (cell: string, severity: Finding['severity'], code = 'negative', sheet = 'Biểu') =>
  ({ code, severity, sheet, cell, facts: {}, cause: null, reason: null }) as unknown as Finding;

const colour = (found: Finding[]) => markFound(faultyCells(found));
const copied = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

function form(): Sheet {
  const sheet = new Sheet('Biểu');
  for (let row = 0; row < 12; row++)
    for (let column = 0; column < 6; column++) sheet.put(row, column, row * column);
  sheet.conditionalFormats.push({
    area: { top: 2, bottom: 4, left: 1, right: 1 },
    rule: { formula: '$B3>$C3' },
    style: { fill: '#FFEE00' },
  });
  return sheet;
}

const guardOf = ({ isProtected, protectionOptions }: Sheet) =>
  copied({ isProtected, protectionOptions });

async function opened() {
  const excel = await openExcel(emptyWorkbook([form(), new Sheet('Khác')]), { version: '1.12' });
  const sheetNow = () => excel.model.workbook.sheets[0];
  const marks = () =>
    sheetNow().conditionalFormats.filter(
      ({ rule }) => 'formula' in rule && rule.formula.includes('TongHop.oLoi'),
    );
  return { ...excel, sheetNow, marks };
}

it('colours the cells, an error before a warning, and nothing that is only not entered', async () => {
  const { marks } = await opened();
  await colour([
    at('C3', 'warning'),
    at('C3', 'error'),
    at('D3', 'error'),
    at('E9', 'warning'),
    at('F9', 'warning', 'blank'),
    at('A1', 'fixed'),
    at('B2', 'error', 'negative', 'Không có'),
  ]);
  expect(marks().map(({ area, style }) => [area, style.fill])).toEqual(
    expect.arrayContaining([
      [{ top: 2, bottom: 2, left: 2, right: 3 }, '#FFC7CE'],
      [{ top: 8, bottom: 8, left: 4, right: 4 }, '#FFEB9C'],
    ]),
  );
  expect(marks()).toHaveLength(2);
});

it('leaves every look as it was once nothing is found, also what a rule of the form says', async () => {
  const { model, sheetNow } = await opened();
  const before = copied(form().conditionalFormats);
  const styles = () => [...sheetNow().rows].map(([row, cells]) => [row, [...cells]]);
  const looks = copied(styles());
  await colour([at('C3', 'error'), at('B3', 'warning')]);
  expect(sheetNow().conditionalFormats.length).toBeGreaterThan(1);
  expect(styles()).toEqual(looks);
  await colour([]);
  expect(sheetNow().conditionalFormats).toEqual(before);
  expect(model.workbook.sheets[1].conditionalFormats).toEqual([]);
});

it('takes the place of what a check of before coloured, of another session as well', async () => {
  const { marks } = await opened();
  await colour([at('C3', 'error')]);
  await colour([at('D5', 'error')]);
  expect(marks().map(({ area: { top, left } }) => [top, left])).toEqual([[4, 3]]);
});

it('a protected sheet is protected as before; one with a password stays as it is', async () => {
  const { sheetNow, marks } = await opened();
  const options = { allowFormatColumns: true, allowSort: true };
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Biểu').protection.protect(options);
    await context.sync();
  });
  const guard = guardOf(sheetNow());
  await colour([at('C3', 'error')]);
  expect(marks()).toHaveLength(1);
  expect(guardOf(sheetNow())).toEqual(guard);
  await colour([]);
  expect(marks()).toHaveLength(0);
  expect(guardOf(sheetNow())).toEqual(guard);
  await Excel.run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem('Biểu');
    protection.unprotect();
    protection.protect(options, 'mat-khau');
    await context.sync();
  });
  await expect(colour([at('C3', 'error')])).rejects.toMatchObject({ code: expect.any(String) });
  expect(marks()).toHaveLength(0);
  expect(sheetNow().isProtected).toBe(true);
});

it('a batch that breaks off leaves no sheet open', async () => {
  const { host, sheetNow } = await opened();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Biểu').protection.protect({});
    await context.sync();
  });
  const guard = guardOf(sheetNow());
  // In the batch that opens the sheet, once it is open.
  host.faults.carryingText('TongHop.oLoi', {
    error: 'GeneralException',
    atAction: (all) => all - 2,
  });
  await colour([at('C3', 'error')]).catch(() => undefined);
  expect(host.faults.struck).toBe(1);
  expect(guardOf(sheetNow())).toEqual(guard);
});

it('of more cells than are looked through by colours the errors are those that are coloured', async () => {
  const { marks } = await opened();
  const warnings = Array.from({ length: 450 }, (_, index) => at(`A${20 + 2 * index}`, 'warning'));
  await colour([...warnings, at('C3', 'error')]);
  const errors = marks().filter(({ style }) => style.fill === '#FFC7CE');
  expect(errors.map(({ area }) => area)).toEqual([{ top: 2, bottom: 2, left: 2, right: 2 }]);
});

const typed = ({ model }: Awaited<ReturnType<typeof opened>>) => model.edit(7, 1, { value: 5 });

it('a check that finds the same writes nothing, so what the person typed can be taken back', async () => {
  const excel = await opened();
  const { model, marks } = excel;
  const found = [at('C3', 'error'), at('D3', 'error'), at('E9', 'warning')];
  await colour(found);
  typed(excel);
  await colour(found);
  expect(model.canUndo).toBe(true);
  await colour([...found].reverse());
  expect(model.canUndo).toBe(true);
  await colour([at('C3', 'warning'), ...found]);
  expect(model.canUndo).toBe(true);
  expect(marks()).toHaveLength(2);
});

it('a form in which nothing was found and nothing is coloured is not written to', async () => {
  const excel = await opened();
  typed(excel);
  await colour([]);
  expect(excel.model.canUndo).toBe(true);
});

it('only what changed is written: other sheets and marks that stay are left alone', async () => {
  const { model, marks } = await opened();
  await colour([at('C3', 'error'), at('B2', 'error', 'negative', 'Khác')]);
  const kept = marks()[0];
  const sheets = new Set<string>();
  model.listen((change) => void ('sheet' in change && sheets.add(change.sheet.name)));
  await colour([at('C3', 'error'), at('E9', 'warning'), at('B2', 'error', 'negative', 'Khác')]);
  expect([...sheets]).toEqual(['Biểu']);
  expect(marks()).toContain(kept);
  expect(marks()).toHaveLength(2);
});

it('a sheet that is protected but lets cells be formatted is not opened for it', async () => {
  const { model, marks } = await opened();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Biểu').protection.protect({ allowFormatCells: true });
    await context.sync();
  });
  const changes: string[] = [];
  model.listen(({ kind }) => void changes.push(kind));
  await colour([at('C3', 'error')]);
  expect(marks()).toHaveLength(1);
  expect(changes).not.toContain('protection');
});
