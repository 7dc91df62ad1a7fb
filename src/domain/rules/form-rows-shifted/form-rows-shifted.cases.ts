import { statRow } from '../../../../test/defects/base';
import type { Form } from '../../../../test/forms';
import type { DefectCase } from '../../../../test/defects/case';

const ROWS = 6;
const leftBefore = (row: number) => 10 + 7 * row;

/**
 * What each row left the last time, and rows that carry over what another row left; 0 is the row
 * itself.
 */
function carried(form: Form, from: (row: number) => number): void {
  for (let row = 1; row <= ROWS; row++) {
    form.statRow('II.06a', String(row)).cell('previous 11')!.value = leftBefore(row);
    const opening = leftBefore(from(row));
    form.typeStat('II.06a', String(row), [30, 20, opening, 25, 20, 5, opening - 2, 2]);
  }
}

function shifted(
  name: string,
  from: (row: number) => number,
  found: string,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    spoil(form) {
      carried(form, from);
      return form.statRow('II.06a', found).place('column 6');
    },
    ...more,
  };
}

export const cases: readonly DefectCase[] = [
  shifted('the block a row too low', (row) => (row === 1 ? ROWS : row - 1), '2'),
  shifted('the block a row too high', (row) => (row === ROWS ? 1 : row + 1), '1'),
  shifted('each row its own', (row) => row, statRow(0), { silent: true }),
  shifted('two rows changed places', (row) => [0, 2, 1, 3, 4, 5, 6][row], statRow(0), {
    silent: true,
    also: ['carry-over-mismatch'],
  }),
];
