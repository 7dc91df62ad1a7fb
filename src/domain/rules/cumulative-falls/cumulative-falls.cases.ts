import { indicator, isFlow } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'less than before this period',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'cumulativeNumerator', 180);
      return at(form, code, 'cumulativeNumerator');
    },
    also: ['cumulative-mismatch'],
  },
  {
    name: 'of the denominator',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'cumulativeDenominator', 249);
      return at(form, code, 'cumulativeDenominator');
    },
    also: ['cumulative-mismatch'],
  },
  {
    name: 'as much as before this period',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'cumulativeNumerator', 190);
      return at(form, code, 'cumulativeNumerator');
    },
    silent: true,
    also: ['cumulative-mismatch'],
  },
];
