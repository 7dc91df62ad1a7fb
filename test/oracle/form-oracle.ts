/**
 * A second, independent reading of how statistics forms are consolidated, used only to test the
 * first.
 *
 * It shares no function with the product. Every typed figure that is owed becomes one flat record
 * (agency × base period × row × column); every answer is a loop over these records. What is added
 * up are whole thousandths.
 */
import type { FormColumns, FormResult } from '../../src/domain/consolidation/consolidation';
import type { Agency, Level } from '../../src/domain/agency/agency';
import type { Plan } from '../../src/domain/plan/plan';
import type { StatForm } from '../../src/domain/plan/stat-form';
import type { Submission } from '../../src/domain/submission/submission';

export function formOracle(plan: Plan, submissions: Submission[], periodId: string): FormResult[] {
  const results: FormResult[] = [];
  for (const form of plan.forms) {
    const bases = basesOf(plan, form, periodId);
    // A form that stands in none of the base periods is not asked for at all.
    if (bases.length === 0) continue;
    const hasOwnRows = form.rows.some((row) => Object.keys(row).length > 3);
    results.push(
      hasOwnRows
        ? resultByRow(plan, form, bases, submissions)
        : resultOf(form, figuresOf(plan, form, bases, submissions)),
    );
  }
  return results;
}

// ------------------------------------------------------------------------------------
// periods

/** First and last month of whatever follows the year in an id. */
const MONTHS: Record<string, [first: number, last: number]> = { '': [1, 12], '-9M': [1, 9] };
for (let month = 1; month <= 12; month++)
  MONTHS[`-${month < 10 ? '0' : ''}${month}`] = [month, month];
for (let quarter = 1; quarter <= 4; quarter++)
  MONTHS[`-Q${quarter}`] = [quarter * 3 - 2, quarter * 3];
for (let half = 1; half <= 2; half++) MONTHS[`-H${half}`] = [half * 6 - 5, half * 6];

interface Base {
  id: string;
  /** The calendar month's last day, on which the register is read. */
  lastDay: string;
}

/**
 * Months or quarters of the plan within the period, not before *Báo cáo từ*, in which the form
 * stands at the cut-off.
 */
export function basesOf(
  plan: Plan,
  form: Pick<StatForm, 'from' | 'until'>,
  periodId: string,
): Base[] {
  const length = plan.schedule.kinds.includes('month') ? 1 : 3;
  const [first, last] = MONTHS[periodId.slice(4)];
  const begins =
    Number(plan.schedule.from.slice(0, 4)) * 12 + MONTHS[plan.schedule.from.slice(4)][1];
  const bases: Base[] = [];
  for (const [suffix, [from, to]] of Object.entries(MONTHS)) {
    if (to - from + 1 !== length || from < first || to > last) continue;
    if (plan.year * 12 + to < begins) continue;
    const days = new Date(Date.UTC(plan.year, to, 0)).getUTCDate();
    const month = `${plan.year}-${to < 10 ? '0' : ''}${to}`;
    const cutOff = `${month}-${plan.schedule.window === 'nd09' ? 14 : days}`;
    if (form.from !== undefined && cutOff < form.from) continue;
    if (form.until !== undefined && cutOff > form.until) continue;
    bases.push({ id: plan.year + suffix, lastDay: `${month}-${days}` });
  }
  return bases.sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
}

// ------------------------------------------------------------------------------------
// figures

/** One typed figure that is owed. */
interface Owed {
  agency: string;
  level: Level;
  base: string;
  row: string;
  column: string;
  /** In thousandths; null when the cell does not count. */
  amount: number | null;
  /** Whether its base period is one of those that make the column's figure over time. */
  enters: boolean;
}

function figuresOf(plan: Plan, form: StatForm, bases: Base[], submissions: Submission[]): Owed[] {
  const figures: Owed[] = [];
  for (const [at, base] of bases.entries()) {
    for (const agency of plan.agencies) {
      if (!owes(agency, form, base.lastDay)) continue;
      const amounts = amountsOf(form, fileInForce(submissions, agency.code, base.id));
      for (const row of form.rows) {
        const typed = form.columns.filter(({ overTime }) => overTime !== 'computed');
        // Of a row that lacks a figure none counts: what must agree in a row would not agree in a
        // total.
        const isWhole = typed.every(({ code }) => amounts[nameOf(row.key, code)] !== undefined);
        for (const { code, overTime } of form.columns) {
          if (overTime === 'computed') continue;
          const amount = isWhole ? amounts[nameOf(row.key, code)] : null;
          const enters =
            overTime === 'flow' || at === (overTime === 'opening' ? 0 : bases.length - 1);
          const { code: sender, level } = agency;
          figures.push({
            agency: sender,
            level,
            base: base.id,
            row: row.key,
            column: code,
            amount,
            enters,
          });
        }
      }
    }
  }
  return figures;
}

