import { knownAt, theOne } from '../../known/known';
import type { Sheet } from '../../workbook/sheet';
import { Basis } from '../consolidation/basis';
import type { Consolidation, ConsolidationOptions } from '../consolidation/consolidation';
import { periodOf } from '../period/period';
import type { Plan } from '../plan/plan';
import type { Submission } from '../submission/submission';
import { CONTROL_WORD, writeControlSheet, type RunBefore } from './control-sheet';
import { FIGURES_WORD } from './figures-sheet';
import { indicatorTable } from './indicator-table';
import { matrixTable } from './matrix-table';
import { notCountedIn } from './not-counted-table';
import { reportContext, type ReportContext } from './report-context';
import { annexNumbers, type TableTitle } from './report-head';
import { sheetNameOf, type Others, type ReportTable, type Written } from './report-table';
import { tablesOf } from './report-tables';
import { asOfficeTable, dressTabs } from './workbook-guide';

/** The sheets of a period's report. */
export interface Report {
  /** What people read and sign, and what the office keeps beside it. */
  tables: Sheet[];
  /** What can be opened of it, in the order it stands: its tables and the sheet of figures. */
  contents: { key: string; word: string; sheet: string }[];
  /** Those of the tables that go with the report, by name, in the order they are bound. */
  annexes: string[];
  /** The figures in force, that the formulas of the tables add up. */
  figures: Sheet[];
  /** *Kiểm soát*, made last: it tells what the tables say otherwise than before. */
  control(before: RunBefore): Sheet;
  /** What both are made of, for what is told of the period in words. */
  context: ReportContext;
}

/**
 * `standing` are sheets of an earlier report: a table among them is laid out also where there is
 * nothing to say in it any more.
 */
export function layOutReport(
  whole: Plan,
  submissions: readonly Submission[],
  result: Consolidation,
  options: ConsolidationOptions,
  standing?: ReadonlySet<string>,
): Report {
  const basis = new Basis(whole, submissions, periodOf(result.period), options);
  return layOutOn(basis, result, standing);
}

/** The same, of what was looked up already. */
export function layOutOn(
  basis: Basis,
  result: Consolidation,
  standing: ReadonlySet<string> = new Set(),
): Report {
  const context = reportContext(basis, result);
  const tables = tablesOf(context)
    .map((table) => ({
      table,
      name: sheetNameOf(table, result.period),
      title: table.title,
      ...table.of(context),
    }))
    .filter(({ name, isEmpty }) => !isEmpty || standing.has(name));
  const annexes = tables.filter(
    ({ table, isAnnex = true, isEmpty }) => isAnnex && !isEmpty && !table.isForOffice,
  );
  const numbers = annexNumbers(annexes.length);
  const titles = new Map(
    tables.map((one): [string, TableTitle] => [
      one.name,
      { number: numbers[annexes.indexOf(one)] ?? '', title: one.title },
    ]),
  );
  const written = new Map<ReportTable, Written>();
  const others: Others = {
    titleOf: (name) => knownAt(titles, name),
    made: <Made extends Written>(table: ReportTable<Made>) => {
      const before = written.get(table);
      const { name, write } = theOne(tables, (one) => one.table === table);
      const made = before ?? write({ name, title: knownAt(titles, name) }, others);
      written.set(table, made);
      // What a table makes is what it says it makes.
      return made as Made;
    },
  };
  const made = tables.map(({ table }) => others.made(table).sheet);
  const figures = [context.figures.sheet, ...[...context.forms.values()].map(({ sheet }) => sheet)];
  dressTabs(basis.plan, [...made, ...figures]);
  for (const sheet of made)
    if (!annexes.some(({ name }) => name === sheet.name)) asOfficeTable(sheet);
  return {
    tables: made,
    contents: [
      ...tables.map(({ table: { key, word }, name }) => ({ key, word, sheet: name })),
      { key: 'figures', word: FIGURES_WORD, sheet: context.figures.sheet.name },
    ],
    annexes: annexes.map(({ name }) => name),
    figures,
    control: (before) => {
      const name = sheetNameOf({ word: CONTROL_WORD }, result.period);
      const controlled = {
        table: sheetNameOf(indicatorTable, result.period),
        rows: others.made(indicatorTable).rows,
        totals: others.made(matrixTable).totals,
        left: notCountedIn(context),
      };
      const sheet = writeControlSheet(name, context, { ...controlled, tables: made }, before);
      dressTabs(basis.plan, [sheet]);
      return sheet;
    },
    context,
  };
}
