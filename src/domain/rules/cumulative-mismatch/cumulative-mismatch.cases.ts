import { indicator, isFlow } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'a cumulative that is not the sum',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'cumulativeNumerator', 300);
      return at(form, code, 'cumulativeNumerator');
    },
  },
  {
    name: 'of the denominator',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'cumulativeDenominator', 400);
      return at(form, code, 'cumulativeDenominator');
    },
  },
  {
    name: 'digits of the period’s figure changed places: it is pointed at',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form
        .type(code, 'numerator', 39)
        .type(code, 'cumulativeNumerator', 190 + 93)
        .type(code, 'denominator', 93);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'the right sum typed',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'cumulativeNumerator', 237);
      return at(form, code, 'cumulativeNumerator');
    },
    silent: true,
  },
];
