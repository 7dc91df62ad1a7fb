import { knownAt, theOne } from '../../known/known';
import {
  hasChoices,
  cellOf,
  completed,
  isNeeded,
  saysNone,
  addsUp,
  typedCells,
  typedRows,
  type StatGrid,
} from '../plan/stat-cells';
import { formOf } from '../plan/assigned';
import { isLinear } from '../plan/stat-expression';
import { periodsOf } from '../measure/time-rule';
import type { InForce } from '../ledger/in-force';
import type { Period } from '../period/period';
import { LEVELS, type Agency } from '../agency/agency';
import { cutOff, isFilledBy, reportingAgencies, type Plan } from '../plan/plan';
import {
  asLongAs,
  inputColumns,
  withComputed,
  type StatColumn,
  type StatForm,
  type StatRow,
} from '../plan/stat-form';
import type { Observation, Submission } from '../submission/submission';
import type {
  FormAgencyResult,
  FormColumns,
  FormField,
  FormResult,
  ListedLine,
} from './consolidation';
import { standingTiles } from './coverage';
import { sum } from '../decimal/decimal';

/**
 * An agency's form of one base period: its typed figures, by row and column. A row of which a
 * figure does not count is null in every column: so every total is the sum of its rows, and what
 * must agree in a row agrees in the total.
 */
export interface FormEntry {
  agency: Agency;
  period: Period;
  submission: Submission | undefined;
  /** The form as this agency is asked it. */
  asked: StatForm;
  rows: Map<string, Map<string, number | null>>;
  /** Answers, days and remarks, by row and column. */
  texts: Map<string, Map<string, string>>;
  /** Every typed figure of every row counts. */
  isWhole: boolean;
}

/**
 * A statistics form over agencies and time (regime.md: 4, 5, 7–10 are summed, 6 is the first
 * period's, 11–13 the last one's).
 */
export function formResult(
  plan: Plan,
  asIssued: StatForm,
  period: Period,
  inForce: InForce,
): FormResult {
  const entries = formEntries(plan, asIssued, period, inForce);
  const lines = entries.flatMap(({ rows }) => [...rows.keys()]);
  const form = asLongAs(asIssued, lines);
  const tiles = standingTiles(plan, form, period);
  const agencies = agenciesOf(plan, entries);
  const own = agencies.map((agency) => entries.filter((entry) => entry.agency === agency));
  const grids = own.map((some) => overTime(form, some, tiles));
  const results = agencies.map((agency, at): FormAgencyResult => {
    const figures = ofSame(form, completed(form, grids[at]), own[at]);
    return {
      key: agency.code,
      level: agency.level,
      expected: own[at].length,
      reported: own[at].filter(({ isWhole }) => isWhole).length,
      columns: overRows(form, grids[at]),
      fields: rowsOf(form).map((row) => ({
        key: row.key,
        columns: Object.fromEntries(knownAt(figures, row.key)),
        ...textsOf(row, own[at]),
      })),
      ...(form.lines === undefined ? {} : { listed: listed(form, own[at]) }),
    };
  });
  const missing = entries.filter(({ isWhole }) => !isWhole);
  const missingMonths: Record<string, string[]> = {};
  for (const { agency, period: part } of missing) (missingMonths[agency.code] ??= []).push(part.id);
  const sorted = Object.keys(missingMonths).sort();
  const gridsOf = (level?: Agency['level']) =>
    grids.filter((_, at) => level === undefined || agencies[at].level === level);
  const whole = overAgencies(form, grids, own);
  return {
    form: form.code,
    expected: entries.length,
    reported: entries.length - missing.length,
    complete: missing.length === 0,
    notReported: sorted.filter((code) => theOne(results, ({ key }) => key === code).reported === 0),
    missingMonths: Object.fromEntries(sorted.map((code) => [code, missingMonths[code].sort()])),
    rows: [...results].sort((a, b) => (a.key < b.key ? -1 : 1)),
    levels: LEVELS.filter((level) => agencies.some((agency) => agency.level === level)).map(
      (level) => ({
        level,
        columns: overRows(form, added(form, gridsOf(level))),
      }),
    ),
    total: overRows(form, added(form, grids)),
    fields: rowsOf(form).map((row) => ({
      key: row.key,
      columns: Object.fromEntries(knownAt(whole, row.key)),
      ...fieldChoices(form, row, entries),
    })),
    ...(form.lines === undefined
      ? {}
      : { listed: results.reduce((count, { listed: lines }) => count + lines!.length, 0) }),
  };
}

