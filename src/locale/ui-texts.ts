import type { HandInState } from '../domain/report/hand-in';
import type { IndicatorStatus } from '../domain/consolidation/consolidation';

/** Every text of the pane; a language that lacks one does not compile. */
export interface UiTexts {
  product: string;
  loading: string;
  steps: { plan: string; intake: string; consolidate: string };
  sample: string;
  noPlan: string;
  choosePlan: string;
  writePlan: string;
  planSummary(number: string, year: number): string;
  planCounts(indicators: number, tasks: number, agencies: number): string;
  checkPlan: string;
  planChecked(remarks: number): string;
  planDoubts(errors: number, warnings: number, notes: number): string;
  doubtSeverity: Record<'error' | 'warning' | 'fixed', string>;
  showMoreDoubts(count: number): string;
  period: string;
  issueForms: string;
  formsIssued(count: number, file: string): string;
  received: string;
  drop: string;
  chooseFiles: string;
  chooseFolder: string;
  checking(done: number, total: number, secondsLeft: number | null): string;
  writing: string;
  cancel: string;
  cancelled: string;
  takenIn(files: number, accepted: number, wrong: number): string;
  board: string;
  boardSummary(accepted: number, total: number, missing: number, returned: number): string;
  filters: { all: string; missing: string; returned: string; accepted: string };
  states: Record<HandInState, string>;
  lateDays(days: number): string;
  version(n: number): string;
  notPlaced: string;
  /** Beside an agency whose file has just been checked, while others still are. */
  justChecked(errors: number, warnings: number): string;
  showMore(count: number): string;
  noFindings: string;
  errorCount(n: number): string;
  warningCount(n: number): string;
  goToCell: string;
  findingsOf(agency: string): string;
  acceptIncomplete: string;
  consolidate: string;
  consolidated(period: string): string;
  coverage(accepted: number, expected: number): string;
  openTable: string;
  tables: { indicators: string; tasks: string; handIn: string; matrix: string; figures: string };
  statuses: Record<IndicatorStatus, string>;
  indicator: string;
  result: string;
  status: string;
  undo: string;
  undone: string;
  failed(reason: string): string;
  interrupted(count: number): string;
  strangers(codes: string): string;
  issuing(done: number, total: number): string;
  readAgain: string;
  /** Sentences for codes Excel reports. */
  excelErrors: Partial<Record<string, string>>;
  severity: { error: string; warning: string; fixed: string };
  language: string;
}
