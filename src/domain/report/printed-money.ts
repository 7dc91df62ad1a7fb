import { formatNumber } from '../../text/number';
import type { Style } from '../../workbook/cell';
import { powerOfDong } from '../measure/units';
import { measureOf } from '../measure/measure';
import { figureLook, LOOK } from '../page/page';
import { figureUnit, type Indicator, type PrintedIn } from '../plan/plan';

/**
 * Money that a plan has printed in larger units. The cell keeps every đồng, so sums, formulas and
 * traces are what they were; its number format shows it in so many, and the unit beside says so.
 */
interface Printed {
  unit: string;
  /** What is shown of a figure. */
  shown: (value: number) => number;
  look: (value: number | null) => Style;
}

/** Digits behind the mark: of a milliard a hundredth is still ten million. */
const FORMATS: Record<PrintedIn, string> = {
  'nghìn đồng': '#,##0',
  'triệu đồng': '#,##0.0',
  'tỷ đồng': '#,##0.00',
};

/** How a figure in that unit stands in an annex; null: as it is. */
function printedAs({ printedIn }: Pick<Indicator, 'printedIn'>, unit: string): Printed | null {
  const power = powerOfDong(unit);
  if (!printedIn || power === null) return null;
  const thousands = (powerOfDong(printedIn)! - power) / 3;
  if (thousands <= 0) return null;
  // A comma behind the digits is a thousand less.
  const format = `${FORMATS[printedIn]}${','.repeat(thousands)}`;
  return {
    unit: printedIn,
    shown: (value) => value / 1000 ** thousands,
    look: () => ({ ...LOOK.decimal, format }),
  };
}

type Look = (value: number | null) => Style;

/** How each cell of a row stands: of a figure without parts `numerator` is the figure itself. */
export function looksOf(indicator: Indicator): Record<'numerator' | 'denominator' | 'value', Look> {
  const { numerator, denominator } = indicator;
  const measure = measureOf(indicator);
  const asItIs: Look = measure.isShownWhole ? () => LOOK.count : figureLook;
  const lookOf = (own: string): Look => printedAs(indicator, own)?.look ?? asItIs;
  if (!measure.hasParts) {
    const own = lookOf(figureUnit(indicator));
    return { numerator: own, denominator: own, value: own };
  }
  return {
    numerator: lookOf(numerator.unit),
    denominator: lookOf(denominator?.unit ?? ''),
    value: () => LOOK.percent,
  };
}

/** A figure as it is shown, for the width it needs. */
export function shownOf(
  indicator: Indicator,
  part: 'numerator' | 'denominator',
  value: number,
): number {
  const unit = measureOf(indicator).hasParts ? indicator[part]?.unit : figureUnit(indicator);
  return printedAs(indicator, unit ?? '')?.shown(value) ?? value;
}

/** How it stands in a column of results of other times, beside quotients. */
export function resultLook(indicator: Indicator): Style {
  const printed = measureOf(indicator).hasParts
    ? null
    : printedAs(indicator, figureUnit(indicator));
  return printed?.look(null) ?? LOOK.percent;
}

/** The unit of a row: of a quotient with what its parts are printed in. */
export function printedUnit(indicator: Indicator): string {
  const { numerator, denominator } = indicator;
  const unit = figureUnit(indicator);
  if (!measureOf(indicator).hasParts) return printedAs(indicator, unit)?.unit ?? unit;
  const changed = [
    ['tử', numerator.unit],
    ['mẫu', denominator?.unit ?? ''],
  ].filter(([, own]) => printedAs(indicator, own));
  if (changed.length === 0) return unit;
  return `${unit} (${changed.map(([part]) => part).join(', ')}: ${indicator.printedIn})`;
}

/** A target as the plan writes it; a bare number beside another unit says which is its own. */
export function printedTarget(indicator: Indicator, raw: string): string {
  const { unit } = indicator;
  const { hasParts, choices } = measureOf(indicator);
  // "tăng 7" of a comparison in per cent is no money.
  const isMoney = !hasParts && !choices.compared?.endsWith('percent');
  const isBare = printedUnit(indicator) !== unit && isMoney;
  return isBare && /\d[\s)]*$/.test(raw) ? `${raw} ${unit}` : raw;
}

/** An amount in words: of money that is printed in a larger unit in that, which it then says. */
export function printedAmount(indicator: Indicator, value: number): string {
  const printed = measureOf(indicator).hasParts
    ? null
    : printedAs(indicator, figureUnit(indicator));
  return printed ? `${formatNumber(printed.shown(value))} ${printed.unit}` : formatNumber(value);
}

/** A cell, or a column, of a statistics form. */
interface StatMoney {
  unit: string;
  printedIn?: PrintedIn;
}

/** How a figure of a statistics form stands in its tables. */
export function statLook(cell: StatMoney, value: number | null): Style {
  const own = printedAs(cell, cell.unit)?.look(value);
  return own ?? (cell.unit === '%' && isEndless(value) ? LOOK.percent : figureLook(value));
}

/** What nobody typed: a quotient, told with two decimals as those of indicators are. */
function isEndless(value: number | null): boolean {
  const typed = (value ?? 0) * 10 ** LONGEST_TYPED;
  return Math.abs(typed - Math.round(typed)) > 1e-6;
}

const LONGEST_TYPED = 4;

/** The unit it stands in. */
export function statUnit(cell: StatMoney): string {
  return printedAs(cell, cell.unit)?.unit ?? cell.unit;
}

/** A figure as it is shown, for the width it needs. */
export function statShown(cell: StatMoney, value: number): number {
  return printedAs(cell, cell.unit)?.shown(value) ?? value;
}

/** The heading of a column: it says the unit where that is another than the form's. */
export function statHeading({ name, ...column }: StatMoney & { name: string }): string {
  const printed = printedAs(column, column.unit);
  return printed ? `${name} (${printed.unit})` : name;
}
