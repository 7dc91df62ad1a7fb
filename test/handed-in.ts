import type { Submission } from '../src/domain/submission/submission';

/** A sound form of an agency and a period, as the ledger has it; `more` says what is otherwise. */
export function handedIn(
  agency: string,
  period: string,
  more: Partial<Submission> = {},
): Submission {
  return {
    ...{ hash: `${agency} ${period}`, file: `${agency}.xlsx`, agency, period, version: 1 },
    ...{ received: null, late: null, verdict: 'clean', accepted: 'all', sample: false },
    ...{ errors: 0, warnings: 0, run: '2024-01-05 08:00:00', observations: [], explanations: [] },
    ...more,
  };
}
