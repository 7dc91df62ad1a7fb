import type { Finding } from './finding';

/** What was not entered is no fault of what was. */
export const BLANKS: ReadonlySet<Finding['code']> = new Set<Finding['code']>([
  'blank',
  'form-row-blank',
  'status-blank',
]);

/** Whether a finding only says that something is not entered yet. */
export function isNotEntered({ code, severity }: Pick<Finding, 'code' | 'severity'>): boolean {
  return severity === 'warning' && BLANKS.has(code);
}
