import { checkFile } from '../../../src/app/check-file';
import { History } from '../../../src/app/history';
import { figuresBefore } from '../../../src/app/previous-figures';
import { inForceOf } from '../../../src/domain/consolidation/figures-in-force';
import { periodOf, tiles, type Period } from '../../../src/domain/period/period';
import {
  askedAgencies,
  assignedForms,
  assignedIndicators,
  assignedTasks,
} from '../../../src/domain/plan/assigned';
import type { Agency } from '../../../src/domain/agency/agency';
import { expectedTiles, type Plan } from '../../../src/domain/plan/plan';
import { planFor } from '../../../src/domain/plan/plan-for';
import { inputColumns } from '../../../src/domain/plan/stat-form';
import {
  alignIndicators,
  alignStatForm,
  alignTasks,
  type AlignedRow,
} from '../../../src/domain/reading/align';
import type { CheckedFile, Submission } from '../../../src/domain/submission/submission';
import { formFileName, makeForm, templateOf } from '../../../src/domain/template/form';
import type { FormRequest } from '../../../src/domain/template/form-frame';
import { columnKey } from '../../../src/domain/template/stat-columns';
import { dateToSerial, formatDate } from '../../../src/text/date';
import { parseCell } from '../../../src/workbook/address';
import type { CellValue } from '../../../src/workbook/cell';
import type { Workbook } from '../../../src/workbook/workbook';
import { Chance } from './chance';
import { officeYear, type MonthFigures, type Parts } from './figures';
import { yearPlan, type YearPlan } from './plan';

/** What an agency types into one form. */
export interface Typed extends MonthFigures {
  /** By task: its state, and of a done one the day and the document. */
  tasks: Map<string, { state: string; date?: string; document?: string }>;
}

/** A form as an agency got it for a period, and what it typed into it. */
export interface Sent {
  agency: Agency;
  period: Period;
  request: FormRequest;
  typed: Typed;
}

export interface Year extends YearPlan {
  seed: number;
  periods: Period[];
  offices: Map<string, MonthFigures[]>;
}

export function yearOf(seed: number, base: 'month' | 'quarter', oneIn = 1): Year {
  const made = yearPlan(seed, base, oneIn);
  const offices = new Map(
    made.plan.agencies.map((agency) => [agency.code, officeYear(seed, agency)]),
  );
  const year = { ...periodOf(String(made.plan.year)), lastMonth: 12 };
  return { ...made, seed, offices, periods: expectedTiles(made.plan, year) };
}

/** The offices whose work an agency does in a month: its own, and those that went over into it. */
function officesOf({ mergers, offices }: Year, agency: Agency, month: number): MonthFigures[] {
  const own = (code: string) => offices.get(code)![month - 1];
  if (agency.code === mergers.into) return mergers.merged.map(own);
  return agency.code === mergers.by && month >= 10
    ? [own(agency.code), own(mergers.absorbed)]
    : [own(agency.code)];
}

/** What an agency has to say of a period. */
export function truthOf(year: Year, agency: Agency, period: Period): MonthFigures {
  const plan = year.plan;
  const months = tiles(period, 'month')!.map(({ lastMonth }) => officesOf(year, agency, lastMonth));
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  const indicators = assignedIndicators(plan, agency).map(({ code, overTime }): [string, Parts] => {
    const parts = months.map((offices) => offices.map(({ indicators: known }) => known.get(code)!));
    const of = (part: keyof Parts, isSummed: boolean) =>
      isSummed
        ? sum(parts.flat().map((one) => one[part]))
        : sum(parts.at(-1)!.map((one) => one[part]));
    const isFlow = overTime === 'flow';
    return [
      code,
      {
        numerator: of('numerator', isFlow || overTime === 'flow-of-constant'),
        denominator: of('denominator', isFlow),
      },
    ];
  });
  const forms = assignedForms(plan, agency).flatMap((form) =>
    form.rows.map(({ key }): [string, number[]] => {
      const rows = months.map((offices) =>
        offices.map(({ forms: known }) => known.get(`${form.code} ${key}`)!),
      );
      const columns = inputColumns(form).map(({ overTime }, at) => {
        const some =
          overTime === 'flow' ? rows.flat() : overTime === 'opening' ? rows[0] : rows.at(-1)!;
        return sum(some.map((row) => row[at]));
      });
      return [`${form.code} ${key}`, columns];
    }),
  );
  return { indicators: new Map(indicators), forms: new Map(forms) };
}

/** Every task in hand, and done some day: with its document from then on. */
function tasksOf(year: Year, agency: Agency, period: Period): Typed['tasks'] {
  return new Map(
    assignedTasks(year.plan, agency).map(({ code }) => {
      const own = new Chance(`task ${year.seed} ${agency.code} ${code}`);
      const month = own.whole(1, 14);
      const number = own.whole(3, 480);
      if (month > period.lastMonth) return [code, { state: 'Đang thực hiện' }];
      const date = `${year.plan.year}-${String(month).padStart(2, '0')}-${String(own.whole(2, 12)).padStart(2, '0')}`;
      const kind = own.pick(['KH-UBND', 'BC-UBND', 'QĐ-UBND', 'CV']);
      return [
        code,
        { state: 'Hoàn thành', date, document: `${number}/${kind} ngày ${formatDate(date)}` },
      ];
    }),
  );
}

