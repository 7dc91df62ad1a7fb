import { remembered } from '../../text/normal-form';
import type { CellValue } from '../../workbook/cell';
import type { Observation, ObservationState, Submission } from '../submission/submission';

/**
 * Check values of the ledger (*Mã kiểm tra*): what was entered, part by part, so that what somebody
 * changed by hand is found at its own cell. They find slips, not forgery: who knows how they are
 * made can make them anew (docs/ledger.md).
 */
export const CHECK_HEADING = 'Mã kiểm tra';

/**
 * No part is ever said so: what is written with it agrees with nothing until somebody settles it.
 */
export const SETTLED_BY_NOBODY = '-';

/** The row's own part; every other is a measure. */
const ROW = 'dòng';

export type CheckParts = ReadonlyMap<string, string>;

/** FNV-1a over the parts as every program saves them alike. */
export function checkOf(...parts: readonly (CellValue | undefined)[]): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < parts.length; index++) {
    // Parts are told apart by a character that none holds.
    if (index > 0) hash = Math.imul(hash, 0x01000193);
    const text = plain(parts[index]);
    for (let at = 0; at < text.length; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Programs keep so much of a long text, and of a number fifteen digits. */
const TEXT_ROOM = 30_000;
const DIGITS = 14;
const SIMPLE = /^[!-~]*$/;

function plain(value: CellValue | undefined): string {
  if (typeof value === 'number')
    return `n${isShort(value) ? value : Number(value.toPrecision(DIGITS))}`;
  if (typeof value !== 'string') return '';
  if (SIMPLE.test(value)) return value;
  // Line ends, blanks and what no file can hold (controls, halves of characters) come back
  // otherwise, or not at all.
  const spaced = value.replace(/[\s\u00a0]+/g, ' ').replace(/\p{C}/gu, '');
  return spaced.normalize('NFC').trim().slice(0, TEXT_ROOM);
}

/** A whole number that every program keeps to its last digit; most figures are such. */
function isShort(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 10 ** DIGITS;
}

/** What one measure was entered as. */
export function measureCheck({ value, state, raw, cell }: Observation): string {
  return checkOf(value, state, raw, cell);
}

/** Whose row of figures it is, and of what. */
export function rowCheck(submission: string, of: string, code: string, row: string): string {
  return checkOf(submission, of, code, row);
}

/**
 * Which of several submissions that were given one number at the same moment a row of figures
 * belongs to.
 */
const FILE = 'tệp';

/**
 * The parts of a row's check value as they stand in its cell; the measures somebody changed keep
 * what was entered.
 */
export function writeRowCheck(
  own: string,
  file: string,
  measures: Iterable<readonly [string, Observation]>,
): string {
  const parts = [...measures].map(
    ([measure, one]) => `${nameOf(measure)}:${one.edited?.check ?? measureCheck(one)}`,
  );
  return [`${ROW}:${own}`, `${FILE}:${file}`, ...parts].join(' ');
}

export function readCheck(text: string): CheckParts {
  const parts = new Map<string, string>();
  for (let from = 0, to = 0; from <= text.length; from = to + 1) {
    const blank = text.indexOf(' ', from);
    to = blank < 0 ? text.length : blank;
    const colon = text.indexOf(':', from);
    if (colon < 0) break;
    const isPart = colon < to && text.lastIndexOf(':', to - 1) === colon;
    if (isPart) parts.set(text.slice(from, colon), text.slice(colon + 1, to));
  }
  return parts;
}

export function rowPart(parts: CheckParts): string | undefined {
  return parts.get(ROW);
}

/**
 * As of the submission the row or the submission itself bears it; absent in rows of before it was
 * kept.
 */
export function filePart(parts: CheckParts): string | undefined {
  return parts.get(FILE);
}

export function measurePart(parts: CheckParts, measure: string): string | undefined {
  return parts.get(nameOf(measure));
}

const nameOf = remembered((measure) => measure.replace(/[\s:]/g, '_'));

/**
 * The figure as it counts when its cell was changed by hand: not at all, with what was entered kept
 * beside.
 */
export function editedFigure(
  one: Observation,
  check: string,
  state: ObservationState | null,
): Observation {
  return { ...one, state: 'withheld', edited: { check, state } };
}

/** The figure as it stands in its cell, where it may be corrected. */
export function asItStands({ edited, ...one }: Observation): Observation[] {
  if (!edited) return [one];
  return edited.state === null ? [] : [{ ...one, state: edited.state }];
}

/** The state a figure is written with: of a changed one that which stands in its cell. */
export function writtenState({ state, edited }: Observation): ObservationState | null {
  return edited ? edited.state : state;
}

/**
 * The parts of a submission that decide whose figures count: whose it is, of which bytes, whether
 * accepted, how many rows.
 */
export const SUBMISSION_PARTS = ['đơn_vị', 'tệp', 'tiếp_nhận', 'số_dòng'] as const;
export type SubmissionPart = (typeof SUBMISSION_PARTS)[number];

/** Of which bytes a submission is, or how else it came. */
export function fileCheck({
  hash,
  origin,
  sample,
}: Pick<Submission, 'hash' | 'origin' | 'sample'>): string {
  return checkOf(hash, origin, sample ? 1 : 0);
}

export function submissionChecks(
  { agency, period, version, part, hash, origin, sample }: Submission,
  acceptance: string,
  rows: readonly string[],
): Record<SubmissionPart, string> {
  return {
    đơn_vị:
      part === undefined
        ? checkOf(agency, period, version)
        : checkOf(agency, period, version, part),
    tệp: fileCheck({ hash, origin, sample }),
    tiếp_nhận: checkOf(acceptance),
    số_dòng: checkOf(...[...rows].sort()),
  };
}

export function writeSubmissionCheck(parts: Record<SubmissionPart, string>): string {
  return SUBMISSION_PARTS.map((part) => `${part}:${parts[part]}`).join(' ');
}
