import { madeOnce } from '../made-once';
import { matchKey } from '../../text/normal-form';
import { cellName } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { PeriodKind } from '../period/period';
import type { Plan } from '../plan/plan';
import { cellOf, hasChoices } from '../plan/stat-cells';
import type { StatForm, StatRow } from '../plan/stat-form';
import type { FormSource, Scope } from './figure-source';
import { namingsOf, tableOver, type LabelledTable, type TableHeading } from './find-tables';
import { formHeadingReader, isFigure, namer, type FormHeadings } from './form-headings';
import { headingKey } from './period-named';
import { isBeyond, isUnderMore, PLAIN, type Undecided, type UndecidedCode } from './read-tables';
import { headingOver, isWording, labelKey, textAt } from './texts-over';
import { isSameUnit, unitReader } from './units-said';
import { scopeNamer, type ScopeNamer } from './what-texts-say';

/** A table of an office's own that is one of a statistics form: its rows down, or agencies. */
export interface FormTable {
  form: StatForm;
  table: LabelledTable;
  cells: FormCell[];
  undecided: Undecided[];
}

/** A cell and the texts it is known by. */
export interface FormCell {
  row: number;
  column: number;
  label: string;
  labelColumn: number;
  heading: string;
  headingRow: number;
  source: FormSource;
}

/** The tables of a sheet that are of the plan's forms. Lists have no place a figure stands in. */
export function formTablesIn(sheet: Sheet, plan: Plan, kindFilled: PeriodKind): FormTable[] {
  const scopes = scopeNamer(plan);
  const found = plan.forms
    .filter(({ lines }) => lines === undefined)
    .flatMap((form) => [
      ...locate(sheet, rowsDown(sheet, form), headingsOf(form, false)),
      ...locate(sheet, agenciesDown(sheet, form, scopes), headingsOf(form, hasChoices(form))),
    ]);
  const places = new Map<string, Located[]>();
  for (const one of found)
    madeOnce(places, `${one.table.labelColumn} ${one.table.top}`, () => [] as Located[]).push(one);
  return [...places.values()].map((all) => tableOf(sheet, all));

  function headingsOf(form: StatForm, hasRowsAcross: boolean) {
    return formHeadingReader({ form, hasRowsAcross, scopes, kindFilled });
  }
}

type HeadingReader = ReturnType<typeof formHeadingReader>;

/** What labels the rows of a table that may be of a form. */
interface Labels {
  form: StatForm;
  are: 'rows' | 'agencies';
  column: number | null;
  /** The row of the form, or whose figures; none, or several where names are shared. */
  read(text: string): readonly (StatRow | Scope)[];
  /** Titles between the rows, that ask for nothing. */
  isTitle(text: string): boolean;
}

interface Located {
  labels: Labels;
  table: LabelledTable;
  columns: { heading: TableHeading; says: ReturnType<HeadingReader> }[];
}

/** By names: the numbers of an office's own rows are its own. */
function rowsDown(sheet: Sheet, form: StatForm): Labels {
  const named = namer(form.rows, ({ name }) => name);
  const groups = new Set(form.rows.map(({ group }) => labelKey(group)).filter(Boolean));
  const read = (text: string) => (isWording(text) ? named(text).found : []);
  const { down, labelColumn } = namingsOf(sheet, (text) => read(text)[0]?.key ?? null);
  return {
    ...{ form, are: 'rows', read },
    column: down >= Math.min(2, form.rows.length) ? labelColumn : null,
    isTitle: (text) => groups.has(labelKey(text)),
  };
}

function agenciesDown(sheet: Sheet, form: StatForm, scopes: ScopeNamer): Labels {
  const { down, labelColumn } = namingsOf(sheet, (text) => {
    const scope = scopes(text);
    return scope?.kind === 'agency' ? scope.agency : null;
  });
  const read = (text: string) => [scopes(text)].filter((one) => one !== null);
  return {
    form,
    are: 'agencies',
    read,
    column: down > 1 ? labelColumn : null,
    isTitle: () => false,
  };
}

/**
 * The first label with a heading of the form over it begins the table. Where no heading is of use,
 * rows of a form are one still, and say so.
 */
