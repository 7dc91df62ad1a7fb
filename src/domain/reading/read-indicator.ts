import { measureOf, type Measure, type PartName } from '../measure/measure';
import { matchKey, tidy } from '../../text/normal-form';
import { cellText } from '../table/cell-text';
import { NOT_APPLICABLE_WORD } from '../template/indicator-rows';
import type { Indicator } from '../plan/plan';
import { finding, type Finding } from '../finding/finding';
import type { IndicatorColumn } from '../template/columns';
import type { AlignedRow } from './match-rows';
import { blankFindings, type OwedCell } from './owed-cell';
import { counted, readFigure, type FigureReading } from './read-figure';
import { warnOfFormula } from './text-like-formula';
import { readRatio, typedNumber } from './typed-ratio';
import type { MeasureName, Observation } from '../submission/submission';

/** An indicator's row as read: its observations, and what was typed over computed columns. */
export interface IndicatorReading {
  indicator: Indicator;
  row: AlignedRow<IndicatorColumn>;
  numerator: Observation | null;
  denominator: Observation | null;
  /** A count, or a percentage sent without its parts. */
  value: Observation | null;
  /**
   * A ratio typed over the formula, in the indicator's unit; null when the formula stands or
   * nothing usable is there.
   */
  typedRatio: number | null;
  /** The ratio cell holds words or a figure although there is nothing to divide by. */
  ratioRaw: string;
  /** Cumulative figures typed over the formulas. */
  typedCumulative: { numerator: number | null; denominator: number | null };
  previous: { numerator: number | null; denominator: number | null };
  /** The figures of the last base period as the form prints them. */
  last: { numerator: number | null; denominator: number | null };
  owed: OwedCell[];
}

/**
 * Reads one aligned row; reports what each cell needs and settles "Không" by its neighbour (defect
 * 20).
 */
export function readIndicator(
  indicator: Indicator,
  row: AlignedRow<IndicatorColumn>,
  date1904: boolean,
  findings: Finding[],
): IndicatorReading {
  const measure = measureOf(indicator);
  const read = (key: PartName, unit: string) =>
    readFigure(row.cell(key), row.place(key), unit, date1904, findings, measure.isReadWhole(key));
  const observe = (key: IndicatorColumn, measure: MeasureName, reading: FigureReading) =>
    observation(indicator, row, key, measure, reading);
  warnOfFormula(row, ['note'], findings);
  const typedRatio = typedNumber(row, 'ratio');
  const result: IndicatorReading = {
    indicator,
    row,
    numerator: null,
    denominator: null,
    value: null,
    typedRatio: typedRatio.value,
    ratioRaw: typedRatio.raw,
    typedCumulative: {
      numerator: typedNumber(row, 'cumulativeNumerator').value,
      denominator: typedNumber(row, 'cumulativeDenominator').value,
    },
    previous: {
      numerator: plainNumber(row, 'previousNumerator'),
      denominator: plainNumber(row, 'previousDenominator'),
    },
    last: {
      numerator: plainNumber(row, 'lastNumerator'),
      denominator: plainNumber(row, 'lastDenominator'),
    },
    owed: [],
  };
  const owes = (parts: readonly PartName[], isBlank: (part: PartName) => boolean): OwedCell[] => {
    const owed = parts.map((part) => ({ ...row.place(part), isBlank: isBlank(part) }));
    findings.push(...blankFindings(owed));
    return owed;
  };
  if (!indicator.denominator) {
    const reading =
      measure.answers.length > 0
        ? readAnswer(measure, row, findings)
        : settleAlone(read('numerator', indicator.numerator.unit), row, findings);
    const owed = owes(['numerator'], () => reading.kind === 'blank');
    return { ...result, owed, value: observe('numerator', 'value', reading) };
  }
  const settled = settlePair(
    read('numerator', indicator.numerator.unit),
    read('denominator', indicator.denominator.unit),
    row,
    findings,
  );
  const bothBlank = settled.numerator.kind === 'blank' && settled.denominator.kind === 'blank';
  const ratio = readRatio(indicator, row, typedRatio, computedOf(indicator, settled), findings);
  result.typedRatio = ratio.value;
  if (bothBlank && typedRatio.value !== null) {
    const { raw } = typedRatio;
    if (!ratio.isAsked)
      findings.push(
        finding('ratio-without-parts', row.place('ratio'), { given: typedRatio.value }),
      );
    const value: FigureReading =
      ratio.value === null
        ? { kind: 'undecided', raw }
        : { kind: 'number', value: ratio.value, raw };
    const owed = owes(PARTS, () => false);
    return { ...result, owed, value: observe('ratio', 'value', value) };
  }
  return {
    ...result,
    owed: owes(PARTS, (part) => settled[part].kind === 'blank'),
    numerator: observe('numerator', 'numerator', settled.numerator),
    denominator: observe('denominator', 'denominator', settled.denominator),
  };
}

