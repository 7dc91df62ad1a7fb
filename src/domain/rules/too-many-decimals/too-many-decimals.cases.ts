import { CHOSEN } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'three decimals where two were chosen',
    base: 'chosen',
    spoil(form) {
      form.type(CHOSEN, 'numerator', 12.345);
      return at(form, CHOSEN, 'numerator');
    },
  },
  {
    name: 'below 0, as text',
    base: 'chosen',
    spoil(form) {
      form.type(CHOSEN, 'numerator', '-1,5671');
      return at(form, CHOSEN, 'numerator');
    },
  },
  {
    name: 'two decimals below 0',
    base: 'chosen',
    spoil(form) {
      form.type(CHOSEN, 'numerator', -1.55);
      return at(form, CHOSEN, 'numerator');
    },
    silent: true,
  },
];
