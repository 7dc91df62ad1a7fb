import type { LedgerRefusalCode } from '../domain/ledger/ledger-tables';
import type { PlanFinding } from '../domain/plan-check/check-plan';
import type { PlanFaultCode } from '../domain/plan/read-plan';
import type { Refusal } from '../domain/result';
import type { LastWrites } from '../workbook/workbook';
import type { UseCaseRefusalCode } from './refusals';

export type DeskRefusal = Refusal<PlanFaultCode | LedgerRefusalCode | UseCaseRefusalCode> & {
  /** Of a plan that cannot be read: everything that is wrong with it, each at its cell. */
  faults?: readonly PlanFinding[];
  /**
   * Of a workbook without a plan: who put what stands in it where a plan would, before one is
   * written.
   */
  lastWrites?: LastWrites;
};

/**
 * A use case found the workbook in a state it cannot work on. It stands apart from the desk, which
 * is large: what a screen shows first only has to know a refusal when it meets one.
 */
export class DeskRefused extends Error {
  constructor(readonly refusal: DeskRefusal) {
    super(refusal.code);
  }
}
