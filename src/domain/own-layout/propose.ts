import { measureOf } from '../measure/measure';
import { cellName, knownCell } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { matchKey } from '../../text/normal-form';
import type { PeriodKind } from '../period/period';
import { baseKind, findAgency, findIndicator, isFilledBy, type Plan } from '../plan/plan';
import { cellOf, hasChoices } from '../plan/stat-cells';
import type { Proposed } from './binding';
import type { FigureSource, FormSource, IndicatorMeasure, IndicatorSource } from './figure-source';
import { isOwnFormula } from './own-sheets';
import { formTablesIn, type FormCell, type FormTable } from './propose-forms';
import {
  readTables,
  type FigureRow,
  type ReadTable,
  type RowSays,
  type Undecided,
  type UndecidedCode,
} from './read-tables';
import { isHiddenByMerge } from './texts-over';
import { isSameUnit, unitReader } from './units-said';
import type { ColumnSays } from './what-texts-say';

/** What a sheet's tables seem to ask for; nothing holds until a person has confirmed it. */
export interface Proposal {
  sheet: string;
  cells: Proposed[];
  undecided: Undecided[];
}

/**
 * Which figures the cells of a sheet seem to ask for: a cell shows what the label of its row and
 * the headings over its column say together. Rows are indicators, tasks, agencies or rows of a
 * statistics form; headings are figures ("Trong tháng › Tử"), agencies, indicators or columns of
 * the form.
 */
export function proposeBindings(
  sheet: Sheet,
  plan: Plan,
  kindFilled: PeriodKind = baseKind(plan.schedule),
): Proposal {
  const proposal: Proposal = { sheet: sheet.name, cells: [], undecided: [] };
  for (const read of readTables(sheet, plan, kindFilled, proposal.undecided)) {
    const unitOf = unitReader(sheet, read.table);
    for (const row of read.rows) addRow(sheet, plan, read, row, unitOf(row.row), proposal);
  }
  return withForms(sheet, plan, formTablesIn(sheet, plan, kindFilled), proposal);
}

function addRow(
  sheet: Sheet,
  plan: Plan,
  { table, columns }: ReadTable,
  { row, label, says }: FigureRow,
  unit: string,
  { cells, undecided }: Proposal,
): void {
  const labelCell = cellName(row, table.labelColumn);
  let isOfOther = false;
  for (const column of columns) {
    const { heading } = column;
    const source = sourceOf(says, column.says);
    if (isHiddenByMerge(sheet, row, heading.column)) continue;
    if (isOfOtherUnit(plan, source, unit)) {
      isOfOther = true;
      continue;
    }
    const cell = cellName(row, heading.column);
    const say = (code: UndecidedCode) =>
      undecided.push({ code, cell, text: `${label} × ${heading.text}`, codes: [] });
    const { formula } = sheet.cell(row, heading.column) ?? {};
    if (!isGiven(plan, source) || !isInUnit(plan, source, column.says.unit)) {
      if (isMissed(plan, source)) say('no-such-figure');
    } else if (formula !== undefined && !isOwnFormula(formula)) say('own-formula');
    else
      cells.push({
        ...{ sheet: sheet.name, cell, label, labelCell, source },
        ...{ heading: heading.text, headingCell: cellName(heading.row, heading.column) },
      });
  }
  if (isOfOther)
    undecided.push({ code: 'row-other-unit', cell: labelCell, text: label, codes: [] });
}

/**
 * What is within a form's table is the form's: the headings of a table further up are not its own.
 * Where one table may be of both, the indicators it names are meant.
 */
function withForms(
  sheet: Sheet,
  plan: Plan,
  forms: readonly FormTable[],
  { cells, undecided }: Proposal,
): Proposal {
  const headingRow = ({ headingCell }: Proposed) => knownCell(headingCell).row;
  const own = forms.filter(
    ({ table: { top, bottom } }) =>
      !cells.some((one) => headingRow(one) >= top && headingRow(one) <= bottom),
  );
  const isWithin = (cell: string) =>
    own.some(({ table }) => {
      const { row } = knownCell(cell);
      return row >= table.top && row <= table.lastRow;
    });
  const kept: Proposal = {
    sheet: sheet.name,
    cells: cells.filter(({ cell }) => !isWithin(cell)),
    undecided: undecided.filter(({ cell }) => !isWithin(cell)),
  };
  for (const table of own) {
    kept.undecided.push(...table.undecided);
    for (const one of table.cells) addFormCell(sheet, plan, one, kept);
  }
  return kept;
}

function addFormCell(
  sheet: Sheet,
  plan: Plan,
  one: FormCell,
  { cells, undecided }: Proposal,
): void {
  const { row, column, label, labelColumn, heading, headingRow, source } = one;
  if (isHiddenByMerge(sheet, row, column)) return;
  const cell = cellName(row, column);
  const { formula } = sheet.cell(row, column) ?? {};
  const isOffice = formula !== undefined && !isOwnFormula(formula);
  if (isOffice || !isGiven(plan, source)) {
    const code = isOffice ? 'own-formula' : 'no-such-figure';
    undecided.push({ code, cell, text: `${label} × ${heading}`, codes: [] });
    return;
  }
  cells.push({
    ...{ sheet: sheet.name, cell, label, labelCell: cellName(row, labelColumn) },
    ...{ heading, headingCell: cellName(headingRow, column), source },
  });
}

/** A row in "tỷ đồng" asks for another figure than an indicator in "triệu đồng" has. */
function isOfOtherUnit(plan: Plan, source: FigureSource, unit: string): boolean {
  return (
    source.of === 'indicator' &&
    source.measure === 'value' &&
    !isSameUnit(unit, findIndicator(plan, source.code)?.unit ?? '')
  );
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
