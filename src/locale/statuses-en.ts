import type { IndicatorStatus, TaskStatus } from '../domain/consolidation/consolidation';

/**
 * The words of a result's states in English, wherever they are said; those of the official tables
 * stand in domain/report/words.
 */

export const INDICATOR_STATUS_EN: Record<IndicatorStatus, string> = {
  'not-assigned': 'Not assigned',
  'not-reported': 'Not reported',
  'no-basis': 'No basis to compute',
  incomplete: 'Incomplete',
  'not-applicable': 'Not applicable',
  'no-target': 'No target',
  'needs-confirmation': 'Target to be confirmed',
  'not-due': 'Not due yet',
  met: 'Met',
  'not-met': 'Not met',
};

export const TASK_STATUS_EN: Record<TaskStatus, string> = {
  'done-on-time': 'Done in time',
  'done-late': 'Done late',
  'in-progress': 'In progress',
  overdue: 'Overdue',
  'not-due': 'Not due yet',
  'not-reported': 'Not reported',
  'no-deadline': 'No deadline',
};
