import { indicator, isFlow } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'ten times the denominator',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'denominator', 600);
      return at(form, code, 'denominator');
    },
  },
  {
    name: 'a hundred times',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'denominator', 6100);
      return at(form, code, 'denominator');
    },
  },
  {
    name: 'a thousand times the numerator',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 45000);
      return at(form, code, 'numerator');
    },
    also: ['numerator-exceeds-denominator'],
  },
  {
    name: 'three times',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'denominator', 183);
      return at(form, code, 'denominator');
    },
    silent: true,
  },
  {
    name: 'both parts grew',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 450).type(code, 'denominator', 600);
      return at(form, code, 'numerator');
    },
  },
];
