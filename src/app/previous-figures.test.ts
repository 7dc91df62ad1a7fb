import { Form } from '../../test/forms';
import { inForceOf } from '../domain/consolidation/figures-in-force';
import { periodOf } from '../domain/period/period';
import { builtinPlan } from '../domain/plan/builtin';
import { findAgency, type Plan } from '../domain/plan/plan';
import type { Submission } from '../domain/submission/submission';
import { checkFile } from './check-file';
import { figuresBefore } from './previous-figures';

const [GOES, STAYS] = ['29461', '29462'];
const built = builtinPlan('tra-vinh-2024')!;
/** One commune goes over into another in October. */
const plan: Plan = {
  ...built,
  successions: [{ from: GOES, to: STAYS, kind: 'absorb', date: '2024-10-01' }],
};

function sent(agency: string, period: string, numerator: number): Submission {
  const form = new Form(plan, agency, period).fill(numerator, 60);
  const opened = { ok: true as const, value: { workbook: form.workbook, converted: null } };
  const file = checkFile(plan, form.fileName, form.fileName, opened, {
    period: null,
    partial: false,
  });
  return {
    ...file,
    agency,
    period,
    version: 1,
    errors: 0,
    warnings: 0,
    run: '1',
    explanations: [],
  };
}

function lastOf(period: string, submissions: Submission[]) {
  const { indicators } = figuresBefore(
    plan,
    findAgency(plan, STAYS)!,
    periodOf(period),
    inForceOf(plan, submissions),
  );
  return indicators!.get('K07')!.last;
}

it('a form prints what another agency had only once that one has gone over', () => {
  const january = [sent(GOES, '2024-01', 10), sent(STAYS, '2024-01', 40)];
  expect(lastOf('2024-02', january)).toEqual({ numerator: 40, denominator: 60 });
  const september = [sent(GOES, '2024-09', 10), sent(STAYS, '2024-09', 40)];
  expect(lastOf('2024-10', september)).toEqual({ numerator: 50, denominator: 120 });
});
