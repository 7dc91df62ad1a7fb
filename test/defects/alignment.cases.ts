import type { FindingCode } from '../../src/domain/finding/finding';
import { assignedIndicators } from '../../src/domain/plan/assigned';
import { findAgency } from '../../src/domain/plan/plan';
import { parseCell } from '../../src/workbook/address';
import type { Sheet } from '../../src/workbook/sheet';
import { Sheet as NewSheet } from '../../src/workbook/sheet';
import type { Form } from '../forms';
import { indicator, isFlow, isWhole, task } from './base';
import { at, type DefectCase } from './case';
import { insertColumn, insertRow, moveColumn, removeColumn, removeRow } from './drift';

const silent = true as const;
const sheetOf = (form: Form): Sheet => form.row(indicator(form, 0)).sheet;
const top = (sheet: Sheet) => ({ sheet: sheet.name, cell: 'B5' });

function withSheet(
  name: string,
  change: (sheet: Sheet, form: Form, pick: number) => void,
  more: Partial<DefectCase> & { cell?: string | null } = {},
): DefectCase {
  const { cell = 'B5', ...rest } = more;
  return {
    name,
    spoil(form, pick) {
      const sheet = sheetOf(form);
      change(sheet, form, pick);
      return cell === null ? null : { sheet: sheet.name, cell };
    },
    ...rest,
  };
}

const rowOf = (form: Form, pick: number) => form.row(indicator(form, pick)).row;
const columnOf = (form: Form, key: Parameters<Form['cell']>[1]) =>
  parseCell(form.cell(indicator(form, 0), key))!.column;

