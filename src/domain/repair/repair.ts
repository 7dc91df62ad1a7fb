import { dateToSerial } from '../../text/date';
import { knownCell } from '../../workbook/address';
import { isError, type CellValue } from '../../workbook/cell';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Finding, FindingCode } from '../finding/finding';
import { NOT_APPLICABLE_WORD } from '../template/indicator-rows';
import { TASK_STATES } from '../template/task-states';
import { choicesOf, typedChoice } from './choices';

/**
 * What a cell would hold instead; nothing is written before a person has seen it beside what stands
 * there.
 */
export interface Repair {
  sheet: string;
  cell: string;
  /** What stands there now, as it was typed. */
  before: string;
  value: CellValue;
  /** Put back where it was typed over; `value` is then of no account. */
  formula?: string;
  /** The cell's number format has to change with it. */
  format?: string;
}

/** The form as it was issued, cell by cell where it stands now; null where its layout moved. */
export type Issued = Workbook | null;

const DATE = 'dd/mm/yyyy';

/**
 * The ways a finding can be settled: one where it is certain what was meant, several where a person
 * chooses, none where only the sender knows the figure.
 */
export function repairsOf(found: Finding, form: Workbook, issued: Issued): Repair[] {
  return waysOf(found, form, issued).map((repair) => withFormat(repair, form, issued));
}

/**
 * A cell of text keeps a figure as text and a formula as its letters: it gets the format it was
 * issued with.
 */
function withFormat(repair: Repair, form: Workbook, issued: Issued): Repair {
  const { sheet, cell, value, formula, format } = repair;
  const at = knownCell(cell);
  const formatIn = (workbook: Issued) =>
    workbook && findSheet(workbook, sheet)?.cell(at.row, at.column)?.style?.format?.trim();
  const isText = formula === undefined && typeof value !== 'number';
  if (isText || format !== undefined || formatIn(form) !== '@') return repair;
  const was = formatIn(issued);
  return { ...repair, format: was && was !== '@' ? was : 'General' };
}

function waysOf(found: Finding, form: Workbook, issued: Issued): Repair[] {
  const { sheet, cell } = found;
  if (sheet === null || cell === null) return [];
  const standing = { sheet, cell, before: shown(form, sheet, cell) };
  const way = WAYS[found.code] as Way | undefined;
  if (way) {
    const put: Put = (value, format) => ({
      ...{ ...standing, value },
      ...(format === undefined ? {} : { format }),
    });
    return way(found, put, standing, form, issued);
  }
  return RESTORED.has(found.code) ? (restored(standing, form, issued) ?? []) : [];
}

type Standing = Pick<Repair, 'sheet' | 'cell' | 'before'>;
type Put = (value: CellValue, format?: string) => Repair;
type Way<Found = Finding> = (
  found: Found,
  put: Put,
  standing: Standing,
  form: Workbook,
  issued: Issued,
) => Repair[];

const putValue: Way<{ facts: { value: number } }> = ({ facts }, put) => [put(facts.value)];
const choose: Way = (found, put) => choicesOf(found).map((choice) => put(typedChoice(choice)));

/** What can be written for each code that says what was meant, or between what it is. */
const WAYS: { [Code in FindingCode]?: Way<Extract<Finding, { code: Code }>> } = {
  'number-as-text': putValue,
  'number-english': putValue,
  'number-percent-format': (found, put, standing, form, issued) =>
    restored(standing, form, issued) ??
    choicesOf(found).map((choice) => put(typedChoice(choice), '#,##0')),
  'number-ambiguous': choose,
  'number-with-letters': choose,
  'numbers-apart': choose,
  'number-with-words': choose,
  dash: choose,
  'none-undecided': choose,
  'none-as-zero': (_, put) => [put(0)],
  'none-as-not-applicable': (_, put) => [put(NOT_APPLICABLE_WORD)],
  'status-mark': (_, put) => [put(TASK_STATES.done)],
  'status-unknown': (_, put) => Object.values(TASK_STATES).map((word) => put(word)),
  'date-as-text': ({ facts }, put) => [put(dateToSerial(facts.date), DATE)],
  'date-swapped': ({ facts }, put) => [put(dateToSerial(facts.swapped), DATE)],
  'date-of-another-year': ({ facts }, put) =>
    facts.likely === null ? [] : [put(dateToSerial(facts.likely), DATE)],
  'times-too-small': ({ facts }, put) => [put(facts.value * facts.times)],
  'form-line-edited': ({ facts }, put) => [put(facts.expected)],
  'external-link': (_, put, { sheet, cell }, form) => valueAlone(form, sheet, cell, put),
};

/** What the form was issued with stands there again: a formula typed over, a text of the plan. */
const RESTORED: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'ratio-mismatch',
  'ratio-shown-differs',
  'ratio-without-denominator',
  'percent-as-fraction',
  'percent-as-text',
  'cumulative-mismatch',
  'cumulative-falls',
  'form-sum-differs',
  'total-differs',
  'sum-misses-row',
  'plan-column-edited',
  'stt-mangled',
  'text-decomposed',
  'text-tidied',
  'text-tone',
]);

function restored(standing: Standing, form: Workbook, issued: Issued): Repair[] | null {
  const { sheet, cell } = standing;
  const at = knownCell(cell);
  const [now, was] = [findSheet(form, sheet), issued && findSheet(issued, sheet)];
  if (!now || !was) return null;
  const original = was.cell(at.row, at.column);
  // Only where the row is still the row it was.
  if (!original || String(now.value(at.row, 0) ?? '') !== String(was.value(at.row, 0) ?? ''))
    return null;
  if (original.formula !== undefined)
    return [{ ...standing, value: null, formula: original.formula }];
  return original.value === null || original.style?.unlocked
    ? null
    : [{ ...standing, value: original.value }];
}

function valueAlone(
  form: Workbook,
  sheet: string,
  cell: string,
  put: (value: CellValue) => Repair,
): Repair[] {
  const at = knownCell(cell);
  const value = findSheet(form, sheet)?.value(at.row, at.column) ?? null;
  return value === null || isError(value) ? [] : [put(value)];
}

function shown(form: Workbook, sheet: string, cell: string): string {
  const at = knownCell(cell);
  const found = findSheet(form, sheet)?.cell(at.row, at.column);
  if (found?.formula !== undefined) return `=${found.formula}`;
  const value = found?.value ?? null;
  return value === null ? '' : isError(value) ? value.error : String(value);
}
