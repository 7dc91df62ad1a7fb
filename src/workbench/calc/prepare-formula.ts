import { absoluteName, quoteSheet, unquoteSheet } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';

/**
 * A formula in the words the engine knows. IronCalc 0.8 lacks defined names that do not begin with
 * a Latin letter, names of constants, 3-D references, table references and sheet names in another
 * letter case, and drops a double minus; all of these are written out for it. Texts in quotes are
 * left alone.
 */
export function prepareFormula(formula: string, workbook: Workbook, own: Sheet): string {
  if (!/[\p{L}_\\]{2}|--|\[|!/u.test(formula)) return formula;
  if (/!#REF!/.test(formula))
    return prepareFormula(formula.replace(DELETED, '#REF!'), workbook, own);
  let prepared = outsideTexts(formula, (part) =>
    withTables(part.replace(UNARY_TWICE, '1*'), workbook),
  );
  prepared = withNames(prepared, workbook, own, 0);
  return withSheets(prepared, workbook);
}

/** "--x" where it is no subtraction: after nothing, a bracket, a comma or an operator. */
const UNARY_TWICE = /(?<=^|[(,;{=<>+*/^&]\s*)--(?!-)/g;

/** A deleted reference that still names its sheet, as files may have it. */
const DELETED = /(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!#REF!/gu;

function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+/g, (part) =>
    part.startsWith('"') || part.startsWith("'") ? part : change(part),
  );
}

const NAME =
  /(?<![\p{L}\p{M}\d_.\\$'!])([\p{L}_\\][\p{L}\p{M}\d_.\\]*)(?![\p{L}\p{M}\d_.\\(!'[])/gu;
/** Names may stand for names; more than this is a circle. */
const DEPTH = 8;

function withNames(formula: string, workbook: Workbook, own: Sheet, depth: number): string {
  if (depth > DEPTH || (workbook.names.size === 0 && own.names.size === 0)) return formula;
  return outsideTexts(formula, (part) =>
    part.replace(NAME, (word) => {
      const meaning = lookUp(own.names, word) ?? lookUp(workbook.names, word);
      if (meaning === undefined) return word;
      const written = withNames(meaning, workbook, own, depth + 1);
      return /^[^(),+*/^&=<>-]*$/.test(written) ? written : `(${written})`;
    }),
  );
}

function lookUp(names: ReadonlyMap<string, string>, word: string): string | undefined {
  const exact = names.get(word);
  if (exact !== undefined) return exact;
  const wanted = word.normalize('NFC').toLowerCase();
  for (const [name, meaning] of names)
    if (name.normalize('NFC').toLowerCase() === wanted) return meaning;
  return undefined;
}

const SHEET_REFERENCE =
  /"(?:[^"]|"")*"|('(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*(?::[\p{L}_][\p{L}\d_.]*)?)!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)?/gu;

/**
 * Sheet names as they are written in the workbook; "A:C"!D8 becomes one reference for each sheet
 * from A to C.
 */
function withSheets(formula: string, workbook: Workbook): string {
  return formula.replace(
    SHEET_REFERENCE,
    (token: string, quoted: string | undefined, cells: string | undefined) => {
      if (quoted === undefined) return token;
      const name = unquoteSheet(quoted);
      const sheet = findSheet(workbook, name);
      if (sheet) return `${quoteSheet(sheet.name)}!${cells ?? ''}`;
      const [first, last] = name.split(':').map((one) => findSheet(workbook, one));
      if (!first || !last || cells === undefined) return token;
      const [from, to] = [workbook.sheets.indexOf(first), workbook.sheets.indexOf(last)].sort(
        (a, b) => a - b,
      );
      const all = workbook.sheets.slice(from, to + 1);
      return all.map((one) => `${quoteSheet(one.name)}!${cells}`).join(',');
    },
  );
}

const TABLE = /([\p{L}_\\][\p{L}\d_.\\]*)\[([^[\]]*)\]/gu;

/** Table[Column], Table[#All], Table[#Data] and Table[#Headers] as the cells they stand for. */
function withTables(part: string, workbook: Workbook): string {
  if (!part.includes('[')) return part;
  return part.replace(TABLE, (token: string, name: string, item: string) => {
    for (const sheet of workbook.sheets) {
      const table = sheet.tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (!table) continue;
      const { top, left, right } = table.area;
      const bottom = table.hasTotals ? table.area.bottom - 1 : table.area.bottom;
      const reference = (a: number, b: number, c: number, d: number) =>
        `${quoteSheet(sheet.name)}!${absoluteName(a, b)}:${absoluteName(c, d)}`;
      if (item === '#All') return reference(top, left, table.area.bottom, right);
      if (item === '#Headers') return reference(top, left, top, right);
      if (item === '#Data' || item === '') return reference(top + 1, left, bottom, right);
      for (let column = left; column <= right; column++) {
        if (String(sheet.value(top, column) ?? '').toLowerCase() === item.toLowerCase()) {
          return reference(top + 1, column, bottom, column);
        }
      }
    }
    return token;
  });
}
