import { isBlank } from '../../../workbook/cell';
import type { Form } from '../../../../test/forms';
import { assignedIndicators } from '../../plan/assigned';
import { knownAgency } from '../../plan/plan';
import { at, type DefectCase } from '../../../../test/defects/case';

/** Of K01 to K07: procedures, procedures cut, costs; once more; dossiers. */
const ROWS: readonly [number, number][] = [
  [9, 20],
  [5, 25],
  [4_000_000, 21_000_000],
  [12, 31],
  [6, 34],
  [3_000_000, 17_534_000],
  [210, 222],
];

const codesOf = (form: Form) =>
  assignedIndicators(form.plan, knownAgency(form.plan, form.agency)).map(({ code }) => code);

/** The figures of each row so many rows below it; at the ends what stood there. */
function moved(
  name: string,
  step: number,
  isKnown: boolean,
  found: string,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    also: ['times-too-large', 'times-too-small', 'period-as-cumulative', 'same-as-last'],
    spoil(form) {
      codesOf(form).forEach((code, row) => {
        const [last, now] = [ROWS[row], ROWS[row - step] ?? ROWS[row]];
        form.type(code, 'lastNumerator', isKnown ? last[0] : null);
        form.type(code, 'lastDenominator', isKnown ? last[1] : null);
        if (!isBlank(form.row(code).cell('previousNumerator')?.value)) {
          form.type(code, 'previousNumerator', isKnown ? 4 * last[0] : null);
          form.type(code, 'previousDenominator', isKnown ? 4 * last[1] : null);
        }
        form.type(code, 'numerator', now[0]).type(code, 'denominator', now[1]);
      });
      return at(form, found, 'denominator');
    },
    ...more,
  };
}

export const cases: readonly DefectCase[] = [
  moved('a row too low', 1, true, 'K03'),
  moved('a row too high', -1, true, 'K02'),
  moved('a row too high, with nothing known of before', -1, false, 'K02'),
  moved('each in its row', 0, true, 'K02', { silent: true }),
  moved('each in its row, with nothing known of before', 0, false, 'K02', { silent: true }),
];