/** Of a list no line of one agency is the same as another's. */
function rowsOf(form: StatForm): StatRow[] {
  return form.lines === undefined ? form.rows : [];
}

/** Agency × base period of a form, each period with its own reporting set. */
export function formEntries(
  plan: Plan,
  form: StatForm,
  period: Period,
  inForce: InForce,
): FormEntry[] {
  return standingTiles(plan, form, period).flatMap((part) =>
    reportingAgencies(plan, part)
      .filter((agency) => isFilledBy(form, agency, cutOff(plan, part)))
      .map((agency) => readEntry(form, agency, part, inForce)),
  );
}

/** In the order of the register. */
function agenciesOf(plan: Plan, entries: readonly FormEntry[]): Agency[] {
  const owed = new Set(entries.map(({ agency }) => agency));
  return plan.agencies.filter((agency) => owed.has(agency));
}

function readEntry(form: StatForm, agency: Agency, period: Period, inForce: InForce): FormEntry {
  const submission = inForce.of(agency.code, period.id);
  const filled = (submission?.observations ?? []).flatMap((one) =>
    one.of === 'form' && one.code === form.code && one.row !== undefined ? [one.row] : [],
  );
  const asked = asLongAs(formOf(form, agency), filled);
  const seen = saidIn(form, submission?.observations ?? []);
  const rows: FormEntry['rows'] = new Map();
  const texts: FormEntry['texts'] = new Map();
  const started = new Set(filled);
  // A list in which nothing was written says nothing: not even that there is nothing to be listed.
  let isWhole = form.lines === undefined || started.size > 0;
  for (const row of asked.rows) {
    const cells = typedCells(asked, row).map(({ column, cell }) => {
      const value = seen.get(`${row.key}\u0000${column.code}`);
      return {
        code: column.code,
        cell,
        value: (typeof value === 'number') === (cell.typed === 'number') ? value : undefined,
      };
    });
    const isNone = form.lines !== undefined && isNothing(cells);
    const counts =
      isNone || cells.every(({ cell, value }) => !isNeeded(cell) || value !== undefined);
    // Of a list a line counts once anything was written in it.
    if (form.lines !== undefined && !started.has(row.key)) continue;
    isWhole &&= counts;
    if (isNone) continue;
    const figures = cells.filter(({ cell }) => cell.typed === 'number');
    rows.set(
      row.key,
      new Map(figures.map(({ code, value }) => [code, counts ? (value as number) : null])),
    );
    const said = cells.filter(({ value }) => typeof value === 'string');
    if (said.length > 0)
      texts.set(row.key, new Map(said.map(({ code, value }) => [code, value as string])));
  }
  return { agency, period, submission, asked, rows, texts, isWhole };
}

/** What the cells of a form say, by row and column. */
function saidIn(
  form: StatForm,
  observations: readonly Observation[],
): ReadonlyMap<string, number | string> {
  const seen = new Map<string, number | string>();
  for (const { of, code, row, measure, state, value } of observations) {
    if (of !== 'form' || code !== form.code || value === null) continue;
    if (state === 'ok' || state === 'not-applicable') seen.set(`${row}\u0000${measure}`, value);
  }
  return seen;
}

/** "Không phát sinh" alone in a line. */
function isNothing(cells: readonly { value: number | string | undefined }[]): boolean {
  const values = cells.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return values.every((value) => typeof value === 'string') && saysNone(values as string[]);
}

