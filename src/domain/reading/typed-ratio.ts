import { readNumber, withoutNoise } from '../../text/number';
import { isBlank, isError, isPercentFormat, shownAsPercent, type Cell } from '../../workbook/cell';
import { measureOf } from '../measure/measure';
import type { Indicator } from '../plan/plan';
import { finding, type Finding } from '../finding/finding';
import type { IndicatorColumn } from '../template/columns';
import { dividedText, isStruckOut } from './marked-text';
import type { AlignedRow } from './match-rows';

/**
 * A number where a formula of ours stood: typed over it, or from a formula that does not look at
 * this row's parts.
 */
export interface TypedNumber {
  /** In the indicator's unit; null when the formula stands or nothing usable is there. */
  value: number | null;
  raw: string;
  isText: boolean;
  /** Shown multiplied by 100. */
  isPercent: boolean;
}

export function typedNumber(row: AlignedRow<IndicatorColumn>, key: IndicatorColumn): TypedNumber {
  const cell = row.cell(key);
  const nothing: TypedNumber = { value: null, raw: '', isText: false, isPercent: false };
  if (!cell || isBlank(cell.value) || isError(cell.value) || isOurs(row.row, cell.formula))
    return nothing;
  const raw = String(cell.value);
  // What is struck out is no ratio any more; where nothing else stands, its parts are asked for.
  if (isStruckOut(cell)) return { ...nothing, raw };
  if (typeof cell.value === 'number') {
    const isPercent = isPercentFormat(cell.style?.format);
    const value = isPercent ? shownAsPercent(cell.value) : withoutNoise(cell.value);
    return { value, raw, isText: false, isPercent };
  }
  const reading = readNumber(dividedText(cell), { counted: false });
  return { ...nothing, value: reading.kind === 'number' ? reading.value : null, raw, isText: true };
}

/**
 * Whether what stands under “Kết quả” in a row was typed by its sender, be it as a formula: one
 * over cells of its row is ours.
 */
export function isTyped(row: number, { value, formula }: Cell): boolean {
  const isTheirs = formula === undefined || !(isError(value) || isOurs(row, formula));
  return isTheirs && !isBlank(value);
}

/** A formula over cells of this row is Excel's business: what it shows is never used. */
export function isOurs(row: number, formula: string | undefined): boolean {
  if (formula === undefined) return false;
  const own = String(row + 1);
  for (const [, number] of formula.matchAll(CELL_ROW)) if (number === own) return true;
  return false;
}

/** The row of every cell a formula names. */
const CELL_ROW = /[A-Z]\$?(\d+)/g;

/** Half a unit of the last digit typed, as rounding gives; a hair more for binary fractions. */
export function agrees(typed: number, computed: number): boolean {
  const places = (String(typed).split('.')[1] ?? '').length;
  return Math.abs(typed - computed) <= 0.5 * 10 ** -places + 1e-9;
}

/**
 * How a ratio was typed: null where it may be a hundred times too small or too large, which is
 * asked (defects 8, 10).
 */
export interface RatioReading {
  value: number | null;
  isAsked: boolean;
}

/**
 * What a typed ratio says. Beside its parts it is only compared: a fraction where a percentage is
 * meant, or a percentage shown a hundred times, is named for what it is. Without parts 0,85 may be
 * 85% or 0,85%: it waits.
 */
export function readRatio(
  indicator: Indicator,
  row: AlignedRow<IndicatorColumn>,
  typed: TypedNumber,
  computed: number | null,
  findings: Finding[],
): RatioReading {
  const { value, raw, isText, isPercent } = typed;
  if (value === null || value === 0 || !measureOf(indicator).isPercentage)
    return { value, isAsked: false };
  const place = row.place('ratio');
  if (isText && raw.trim().endsWith('%')) {
    findings.push(finding('percent-as-text', place, { raw, value }));
    return { value, isAsked: false };
  }
  if (computed !== null && agrees(value, computed)) return { value, isAsked: false };
  const fits = (other: number) =>
    computed === null ? other > 1 && other <= 100 : agrees(other, computed);
  if (isPercent && value > 100 && fits(value / 100)) {
    findings.push(
      finding('number-percent-format', place, {
        shown: `${value}%`,
        value: value / 100,
      }),
    );
    return { value: null, isAsked: true };
  }
  const first = shownAsPercent(value);
  if (!isPercent && value <= 1 && value > 0 && fits(first)) {
    findings.push(finding('percent-as-fraction', place, { raw, first, second: value }));
    return { value: null, isAsked: true };
  }
  return { value, isAsked: false };
}