export const ALIGNMENT: Partial<Record<FindingCode, readonly DefectCase[]>> = {
  'sheet-missing': [
    withSheet(
      'deleted',
      (sheet, form) => form.workbook.sheets.splice(form.workbook.sheets.indexOf(sheet), 1),
      {
        cell: null,
      },
    ),
    withSheet('its headings wiped', (sheet) => [3, 4, 5].forEach((row) => sheet.rows.delete(row)), {
      cell: null,
    }),
    withSheet('renamed', (sheet) => (sheet.name = 'Sheet1'), { silent }),
  ],
  'sheet-renamed': [
    withSheet('Sheet1 (2)', (sheet) => (sheet.name = 'Sheet1 (2)')),
    withSheet('a number', (sheet) => (sheet.name = '5')),
    withSheet('small letters', (sheet) => (sheet.name = 'BIỂU CHỈ TIÊU'), { silent }),
  ],
  'sheet-duplicate': [
    withCopy('a copy with another figure', (copy, form) =>
      copy.put(rowOf(form, 0), columnOf(form, 'numerator'), 46),
    ),
    withCopy('last month’s beside it', (copy, form) =>
      copy.put(rowOf(form, 1), columnOf(form, 'denominator'), 99),
    ),
    withCopy('a copy', () => undefined, { silent }),
  ],
  'sheet-copy-set-aside': [
    withCopy('a copy', () => undefined, { own: true }),
    withCopy('the sheet as issued', (copy) => empty(copy), { own: true }),
    withCopy(
      'a copy with another figure',
      (copy, form) => copy.put(rowOf(form, 0), columnOf(form, 'numerator'), 46),
      {
        own: true,
        silent,
        also: ['sheet-duplicate'],
      },
    ),
  ],
  'column-missing': [
    withSheet('deleted', (sheet, form) => removeColumn(sheet, columnOf(form, 'denominator'))),
    withSheet('its heading is another’s', (sheet, form) => {
      sheet.put(4, columnOf(form, 'denominator'), 'Khác');
    }),
    withSheet(
      'a column nobody reads',
      (sheet, form) => removeColumn(sheet, columnOf(form, 'coordinating')),
      {
        silent,
      },
    ),
  ],
  'column-renamed': [
    withSheet('Tử số for Tử', (sheet, form) => sheet.put(4, columnOf(form, 'numerator'), 'Tử số'), {
      cell: 'F4',
    }),
    withSheet(
      'Số mẫu for Mẫu',
      (sheet, form) => sheet.put(4, columnOf(form, 'denominator'), 'Mẫu số (hồ sơ)'),
      {
        cell: 'G4',
      },
    ),
    withSheet(
      'shortened as people do',
      (sheet, form) => sheet.put(3, columnOf(form, 'implementing'), 'CQ thực hiện'),
      { silent },
    ),
  ],
  'row-missing': [
    { name: 'deleted', spoil: (form, pick) => (removeRow(sheetOf(form), rowOf(form, pick)), null) },
    {
      name: 'its figures and code wiped',
      spoil: (form, pick) => (sheetOf(form).rows.delete(rowOf(form, pick)), null),
    },
    { name: 'moved to the end', silent, spoil: (form, pick) => (moveToEnd(form, pick), null) },
  ],
  'row-extra': [
    withSheet(
      '2a. Tự thêm',
      (sheet, form, pick) => {
        const row = rowOf(form, pick) + 2;
        insertRow(sheet, row);
        sheet.put(row, 2, '2a. Chỉ tiêu tự thêm');
        sheet.put(row, 5, 5);
      },
      { cell: null },
    ),
    withSheet(
      'a code of its own',
      (sheet, form, pick) => {
        const row = rowOf(form, pick) + 2;
        insertRow(sheet, row);
        sheet.put(row, 0, 'K99');
        sheet.put(row, 5, 5);
      },
      { cell: null },
    ),
    withSheet('a blank row', (sheet, form, pick) => insertRow(sheet, rowOf(form, pick) + 2), {
      cell: null,
      silent,
    }),
  ],
  'row-duplicate': [
    {
      name: 'copied below',
      spoil: (form, pick) => {
        const { sheet, row } = form.row(indicator(form, pick));
        insertRow(sheet, row + 1);
        sheet.rows.set(
          row + 1,
          new Map([...sheet.rows.get(row)!].map(([c, cell]) => [c, { ...cell }])),
        );
        return { sheet: sheet.name, cell: `B${row + 2}` };
      },
    },
    {
      name: 'its code typed again under the table',
      spoil: (form, pick) => {
        const sheet = sheetOf(form);
        const last = Math.max(...sheet.rows.keys());
        sheet.put(last + 1, 0, indicator(form, pick));
        sheet.put(last + 1, 5, 9);
        return { sheet: sheet.name, cell: `B${last + 2}` };
      },
    },
    { name: 'moved', silent, spoil: (form, pick) => (moveToEnd(form, pick), null) },
  ],
  'row-label-differs': [
    {
      name: 'two codes changed places',
      also: ['row-label-differs'],
      spoil: (form) => {
        const [a, b] = [0, 1].map((one) => form.row(indicator(form, one)).cell('code')!);
        [a.value, b.value] = [b.value, a.value];
        return at(form, String(a.value), 'code');
      },
    },
    {
      name: 'a text of another row',
      also: ['row-label-differs', 'plan-column-edited'],
      spoil: (form) => {
        const [a, b] = [0, 1].map((one) => form.row(indicator(form, one)));
        a.cell('name')!.value = b.cell('name')!.value;
        return a.place('code');
      },
    },
    {
      name: 'the text shortened',
      silent,
      also: ['plan-column-edited'],
      spoil: (form, pick) => {
        const row = form.row(indicator(form, pick));
        row.cell('name')!.value = 'Chỉ tiêu này';
        return row.place('code');
      },
    },
  ],
  'rows-reordered': [
    { name: 'the first at the end', spoil: (form) => (moveToEnd(form, 0), null) },
    { name: 'another at the end', spoil: (form) => (moveToEnd(form, 2), null) },
    {
      name: 'rows in between',
      silent,
      spoil: (form, pick) => (insertRow(sheetOf(form), rowOf(form, pick)), null),
    },
  ],
  'headings-skipped': [
    withSheet(
      'a total',
      (sheet, form, pick) => put(sheet, rowOf(form, pick) + 2, 'TỔNG CỘNG', 94),
      { cell: null },
    ),
    withSheet(
      'a group with its sum',
      (sheet, form, pick) => put(sheet, rowOf(form, pick) + 2, 'I. Sở, ban, ngành', 94),
      { cell: null },
    ),
    withSheet(
      'a title without figures',
      (sheet, form, pick) => put(sheet, rowOf(form, pick) + 2, 'II. Cấp xã', null),
      {
        cell: null,
        silent,
      },
    ),
  ],
  'row-unassigned': [
    withSheet(
      'an indicator of others',
      (sheet, form) => {
        const other = form.plan.indicators.find(
          ({ code, kind }) => kind !== 'computed' && !sheetCodes(sheet).includes(code),
        )!;
        const last = rowOf(form, 0) + 2;
        insertRow(sheet, last);
        sheet.put(last, 0, other.code);
        sheet.put(last, 5, 5);
      },
      { cell: null, base: 'linked' },
    ),
    withSheet(
      'without figures',
      (sheet, form) => {
        const other = form.plan.indicators.find(
          ({ code, kind }) => kind !== 'computed' && !sheetCodes(sheet).includes(code),
        )!;
        insertRow(sheet, rowOf(form, 0) + 2);
        sheet.put(rowOf(form, 0) + 2, 0, other.code);
      },
      { cell: null, base: 'linked', silent },
    ),
  ],
  'cells-merged': [
    withSheet(
      'over two rows',
      (sheet, form, pick) => {
        const row = rowOf(form, pick);
        sheet.merges.push({ top: row, bottom: row + 1, left: 5, right: 5 });
      },
      { cell: null },
    ),
    withSheet(
      'numerator and denominator',
      (sheet, form, pick) => {
        const row = rowOf(form, pick);
        sheet.merges.push({ top: row, bottom: row, left: 5, right: 6 });
      },
      { cell: null, also: ['blank'] },
    ),
    withSheet(
      'one “Không phát sinh” over both parts',
      (sheet, form, pick) => {
        const row = rowOf(form, pick);
        sheet.put(row, 5, 'Không phát sinh');
        sheet.put(row, 6, null);
        sheet.merges.push({ top: row, bottom: row, left: 5, right: 6 });
      },
      { cell: null, silent },
    ),
    withSheet(
      'one “Không phát sinh” over two rows',
      (sheet, form, pick) => {
        const row = rowOf(form, pick);
        sheet.put(row, 5, 'Không phát sinh');
        for (const [down, right] of [
          [0, 1],
          [1, 0],
          [1, 1],
        ])
          sheet.put(row + down, 5 + right, null);
        sheet.merges.push({ top: row, bottom: row + 1, left: 5, right: 6 });
      },
      { cell: null, silent },
    ),
    withSheet(
      'a note beside',
      (sheet, form, pick) => {
        const row = rowOf(form, pick);
        sheet.merges.push({ top: row, bottom: row + 1, left: 9, right: 9 });
      },
      { cell: null, silent },
    ),
  ],
  'cells-shifted': [
    {
      name: 'a cell came in above the numerators',
      also: ['blank', 'ratio-mismatch', 'numerator-exceeds-denominator'],
      spoil: (form) => shiftDown(form, 'numerator'),
    },
    {
      name: 'above the denominators',
      also: ['blank', 'ratio-mismatch', 'numerator-exceeds-denominator'],
      spoil: (form) => shiftDown(form, 'denominator'),
    },
    {
      name: 'one figure typed a row too low',
      silent,
      also: ['row-extra', 'blank'],
      spoil: (form, pick) => {
        const { sheet, row } = form.row(indicator(form, pick));
        const cell = sheet.cell(row, 5)!;
        sheet.put(row + 1, 5, cell.value);
        cell.value = null;
        return { sheet: sheet.name, cell: `F${row + 2}` };
      },
    },
  ],
  'hidden-figures': [
    withSheet('hidden rows', (sheet, form, pick) => sheet.hiddenRows.add(rowOf(form, pick)), {
      cell: null,
    }),
    withSheet(
      'a hidden column',
      (sheet, form) => sheet.hiddenColumns.add(columnOf(form, 'denominator')),
      {
        cell: null,
      },
    ),
    withSheet('the sheet hidden', (sheet) => (sheet.visibility = 'hidden'), {
      cell: null,
      lostBy: ['Gnumeric'],
    }),
    withSheet(
      'a hidden row without figures',
      (sheet, form, pick) => sheet.hiddenRows.add(rowOf(form, pick) + 1),
      {
        cell: null,
        silent,
      },
    ),
    withSheet(
      'a hidden column of the plan',
      (sheet, form) => sheet.hiddenColumns.add(columnOf(form, 'coordinating')),
      {
        cell: null,
        silent,
      },
    ),
  ],
  'form-line-edited': [
    {
      name: 'what to count',
      spoil: (form, pick) => {
        const { sheet, row } = form.row(indicator(form, pick));
        sheet.put(row + 1, 2, 'Tử: hồ sơ đã trả kết quả. Mẫu: hồ sơ tiếp nhận.');
        return { sheet: sheet.name, cell: `C${row + 2}` };
      },
    },
    {
      name: 'taken away',
      spoil: (form, pick) => {
        const { sheet, row } = form.row(indicator(form, pick));
        sheet.put(row + 1, 2, null);
        return { sheet: sheet.name, cell: `C${row + 2}` };
      },
    },
    {
      name: 'what to count in the last row',
      spoil: (form) => {
        const { sheet, row } = form.row(lastCode(form));
        sheet.put(row + 1, 2, 'Tử: hồ sơ đã trả kết quả. Mẫu: hồ sơ tiếp nhận.');
        return { sheet: sheet.name, cell: `C${row + 2}` };
      },
    },
    {
      name: 'a row put in below the last one',
      silent,
      spoil: (form) => {
        const { sheet, row } = form.row(lastCode(form));
        insertRow(sheet, row + 1);
        return { sheet: sheet.name, cell: `C${row + 2}` };
      },
    },
    {
      name: 'of rows in another order',
      spoil: (form, pick) => {
        const { sheet, row } = form.row(indicator(form, pick));
        sheet.put(row + 1, 2, 'Tử: hồ sơ đã trả kết quả. Mẫu: hồ sơ tiếp nhận.');
        moveWithLine(form, pick);
        const own = form.row(indicator(form, pick)).row;
        return { sheet: sheet.name, cell: `C${own + 2}` };
      },
    },
    {
      name: 'rows in another order, each with its own',
      silent,
      spoil: (form, pick) => {
        moveWithLine(form, pick);
        const { sheet, row } = form.row(indicator(form, pick));
        return { sheet: sheet.name, cell: `C${row + 2}` };
      },
    },
    {
      name: 'the title of a section of tasks',
      spoil: (form) => {
        const { sheet, row } = form.taskRow(task(form, 0));
        sheet.put(row - 1, 2, 'II. Công tác khác');
        return { sheet: sheet.name, cell: `C${row}` };
      },
    },
    {
      name: 'another spelling of the same',
      silent,
      spoil: (form, pick) => {
        const { sheet, row } = form.row(indicator(form, pick));
        sheet.put(row + 1, 2, `${String(sheet.value(row + 1, 2))} `);
        return { sheet: sheet.name, cell: `C${row + 2}` };
      },
    },
    {
      name: 'rows put in beside it',
      silent,
      spoil: (form, pick) => {
        insertRow(sheetOf(form), rowOf(form, pick) + 1);
        return null;
      },
    },
  ],
  'plan-column-edited': [
    {
      name: 'the target',
      spoil: (form, pick) => {
        const code = indicator(form, pick, isFlow);
        form.row(code).cell('target')!.value = 'Tối thiểu 7';
        return at(form, code, 'target');
      },
    },
    {
      name: 'the unit',
      spoil: (form, pick) => {
        const code = indicator(form, pick, isWhole);
        form.row(code).cell('unit')!.value = 'nghìn hồ sơ';
        return at(form, code, 'unit');
      },
    },
    {
      name: 'the deadline of a task',
      spoil: (form, pick) => {
        const row = form.taskRow(task(form, pick));
        row.cell('deadline')!.value = 'Tháng 12/2025';
        return row.place('deadline');
      },
    },
    {
      name: 'who leads a task',
      spoil: (form, pick) => {
        const row = form.taskRow(task(form, pick));
        row.cell('lead')!.value = 'Sở Tài chính';
        return row.place('lead');
      },
    },
    {
      name: 'who carries an indicator out',
      spoil: (form, pick) => {
        const code = indicator(form, pick);
        form.row(code).cell('implementing')!.value = 'Sở Tài chính';
        return at(form, code, 'implementing');
      },
    },
    {
      name: 'another spelling of the same',
      silent,
      spoil: (form, pick) => {
        const row = form.row(indicator(form, pick));
        row.cell('name')!.value = `${String(row.cell('name')!.value)} `;
        return row.place('name');
      },
    },
  ],
  'stt-mangled': [
    {
      name: '6.1 became a date',
      spoil: (form, pick) => {
        const row = form.row(indicator(form, pick));
        Object.assign(row.cell('stt')!, { value: 45297, style: { format: 'dd/mm/yyyy' } });
        return row.place('stt');
      },
    },
    {
      name: '1.10 became 1,1',
      spoil: (form, pick) => {
        const row = form.taskRow(task(form, pick));
        row.cell('stt')!.value = 1.1;
        return row.place('stt');
      },
    },
    {
      name: 'wiped',
      silent,
      spoil: (form, pick) => {
        const row = form.row(indicator(form, pick));
        row.cell('stt')!.value = null;
        return row.place('stt');
      },
    },
  ],
  realigned: [
    withSheet('a row came in', (sheet, form, pick) => insertRow(sheet, rowOf(form, pick))),
    withSheet('a column came in', (sheet) => insertColumn(sheet, 3)),
    withSheet('ĐVT moved behind the targets', (sheet) => moveColumn(sheet, 3, 4)),
    withSheet('a column nobody reads deleted', (sheet, form) =>
      removeColumn(sheet, columnOf(form, 'coordinating')),
    ),
    withSheet('two rows over the table', (sheet) => (insertRow(sheet, 3), insertRow(sheet, 3)), {
      cell: 'B7',
    }),
    withSheet('nothing', () => undefined, { silent }),
  ],
};

