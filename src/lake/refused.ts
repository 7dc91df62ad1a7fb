import type { Refusal } from '../domain/result';

/** Why a ledger does not go into a lake: nothing of it does then. */
export type LakeRefusalCode =
  /**
   * More than ten decimals, or more than eighteen digits before the point: casting would give
   * another number in silence.
   */
  | 'lake-figure-places'
  | 'lake-figure-range'
  /** Figures that fit each by itself and make a sum that does not. */
  | 'lake-total-range'
  | 'lake-target-range'
  /** Held against how much it changed, of parts whose products no engine has the digits for. */
  | 'lake-target-compared'
  /** A count of tasks that is held against last year's: the tables know this year's tasks. */
  | 'lake-tasks-compared'
  /** A whole quarter that stands for fewer months than it has: the tables know all of them. */
  | 'lake-figure-of-longer'
  | 'lake-plans-differ'
  | 'lake-registers-differ'
  | 'lake-registers-contradict'
  | 'lake-agency-gone'
  | 'lake-versions-differ'
  | 'lake-newer-format'
  | 'lake-file-missing'
  | 'lake-file-changed'
  | 'lake-log-differs';

export class LakeRefused extends Error {
  constructor(readonly refusal: Refusal<LakeRefusalCode>) {
    super(refusal.code);
  }
}
