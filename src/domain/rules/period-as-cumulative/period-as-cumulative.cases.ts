import { indicator } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';
import type { Indicator } from '../../plan/plan';

const isCumulative = (one: Indicator) => one.overTime === 'cumulative';

function numerator(name: string, value: number, more: Partial<DefectCase> = {}): DefectCase {
  return {
    name,
    spoil(form, pick) {
      const code = indicator(form, pick, isCumulative);
      form.type(code, 'numerator', value);
      return at(form, code, 'numerator');
    },
    ...more,
  };
}

export const cases: readonly DefectCase[] = [
  numerator('45, then 2', 2),
  numerator('45, then nothing', 0),
  numerator('one was counted too many before', 44, { silent: true }),
  numerator('as much as before', 45, { silent: true }),
  {
    name: 'of a figure at the period’s end that is none of the year',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, ({ overTime }) => overTime === 'stock');
      form.type(code, 'numerator', 20);
      return at(form, code, 'numerator');
    },
  },
];
