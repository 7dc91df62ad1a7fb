import { indicator, statRow } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'a numerator below zero',
    spoil(form, pick) {
      const code = indicator(form, pick);
      form.type(code, 'numerator', -5);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'a denominator below zero',
    spoil(form, pick) {
      const code = indicator(form, pick);
      form.type(code, 'denominator', -1);
      return at(form, code, 'denominator');
    },
    also: ['numerator-exceeds-denominator'],
  },
  {
    name: 'a figure of a statistics form below zero',
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [30, 20, 10, 25, 20, 5, 11, -1]);
      return form.statRow('II.06a', statRow(pick)).place('column 13');
    },
  },
  {
    name: 'zero is none',
    spoil(form, pick) {
      const code = indicator(form, pick);
      form.type(code, 'numerator', 0);
      return at(form, code, 'numerator');
    },
    // Of a cumulative figure, or of what there is, it is less than before.
    also: ['period-as-cumulative', 'period-as-stock'],
    silent: true,
  },
];
