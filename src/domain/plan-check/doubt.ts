import type { CivilDate } from '../../text/date';
import type { Plan } from '../plan/plan';
import type { PlanFaultCode } from '../plan/read-plan';
import { severityOf, type FindingFacts, type PlanFacts, type Severity } from '../finding/finding';

/** Tables of the plan workbook, as `PLAN_SHEETS` names them. */
export type PlanTable = 'plan' | 'indicators' | 'targets' | 'tasks' | 'forms' | 'confirmations';

export type PlanDoubtCode = Exclude<keyof PlanFacts, PlanFaultCode>;

/**
 * Something in a plan that should be settled before 130 offices fill it in; where it stands is a
 * row and a heading.
 */
export interface DoubtOf<Code extends PlanDoubtCode> {
  code: Code;
  /** `error`: the row cannot be judged as it stands. `fixed`: understood in a way that is said. */
  severity: Severity;
  table: PlanTable;
  /** Code of the row; of a target its indicator's, of the plan the item's name. */
  row: string;
  heading: string;
  /** Of a row that stands in several versions: the day its own begins. */
  from?: CivilDate;
  /** Which of the rows of that code: an indicator has a target for each level. */
  nth?: number;
  facts: FindingFacts[Code];
}
export type Doubt = { [Code in PlanDoubtCode]: DoubtOf<Code> }[PlanDoubtCode];

export function doubt<Code extends PlanDoubtCode>(
  code: Code,
  place: { table: PlanTable; row: string; heading: string; from?: CivilDate; nth?: number },
  facts: FindingFacts[Code],
): Doubt {
  const found: DoubtOf<Code> = { code, severity: severityOf(code, facts), ...place, facts };
  return found as unknown as Doubt;
}

/** One rule looks for one kind of doubt; pure. */
export type PlanRule = (plan: Plan) => Doubt[];
