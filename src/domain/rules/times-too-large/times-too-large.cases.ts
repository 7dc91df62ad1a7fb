import { indicator, isFlow, isMoney } from '../../../../test/defects/base';
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
    name: 'ten times both parts',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 450).type(code, 'denominator', 600);
      return at(form, code, 'denominator');
    },
  },
  {
    name: 'a thousand times both parts of what there is to review',
    spoil(form, pick) {
      const code = indicator(form, pick, ({ overTime }) => overTime === 'stock');
      form.type(code, 'numerator', 47000).type(code, 'denominator', 61000);
      return at(form, code, 'denominator');
    },
  },
  {
    name: 'đồng where millions were given',
    spoil(form, pick) {
      const code = indicator(form, pick, isMoney);
      form.type(code, 'numerator', 47_000_000).type(code, 'denominator', 61_000_000);
      return at(form, code, 'denominator');
    },
  },
  {
    name: 'both parts grew',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 170).type(code, 'denominator', 230);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'ten times as far along',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, ({ overTime }) => overTime === 'stock');
      form.type(code, 'lastNumerator', 6);
      form.type(code, 'numerator', 60);
      return at(form, code, 'numerator');
    },
  },
];