function locate(sheet: Sheet, labels: Labels, says: HeadingReader): Located[] {
  const { column, read } = labels;
  if (column === null) return [];
  const tried = new Set<number>();
  let otherwise: Located[] = [];
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    if (read(textAt(sheet, row, column)).length === 0) continue;
    const table = tableOver(sheet, column, row, -1);
    if (!table || tried.has(table.top)) continue;
    tried.add(table.top);
    const columns = table.headings
      .filter((heading) => heading.column !== column)
      .map((heading) => ({ heading, says: says(heading.texts) }));
    if (columns.some((one) => isNamingForm(one.says, labels))) return [{ labels, table, columns }];
    if (labels.are === 'rows' && otherwise.length === 0) otherwise = [{ labels, table, columns }];
  }
  return otherwise;
}

/** Over agencies a heading has to name the form's own: "Kết quả" is anybody's. */
function isNamingForm(says: ReturnType<HeadingReader>, { are, form }: Labels): boolean {
  if (typeof says === 'string') return false;
  return are === 'rows' || (hasChoices(form) ? says.row !== null : says.isNamed);
}

/** Of the forms that may be meant the one the sheet names, or the one most headings are of. */
function tableOf(sheet: Sheet, all: readonly Located[]): FormTable {
  const understood = ({ columns }: Located) =>
    columns.filter(({ says }) => typeof says !== 'string').length;
  const named = all.filter(({ labels, table }) => isNamedOver(sheet, table.top, labels.form));
  const best = (named.length > 0 ? named : all).toSorted((a, b) => understood(b) - understood(a));
  const [first, second] = best;
  const isTied = second !== undefined && understood(second) === understood(first);
  return readTable(sheet, first, isTied);
}

/** Whether a line over a table names the form. */
function isNamedOver(sheet: Sheet, top: number, { code, title }: StatForm): boolean {
  const names = [matchKey(title), matchKey(code)];
  return [...sheet.rows].some(
    ([row, cells]) =>
      row < top &&
      [...cells.keys()].some((column) => {
        const key = matchKey(textAt(sheet, row, column));
        return names.some((name) => ` ${key.replace(/[.,:;()]/gu, ' ')} `.includes(` ${name} `));
      }),
  );
}

interface Reading {
  sheet: Sheet;
  located: Located;
  undecided: Undecided[];
}

function readTable(sheet: Sheet, located: Located, isTied: boolean): FormTable {
  const { table, labels } = located;
  const reading: Reading = { sheet, located, undecided: [] };
  const columns = columnsOf(reading, isTied);
  const rows = rowsOf(reading);
  const unitOf = unitReader(sheet, table);
  const cells = rows.flatMap(({ row, label, labelColumn, says }) => {
    const made = columns.flatMap(({ heading, says: column }): (FormCell | 'other-unit')[] => {
      const of = sourceOf(labels.form, says, column);
      if (!of) return [];
      const { source, unit } = of;
      if (!isSameUnit(unitOf(row), unit)) return ['other-unit'];
      if (!isSameUnit(column.unit, unit)) {
        say(reading, 'no-such-figure', cellName(row, heading.column), `${label} × ${heading.text}`);
        return [];
      }
      const over = headingOver(sheet, labelColumn, heading.row, heading.column);
      return [
        {
          ...{ row, column: heading.column, label, labelColumn, source },
          ...{ heading: over, headingRow: heading.row },
        },
      ];
    });
    if (made.includes('other-unit'))
      say(reading, 'row-other-unit', cellName(row, table.labelColumn), label);
    return made.filter((one) => one !== 'other-unit');
  });
  const lastRow = Math.max(table.bottom, ...rows.map(({ row }) => row));
  return {
    ...{ form: labels.form, table: { ...table, lastRow }, cells },
    undecided: reading.undecided,
  };
}

function say(
  { undecided }: Reading,
  code: UndecidedCode,
  cell: string,
  text: string,
  codes: readonly string[] = [],
): void {
  undecided.push({ code, cell, text, codes });
}

interface ReadColumn {
  heading: TableHeading;
  says: FormHeadings;
}

