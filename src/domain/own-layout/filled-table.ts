import { isError, type CellValue } from '../../workbook/cell';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import type { Actor } from '../actor';
import type { PeriodId } from '../period/period';
import { exact, word } from '../table/field';
import { SheetTable } from '../table/sheet-table';
import { asWorking } from '../table/table';
import { Words } from '../table/words';
import type { BoundPlace } from './binding';
import { FILLED_SHEET } from './own-sheets';

/**
 * What stood in the cells of the last *Điền biểu*, so that it can be taken back after the workbook
 * was closed: a row for each cell, known by its texts as a bound cell is. The next filling takes
 * the place of all of it.
 */
export interface FilledCell extends BoundPlace {
  /** What was written; "" left the cell blank. */
  formula: string;
  before: { value: CellValue; formula?: string };
  /** The number format of before, where it was changed; "" where not. */
  format: string;
}

export interface KeptFilling extends Actor {
  period: PeriodId;
  cells: FilledCell[];
}

type Stood = 'nothing' | 'number' | 'text' | 'logical' | 'formula';

const STOOD = new Words<Stood>({
  nothing: 'Trống',
  number: 'Số',
  text: 'Chữ',
  logical: 'Đúng, sai',
  formula: 'Công thức',
});

const FILLED = new SheetTable(
  FILLED_SHEET,
  {
    at: exact('Thời điểm', 20),
    who: exact('Người thực hiện (tự khai)', 26),
    period: exact('Kỳ', 10),
    sheet: exact('Trang tính', 24),
    cell: exact('Ô', 8),
    label: exact('Nhãn dòng', 40),
    labelCell: exact('Ô của nhãn', 8),
    heading: exact('Tiêu đề cột', 32),
    headingCell: exact('Ô của tiêu đề', 8),
    formula: exact('Đã ghi', 32),
    stood: word('Trước đó là', 12, STOOD),
    before: exact('Trước đó', 24),
    format: exact('Định dạng trước đó', 18),
  },
  true,
);

export function writeFilling({ period, who, at, cells }: KeptFilling): Sheet {
  const rows = cells.map(({ before, ...one }) => ({
    ...{ ...one, period, who, at },
    stood: stoodOf(before),
    before: before.formula ?? (isError(before.value) ? '' : String(before.value ?? '')),
  }));
  return asWorking(FILLED.write(rows));
}

/** Null where nothing was filled, or a row cannot be read. */
export function readFilling(workbook: Workbook): KeptFilling | null {
  const sheet = findSheet(workbook, FILLED_SHEET);
  if (!sheet) return null;
  const { rows, missing } = FILLED.read(sheet, workbook.date1904);
  const read = rows.map((row) => row.whole().values);
  const [first] = read;
  if (!first || missing.length > 0 || read.includes(null)) return null;
  const { at, who, period } = first;
  const cells = read.map((row): FilledCell => {
    const { stood, before, at: _at, who: _who, period: _period, ...one } = row!;
    return { ...one, before: contentOf(stood, before) };
  });
  return { at, who, period, cells };
}

function stoodOf({ value, formula }: FilledCell['before']): Stood {
  if (formula !== undefined) return 'formula';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'logical';
  return typeof value === 'string' && value !== '' ? 'text' : 'nothing';
}

function contentOf(stood: Stood, said: string): FilledCell['before'] {
  switch (stood) {
    case 'formula':
      return { value: null, formula: said };
    case 'number':
      return { value: Number(said) };
    case 'logical':
      return { value: said === 'true' };
    case 'text':
      return { value: said };
    case 'nothing':
      return { value: null };
  }
}
