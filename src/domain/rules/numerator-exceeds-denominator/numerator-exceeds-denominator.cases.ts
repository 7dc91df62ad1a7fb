import { indicator, isWhole } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'one more than the whole',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'numerator', 62);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'the denominator smaller',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'denominator', 46);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'the whole itself',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'numerator', 61);
      return at(form, code, 'numerator');
    },
    silent: true,
  },
];
