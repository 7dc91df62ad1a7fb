import { theOne } from '../../known/known';
import { formatNumber } from '../../text/number';
import { areaName, cellName } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import type { Consolidation, FormColumns, FormResult } from '../consolidation/consolidation';
import { heightFor, LOOK, writeTableHead } from '../page/page';
import type { Period } from '../period/period';
import { LEVELS } from '../agency/agency';
import { findAgency, type Plan } from '../plan/plan';
import {
  brokenSides,
  checkedIdentities,
  columnFormula,
  looksBack,
  type StatColumn,
  type StatForm,
} from '../plan/stat-form';
import { formulaOf } from '../plan/stat-expression';
import type { FormColumn } from '../template/columns';
import { headerHeight, OF_REPORT, writeFormHeader } from '../template/form-header';
import type { FormFigures } from './form-figures';
import { writeReportFoot } from './report-foot';
import { statHeading, statLook, statShown } from './printed-money';
import { headOf, type TableTitle } from './report-head';
import { setWidths, sideBySide, underOne } from './side-by-side';
import { finishTable } from './table-frame';
import { LEVEL_GROUP, ROMAN } from './words';
import { writeNote } from './write-note';

/**
 * A statistics form over the agencies (layout C): a row for each agency, a subtotal for each level,
 * TỔNG CỘNG, and who has not reported. Typed columns are sums of the sheet of figures, computed
 * ones of the columns beside them.
 */
export function writeFormTable(
  name: string,
  title: TableTitle,
  plan: Plan,
  form: StatForm,
  period: Period,
  result: Consolidation,
  own: FormResult,
  figures: FormFigures,
): Sheet {
  const sheet = new Sheet(name);
  const columns = tableColumns(form, own);
  const last = columns.length - 1;
  const pages = sideBySide(columns.map(underOne), FIRST, { isSigned: true });
  const { left, right } = pages.first;
  setWidths(sheet, columns);
  const width = columns.slice(left, right + 1).reduce((sum, column) => sum + column.width, 0);
  const top = writeTableHead(sheet, headOf(plan, period, result, title), left, right);
  writeFormHeader(sheet, columns, top, OF_REPORT);
  const table: Table = { sheet, form, last };
  const groups: number[] = [];
  let row = top + headerHeight(columns);
  for (const level of LEVELS) {
    const agencies = plan.agencies.filter(
      (agency) => agency.level === level && own.rows.some(({ key }) => key === agency.code),
    );
    if (agencies.length === 0) continue;
    const subtotal = theOne(own.levels, (one) => one.level === level).columns;
    const [first, end] = [row + 1, row + agencies.length];
    label(table, row, ROMAN[groups.length], LEVEL_GROUP[level]);
    writeSums(
      table,
      row,
      subtotal,
      (c) => `SUM(${areaName({ top: first, bottom: end, left: c, right: c })})`,
      LOOK.group,
    );
    groups.push(row++);
    agencies.forEach((agency, index) => {
      const one = theOne(own.rows, ({ key }) => key === agency.code);
      sheet.put(row, 0, index + 1, LOOK.textCentre);
      sheet.put(row, 1, agency.name, LOOK.text);
      writeSums(
        table,
        row,
        one.columns,
        (_, column) => `SUM(${figures.range(agency.code, column)})`,
        LOOK.text,
      );
      sheet.put(row, last, `${one.reported}/${one.expected}`, LOOK.textCentre);
      sheet.rowHeights.set(row, heightFor([[agency.name, NAME_WIDTH, 12]]));
      row++;
    });
  }
  label(table, row, '', 'TỔNG CỘNG');
  writeSums(
    table,
    row,
    own.total,
    (c) => groups.map((group) => cellName(group, c)).join('+'),
    LOOK.total,
  );
  sheet.put(row, last, `${own.reported}/${own.expected}`, { ...LOOK.textCentre, bold: true });
  const late = Object.keys(own.missingMonths).map((code) => findAgency(plan, code)?.name ?? code);
  const missing = late.length === 0 ? 'Không' : late.join('; ');
  const line = `Đơn vị chưa báo cáo đủ: ${missing} (${own.reported}/${own.expected} lượt báo cáo).`;
  row++;
  for (const text of [line, ...brokenOverTime(plan, form, own)])
    row = writeNote(sheet, row, text, { left, right, width });
  const lastRow = writeReportFoot(sheet, plan, row + 1, pages.last);
  finishTable(sheet, {
    top,
    headingRows: headerHeight(columns),
    lastRow,
    lastColumn: last,
    frozenColumns: 2,
    pages,
  });
  return sheet;
}

/**
 * Agencies whose periods each agree and do not agree together: what one carried over is not what
 * the one before left.
 */
function brokenOverTime(plan: Plan, form: StatForm, own: FormResult): string[] {
  return checkedIdentities(form)
    .filter((identity) => !looksBack(identity))
    .flatMap((identity) => {
      const broken = own.rows.filter(({ columns }) =>
        brokenSides(identity, ({ column }) => columns[column]),
      );
      const names = broken.map(({ key }) => findAgency(plan, key)?.name ?? key);
      return names.length === 0
        ? []
        : [
            `Chưa khớp ${identity.text} khi cộng các kỳ (số kỳ trước chuyển sang khác số kỳ trước để lại): ${names.join('; ')}.`,
          ];
    });
}

interface Table {
  sheet: Sheet;
  form: StatForm;
  last: number;
}

/** Where the form's first column stands. */
const FIRST = 2;

const NAME_WIDTH = 30;

function tableColumns(form: StatForm, { total }: FormResult): FormColumn<string>[] {
  const widthOf = (column: StatColumn) =>
    Math.max(8, formatNumber(statShown(column, total[column.code] ?? 0), 6).length + 1.5);
  return [
    { key: 'stt', top: 'STT', sub: '', number: '(1)', width: 5 },
    { key: 'agency', top: 'Đơn vị', sub: '', number: '(2)', width: NAME_WIDTH },
    ...form.columns.map((column) => ({
      key: column.code,
      ...(column.over ? { over: column.over } : {}),
      top: column.group || statHeading(column),
      sub: column.group ? statHeading(column) : '',
      number: `(${column.code})`,
      width: widthOf(column),
    })),
    { key: 'coverage', top: 'Số kỳ báo cáo (n/N)', sub: '', number: '', width: 9 },
  ];
}

function label({ sheet, last }: Table, row: number, roman: string, text: string): void {
  for (let column = 0; column <= last; column++) sheet.put(row, column, null, LOOK.group);
  sheet.put(row, 0, roman, LOOK.group);
  sheet.put(row, 1, text, LOOK.group);
}

/** A column nobody reported stays blank: it is not zero. */
function writeSums(
  { sheet, form }: Table,
  row: number,
  values: FormColumns,
  formula: (column: number, code: string) => string,
  look: typeof LOOK.text | typeof LOOK.group | typeof LOOK.total,
): void {
  form.columns.forEach((own, index) => {
    const { code } = own;
    const column = FIRST + index;
    const value = values[code];
    const style = {
      ...statLook(own, value),
      bold: 'bold' in look,
      fill: 'fill' in look ? look.fill : undefined,
    };
    if (value === null) sheet.put(row, column, null, style);
    else {
      const made = columnFormula(form, code);
      const at = (part: string) =>
        cellName(row, FIRST + form.columns.findIndex((one) => one.code === part));
      const said = made ? formulaOf(made, (term) => at(term.column)) : formula(column, code);
      sheet.putFormula(row, column, said, value, style);
    }
  });
}
