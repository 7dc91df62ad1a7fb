import type { Actor } from '../actor';
import type { CivilDate } from '../../text/date';
import type { PeriodId } from '../period/period';
import type { Finding } from '../finding/finding';

export type MeasureName =
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'status'
  | 'date'
  | 'text'
  | 'difficulty';

/** What of a row a cell says; of a statistics form the number of its column. */
export type Measure = MeasureName | (string & {});

/**
 * - `ok`: a figure that counts.
 * - `undecided` (chưa xác định): ambiguous until a person chooses; not reported.
 * - `withheld`: an error touches it; not reported.
 * - `not-applicable` (không phát sinh): reported, nothing occurred.
 */
export type ObservationState = 'ok' | 'undecided' | 'withheld' | 'not-applicable';

/** The three states an agency can give a task (official wording in {@link TASK_STATES}). */
export type TaskState = 'done' | 'in-progress' | 'not-started';

/** One figure, state, date or text read from one cell. A blank cell gives none. */
export interface Observation {
  of: 'indicator' | 'task' | 'form';
  code: string;
  /** Only of a statistics form: the key of its row. */
  row?: string;
  measure: Measure;
  /**
   * A number for figures, a {@link TaskState} for status, ISO for dates, text else; null when it
   * could not be read.
   */
  value: number | string | null;
  raw: string;
  sheet: string;
  cell: string;
  state: ObservationState;
  /**
   * Its cell in the ledger was changed by hand: it is withheld, and the ledger keeps what was
   * entered and the state that stands there, null for none.
   */
  edited?: { check: string; state: ObservationState | null };
}

export type Verdict = 'clean' | 'warnings' | 'errors' | 'unreadable';
export type Acceptance = 'all' | 'partial' | 'none';

/** How much of a new version will count once somebody accepts it. */
export type Awaited = Exclude<Acceptance, 'none'>;

/** Whose and of when a file may be. */
export interface Claim {
  agency: string;
  period: PeriodId;
}

/** What a person says of whose and of when a file is that does not say so for certain itself. */
export interface Stated extends Claim {
  reason: string;
  /** As the person calls themselves (tự khai). */
  who: string;
}

/** A received file after the check: what it is, what is wrong with it, and what it says. */
export interface CheckedFile {
  /** Path as given, with "/". */
  file: string;
  /** SHA-256 of the bytes, lower-case hex. */
  hash: string;
  verdict: Verdict;
  agency: string | null;
  period: PeriodId | null;
  received: CivilDate | null;
  /** Calendar days after the due date; 0 when in time, null when the date received is not known. */
  late: number | null;
  /** 1 for the first file of that agency and period; 0 when it could not be placed. */
  version: number;
  accepted: Acceptance;
  /** As of {@link Submission.awaits}. */
  awaits?: Awaited;
  /** The file says its figures are samples (SỐ LIỆU MẪU). */
  sample: boolean;
  findings: Finding[];
  observations: Observation[];
  /** It waits until a person says which of these it is; absent where there is no doubt. */
  claims?: Claim[];
  /** As of {@link Submission.part}. */
  part?: number;
  /** Forms of other agencies or periods in the same workbook: each is a submission of its own. */
  beside?: CheckedFile[];
}

/**
 * Why a warning stands, or how an undecided cell was read: a figure's story that goes with it to
 * the report.
 */
export interface Explanation {
  sheet: string;
  cell: string;
  /** The row by code and name. */
  label: string;
  /** The code of the finding. */
  code: string;
  text: string;
  /** As the person calls themselves (tự khai); "" where the form does not say. */
  who: string;
}

/**
 * Figures that came in another way than a file: `adjustment` (nhập hộ, điều chỉnh) are single
 * figures over what the agency sent, with a reason and a document; `opening` (nhập tay) are those
 * of before the plan was in the product, or of another workbook.
 */
export type Origin = 'adjustment' | 'opening';

/** Why something was entered or decided, by which document, and who says so (tự khai). */
export interface Grounds {
  reason: string;
  /** "123/SNV-CCHC ngày 05/4/2024", "" when there is none. */
  document: string;
  who: string;
}

/** A person's yes or no to a version (Quyết định). */
export interface Decision extends Grounds, Actor {
  kind: 'accepted' | 'returned';
  /** Agency, period and version: see `submissionId`. */
  submission: string;
  /**
   * Of the submission it is about, for numbers of versions may come again; "" in workbooks of
   * before it was kept.
   */
  hash: string;
}

/** What the ledger keeps of a file that was placed (its agency and period are known). */
export interface Submission {
  /** SHA-256 of the file; of figures without a file, when and for what they were entered. */
  hash: string;
  file: string;
  agency: string;
  period: PeriodId;
  version: number;
  received: CivilDate | null;
  late: number | null;
  verdict: Verdict;
  accepted: Acceptance;
  sample: boolean;
  errors: number;
  warnings: number;
  run: string;
  /**
   * Who stated the day it was received after it was taken in, when, and what stood there before.
   */
  receivedBy?: string;
  observations: Observation[];
  explanations: Explanation[];
  /**
   * The errors and warnings of the file; absent where there were none, and in a ledger of before
   * they were kept.
   */
  findings?: Finding[];
  /** Absent: a file. */
  origin?: Origin;
  /** Only of figures without a file. */
  grounds?: Grounds;
  /**
   * It holds some of the sheets of the form; those of one version are one submission, counted from
   * 1. It takes the place of nothing but what it holds. Absent: a form whole.
   */
  part?: number;
  /**
   * A new version of what counts already: nothing of it counts until somebody has seen the
   * difference and accepts it.
   */
  awaits?: Awaited;
  /** The last decision about this version. */
  decision?: Decision;
  /**
   * What its own row says of its acceptance, where a decision has changed it: rows keep what was
   * entered.
   */
  entered?: Pick<Submission, 'accepted' | 'awaits'>;
  /**
   * Its row in the ledger was changed by hand: nothing of it counts, and the ledger keeps what was
   * entered and what stands there.
   */
  edited?: { check: string; accepted: Acceptance; awaits?: Awaited };
  /**
   * A blank form that was accepted once: it counts as none. Seen when the ledger is read, never
   * written.
   */
  isBlank?: true;
}
