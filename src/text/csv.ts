/**
 * Tables as comma-separated text (RFC 4180) that a spreadsheet opens: a byte order mark so that
 * letters are read as UTF-8, CRLF, every text in quotes. Numbers are bare, with a point as decimal
 * sign and no grouping, whatever the language of the machine.
 */
export type CsvValue = string | number | null;

const BOM = '\ufeff';

export function writeCsv(rows: readonly (readonly CsvValue[])[]): string {
  return BOM + rows.map((row) => row.map(field).join(',') + '\r\n').join('');
}

function field(value: CsvValue): string {
  if (value === null || value === '') return '';
  return typeof value === 'number' ? String(value) : `"${harmless(value).replaceAll('"', '""')}"`;
}

/**
 * Where a cell may begin, however a spreadsheet cuts the line: at the beginning, or after its own
 * idea of a separator.
 */
const BEGINNINGS = /[;"\s\p{C}]+|^/gu;
const SEPARATOR = /[;"\t\r\n]/;
const CONTROL = /^[\t\r\n]/;
/** Also full-width and small ones: some spreadsheets take them for the ordinary ones. */
const FORMULA = new Set('=+-@＝＋－＠﹦﹢﹣﹫');

/**
 * The text with an apostrophe before whatever a spreadsheet would take for a formula. A machine
 * whose separator is ";" cuts lines elsewhere than RFC 4180 does, so what stands after a separator
 * or a line break within a text is looked at as well.
 */
function harmless(text: string): string {
  return text.replace(BEGINNINGS, (run: string, at: number) => {
    const opens = FORMULA.has(text.charAt(at + run.length));
    const before = at === 0 && (opens || CONTROL.test(run)) ? "'" : '';
    return before + run + (opens && SEPARATOR.test(run) ? "'" : '');
  });
}

/**
 * The fields of what {@link writeCsv} wrote, or a spreadsheet saved of it; an apostrophe that was
 * added stays.
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith(BOM) ? 1 : 0;
  while (at < text.length) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? closingQuote(text, at + 1) : endOfField(text, at);
    row.push(isQuoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end));
    at = isQuoted ? end + 1 : end;
    if (text[at] === ',') {
      at++;
      if (at < text.length) continue;
      row.push('');
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

function endOfField(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\r' && text[at] !== '\n') at++;
  return at;
}