export function owes(agency: Agency, form: StatForm, day: string): boolean {
  if (!agency.reports) return false;
  if (agency.validFrom !== null && day < agency.validFrom) return false;
  if (agency.validTo !== null && day > agency.validTo) return false;
  let assigned = false;
  for (const filler of form.filledBy) {
    if ('except' in filler && filler.except === agency.code) return false;
    if ('level' in filler && filler.level === agency.level) assigned = true;
    if ('agency' in filler && filler.agency === agency.code) assigned = true;
  }
  return assigned;
}

/** The highest version that was not returned. */
export function fileInForce(
  submissions: Submission[],
  agency: string,
  base: string,
): Submission | null {
  let best: Submission | null = null;
  for (const one of submissions) {
    if (one.agency !== agency || one.period !== base || one.accepted === 'none') continue;
    if (best === null || one.version > best.version) best = one;
  }
  return best;
}

function amountsOf(form: StatForm, file: Submission | null): Record<string, number> {
  const amounts: Record<string, number> = {};
  for (const { of, code, row, measure, state, value } of file?.observations ?? []) {
    if (of !== 'form' || code !== form.code || row === undefined || typeof value !== 'number')
      continue;
    if (state === 'ok' || state === 'not-applicable')
      amounts[nameOf(row, measure)] = Math.round(value * 1000);
  }
  return amounts;
}

const nameOf = (row: string, column: string): string => `row ${row}, column ${column}`;

// ------------------------------------------------------------------------------------
// totals

type Amounts = Record<string, number | null>;

function resultOf(form: StatForm, figures: Owed[]): FormResult {
  const rows: FormResult['rows'] = [];
  const missingMonths: FormResult['missingMonths'] = {};
  const columnsOfAgencies: { level: Level; columns: Amounts; fields: Record<string, Amounts> }[] =
    [];
  for (const agency of distinct(figures.map((one) => one.agency)).sort()) {
    const own = figures.filter((one) => one.agency === agency);
    const bases = distinct(own.map((one) => one.base));
    const gaps = bases.filter((base) =>
      own.some((one) => one.base === base && one.amount === null),
    );
    if (gaps.length > 0) missingMonths[agency] = gaps.sort();

    const columns: Amounts = {};
    const fields: Record<string, Amounts> = {};
    for (const column of distinct(own.map((one) => one.column))) {
      const entering = own.filter((one) => one.column === column && one.enters);
      columns[column] = sumOfKnown(entering.map((one) => one.amount));
      for (const { key } of form.rows) {
        const ofRow = entering.filter((one) => one.row === key);
        fields[key] = { ...fields[key], [column]: sumOfKnown(ofRow.map((one) => one.amount)) };
      }
    }
    columnsOfAgencies.push({ level: own[0].level, columns, fields });
    rows.push({
      key: agency,
      level: own[0].level,
      expected: bases.length,
      reported: bases.length - gaps.length,
      columns: printed(form, columns),
      fields: form.rows.map(({ key }) => ({ key, columns: printed(form, fields[key]) })),
    });
  }

  const levels: FormResult['levels'] = [];
  for (const level of ['tinh', 'huyen', 'xa'] as const) {
    const members = columnsOfAgencies.filter((one) => one.level === level);
    if (members.length === 0) continue;
    levels.push({ level, columns: printed(form, overAgencies(members.map((one) => one.columns))) });
  }
  let expected = 0;
  let reported = 0;
  for (const row of rows) {
    expected += row.expected;
    reported += row.reported;
  }
  return {
    form: form.code,
    complete: expected === reported,
    expected,
    reported,
    notReported: rows.filter((row) => row.reported === 0).map((row) => row.key),
    missingMonths,
    rows,
    levels,
    fields: form.rows.map(({ key }) => ({
      key,
      columns: printed(form, overAgencies(columnsOfAgencies.map((one) => one.fields[key]))),
    })),
    total: printed(form, overAgencies(columnsOfAgencies.map((one) => one.columns))),
  };
}