const PARTS: readonly PartName[] = ['numerator', 'denominator'];

function computedOf(indicator: Indicator, { numerator, denominator }: Pair): number | null {
  if (numerator.kind !== 'number' || denominator.kind !== 'number') return null;
  return measureOf(indicator).value(numerator.value, denominator.value);
}

function observation(
  indicator: Indicator,
  row: AlignedRow<IndicatorColumn>,
  key: IndicatorColumn,
  measure: MeasureName,
  reading: FigureReading,
): Observation | null {
  const own = counted(reading);
  return own && { of: 'indicator', code: indicator.code, measure, ...own, ...row.place(key) };
}

/** "Có" and "Không" are answers here; "Không phát sinh" says that nobody was asked. */
function readAnswer(
  measure: Measure,
  row: AlignedRow<IndicatorColumn>,
  findings: Finding[],
): FigureReading {
  const raw = tidy(cellText(row.cell('numerator')?.value ?? null));
  if (raw === '') return { kind: 'blank' };
  const value = measure.answerSaid(raw);
  if (value !== null) return { kind: 'number', value, raw };
  if (matchKey(raw) === matchKey(NOT_APPLICABLE_WORD)) return { kind: 'not-applicable', raw };
  const allowed = measure.answers.map(({ word }) => word).join(' / ');
  findings.push(finding('status-unknown', row.place('numerator'), { raw, allowed }));
  return { kind: 'undecided', raw };
}

function settleAlone(
  reading: FigureReading,
  row: AlignedRow<IndicatorColumn>,
  findings: Finding[],
): FigureReading {
  if (reading.kind === 'none') {
    findings.push(
      finding('none-as-zero', row.place('numerator'), {
        raw: reading.raw,
        denominator: '',
      }),
    );
  }
  return reading;
}

interface Pair {
  numerator: FigureReading;
  denominator: FigureReading;
}

/**
 * "Không" (defect 20): with a denominator above 0 the numerator is 0; with a denominator 0 or
 * "Không" nothing occurred (không phát sinh); anything else is asked, so it stays undecided.
 */
function settlePair(
  numerator: FigureReading,
  denominator: FigureReading,
  row: AlignedRow<IndicatorColumn>,
  findings: Finding[],
): Pair {
  const words = [numerator, denominator].filter(
    (side) => side.kind === 'none' || side.kind === 'not-applicable',
  );
  if (words.length === 0) return { numerator, denominator };
  const place = row.place(numerator === words[0] ? 'numerator' : 'denominator');
  const raw = words[0].raw;
  if (isNothing(denominator) && isNothing(numerator)) {
    findings.push(finding('none-as-not-applicable', place, { raw }));
    return { numerator: nothing(numerator), denominator: nothing(denominator) };
  }
  if (numerator.kind === 'none' && denominator.kind === 'number' && denominator.value > 0) {
    findings.push(finding('none-as-zero', place, { raw, denominator: denominator.raw }));
    return { numerator, denominator };
  }
  if (numerator.kind === 'not-applicable' && denominator.kind === 'blank') {
    findings.push(finding('none-as-not-applicable', place, { raw }));
    return { numerator: nothing(numerator), denominator: { kind: 'not-applicable', raw: '' } };
  }
  if (denominator.kind === 'not-applicable' && numerator.kind === 'blank') {
    findings.push(finding('none-as-not-applicable', place, { raw }));
    return { numerator: { kind: 'not-applicable', raw: '' }, denominator: nothing(denominator) };
  }
  findings.push(finding('none-undecided', place, { raw }));
  const undecided = (side: FigureReading): FigureReading =>
    words.includes(side as (typeof words)[0]) ? { kind: 'undecided', raw } : side;
  return { numerator: undecided(numerator), denominator: undecided(denominator) };
}

function isNothing(reading: FigureReading): boolean {
  if (reading.kind === 'number') return reading.value === 0;
  return reading.kind === 'none' || reading.kind === 'not-applicable';
}

function nothing(reading: FigureReading): FigureReading {
  return { kind: 'not-applicable', raw: reading.kind === 'blank' ? '' : reading.raw };
}

function plainNumber(row: AlignedRow<IndicatorColumn>, key: IndicatorColumn): number | null {
  const value = row.cell(key)?.value;
  return typeof value === 'number' ? value : null;
}
