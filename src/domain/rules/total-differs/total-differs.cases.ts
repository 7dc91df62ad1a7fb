import type { DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'a total typed over its formula',
    spoil(form) {
      const total = form.statTotal('II.06a', 'column 4');
      total.type(100);
      return total.place;
    },
  },
  {
    name: 'of a computed column',
    spoil(form) {
      const total = form.statTotal('II.06a', 'column 3');
      total.type(361);
      return total.place;
    },
  },
  {
    name: 'the right total typed',
    silent: true,
    spoil(form) {
      const total = form.statTotal('II.06a', 'column 5');
      total.type(120);
      return total.place;
    },
  },
];