function distinct(texts: string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) === at);
}

/** Null as soon as one is missing, and of nothing. */
function sumOfAll(amounts: (number | null)[]): number | null {
  let sum = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
  }
  return amounts.length > 0 ? sum : null;
}

/** What is missing is left out. */
function sumOfKnown(amounts: (number | null)[]): number | null {
  return sumOfAll(amounts.filter((amount) => amount !== null));
}

function overAgencies(columns: Amounts[]): Amounts {
  const sums: Amounts = {};
  for (const column of distinct(columns.flatMap((one) => Object.keys(one)))) {
    sums[column] = sumOfKnown(columns.map((one) => one[column]));
  }
  return sums;
}

// ------------------------------------------------------------------------------------
// identities

/** Every column of the form: the typed ones as they are, the computed ones by their identities. */
function printed(form: StatForm, typed: Amounts): FormColumns {
  const columns: FormColumns = {};
  for (const { code } of form.columns) {
    const amount = amountIn(form, typed, code);
    columns[code] = amount === null ? null : amount / 1000;
  }
  return columns;
}

function amountIn(form: StatForm, typed: Amounts, code: string): number | null {
  if (form.columns.find((column) => column.code === code)?.overTime !== 'computed')
    return typed[code] ?? null;
  for (const { text } of form.identities) {
    const [left, right] = text.split('=').map((side) => side.replace(/[() ]/g, ''));
    if (left !== code || text.includes('kỳ')) continue;
    return sumOfAll(right.split('+').map((part) => amountIn(form, typed, part)));
  }
  throw new Error(`${form.code}: no identity defines column ${code}`);
}

// --------------------------------------------------------------------------- rows with choices of
// their own (measures.md)

/** Shares (of whatever: "% KH"), ranks and points: "two of them make no third". */
const NOT_ADDED = ['%', 'thứ hạng', 'hạng', 'điểm'];
const makesNoSum = (unit = '') => NOT_ADDED.includes(unit) || unit.startsWith('%');

interface Said {
  agency: string;
  base: number;
  /** In thousandths of each typed figure, by row; a row that is not there was not said. */
  figures: Record<string, number>;
  answers: Record<string, string>;
}

/**
 * A form of one column of figures whose rows have units, formulas and ways of their own; no total
 * is said of it.
 */
