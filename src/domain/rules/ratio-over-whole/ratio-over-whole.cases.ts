import { indicator, isWhole } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'more than all of it',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'numerator', null).type(code, 'denominator', null).type(code, 'ratio', 104.2);
      return at(form, code, 'ratio');
    },
    also: ['ratio-without-parts'],
  },
  {
    name: 'as text',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form
        .type(code, 'numerator', null)
        .type(code, 'denominator', null)
        .type(code, 'ratio', '104,2');
      return at(form, code, 'ratio');
    },
    also: ['ratio-without-parts'],
  },
  {
    name: 'all of it',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'numerator', null).type(code, 'denominator', null).type(code, 'ratio', 100);
      return at(form, code, 'ratio');
    },
    also: ['ratio-without-parts'],
  },
];