function sheetCodes(sheet: Sheet): string[] {
  return [...sheet.rows.values()].map((cells) => String(cells.get(0)?.value ?? ''));
}

function put(sheet: Sheet, row: number, text: string, figure: number | null): void {
  insertRow(sheet, row);
  sheet.put(row, 2, text);
  if (figure !== null) sheet.put(row, 5, figure);
}

function moveToEnd(form: Form, pick: number): void {
  const { sheet, row } = form.row(indicator(form, pick));
  const rows = [...sheet.rows.keys()]
    .filter((one) => one >= row && sheet.value(one, 0))
    .sort((a, b) => a - b);
  const last = rows.at(-1)!;
  const cells = sheet.rows.get(row)!;
  removeRow(sheet, row);
  insertRow(sheet, last + 1);
  sheet.rows.set(last + 1, cells);
}

/** A row and what to count in it, both below all others. */
function moveWithLine(form: Form, pick: number): void {
  const { sheet, row } = form.row(indicator(form, pick));
  const moved = [row, row + 1].map((one) => sheet.rows.get(one)!);
  removeRow(sheet, row);
  removeRow(sheet, row);
  const last = form.row(lastCode(form)).row;
  moved.forEach((cells, at) => {
    insertRow(sheet, last + 2 + at);
    sheet.rows.set(last + 2 + at, cells);
  });
}