function resultByRow(
  plan: Plan,
  form: StatForm,
  bases: Base[],
  submissions: Submission[],
): FormResult {
  const column = form.columns.find(({ typed }) => typed === undefined)!.code;
  const agencies = plan.agencies.filter((agency) =>
    bases.some(({ lastDay }) => owes(agency, form, lastDay)),
  );
  const asksOf = (agency: Agency) =>
    form.rows.filter(
      (row) =>
        row.formula === undefined &&
        (!row.filledBy || owes(agency, { ...form, filledBy: row.filledBy }, '2026-12-31')),
    );
  const said: Said[] = [];
  for (const [base, { id, lastDay }] of bases.entries()) {
    for (const agency of agencies) {
      if (!owes(agency, form, lastDay)) continue;
      const file = fileInForce(submissions, agency.code, id);
      const one: Said = { agency: agency.code, base, figures: {}, answers: {} };
      for (const { of, code, row, measure, state, value } of file?.observations ?? []) {
        if (
          of !== 'form' ||
          code !== form.code ||
          measure !== column ||
          !['ok', 'not-applicable'].includes(state)
        )
          continue;
        if (typeof value === 'number') one.figures[row!] = Math.round(value * 1000);
        else if (value !== null) one.answers[row!] = value;
      }
      said.push(one);
    }
  }
  const isSaid = (one: Said, key: string) => key in one.figures || key in one.answers;
  const asked = (one: Said) => asksOf(agencies.find(({ code }) => code === one.agency)!);
  const isWhole = (one: Said) => asked(one).every(({ key }) => isSaid(one, key));

  /** What an agency's periods make of a row. */
  const overBases = (own: Said[], row: StatForm['rows'][number]): number | null => {
    const isRate = makesNoSum(row.unit);
    if (row.overTime === 'stock')
      return own.find(({ base }) => base === bases.length - 1)?.figures[row.key] ?? null;
    if (isRate) return bases.length === 1 ? (own[0]?.figures[row.key] ?? null) : null;
    return sumOfKnown(own.map(({ figures }) => figures[row.key] ?? null));
  };
  const withFormulas = (typed: Amounts): FormColumnsByRow => {
    const made: FormColumnsByRow = {};
    for (const { key, formula } of form.rows) {
      const [, a, sign, b] = /= (?:100 \* )?(\S+) ([-+/]) (\S+)$/.exec(formula?.text ?? '') ?? [];
      if (sign === undefined) made[key] = (typed[key] ?? null) === null ? null : typed[key]! / 1000;
      else {
        const [left, right] = [typed[a] ?? null, typed[b] ?? null];
        if (left === null || right === null) made[key] = null;
        else if (sign === '/') made[key] = right === 0 ? null : (100 * left) / right;
        else made[key] = (sign === '+' ? left + right : left - right) / 1000;
      }
    }
    return made;
  };
  const columnsOf = (value: number | null) =>
    Object.fromEntries(form.columns.map(({ code }) => [code, code === column ? value : null]));

  const perAgency = agencies.map((agency) => {
    const own = said.filter((one) => one.agency === agency.code);
    const typed = Object.fromEntries(asksOf(agency).map((row) => [row.key, overBases(own, row)]));
    const gaps = own.filter((one) => !isWhole(one)).map(({ base }) => bases[base].id);
    return { agency, own, typed, gaps };
  });
  const province: Amounts = {};
  for (const row of form.rows) {
    const asking = perAgency.filter(({ agency }) => asksOf(agency).includes(row));
    const values = asking.map(({ typed }) => typed[row.key] ?? null);
    const known = values.filter((value) => value !== null);
    if (asking.length === 1 || known.length === 0) province[row.key] = known[0] ?? null;
    else if (row.overAgencies === 'largest') province[row.key] = Math.max(...known);
    else province[row.key] = makesNoSum(row.unit) ? null : sumOfKnown(values);
  }
  const totals = withFormulas(province);
  const none = columnsOf(null);
  const missing = perAgency.filter(({ gaps }) => gaps.length > 0);
  const reported = said.filter(isWhole).length;
  return {
    form: form.code,
    complete: reported === said.length,
    expected: said.length,
    reported,
    notReported: missing
      .filter(({ own, gaps }) => gaps.length === own.length)
      .map(({ agency }) => agency.code)
      .sort(),
    missingMonths: Object.fromEntries(
      missing.map(({ agency, gaps }) => [agency.code, gaps.sort()]),
    ),
    rows: perAgency
      .map(({ agency, own, typed, gaps }) => {
        const made = withFormulas(typed);
        return {
          key: agency.code,
          level: agency.level,
          expected: own.length,
          reported: own.length - gaps.length,
          columns: none,
          fields: form.rows.map(({ key }) => {
            const answer = own
              .map(({ answers }) => answers[key])
              .filter((one) => one !== undefined)
              .at(-1);
            return {
              key,
              columns: columnsOf(made[key]),
              ...(answer === undefined ? {} : { texts: { [column]: answer } }),
            };
          }),
        };
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    levels: (['tinh', 'huyen', 'xa'] as const)
      .filter((level) => agencies.some((one) => one.level === level))
      .map((level) => ({ level, columns: none })),
    total: none,
    fields: form.rows.map((row) => {
      // A row that is made of others is asked of whoever is asked those; nothing of it is owed by
      // itself.
      const owed = said.filter((one) => row.formula !== undefined || asked(one).includes(row));
      const way = row.overAgencies ?? (makesNoSum(row.unit) ? 'each' : undefined);
      const isFigure = row.formula === undefined && row.typed === undefined;
      const answers = (row.answers ?? []).map((text) => text.split(' = ')[0]);
      const lastOf = (agency: string) =>
        said.filter((one) => one.agency === agency && row.key in one.answers).at(-1)?.answers[
          row.key
        ];
      return {
        key: row.key,
        columns: columnsOf(totals[row.key]),
        ...(row.unit ? { unit: row.unit } : {}),
        expected: owed.length,
        reported:
          row.formula === undefined
            ? owed.filter((one) => isSaid(one, row.key)).length
            : owed.length,
        ...(isFigure && way ? { overAgencies: { [column]: way } } : {}),
        ...(answers.length === 0
          ? {}
          : {
              answers: {
                [column]: Object.fromEntries(
                  answers.map((answer) => [
                    answer,
                    agencies.filter(({ code }) => lastOf(code) === answer).length,
                  ]),
                ),
              },
            }),
      };
    }),
  };
}

type FormColumnsByRow = Record<string, number | null>;
