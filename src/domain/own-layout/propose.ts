import { measureOf } from '../measure/measure';
import { cellName } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { matchKey } from '../../text/normal-form';
import type { PeriodKind } from '../period/period';
import { baseKind, findAgency, findIndicator, isFilledBy, type Plan } from '../plan/plan';
import { cellOf, hasChoices } from '../plan/stat-cells';
import type { Proposed } from './binding';
import type { FigureSource, FormSource, IndicatorMeasure, IndicatorSource } from './figure-source';
import { isOwnFormula } from './own-sheets';
import { readTables, type RowSays, type Undecided, type UndecidedCode } from './read-tables';
import { isHiddenByMerge } from './texts-over';
import type { ColumnSays } from './what-texts-say';

/** What a sheet's tables seem to ask for; nothing holds until a person has confirmed it. */
export interface Proposal {
  sheet: string;
  cells: Proposed[];
  undecided: Undecided[];
}

/**
 * Which figures the cells of a sheet seem to ask for: a cell shows what the label of its row and
 * the headings over its column say together. Rows are indicators, tasks or agencies; headings are
 * figures ("Trong tháng › Tử"), agencies or indicators.
 */
export function proposeBindings(
  sheet: Sheet,
  plan: Plan,
  kindFilled: PeriodKind = baseKind(plan.schedule),
): Proposal {
  const undecided: Undecided[] = [];
  const cells: Proposed[] = [];
  for (const { table, rows, columns } of readTables(sheet, plan, kindFilled, undecided)) {
    for (const { row, label, says } of rows) {
      for (const column of columns) {
        const { heading } = column;
        const source = sourceOf(says, column.says);
        if (isHiddenByMerge(sheet, row, heading.column)) continue;
        const cell = cellName(row, heading.column);
        const say = (code: UndecidedCode) =>
          undecided.push({ code, cell, text: `${label} × ${heading.text}`, codes: [] });
        const { formula } = sheet.cell(row, heading.column) ?? {};
        if (!isGiven(plan, source) || !isInUnit(plan, source, column.says.unit)) {
          if (isMissed(plan, source)) say('no-such-figure');
        } else if (formula !== undefined && !isOwnFormula(formula)) say('own-formula');
        else {
          const [labelCell, headingCell] = [
            cellName(row, table.labelColumn),
            cellName(heading.row, heading.column),
          ];
          cells.push({
            sheet: sheet.name,
            cell,
            label,
            labelCell,
            heading: heading.text,
            headingCell,
            source,
          });
        }
      }
    }
  }
  return { sheet: sheet.name, cells, undecided };
}

/** Whether a result has the unit that stands over it: a count is no percentage. */
function isInUnit(plan: Plan, source: FigureSource, unit: string | null): boolean {
  return (
    unit === null ||
    source.of === 'task' ||
    matchKey(findIndicator(plan, source.code)?.unit ?? '') === matchKey(unit)
  );
}

/** What a row and a column of its kind of table say together. */
function sourceOf(row: RowSays, column: ColumnSays): FigureSource {
  if (row.of === 'task') return { of: 'task', code: row.codes[0], measure: column.taskMeasure! };
  const isAgencyRow = row.of === 'scope';
  return {
    of: 'indicator',
    code: isAgencyRow ? column.indicators[0] : row.codes[0],
    scope: isAgencyRow ? row.scope : (column.scope ?? { kind: 'province' }),
    span: column.span ?? 'period',
    measure: column.measure ?? 'value',
  };
}

const PARTS: readonly IndicatorMeasure[] = ['numerator', 'denominator', 'value'];

/** Whether a period's report has such a figure. */
export function isGiven(plan: Plan, source: FigureSource): boolean {
  if (source.of === 'task') return plan.tasks.some(({ code }) => code === source.code);
  if (source.of === 'form') return isFormGiven(plan, source);
  const indicator = findIndicator(plan, source.code);
  const { scope, span, measure } = source;
  if (!indicator || (!indicator.denominator && isPart(source)) || !isAsked(plan, source))
    return false;
  if (span === 'previous' || span === 'same-period-last-year')
    return scope.kind === 'province' && measure === 'value';
  if (scope.kind === 'province') return PARTS.includes(measure) || span === 'period';
  return span === 'period' && PARTS.includes(measure);
}

/**
 * A figure of a form: of a row where rows have choices of their own, of all rows where they are
 * added up.
 */
function isFormGiven(plan: Plan, { code, row, column, scope }: FormSource): boolean {
  const form = plan.forms.find((one) => one.code === code);
  const at = form?.columns.find((one) => one.code === column);
  if (!form || !at || form.lines !== undefined) return false;
  if (row === '') return !hasChoices(form);
  const own = form.rows.find(({ key }) => key === row);
  if (!own || !hasChoices(form) || scope.kind === 'level') return false;
  const cell = cellOf(form, own, at);
  return cell.typed === 'number' && !cell.isBlank;
}

/**
 * Whether anybody would miss it: a numerator of a count, or an indicator of an agency that does not
 * fill it, nobody does.
 */
function isMissed(plan: Plan, source: FigureSource): boolean {
  if (source.of !== 'indicator') return true;
  return (
    isAsked(plan, source) && !(isPart(source) && !findIndicator(plan, source.code)?.denominator)
  );
}

function isPart({ measure }: IndicatorSource): boolean {
  return measure === 'numerator' || measure === 'denominator';
}

function isAsked(plan: Plan, { code, scope }: IndicatorSource): boolean {
  if (scope.kind !== 'agency') return true;
  const [indicator, agency] = [findIndicator(plan, code), findAgency(plan, scope.agency)];
  return (
    !!indicator && !!agency && (measureOf(indicator).isFromTasks || isFilledBy(indicator, agency))
  );
}
