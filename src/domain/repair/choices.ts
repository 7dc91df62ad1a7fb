import type { CivilDate } from '../../text/date';
import { shownAsPercent } from '../../workbook/cell';
import type { Finding, FindingFacts } from '../finding/finding';
import { NOT_APPLICABLE_WORD } from '../template/indicator-rows';

/** What an undecided cell may mean: a figure, nothing at all, or a day. */
export type Choice =
  | { kind: 'figure'; value: number }
  | { kind: 'not-applicable' }
  | { kind: 'date'; value: CivilDate };

/**
 * The readings a person chooses from where the software does not decide (chưa xác định); none for
 * anything else.
 */
export function choicesOf(found: Finding): Choice[] {
  const figures = (...values: number[]) =>
    values.map((value): Choice => ({ kind: 'figure', value }));
  switch (found.code) {
    case 'number-ambiguous':
    case 'percent-as-fraction':
      return figures(found.facts.first, found.facts.second);
    case 'numbers-apart':
    case 'number-with-words':
      return figures(...found.facts.values);
    case 'struck-out':
      return found.facts.value === null ? [] : figures(found.facts.value);
    case 'number-with-letters':
      return figures(found.facts.suggestion);
    case 'number-percent-format':
      return figures(meantByPercent(found.facts));
    case 'dash':
    case 'none-undecided':
      return [...figures(0), { kind: 'not-applicable' }];
    case 'date-of-another-year':
      return [found.facts.likely, found.facts.date]
        .filter((day) => day !== null)
        .map((value): Choice => ({ kind: 'date', value }));
    case 'date-swapped':
      return [
        { kind: 'date', value: found.facts.swapped },
        { kind: 'date', value: found.facts.date },
      ];
    default:
      return [];
  }
}

/** 0,85 shown as "85%" is 85; 85 shown as "8500%" is 85 as well: never the fraction of a thing. */
function meantByPercent({ shown, value }: FindingFacts['number-percent-format']): number {
  const times100 = shownAsPercent(value);
  return shown === `${times100}%` && times100 <= 100 ? times100 : value;
}

/** As it would be typed. */
export function typedChoice(choice: Choice): number | string {
  return choice.kind === 'not-applicable' ? NOT_APPLICABLE_WORD : choice.value;
}
