import type { Refusal } from '../domain/result';
import type { Finding } from '../domain/finding/finding';
import type { PeriodAct } from '../domain/ledger/period-states';
import type { PathChoice } from '../domain/plan/plan';
import type { Decision, Submission } from '../domain/submission/submission';
import type { Workbook } from '../workbook/workbook';
import type { UseCaseRefusalCode } from './refusals';

/** A file somebody enters in the ledger (*Nhập sổ*). */
export interface ImportSource {
  name: string;
  workbook: Workbook;
}

export interface Place {
  sheet: string;
  cell: string;
}

/**
 * What is wrong with, or to be known of, a row of the file; a reading of a cell says its own
 * finding.
 */
export interface RowRemark {
  place: Place;
  said: { refusal: Refusal<UseCaseRefusalCode> } | { finding: Finding };
}

/** A submission the file holds, and where it stands there. */
export interface Offered {
  submission: Submission;
  place: Place;
}

/** What a file holds for the ledger. */
export interface ReadSource {
  /** In the order of their versions. */
  offered: Offered[];
  /** All that was decided there, in its order. */
  decisions: Decision[];
  /** What was done with periods of this plan there. */
  acts: PeriodAct[];
  /** By which path figures count in a period of this plan there. */
  paths: PathChoice[];
  /** Rows that cannot enter. */
  refused: RowRemark[];
  /** Rows that enter, with something to look at. */
  remarks: RowRemark[];
}

export function remark(
  place: Place,
  code: UseCaseRefusalCode,
  facts: Refusal['facts'] = {},
): RowRemark {
  return { place, said: { refusal: { code, facts } } };
}
