import { Form } from '../../../test/forms';
import { Random } from '../../cli/sample/random';
import { parseCell } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell';
import { findSheet } from '../../workbook/workbook';
import { periodOf } from '../period/period';
import { findAgency } from '../plan/plan';
import { checkForm } from './check-form';

/** What a person puts into a cell, or leaves: a blank as often as anything else. */
const TYPED: CellValue[] = [null, null, null, ' ', 12, 0, '-', 'Không phát sinh', 'Không có', '7 '];

const FORMS = [
  ['vinh-chap-2024', 'MC', '2024-03'],
  ['tra-vinh-2024', 'SNV', '2024-03'],
  ['tra-cu-2023', '29461', '2023-Q1'],
  ['vinh-long-2023', 'SNV', '2023-Q1'],
] as const;

it('are blank where a finding calls them blank, and nowhere else', () => {
  const random = new Random(16);
  let [blank, filled] = [0, 0];
  for (const [plan, agency, period] of FORMS) {
    for (let turn = 0; turn < 5; turn++) {
      const form = Form.of(agency, period, plan);
      const check = () =>
        checkForm(form.workbook, form.plan, findAgency(form.plan, agency)!, periodOf(period), '');
      for (const { sheet, cell } of check().inputs()) {
        const { row, column } = parseCell(cell)!;
        const value = TYPED[random.whole(0, TYPED.length - 1)];
        findSheet(form.workbook, sheet)!.cell(row, column)!.value = value;
      }
      const { owed, findings } = check();
      const at = (one: { sheet: string | null; cell: string | null }) => `${one.sheet} ${one.cell}`;
      const isOfRow = ({ sheet, cell }: { sheet: string | null; cell: string | null }) =>
        findings.some(
          (one) =>
            one.code === 'form-row-blank' &&
            one.sheet === sheet &&
            parseCell(one.cell!)!.row === parseCell(cell!)!.row,
        );
      const said = findings.filter(({ code }) => ['blank', 'status-blank'].includes(code)).map(at);
      const missing = owed.filter(({ isBlank }) => isBlank);
      expect(
        missing
          .filter((one) => !isOfRow(one))
          .map(at)
          .sort(),
      ).toEqual(said.sort());
      blank += missing.length;
      filled += owed.length - missing.length;
    }
  }
  expect(Math.min(blank, filled)).toBeGreaterThan(100);
});