export interface YearPeriod {
  period: Period;
  sent: Sent[];
  /** The forms checked alone, and beside the ledger of that period. */
  bare: CheckedFile[];
  files: CheckedFile[];
  history: History;
}

/**
 * Goes through a year period by period, as the office does: forms go out with what the ledger
 * knows, come back, and are taken in.
 */
export function* periodsOf(year: Year): Generator<YearPeriod> {
  const ledger: Submission[] = [];
  for (const period of year.periods) {
    const plan = planFor(year.plan, period);
    const before = inForceOf(year.plan, ledger);
    const sent: Sent[] = [];
    const bare: CheckedFile[] = [];
    for (const agency of askedAgencies(plan, period)) {
      // Some forget a month.
      if (new Chance(`sends ${year.seed} ${agency.code} ${period.id}`).is(0.015)) continue;
      const { indicators, forms, isSplit } = figuresBefore(plan, agency, period, before);
      const request: FormRequest = {
        plan,
        agency,
        period,
        previous: indicators,
        previousForms: forms,
        isSplit,
      };
      const typed: Typed = {
        ...truthOf(year, agency, period),
        tasks: tasksOf(year, agency, period),
      };
      const one: Sent = { agency, period, request, typed };
      sent.push(one);
      bare.push(check(year.plan, one, filled(one, year.seed)));
    }
    ledger.push(...bare.filter(({ accepted }) => accepted !== 'none').map(submissionOf));
    const history = new History(year.plan, inForceOf(year.plan, ledger));
    yield { period, sent, bare, files: bare.map((file) => history.of(file)), history };
  }
}

/**
 * Where things are typed in the forms of a plan that ask the same: looked for in the first of them.
 */
const PLACES = new WeakMap<Plan, Map<string, Places>>();

type Place = readonly [sheet: string, row: number, column: number];
interface Places {
  indicators: { code: string; numerator: Place; denominator: Place | null }[];
  tasks: { code: string; status: Place; date: Place; document: Place }[];
  forms: { row: string; columns: Place[] }[];
}

/** The form as it was issued, filled by hand. */
export function filled({ request, typed, agency }: Sent, seed: number): Workbook {
  const workbook = makeForm(request);
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const put = ([sheet, row, column]: Place, value: CellValue) => {
    sheets.get(sheet)!.cell(row, column)!.value = value;
  };
  const saysWords = new Chance(`habit ${seed} ${agency.code}`).is(0.5);
  const places = placesOf(workbook, request);
  for (const { code, numerator: part, denominator: whole } of places.indicators) {
    const { numerator, denominator } = typed.indicators.get(code)!;
    const nothing = whole !== null && denominator === 0 && numerator === 0 && saysWords;
    put(part, nothing ? 'Không phát sinh' : numerator);
    if (whole) put(whole, nothing ? 'Không phát sinh' : denominator);
  }
  for (const { code, ...at } of places.tasks) {
    const { state, date, document } = typed.tasks.get(code)!;
    put(at.status, state);
    if (date) put(at.date, dateToSerial(date));
    if (document) put(at.document, document);
  }
  for (const { row, columns } of places.forms)
    columns.forEach((at, index) => put(at, typed.forms.get(row)![index]));
  return workbook;
}

function placesOf(workbook: Workbook, { plan, agency }: FormRequest): Places {
  const known = PLACES.get(plan) ?? new Map<string, Places>();
  PLACES.set(plan, known);
  const template = templateOf(plan, agency);
  const before = known.get(template);
  if (before) return before;
  const indicators = assignedIndicators(plan, agency);
  const tasks = assignedTasks(plan, agency).map(({ code, text }) => ({ code, label: text }));
  const at = <Key extends string>(row: AlignedRow<Key>, key: Key): Place => {
    const { sheet, cell } = row.place(key);
    const { row: down, column } = parseCell(cell)!;
    return [sheet, down, column];
  };
  const asked = indicators.map(({ code, name }) => ({ code, label: name }));
  const found: Places = {
    indicators: alignIndicators(workbook, plan, asked).rows.map((row) => ({
      code: row.code,
      numerator: at(row, 'numerator'),
      denominator: indicators.find(({ code }) => code === row.code)!.denominator
        ? at(row, 'denominator')
        : null,
    })),
    tasks: alignTasks(workbook, plan, tasks).rows.map((row) => ({
      code: row.code,
      status: at(row, 'status'),
      date: at(row, 'date'),
      document: at(row, 'result'),
    })),
    forms: assignedForms(plan, agency).flatMap((form) =>
      alignStatForm(workbook, form).rows.map((row) => ({
        row: `${form.code} ${row.code}`,
        columns: inputColumns(form).map(({ code }) => at(row, columnKey(code))),
      })),
    ),
  };
  known.set(template, found);
  return found;
}

export function check(plan: Plan, { request }: Sent, workbook: Workbook): CheckedFile {
  const name = formFileName(request);
  const opened = { ok: true as const, value: { workbook, converted: null } };
  return checkFile(plan, name, name, opened, { period: request.period, partial: false });
}

function submissionOf(file: CheckedFile): Submission {
  const { agency, period } = file;
  return {
    ...file,
    agency: agency!,
    period: period!,
    version: 1,
    errors: 0,
    warnings: 0,
    run: '1',
    explanations: [],
  };
}
