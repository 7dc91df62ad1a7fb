import { areaName } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { heightFor, LOOK, writeTableHead } from '../page/page';
import { LEVELS } from '../agency/agency';
import { findAgency } from '../plan/plan';
import { addsUp, cellOf } from '../plan/stat-cells';
import { headerHeight, OF_REPORT, writeFormHeader } from '../template/form-header';
import type { FormColumn } from '../template/columns';
import { lineKey } from './form-figures';
import { numbered, shownText, type FormViewRequest } from './form-views';
import { writeReportFoot } from './report-foot';
import { statHeading, statLook } from './printed-money';
import { headOf } from './report-head';
import { setWidths, sideBySide, underOne } from './side-by-side';
import { finishTable } from './table-frame';
import { writeNote } from './write-note';

/**
 * A list of variable length: what every agency listed, one line under the other, counted and, where
 * the form says so, added up.
 */
export function writeFormList({
  names,
  titles,
  plan,
  form,
  period,
  result,
  own,
  figures,
}: FormViewRequest): Sheet {
  const sheet = new Sheet(names.table);
  const columns: FormColumn<string>[] = [
    { key: 'stt', top: 'STT', sub: '', number: '', width: 6 },
    { key: 'agency', top: 'Đơn vị', sub: '', number: '', width: 36 },
    { key: 'period', top: 'Kỳ', sub: '', number: '', width: 10 },
    ...form.columns.map((column) => ({
      key: column.code,
      ...(column.over ? { over: column.over } : {}),
      top: column.group || statHeading(column),
      sub: column.group ? statHeading(column) : '',
      number: '',
      width: 18,
    })),
  ];
  const last = columns.length - 1;
  const pages = sideBySide(columns.map(underOne), NAMES, { isSigned: true });
  const { left, right } = pages.first;
  setWidths(sheet, columns);
  const head = headOf(plan, period, result, titles.byAgency);
  const top = writeTableHead(sheet, head, left, right);
  writeFormHeader(sheet, numbered(columns), top, OF_REPORT);
  const first = top + headerHeight(columns);
  let row = first;
  const agencies = LEVELS.flatMap((level) =>
    plan.agencies.filter((agency) => agency.level === level),
  );
  for (const agency of agencies) {
    const lines = own.rows.find(({ key }) => key === agency.code)?.listed ?? [];
    for (const { period: of, line, columns: values, texts } of lines) {
      sheet.put(row, 0, row - first + 1, LOOK.textCentre);
      sheet.put(row, 1, agency.name, LOOK.text);
      sheet.put(row, 2, of, LOOK.textCentre);
      form.columns.forEach((column, index) => {
        const cell = cellOf(form, form.rows[0], column);
        const [from] = figures.cells(agency.code, lineKey(of, line), column.code);
        const value = values[column.code] ?? null;
        const text = texts?.[column.code];
        if (text !== undefined) sheet.put(row, FIRST + index, shownText(cell, text), LOOK.text);
        else if (value !== null && from)
          sheet.putFormula(row, FIRST + index, from, value, statLook(cell, value));
        else sheet.put(row, FIRST + index, value, LOOK.number);
      });
      sheet.rowHeights.set(
        row,
        heightFor([
          [agency.name, 36, 12],
          ...Object.values(texts ?? {}).map((one) => [one, 18, 12] as const),
        ]),
      );
      row++;
    }
  }
  const end = row - 1;
  for (let column = 0; column <= last; column++) sheet.put(row, column, null, LOOK.total);
  sheet.put(row, 1, `TỔNG SỐ: ${own.listed ?? 0} dòng`, LOOK.total);
  form.columns.forEach((column, index) => {
    const value = own.total[column.code] ?? null;
    if (value === null || end < first || !addsUp(form, form.rows, column)) return;
    const at = FIRST + index;
    const range = areaName({ top: first, bottom: end, left: at, right: at });
    sheet.putFormula(row, at, `SUM(${range})`, value, { ...statLook(column, value), bold: true });
  });
  const missing = Object.keys(own.missingMonths).map(
    (code) => findAgency(plan, code)?.name ?? code,
  );
  const text = `Đơn vị chưa báo cáo đủ: ${missing.join('; ') || 'Không'} (${own.reported}/${own.expected} lượt báo cáo).`;
  const width = columns.slice(left, right + 1).reduce((sum, column) => sum + column.width, 0);
  row = writeNote(sheet, row + 1, text, { left, right, width });
  const lastRow = writeReportFoot(sheet, plan, row + 1, pages.last);
  return finishTable(sheet, {
    top,
    headingRows: headerHeight(columns),
    lastRow,
    lastColumn: last,
    frozenColumns: 2,
    pages,
  });
}

/** STT and the agency. */
const NAMES = 2;

/** Where the form's first column stands. */
const FIRST = 3;