function columnsOf(reading: Reading, isTied: boolean): ReadColumn[] {
  const { sheet, located } = reading;
  const { table, columns, labels } = located;
  const times = new Map<string, number>();
  for (const { heading } of columns) {
    const key = headingKey(heading.text);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return columns.flatMap(({ heading, says }): ReadColumn[] => {
    const isKnown = typeof says !== 'string';
    if (!isKnown && PLAIN.has(headingKey(heading.texts.at(-1) ?? ''))) return [];
    const trouble = troubleOf();
    if (trouble !== null)
      say(reading, trouble, cellName(heading.row, heading.column), heading.text);
    // Remarks and days are nobody's sum.
    return trouble === null && isKnown && isFigure(says.column) ? [{ heading, says }] : [];

    function troubleOf(): UndecidedCode | null {
      if (typeof says === 'string') return says;
      if (isTied) return 'column-contrary';
      if ((times.get(headingKey(heading.text)) ?? 0) > 1) return 'column-repeated';
      if (isUnderMore(sheet, table, heading.column)) return 'column-unknown';
      return labels.are === 'rows' && !hasChoices(labels.form) ? 'no-such-figure' : null;
    }
  });
}

interface ReadRow {
  row: number;
  label: string;
  labelColumn: number;
  says: StatRow | Scope;
}

function rowsOf(reading: Reading): ReadRow[] {
  const { sheet, located } = reading;
  const { table, labels } = located;
  const { labelColumn, bottom } = table;
  const written = [...sheet.rows.keys()]
    .filter((row) => row > bottom && row <= table.lastRow)
    .sort((a, b) => a - b)
    .map((row) => ({ row, label: textAt(sheet, row, labelColumn) }))
    .filter(({ label }) => isWording(label));
  const last = written.findLast(({ label }) => labels.read(label).length > 0)?.row ?? -1;
  const within = written.filter(({ row }) => row <= last || isBeyond(sheet, table, last, row));
  const times = new Map<string, number>();
  for (const { label } of within) times.set(labelKey(label), (times.get(labelKey(label)) ?? 0) + 1);
  const codes = timesIn(sheet);
  return within.flatMap(({ row, label }): ReadRow[] => {
    const all = labels.read(label);
    const cell = cellName(row, labelColumn);
    const isAlone = times.get(labelKey(label)) === 1;
    if (all.length === 1 && isAlone) return [{ row, label, labelColumn, says: all[0] }];
    if (all.length === 0) {
      if (!labels.isTitle(label)) say(reading, 'row-unknown', cell, label);
      return [];
    }
    const coded = byCode(sheet, table, row, all, codes);
    if (coded) return [coded];
    const shared = all.flatMap((one) => ('key' in one ? [one.key] : []));
    if (all.length > 1) say(reading, 'row-shared-name', cell, label, shared);
    else say(reading, 'row-repeated', cell, label);
    return [];
  });
}

/** Several rows are called so: the one whose code stands left of the name, once in its column. */
function byCode(
  sheet: Sheet,
  table: LabelledTable,
  row: number,
  all: readonly (StatRow | Scope)[],
  timesOf: ReturnType<typeof timesIn>,
): ReadRow | null {
  for (const column of sheet.rows.get(row)?.keys() ?? []) {
    if (column >= table.labelColumn) continue;
    const text = textAt(sheet, row, column);
    const key = matchKey(text);
    const says = all.find((one) => 'key' in one && matchKey(one.key) === key);
    if (says && timesOf(column, text) === 1) return { row, label: text, labelColumn: column, says };
  }
  return null;
}

/** How often a text stands in a column of the sheet; each column is looked through once. */
function timesIn(sheet: Sheet): (column: number, text: string) => number {
  const columns = new Map<number, Map<string, number>>();
  return (column, text) => {
    const times = madeOnce(columns, column, () => {
      const counted = new Map<string, number>();
      for (const row of sheet.rows.keys()) {
        const key = labelKey(textAt(sheet, row, column));
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
      return counted;
    });
    return times.get(labelKey(text)) ?? 0;
  };
}

/** What a row and a column say together, and its unit; null where they do not make one figure. */
function sourceOf(
  form: StatForm,
  says: StatRow | Scope,
  { column, row: across, scope }: FormHeadings,
): { source: FormSource; unit: string } | null {
  const down = 'key' in says ? says : null;
  const row = down ?? across;
  if ((down && across) || (!('key' in says) && scope)) return null;
  if (hasChoices(form) !== (row !== null)) return null;
  const source: FormSource = {
    ...{ of: 'form', code: form.code, row: row?.key ?? '', column: column.code },
    scope: 'key' in says ? (scope ?? { kind: 'province' }) : says,
  };
  return { source, unit: row ? cellOf(form, row, column).unit : column.unit };
}
