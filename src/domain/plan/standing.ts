import type { CivilDate } from '../../text/date';
import type { Level } from '../agency/agency';

/**
 * Who fills a row: single agencies by code, every agency of a level, and who is left out of it
 * (Phân công).
 */
export type Filler = { agency: string } | { level: Level } | { except: string };

/**
 * A row of a plan that was adjusted during its year stands from the first day to the last, both
 * inclusive; absent is open.
 */
export interface Standing {
  from?: CivilDate;
  until?: CivilDate;
  /**
   * Only in a plan as it stands in a period: who filled the row's earlier versions, each until its
   * last day, the first first.
   */
  filledBefore?: { until: CivilDate; filledBy: Filler[] }[];
}