function lastCode(form: Form): string {
  const rows = assignedIndicators(form.plan, findAgency(form.plan, form.agency)!)
    .map(({ code }) => code)
    .filter((code) => form.has(code));
  return rows.sort((a, b) => form.row(a).row - form.row(b).row).at(-1)!;
}

function withCopy(
  name: string,
  change: (copy: Sheet, form: Form) => void,
  more: Partial<DefectCase> & { own?: true } = {},
): DefectCase {
  const { own, ...rest } = more;
  return {
    name,
    spoil(form) {
      const sheet = sheetOf(form);
      const copy = cloned(sheet, 'Bản sao');
      change(copy, form);
      form.workbook.sheets.push(copy);
      return own ? top(sheet) : { sheet: 'Bản sao', cell: 'A6' };
    },
    ...rest,
  };
}

function cloned(sheet: Sheet, name: string): Sheet {
  const copy = new NewSheet(name);
  for (const [row, cells] of sheet.rows)
    for (const [column, cell] of cells) copy.set(row, column, { ...cell });
  return copy;
}

function empty(sheet: Sheet): void {
  for (const cells of sheet.rows.values())
    for (const [column, cell] of cells)
      if (cell.style?.unlocked) cells.set(column, { ...cell, value: null });
}

function shiftDown(form: Form, key: 'numerator' | 'denominator') {
  const sheet = sheetOf(form);
  const column = columnOf(form, key);
  const first = rowOf(form, 0);
  const rows = [...sheet.rows.keys()].filter(
    (row) => row >= first && sheet.cell(row, column)?.style?.unlocked,
  );
  const values = rows.map((row) => sheet.value(row, column));
  rows.forEach((row) => (sheet.cell(row, column)!.value = null));
  rows.forEach((row, index) => sheet.put(row + 1, column, values[index]));
  return { sheet: sheet.name, cell: `${String.fromCharCode(65 + column)}${first + 2}` };
}
