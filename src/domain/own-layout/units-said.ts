import { matchKey } from '../../text/normal-form';
import type { Sheet } from '../../workbook/sheet';
import { powerOfDong } from '../measure/units';
import type { LabelledTable } from './find-tables';
import { textAt } from './texts-over';

/** The units an office writes beside its rows, in a column of their own. */

const HEADINGS = new Set(['ĐVT', 'Đơn vị tính', 'ĐV tính', 'ĐV. tính'].map(matchKey));

/** The unit in a row's own cell; "" where it has none, or the table has no such column. */
export function unitReader(sheet: Sheet, { headings }: LabelledTable): (row: number) => string {
  const at = headings.find(({ texts }) => HEADINGS.has(matchKey(texts.at(-1) ?? '')));
  return (row) => (at ? textAt(sheet, row, at.column) : '');
}

const SHARE = new RegExp(
  `^(?:${matchKey('tỷ lệ')} ?)?\\(?(?:%|${matchKey('phần trăm')})\\)?$`,
  'u',
);

/** Whether two words mean one unit; who writes none contradicts nobody. */
export function isSameUnit(a: string, b: string): boolean {
  const [one, other] = [matchKey(a), matchKey(b)];
  if (one === '' || other === '' || one === other) return true;
  const [power, otherPower] = [powerOfDong(a), powerOfDong(b)];
  if (power !== null || otherPower !== null) return power === otherPower;
  return SHARE.test(one) && SHARE.test(other);
}
