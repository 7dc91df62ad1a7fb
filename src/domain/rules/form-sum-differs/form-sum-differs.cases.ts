import { statRow } from '../../../../test/defects/base';
import type { DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'a sum typed over its formula',
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [30, 20, 10, 25, 20, 5, 8, 2]);
      const cell = form.statRow('II.06a', statRow(pick)).cell('column 3')!;
      cell.value = 500;
      delete cell.formula;
      return form.statRow('II.06a', statRow(pick)).place('column 3');
    },
  },
  {
    name: 'of another column',
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [30, 20, 10, 25, 20, 5, 8, 2]);
      const cell = form.statRow('II.06a', statRow(pick)).cell('column 11')!;
      cell.value = 9;
      delete cell.formula;
      return form.statRow('II.06a', statRow(pick)).place('column 11');
    },
  },
  {
    name: 'the right sum typed',
    silent: true,
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [30, 20, 10, 25, 20, 5, 8, 2]);
      const cell = form.statRow('II.06a', statRow(pick)).cell('column 7')!;
      cell.value = 50;
      delete cell.formula;
      return form.statRow('II.06a', statRow(pick)).place('column 7');
    },
  },
];
