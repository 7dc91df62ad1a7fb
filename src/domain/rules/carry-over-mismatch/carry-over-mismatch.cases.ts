import { statRow } from '../../../../test/defects/base';
import type { DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'more carried over than was left',
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [28, 20, 12, 25, 20, 5, 8, 2]);
      return form.statRow('II.06a', statRow(pick)).place('column 6');
    },
  },
  {
    name: 'nothing carried over',
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [30, 30, 0, 25, 20, 5, 8, 2]);
      return form.statRow('II.06a', statRow(pick)).place('column 6');
    },
  },
  {
    name: 'what was left',
    silent: true,
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [30, 20, 10, 26, 19, 5, 8, 2]);
      return form.statRow('II.06a', statRow(pick)).place('column 6');
    },
  },
];
