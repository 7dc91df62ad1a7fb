import { parseCell } from '../workbook/address';
import { isError, valueBy1900, type Style } from '../workbook/cell';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../workbook/workbook';
import { APPENDIX_PAGE, heightFor, LOOK } from '../domain/page/page';
import { inReadingOrder, type Finding, type Severity } from '../domain/finding/finding';
import type { CheckedFile } from '../domain/submission/submission';
import { FINDINGS_SHEET, RESULT } from './marked-sheet';

const MARK: Record<Severity, string> = { error: '#FFC7CE', warning: '#FFEB9C', fixed: '#DDEBF7' };
const WORD: Record<Severity, string> = {
  error: 'Lỗi phải sửa',
  warning: 'Cảnh báo',
  fixed: 'Để biết',
};
const NOTE_LENGTH = 1000;
const MORE = '\n… (xem trang tính Danh sách lỗi)';
const COLUMNS: readonly [string, number][] = [
  ['STT', 6],
  ['Mức độ', 14],
  ['Trang tính', 20],
  ['Ô', 9],
  ['Dòng', 40],
  ['Nội dung', 90],
];

/**
 * A copy of a received file for its sender: values and looks only (no formula, macro, link or
 * object of theirs goes back), the cells that were found marked and noted, and a first sheet that
 * lists everything and leads to each. The file itself is not touched.
 */
export function annotated(
  source: Workbook,
  file: CheckedFile,
  sentence: (finding: Finding) => string,
): Workbook {
  const shown = source.sheets.filter(({ visibility }) => visibility === 'visible');
  const taken = new Set([FINDINGS_SHEET]);
  const sheets = new Map(
    shown.map((sheet) => [sheet.name, valuesOf(sheet, source.date1904, taken)]),
  );
  const findings = [...file.findings].sort(inReadingOrder);
  for (const found of findings) mark(sheets, found, sentence(found));
  return emptyWorkbook([list(sheets, file, findings, sentence), ...sheets.values()]);
}

function valuesOf(source: Sheet, date1904: boolean, taken: Set<string>): Sheet {
  const copy = new Sheet(freeName(source.name, taken));
  for (const [row, cells] of source.rows) {
    for (const [column, cell] of cells) {
      const value = valueBy1900(cell, date1904);
      copy.put(row, column, isError(value) ? value.error : value, cell.style);
    }
  }
  copy.merges.push(...source.merges);
  for (const [column, width] of source.columnWidths) copy.columnWidths.set(column, width);
  for (const [row, height] of source.rowHeights) copy.rowHeights.set(row, height);
  copy.page = source.page;
  copy.frozenRows = source.frozenRows;
  copy.frozenColumns = source.frozenColumns;
  return copy;
}

/** A name Excel takes, that no other sheet of the copy has. */
function freeName(name: string, taken: Set<string>): string {
  const clean = name.replace(/[[\]:*?/\\\u0000-\u001f]/g, '-').slice(0, 31) || 'Trang';
  let free = clean;
  for (let number = 2; [...taken].some((one) => one.toLowerCase() === free.toLowerCase()); number++)
    free = `${clean.slice(0, 26)} (${number})`;
  taken.add(free);
  return free;
}

/** The copies by the name their sheets had. */
type Copies = ReadonlyMap<string, Sheet>;

function mark(sheets: Copies, found: Finding, text: string): void {
  const sheet = sheets.get(found.sheet ?? '');
  const place = found.cell === null ? null : parseCell(found.cell);
  if (!sheet || !place) return;
  const { row, column } = place;
  const noted = sheet.notes.find((note) => note.row === row && note.column === column);
  // The gravest comes first and gives the cell its colour; the others are told in the same note.
  if (noted) {
    // The list has them all; a note is read at a glance.
    if (noted.text.length < NOTE_LENGTH) noted.text += `\n${text}`;
    else if (!noted.text.endsWith(MORE)) noted.text += MORE;
  } else {
    const cell = sheet.cell(row, column);
    const style: Style = {
      ...cell?.style,
      fill: MARK[found.severity],
      border: true,
      edges: undefined,
    };
    sheet.set(row, column, { value: cell?.value ?? null, style });
    sheet.notes.push({ row, column, text, author: 'Tổng Hợp' });
  }
}

function list(
  sheets: Copies,
  file: CheckedFile,
  findings: readonly Finding[],
  sentence: (finding: Finding) => string,
): Sheet {
  const sheet = new Sheet(FINDINGS_SHEET);
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  sheet.put(
    0,
    0,
    `${RESULT} ${count('error')} lỗi phải sửa, ${count('warning')} cảnh báo`,
    LOOK.bold,
  );
  sheet.put(
    1,
    0,
    `Tệp: ${file.file.split('/').pop()}. Tệp này chỉ để xem lỗi; đề nghị sửa trên tệp đã gửi rồi nộp lại.`,
    LOOK.line,
  );
  COLUMNS.forEach(([heading, width], column) => {
    sheet.columnWidths.set(column, width);
    sheet.put(3, column, heading, LOOK.heading);
  });
  const numbers = new Map(findings.map((found, index) => [found, index + 1]));
  findings.forEach((found, index) => {
    const row = 4 + index;
    const text = sentence(found);
    const place = found.cell === null ? null : parseCell(found.cell);
    const own = sheets.get(found.sheet ?? '');
    const label = (found.label ?? '').slice(0, 200);
    const follows =
      found.cause === null
        ? ''
        : `(Cùng nguyên nhân với dòng ${numbers.get(file.findings[found.cause])}) `;
    const values = [
      index + 1,
      WORD[found.severity],
      found.sheet,
      found.cell,
      label,
      follows + text,
    ];
    values.forEach((value, column) =>
      sheet.put(row, column, value, column < 4 ? LOOK.textCentre : LOOK.text),
    );
    sheet.cell(row, 1)!.style = { ...LOOK.textCentre, fill: MARK[found.severity] };
    if (own && place && found.cell !== null)
      sheet.links.push({ row, column: 3, sheet: own.name, cell: found.cell });
    sheet.rowHeights.set(
      row,
      heightFor([
        [follows + text, 90, 12],
        [label, 40, 12],
      ]),
    );
  });
  sheet.frozenRows = 4;
  const bottom = 3 + findings.length;
  sheet.page = {
    ...APPENDIX_PAGE,
    titleRows: { first: 3, last: 3 },
    printArea: { top: 0, left: 0, bottom, right: COLUMNS.length - 1 },
  };
  return sheet;
}