/** What an agency listed over its base periods, in their order. */
function listed(form: StatForm, entries: readonly FormEntry[]): ListedLine[] {
  return entries.flatMap(({ period, rows, texts }) =>
    form.rows.flatMap(({ key }): ListedLine[] => {
      const [figures, said] = [rows.get(key), texts.get(key)];
      if (!figures) return [];
      const columns = Object.fromEntries(withComputed(form, figures));
      return [
        {
          period: period.id,
          line: key,
          columns,
          ...(said ? { texts: Object.fromEntries(said) } : {}),
        },
      ];
    }),
  );
}

/**
 * What an agency's base periods make of each typed cell. `opening` and `stock` are those of the
 * period's first and last base period: an agency that came later opened with what others had left,
 * one that ended leaves nothing.
 */
function overTime(
  form: StatForm,
  entries: readonly FormEntry[],
  tiles: readonly Period[],
): StatGrid {
  return new Map(
    form.rows.map((row) => [
      row.key,
      new Map(
        typedCells(form, row).flatMap(({ column, cell }): [string, number | null][] => {
          if (cell.typed !== 'number') return [];
          const used = entries.filter(({ period }) => countsIn(form, row, column, period, tiles));
          return [
            [
              column.code,
              sumOfKnown(used.map(({ rows }) => rows.get(row.key)?.get(column.code) ?? null)),
            ],
          ];
        }),
      ),
    ]),
  );
}

/** Whether a base period counts in a cell over a longer one. */
export function countsIn(
  form: StatForm,
  row: StatRow,
  column: StatColumn,
  period: Period,
  tiles: readonly Period[],
): boolean {
  const rule = cellOf(form, row, column).overTime;
  if (rule === 'none') return tiles.length === 1;
  return periodsOf(rule, tiles).some(({ id }) => id === period.id);
}

/** The sum of what is known; null where nothing is. */
function sumOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known);
}

/** Sums of what agencies have, cell by cell. */
function added(form: StatForm, grids: readonly StatGrid[]): StatGrid {
  return new Map(
    form.rows.map(({ key }) => [
      key,
      new Map(
        inputColumns(form).map(({ code }) => [
          code,
          sumOfKnown(grids.map((grid) => grid.get(key)?.get(code) ?? null)),
        ]),
      ),
    ]),
  );
}

/**
 * The columns over all rows, where these add up; what is computed is computed again from the sums.
 */
function overRows(form: StatForm, grid: StatGrid): FormColumns {
  const sums = inputColumns(form).map((column): [string, number | null] => {
    if (!addsUp(form, form.rows, column)) return [column.code, null];
    return [
      column.code,
      sumOfKnown(form.rows.map(({ key }) => grid.get(key)?.get(column.code) ?? null)),
    ];
  });
  const columns = withComputed(form, new Map(sums));
  return Object.fromEntries(
    form.columns.map((column) => [
      column.code,
      addsUp(form, form.rows, column) ? knownAt(columns, column.code) : null,
    ]),
  );
}

/**
 * The province's figure of every cell, by its own way over agencies; what is computed is computed
 * again.
 */
function overAgencies(
  form: StatForm,
  grids: readonly StatGrid[],
  entries: readonly (readonly FormEntry[])[],
): Map<string, Map<string, number | null>> {
  const typed = new Map(
    form.rows.map((row) => {
      const asked = grids.filter((_, at) => entries[at].some((entry) => isAsked(entry, row)));
      const cells = typedCells(form, row).flatMap(({ column, cell }): [string, number | null][] => {
        if (cell.typed !== 'number') return [];
        const values = asked.map((grid) => grid.get(row.key)?.get(column.code) ?? null);
        const known = values.filter((value) => value !== null);
        if (asked.length === 1 || known.length === 0) return [[column.code, known[0] ?? null]];
        if (cell.overAgencies === 'added') return [[column.code, sum(known)]];
        if (cell.overAgencies === 'largest') return [[column.code, Math.max(...known)]];
        if (cell.overAgencies === 'smallest') return [[column.code, Math.min(...known)]];
        return [[column.code, null]];
      });
      return [row.key, new Map(cells)];
    }),
  );
  return ofSame(form, completed(form, typed), entries.flat());
}

