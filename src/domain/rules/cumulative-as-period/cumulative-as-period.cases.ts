import { indicator, isFlow } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'the cumulative in both parts',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 237).type(code, 'denominator', 311);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'the cumulative of an idle period',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 190).type(code, 'denominator', 250);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'a busy period',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 150).type(code, 'denominator', 200);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'only the denominator',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 47).type(code, 'denominator', 311);
      return at(form, code, 'numerator');
    },
  },
];
