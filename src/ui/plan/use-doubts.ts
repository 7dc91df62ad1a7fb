import { useState } from 'react';
import { settleDoubt } from '../../app/acts/confirm-doubt';
import { checkPlanIn } from '../../app/check-plan-in';
import type { PlanFinding } from '../../domain/plan-check/check-plan';
import { FIRST } from '../../locale/first-language';
import { findingSentence } from '../../locale/sentence';
import { usePerform } from '../perform';
import { useServices } from '../services';

/** What is doubtful in the plan of the workbook, and a yes to it, wherever it is waited for. */
export interface Doubts {
  /** Null until it is looked for. */
  found: readonly PlanFinding[] | null;
  look(): Promise<readonly PlanFinding[]>;
  agree(found: PlanFinding): void;
}

export function useDoubts(): Doubts {
  const { port, today } = useServices();
  const perform = usePerform();
  const [found, setFound] = useState<readonly PlanFinding[] | null>(null);
  const look = async () => {
    const all = await checkPlanIn(port);
    setFound(all);
    return all;
  };
  const lookAgain = async () => void (await look());
  const agree = (one: PlanFinding) =>
    perform(
      settleDoubt,
      { found: one, day: today(), question: findingSentence(one.finding, FIRST) },
      { onDone: lookAgain, onUndone: lookAgain },
    );
  return { found, look, agree };
}
