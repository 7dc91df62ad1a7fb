import { assignedIndicators } from '../../plan/assigned';
import { at, type DefectCase } from '../../../../test/defects/case';

import { measureOf } from '../../measure/measure';
import { type Indicator, knownAgency } from '../../plan/plan';

const adds = (indicator: Indicator) => measureOf(indicator).isSummed;

export const cases: readonly DefectCase[] = [
  {
    name: 'both figures of a form that has no more',
    spoil(form) {
      const [flow] = assignedIndicators(form.plan, knownAgency(form.plan, form.agency)).filter(
        adds,
      );
      form.type(flow.code, 'numerator', 45).type(flow.code, 'denominator', 60);
      return at(form, flow.code, 'numerator');
    },
  },
  {
    name: 'every figure of the last period',
    base: 'linked',
    spoil(form) {
      const flows = assignedIndicators(form.plan, knownAgency(form.plan, form.agency)).filter(adds);
      for (const { code } of flows) form.type(code, 'numerator', 45).type(code, 'denominator', 60);
      return at(form, flows[0].code, 'numerator');
    },
  },
  {
    name: 'as text',
    base: 'linked',
    spoil(form) {
      const flows = assignedIndicators(form.plan, knownAgency(form.plan, form.agency)).filter(adds);
      for (const { code } of flows)
        form.type(code, 'numerator', '45').type(code, 'denominator', '60');
      return at(form, flows[0].code, 'numerator');
    },
  },
  {
    name: 'all but one',
    silent: true,
    base: 'linked',
    spoil(form) {
      const flows = assignedIndicators(form.plan, knownAgency(form.plan, form.agency)).filter(adds);
      flows.forEach(({ code }, index) =>
        form.type(code, 'numerator', index === 0 ? 46 : 45).type(code, 'denominator', 60),
      );
      return at(form, flows[0].code, 'numerator');
    },
  },
];
