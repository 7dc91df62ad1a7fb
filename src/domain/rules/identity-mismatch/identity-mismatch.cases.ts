import { statRow } from '../../../../test/defects/base';
import type { DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'received is not settled and pending',
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [31, 20, 10, 25, 20, 5, 8, 2]);
      return form.statRow('II.06a', statRow(pick)).place('column 3');
    },
  },
  {
    name: 'one settled too few',
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [30, 20, 10, 25, 20, 4, 8, 2]);
      return form.statRow('II.06a', statRow(pick)).place('column 3');
    },
  },
  {
    name: 'another way to the same sum',
    silent: true,
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [29, 21, 10, 25, 20, 5, 8, 2]);
      return form.statRow('II.06a', statRow(pick)).place('column 3');
    },
  },
];
