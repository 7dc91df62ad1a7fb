import { indicator } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'two rows that are one figure',
    base: 'linked',
    spoil(form) {
      const code = indicator(form, 0, ({ sameAs }) => sameAs !== '');
      form.type(code, 'numerator', 48);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'their denominators',
    base: 'linked',
    spoil(form) {
      const code = indicator(form, 0, ({ sameAs }) => sameAs !== '');
      form.type(code, 'denominator', 60);
      return at(form, code, 'denominator');
    },
  },
  {
    name: 'one of them not filled',
    silent: true,
    base: 'linked',
    spoil(form) {
      const code = indicator(form, 0, ({ sameAs }) => sameAs !== '');
      form.type(code, 'numerator', null).type(code, 'denominator', null);
      return at(form, code, 'numerator');
    },
    also: ['blank'],
  },
];
