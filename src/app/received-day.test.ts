import { periodOf } from '../domain/period/period';
import { builtinPlan } from '../domain/plan/builtin';
import { proposedReceipt } from './received-day';

/** The forms of March 2024 are due on 18/3: two working days after the fourteenth. */
it.each([
  ['2024-03-18', '2024-03-18'],
  ['2024-03-10', '2024-03-10'],
  ['2024-04-18', '2024-04-18'],
  ['2024-04-19', null],
  ['2024-02-15', null],
  ['2026-11-30', null],
])('on %s the day that is proposed is %s', (today, proposed) => {
  expect(proposedReceipt(builtinPlan('tra-vinh-2024')!, periodOf('2024-03'), today)).toBe(proposed);
});
