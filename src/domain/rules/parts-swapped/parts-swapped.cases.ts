import type { Form } from '../../../../test/forms';
import { indicator } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';
import type { Indicator } from '../../plan/plan';

const isWaiting = (one: Indicator) => one.kind === 'duration' && one.code === 'K07';

/** Minutes and visits: 3.000 minutes over 150 visits the last time, or nothing known of it. */
function minutes(
  name: string,
  figures: [number, number],
  isKnown: boolean,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    base: 'waiting',
    spoil(form: Form, pick) {
      const code = indicator(form, pick, isWaiting);
      for (const [key, value] of [
        ['lastNumerator', 3000],
        ['lastDenominator', 150],
        ['previousNumerator', 3000],
        ['previousDenominator', 150],
      ] as const)
        form.type(code, key, isKnown ? value : null);
      form.type(code, 'numerator', figures[0]).type(code, 'denominator', figures[1]);
      return at(form, code, 'numerator');
    },
    ...more,
  };
}

export const cases: readonly DefectCase[] = [
  minutes('minutes where visits belong', [160, 3300], true),
  minutes('the same, by the target alone', [160, 3300], false),
  minutes('in their places', [3300, 160], true, { silent: true }),
  minutes('in their places, and long', [9900, 160], false, { silent: true }),
  minutes('hardly any wait', [900, 160], true, { silent: true }),
];
