import { basisOfForm } from '../plan/legal-bases';
import { doubt, type PlanRule } from './doubt';

/**
 * A form of the product that is asked for after the document it is laid out by ended: whether the
 * new one is the same nobody here knows.
 */
export const endedBasis: PlanRule = (plan) =>
  plan.forms.flatMap((form) => {
    const basis = basisOfForm(form.code);
    const last = form.until ?? `${plan.year}-12-31`;
    if (!basis?.until || last <= basis.until) return [];
    const { document, until, followedBy } = basis;
    const place = { table: 'forms' as const, row: form.code, heading: 'Mã biểu' };
    return [
      doubt('plan-form-basis-ended', place, {
        form: form.code,
        document,
        until,
        followedBy,
      }),
    ];
  });
