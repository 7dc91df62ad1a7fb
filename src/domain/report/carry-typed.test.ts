import { Sheet } from '../../workbook/sheet';
import { REPORT_PAGE } from '../page/page';
import { builtinPlan } from '../plan/builtin';
import { carryTyped } from './carry-typed';
import { FOOT_ROWS, SIGNED, writeReportFoot } from './report-foot';

/** What the office typed under a table stands where the table made anew has its place. */

const plan = builtinPlan('tra-vinh-2024')!;
const FIRST_PAGE = { left: 2, right: 9 };
const LAST_PAGE = { left: 10, right: 17 };

function signedUnder(row: number, columns: { left: number; right: number }): Sheet {
  const sheet = new Sheet('Biểu A 2024-Q1');
  const bottom = writeReportFoot(sheet, plan, row, columns);
  sheet.page = { ...REPORT_PAGE, printArea: { top: 0, left: 0, bottom, right: LAST_PAGE.right } };
  return sheet;
}

function textsOf(sheet: Sheet): (readonly unknown[])[] {
  return [...sheet.rows].flatMap(([row, cells]) =>
    [...cells].map(([column, { value }]) => [row, column, value] as const),
  );
}

it('a foot that stood under the first of several pages goes under the last with what was typed', () => {
  const before = signedUnder(20, FIRST_PAGE);
  const signature = before.merges[0].left;
  before.put(21, 2, '- UBND tỉnh;');
  before.put(20 + FOOT_ROWS, signature, 'Nguyễn Văn An');
  const after = signedUnder(24, LAST_PAGE);
  const now = after.merges[0].left;
  const expected = signedUnder(24, LAST_PAGE);
  expected.put(25, LAST_PAGE.left, '- UBND tỉnh;');
  expected.put(24 + FOOT_ROWS, now, 'Nguyễn Văn An');
  carryTyped(before, after);
  expect(textsOf(after)).toEqual(textsOf(expected));
  expect(textsOf(after).filter(([, , value]) => value === SIGNED)).toHaveLength(1);
});

it('a name typed over the place of the signature goes with it', () => {
  const before = signedUnder(20, FIRST_PAGE);
  const { top, left } = before.merges.at(-1)!;
  before.put(top, left, 'Nguyễn Văn An');
  const after = signedUnder(20, LAST_PAGE);
  carryTyped(before, after);
  expect(after.value(top, after.merges[0].left)).toBe('Nguyễn Văn An');
  expect(after.value(top, left)).toBeNull();
});
