import type { DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'a row left out at the end',
    spoil(form) {
      const total = form.statTotal('II.06a', 'column 4');
      total.formula(`SUM(${total.range(0, 5)})`);
      return total.place;
    },
  },
  {
    name: 'a row left out in the middle',
    spoil(form) {
      const total = form.statTotal('II.06a', 'column 8');
      total.formula(`SUM(${total.range(0, 2)})+SUM(${total.range(3, 6)})`);
      return total.place;
    },
  },
  {
    name: 'all rows',
    silent: true,
    spoil(form) {
      const total = form.statTotal('II.06a', 'column 5');
      total.formula(`SUM(${total.range(0, 6)})`);
      return total.place;
    },
  },
  {
    name: 'a formula over other cells',
    silent: true,
    spoil(form) {
      const total = form.statTotal('II.06a', 'column 4');
      total.formula('1+1');
      return total.place;
    },
  },
];