/** Without what would be made of different things. */
function ofSame(
  form: StatForm,
  figures: Map<string, Map<string, number | null>>,
  entries: readonly FormEntry[],
): Map<string, Map<string, number | null>> {
  for (const row of form.rows)
    for (const column of form.columns)
      if (!isOfSame(form, row, column, entries)) knownAt(figures, row.key).set(column.code, null);
  return figures;
}

export function isAsked({ asked }: FormEntry, { key }: StatRow): boolean {
  return asked.rows.some((row) => row.key === key);
}

/**
 * A quotient between rows is of those agencies and months that say all of them: of others it would
 * be of two different things.
 */
function isOfSame(
  form: StatForm,
  row: StatRow,
  column: StatColumn,
  entries: readonly FormEntry[],
): boolean {
  const { formula } = cellOf(form, row, column);
  if (formula?.along !== 'column' || isLinear(formula.expression)) return true;
  const keys = typedRows(form, row.key);
  const codes = inputColumns(form).map(({ code }) => code);
  return entries.every(({ rows }) => {
    const known = keys.map((key) =>
      codes.some((code) => (rows.get(key)?.get(code) ?? null) !== null),
    );
    return known.every((one) => one === known[0]);
  });
}

/** The last answer, day or remark of each cell; absent where there is none. */
function textsOf({ key }: StatRow, entries: readonly FormEntry[]): Pick<FormField, 'texts'> {
  const texts = new Map<string, string>();
  for (const entry of entries)
    for (const [code, text] of entry.texts.get(key) ?? []) texts.set(code, text);
  return texts.size === 0 ? {} : { texts: Object.fromEntries(texts) };
}

/**
 * Of a form with choices of its own: how many periods say the row, how its figures go together
 * where they are not added, and its answers.
 */
function fieldChoices(
  form: StatForm,
  row: StatRow,
  entries: readonly FormEntry[],
): Partial<FormField> {
  if (!hasChoices(form)) return {};
  const asked = entries.filter((entry) => isAsked(entry, row));
  const reported = asked.filter(({ asked: own, rows, texts }) => {
    const needed = typedCells(
      own,
      theOne(own.rows, ({ key }) => key === row.key),
    ).filter(({ cell }) => isNeeded(cell));
    return needed.every(
      ({ column }) =>
        (rows.get(row.key)?.get(column.code) ?? null) !== null ||
        texts.get(row.key)?.has(column.code),
    );
  });
  const others = typedCells(form, row).filter(
    ({ cell }) => cell.typed === 'number' && cell.overAgencies !== 'added',
  );
  const coded = typedCells(form, row).filter(({ cell }) => cell.typed === 'choice');
  const answers = coded.map(({ column, cell }): [string, Record<string, number>] => [
    column.code,
    Object.fromEntries(
      cell.answers.map(({ value }) => [value, lastAnswers(asked, row, column.code, value)]),
    ),
  ]);
  return {
    ...(row.unit ? { unit: row.unit } : {}),
    expected: asked.length,
    reported: reported.length,
    ...(others.length === 0
      ? {}
      : {
          overAgencies: Object.fromEntries(
            others.map(({ column, cell }) => [column.code, cell.overAgencies]),
          ),
        }),
    ...(answers.length === 0 ? {} : { answers: Object.fromEntries(answers) }),
  };
}

/** How many agencies gave an answer last. */
function lastAnswers(
  entries: readonly FormEntry[],
  { key }: StatRow,
  code: string,
  value: string,
): number {
  const last = new Map<string, string>();
  for (const { agency, texts } of entries) {
    const said = texts.get(key)?.get(code);
    if (said !== undefined) last.set(agency.code, said);
  }
  return [...last.values()].filter((one) => one === value).length;
}
