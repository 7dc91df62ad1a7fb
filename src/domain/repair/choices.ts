import type { CivilDate } from '../../text/date';
import type { Finding } from '../rules/finding';
import { NOT_APPLICABLE_WORD } from '../template/indicator-rows';

/** What an undecided cell may mean: a figure, nothing at all, or a day. */
export type Choice =
  { kind: 'figure'; value: number } | { kind: 'not-applicable' } | { kind: 'date'; value: CivilDate };

/** The readings a person chooses from where the software does not decide (chưa xác định); none for anything else. */
export function choicesOf(found: Finding): Choice[] {
  const figures = (...values: number[]) => values.map((value): Choice => ({ kind: 'figure', value }));
  switch (found.code) {
    case 'number-ambiguous':
    case 'percent-as-fraction':
      return figures(found.facts.first, found.facts.second);
    case 'number-with-letters':
      return figures(found.facts.suggestion);
    case 'number-percent-format':
      return figures(found.facts.value);
    case 'dash':
    case 'none-undecided':
      return [...figures(0), { kind: 'not-applicable' }];
    case 'date-swapped':
      return [
        { kind: 'date', value: found.facts.swapped },
        { kind: 'date', value: found.facts.date },
      ];
    default:
      return [];
  }
}

/** As it would be typed. */
export function typedChoice(choice: Choice): number | string {
  return choice.kind === 'not-applicable' ? NOT_APPLICABLE_WORD : choice.value;
}
