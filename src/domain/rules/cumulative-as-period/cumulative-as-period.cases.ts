import type { Form } from '../../../../test/forms';
import { indicator, isFlow } from '../../../../test/defects/base';
import { at, type DefectCase, type Place } from '../../../../test/defects/case';
import { assignedIndicators } from '../../plan/assigned';
import { knownAgency } from '../../plan/plan';

export const cases: readonly DefectCase[] = [
  {
    name: 'the cumulative in both parts',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 237).type(code, 'denominator', 311);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'the cumulative of an idle period',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 190).type(code, 'denominator', 250);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'a busy period',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 150).type(code, 'denominator', 200);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'only the denominator',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'numerator', 47).type(code, 'denominator', 311);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'every row of the second period',
    base: 'waiting',
    spoil: (form) => everyRow(form, 400, 520),
  },
  {
    name: 'every row of the second period a little more',
    base: 'waiting',
    silent: true,
    spoil: (form) => everyRow(form, 240, 310),
  },
];

/** The first period brought 190 of 250, says the form. */
function everyRow(form: Form, numerator: number, denominator: number): Place {
  const flows = assignedIndicators(form.plan, knownAgency(form.plan, form.agency)).filter(isFlow);
  for (const { code } of flows)
    form.type(code, 'numerator', numerator).type(code, 'denominator', denominator);
  return at(form, flows[0].code, 'numerator');
}
