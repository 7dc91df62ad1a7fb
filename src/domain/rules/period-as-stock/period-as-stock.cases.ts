import { indicator } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';
import type { Indicator } from '../../plan/plan';

const isStock = (one: Indicator) => one.overTime === 'stock';

function parts(
  name: string,
  [numerator, denominator]: readonly [number, number],
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    spoil(form, pick) {
      const code = indicator(form, pick, isStock);
      form.type(code, 'numerator', numerator).type(code, 'denominator', denominator);
      return at(form, code, 'numerator');
    },
    ...more,
  };
}

export const cases: readonly DefectCase[] = [
  parts('45 of 61, then 2 of 61', [2, 61]),
  parts('45 of 61, then 7 of 9', [7, 9]),
  parts('45 of 61, then none of 61', [0, 61]),
  parts('fallen by half', [22, 61], { silent: true }),
  parts('as much as before', [45, 61], { silent: true }),
];
