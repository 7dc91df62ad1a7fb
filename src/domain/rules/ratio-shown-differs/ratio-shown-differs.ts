import { formatNumber, readNumber } from '../../../text/number';
import {
  isBlank,
  isError,
  isPercentFormat,
  shownAsPercent,
  type Cell,
  type CellValue,
} from '../../../workbook/cell';
import { knownCell } from '../../../workbook/address';
import { measureOf } from '../../measure/measure';
import type { AlignedRow } from '../../reading/match-rows';
import { agrees, isOurs } from '../../reading/typed-ratio';
import { workedOut } from '../../reading/worked-out';
import type { IndicatorColumn } from '../../template/columns';
import { numeric, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    /** What the ratio's cell shows, as it is shown. */
    'ratio-shown-differs': { shown: string; computed: number };
  }
}

/**
 * A ratio cell that shows something else than its parts give, where nobody typed a number over the
 * formula (that is ratio-mismatch): a text, a formula turned round, a percent format over a
 * percentage. The parts are what counts; whoever prints the form is told.
 */
export const ratioShownDiffers = rule({
  code: 'ratio-shown-differs',
  severity: 'warning',
  defects: [],
  example: { shown: '111,11', computed: 90 },
  order: 130,
  check(form, report) {
    for (const { indicator, row, numerator, denominator } of form.indicators) {
      const part = numeric(numerator);
      const whole = numeric(denominator);
      const cell = row.cell('ratio');
      if (part === null || whole === null || !cell) continue;
      const computed = measureOf(indicator).value(part, whole);
      if (computed === null) continue;
      const shown = otherThan(computed, cell, row);
      if (shown !== null) report(row.place('ratio'), { shown, computed });
    }
  },
});

/** What the cell shows; null where that is the ratio, nothing, or a number somebody typed. */
function otherThan(computed: number, cell: Cell, row: AlignedRow<IndicatorColumn>): string | null {
  const { formula, style } = cell;
  const isSaved = !isBlank(cell.value);
  const value = isSaved || formula === undefined ? cell.value : gives(formula, row);
  if (isBlank(value)) return null;
  if (isError(value)) return value.error;
  if (typeof value !== 'number') {
    const text = String(value).trim();
    const isTyped = formula === undefined && readNumber(text, { counted: false }).kind === 'number';
    return text === '' || isTyped ? null : text;
  }
  // Of another row's figures a result that was saved is a number typed here.
  if (isSaved && !isOurs(row.row, formula)) return null;
  const isPercent = isPercentFormat(style?.format);
  const shown = isPercent ? shownAsPercent(value) : value;
  return agrees(shown, computed) ? null : `${formatNumber(shown)}${isPercent ? '%' : ''}`;
}

/** What the formula will show once a program that calculates opens the file. */
function gives(formula: string, { sheet }: AlignedRow<IndicatorColumn>): CellValue {
  return workedOut(formula, (cell) => {
    const { row, column } = knownCell(cell);
    return sheet.value(row, column);
  });
}
