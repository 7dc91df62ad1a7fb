import type { Area } from '../../workbook/address';
import { cellName } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';

/**
 * What a form shows by itself, without the add-in: a check cell in words on every input row, and
 * colours over the row that follow it. Words that are no warning leave the row as it is.
 */
export const NO_WARNING = ['Khớp', 'Đủ', 'Chưa nhập'];

/** Colours the rows of an area by their check cell, the area's last column. */
export function warnWhere(sheet: Sheet, area: Area): void {
  const check = `$${cellName(area.top, area.right)}`;
  const isQuiet = NO_WARNING.map((word) => `${check}="${word}"`).join(',');
  sheet.conditionalFormats.push({
    area: { ...area, left: area.right },
    rule: { formula: `AND(${check}<>"",NOT(OR(${isQuiet})))` },
    style: { fill: '#FFC7CE', fontColor: '#9C0006', bold: true },
  });
  sheet.conditionalFormats.push({
    area: { ...area, right: area.right - 1 },
    rule: { formula: `AND(${check}<>"",NOT(OR(${isQuiet})))` },
    style: { fill: '#FFE3E6' },
  });
}
