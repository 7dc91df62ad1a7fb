import type { Agency } from '../agency/agency';
import type { Period } from '../period/period';
import type { Observation, Submission } from '../submission/submission';

/** What one agency's form of one base period says of an indicator; a count has no denominator. */
export type AgencyFigure =
  | { kind: 'figure'; numerator: number; denominator: number | null }
  /** A count's "không phát sinh": reported, and no number. */
  | { kind: 'nothing' }
  /** A percentage without its parts: không đủ cơ sở tính. */
  | { kind: 'no-basis' }
  | { kind: 'missing' }
  /**
   * A task that is not due on the judging day, where only due ones are asked for: neither expected
   * nor reported.
   */
  | { kind: 'not-due' };

/**
 * One place of the coverage: an agency that should report in a base period, and what it reported.
 */
export interface Entry {
  agency: Agency;
  period: Period;
  /** Its base period and agency in one word; what entries are told apart by. */
  place: string;
  /** What counts of that agency in that period; none where nothing does. */
  submission: Submission | undefined;
  /** Of a computed indicator: the code of the task; an agency has an entry for each. */
  task?: string;
  /** Of a longer period's own figure: so many base periods it stands for; absent: one. */
  spans?: number;
  figure: AgencyFigure;
  numeratorAt: Observation | null;
  denominatorAt: Observation | null;
}
