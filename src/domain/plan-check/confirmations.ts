import { doubt, type PlanRule } from './doubt';

/** What somebody wrote down to be confirmed and nobody has. */
export const openConfirmation: PlanRule = (plan) =>
  plan.confirmations.flatMap(({ who, code, table, question }, index) => {
    if (who !== '') return [];
    const nth = plan.confirmations.slice(0, index).filter((other) => other.code === code).length;
    const at = {
      table: 'confirmations' as const,
      row: code,
      heading: 'Nội dung cần xác nhận',
      nth,
    };
    return [doubt('plan-confirmation-open', at, { table, question })];
  });
