import type { ColumnRole } from '../domain/appendix/read-appendix';
import type { IndicatorStatus } from '../domain/consolidation/consolidation';
import type { LegalBasis } from '../domain/plan/legal-bases';
import type { Judged } from '../domain/report/words';
import type { LossKind } from '../workbook/loss';
import type { PeriodNames } from './period-name';
import type { FieldWords } from './report-fields';

export type IndicatorWords = Record<IndicatorStatus, string>;

/** What sentences and screens of one language say in passing. */
export interface Words {
  /** "2026-09-15 16:20:00" as people say it; what is no moment stays as it is. */
  moment(at: string): string;
  /** What a period is called; official sheets say it in Vietnamese. */
  periods: PeriodNames;
  /** How an indicator stands: Vietnamese as the official tables say it. */
  judged(one: Judged, words: IndicatorWords): string;
  /** The document a form is laid out by, and what follows it. */
  basis(basis: LegalBasis): string;
  /** What a column of an appendix may say, in the words of the people who choose it. */
  columnRoles: Record<ColumnRole, string>;
  /** What saving a workbook would lose. */
  losses: Record<LossKind, string>;
  /** What each field of a Word template is. */
  fields: FieldWords;
}
