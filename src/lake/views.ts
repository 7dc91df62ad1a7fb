import agencyTotals from './sql/agency_totals.sql';
import consolidatedAgain from './sql/consolidated_again.sql';
import coverage from './sql/coverage.sql';
import formCells from './sql/form_cells.sql';
import formCoverage from './sql/form_coverage.sql';
import formsConsolidated from './sql/forms_consolidated.sql';
import handedIn from './sql/handed_in.sql';
import inForce from './sql/in_force.sql';
import indicatorsConsolidated from './sql/indicators_consolidated.sql';
import judged from './sql/judged.sql';
import restatements from './sql/restatements.sql';
import scopes from './sql/scopes.sql';
import statuses from './sql/statuses.sql';
import taskSpans from './sql/task_spans.sql';
import taskStatus from './sql/task_status.sql';
import tasksConsolidated from './sql/tasks_consolidated.sql';
import tasksInForce from './sql/tasks_in_force.sql';

/**
 * The views by name, each standing on the tables and on those before it; a file holds one SELECT in
 * the portable subset.
 */
export const VIEWS: readonly (readonly [name: string, select: string])[] = [
  ['in_force', inForce],
  ['tasks_in_force', tasksInForce],
  ['task_spans', taskSpans],
  ['task_status', taskStatus],
  ['tasks_consolidated', tasksConsolidated],
  ['coverage', coverage],
  ['agency_totals', agencyTotals],
  ['scopes', scopes],
  ['judged', judged],
  ['statuses', statuses],
  ['indicators_consolidated', indicatorsConsolidated],
  ['form_cells', formCells],
  ['forms_consolidated', formsConsolidated],
  ['form_coverage', formCoverage],
  ['handed_in', handedIn],
  ['consolidated_again', consolidatedAgain],
  ['restatements', restatements],
];

/**
 * Tables that say for which period a row is: where only one is asked about, nothing else of them is
 * read.
 */
export const BY_PERIOD: ReadonlySet<string> = new Set([
  'asked',
  'spans',
  'families',
  'consolidated',
  'locked',
]);
