import type { Form } from '../../../../test/forms';
import { indicator, isMoney } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

const BEFORE = [
  'lastNumerator',
  'lastDenominator',
  'previousNumerator',
  'previousDenominator',
] as const;

/** Two rows of money of which nothing is known of before: the picked one, and the other. */
function money(
  name: string,
  [numerator, denominator]: [number, number],
  other: [number, number],
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    also: ['figures-a-row-off'],
    spoil(form: Form, pick) {
      const [own, beside] = [pick, pick + 1].map((index) => indicator(form, index, isMoney));
      for (const code of [own, beside]) for (const key of BEFORE) form.type(code, key, null);
      form.type(beside, 'numerator', other[0]).type(beside, 'denominator', other[1]);
      form.type(own, 'numerator', numerator).type(own, 'denominator', denominator);
      return at(form, own, 'numerator');
    },
    ...more,
  };
}

const SOUND: [number, number] = [17_534_000, 21_000_000];

export const cases: readonly DefectCase[] = [
  money('millions with a fraction', [17.534, 21.2], [12_000, 15_000]),
  money('millions beside đồng', [17, 21], SOUND),
  money('the numerator alone in millions', [17, 21_000_000], [12_000, 15_000]),
  money('one amount with a fraction', [17.5, 21], [45, 60], { silent: true }),
  money('đồng', SOUND, SOUND, { silent: true }),
  money('small figures, and nothing to hold them against', [17, 21], [45, 60], { silent: true }),
  money('nothing was collected', [0, 21_000_000], SOUND, { silent: true }),
];
