import { dateFromSerial } from '../../text/date';
import { readNumber, withoutNoise, type NumberNote } from '../../text/number';
import type { Cell, CellValue } from '../../workbook/cell';
import {
  isBlank,
  isDateFormat,
  isError,
  isPercentFormat,
  shownAsPercent,
  wordShown,
} from '../../workbook/cell';
import { isCounted } from '../measure/units';
import { finding, type Finding, type FindingFacts, type FoundFacts } from '../finding/finding';
import { dividedText, isStruckOut } from './marked-text';
import type { Observation } from '../submission/submission';

/** What one figure cell says, before its neighbours are looked at. */
export type FigureReading =
  | { kind: 'blank' }
  | { kind: 'number'; value: number; raw: string }
  /** "Không": a zero or nothing at all, its neighbour decides. */
  | { kind: 'none'; raw: string }
  | { kind: 'not-applicable'; raw: string }
  /** Ambiguous: chưa xác định until a person chooses. */
  | { kind: 'undecided'; raw: string }
  /** An error: withheld. */
  | { kind: 'unusable'; raw: string };

interface Place {
  sheet: string;
  cell: string;
}

/** Notes that need no more than a line in the log. */
const PLAIN_NOTES: readonly NumberNote[] = [
  'decimal-comma',
  'decimal-point',
  'thousands-dot',
  'spaces',
  'percent',
  'unit',
  'in-words',
  'digits-as-text',
];

/**
 * Reads a figure cell in its unit and reports what had to be understood, chosen or refused.
 * `isWhole`: shown without decimals.
 */
export function readFigure(
  cell: Cell | undefined,
  place: Place,
  unit: string,
  date1904: boolean,
  findings: Finding[],
  isWhole = isCounted(unit),
): FigureReading {
  const report = <Code extends keyof FoundFacts>(code: Code, facts: FindingFacts[Code]) => {
    findings.push(finding(code, place, facts));
  };
  if (!cell) return { kind: 'blank' };
  const { value, formula } = cell;
  if (formula && /\[[^\]]+\]/.test(formula)) report('external-link', { formula });
  if (formula && value === null) {
    report('formula-without-value', { formula });
    return { kind: 'unusable', raw: `=${formula}` };
  }
  if (isEmpty(value)) return { kind: 'blank' };
  if (isError(value)) {
    report('formula-error', { error: value.error });
    return { kind: 'unusable', raw: value.error };
  }
  if (isStruckOut(cell)) {
    const raw = String(value);
    report('struck-out', { raw, value: meantBy(cell, unit, isWhole) });
    return { kind: 'undecided', raw };
  }
  if (typeof value === 'number') return readNumeric(value, cell.style?.format, date1904, report);
  if (typeof value === 'boolean') return noNumber(value ? 'TRUE' : 'FALSE', report);
  return readText(value as string, dividedText(cell), unit, isWhole, report);
}

/** Nothing but spaces is nothing. */
function isEmpty(value: CellValue): boolean {
  return isBlank(value) || (typeof value === 'string' && value.trim() === '');
}

function noNumber(raw: string, report: Report): FigureReading {
  report('not-a-number', { raw });
  return { kind: 'unusable', raw };
}

/** The figure a struck cell would say; null where that is none. */
function meantBy(cell: Cell, unit: string, isWhole: boolean): number | null {
  if (typeof cell.value === 'number')
    return isDateFormat(cell.style?.format) ? null : withoutNoise(cell.value);
  const reading = readNumber(dividedText(cell), { counted: isWhole, units: [unit] });
  return reading.kind === 'number' ? reading.value : null;
}

const ERROR_TEXT = /^#(REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)$/;

type Report = <Code extends keyof FoundFacts>(code: Code, facts: FindingFacts[Code]) => void;

function readNumeric(
  held: number,
  format: string | undefined,
  date1904: boolean,
  report: Report,
): FigureReading {
  const raw = String(held);
  const value = withoutNoise(held);
  const word = wordShown(format, value);
  if (word !== null) {
    // TRUE as some programs save it: the number 1 under a format that only says a word.
    return noNumber(word, report);
  }
  if (!Number.isFinite(value)) return noNumber(raw, report);
  if (isDateFormat(format)) {
    report('date-as-figure', { date: dateFromSerial(value, date1904) });
    return { kind: 'unusable', raw };
  }
  if (isPercentFormat(format) && value !== 0) {
    report('number-percent-format', { shown: `${shownAsPercent(value)}%`, value });
    return { kind: 'undecided', raw };
  }
  return { kind: 'number', value, raw };
}

function readText(
  raw: string,
  divided: string,
  unit: string,
  isWhole: boolean,
  report: Report,
): FigureReading {
  // Some programs save the error a formula shows as text.
  const error = raw.trim();
  if (ERROR_TEXT.test(error)) {
    report('formula-error', { error });
    return { kind: 'unusable', raw };
  }
  const reading = readNumber(divided, { counted: isWhole, units: [unit] });
  const unusable = (code: 'estimate' | 'target-as-result' | 'several-values'): FigureReading => {
    report(code, { raw });
    return { kind: 'unusable', raw };
  };
  switch (reading.kind) {
    case 'number':
      return readTyped(reading, raw, unit, report);
    case 'ambiguous':
      report('number-ambiguous', {
        raw,
        first: reading.values[0],
        second: reading.values[1],
      });
      return { kind: 'undecided', raw };
    case 'apart':
      report('numbers-apart', { raw: divided, values: reading.values });
      return { kind: 'undecided', raw };
    case 'with-words':
      report('number-with-words', { raw, values: reading.values });
      return { kind: 'undecided', raw };
    case 'letters':
      report('number-with-letters', { raw, suggestion: reading.suggestion });
      return { kind: 'undecided', raw };
    case 'dash':
      report('dash', { raw });
      return { kind: 'undecided', raw };
    case 'estimate':
      return unusable('estimate');
    case 'target':
      return unusable('target-as-result');
    case 'several':
      return unusable('several-values');
    case 'not-a-number':
      report('not-a-number', { raw, unit });
      return { kind: 'unusable', raw };
    case 'none':
      return { kind: 'none', raw };
    case 'not-applicable':
      return { kind: 'not-applicable', raw };
  }
}

/** A number typed as text, with what was understood of how it was typed. */
function readTyped(
  { value, notes }: { value: number; notes: readonly NumberNote[] },
  raw: string,
  unit: string,
  report: Report,
): FigureReading {
  if (notes.includes('percent')) {
    report('number-percent-format', { shown: raw, value });
    return { kind: 'undecided', raw };
  }
  if (notes.includes('thousands-comma')) report('number-english', { raw, value, unit });
  else if (notes.some((note) => PLAIN_NOTES.includes(note)))
    report('number-as-text', { raw, value });
  return { kind: 'number', value, raw };
}

/** What a cell's reading counts as in the ledger; null for a blank, which gives no observation. */
export function counted(
  reading: FigureReading,
): Pick<Observation, 'raw' | 'value' | 'state'> | null {
  switch (reading.kind) {
    case 'blank':
      return null;
    case 'number':
      return { raw: reading.raw, value: reading.value, state: 'ok' };
    case 'none':
      return { raw: reading.raw, value: 0, state: 'ok' };
    case 'not-applicable':
      return { raw: reading.raw, value: 0, state: 'not-applicable' };
    case 'undecided':
      return { raw: reading.raw, value: null, state: 'undecided' };
    case 'unusable':
      return { raw: reading.raw, value: null, state: 'withheld' };
  }
}
