import { lastOf } from '../known/known';
import { checkForm } from '../domain/check/check-form';
import { inForceOf } from '../domain/consolidation/figures-in-force';
import type { Finding } from '../domain/finding/finding';
import { figureKey } from '../domain/ledger/in-force';
import { measureOf } from '../domain/measure/measure';
import { periodLabel, periodOf, type Period, type PeriodId } from '../domain/period/period';
import { assignedForms, assignedIndicators, assignedTasks } from '../domain/plan/assigned';
import { findAgency, knownAgency } from '../domain/plan/plan';
import { planFor } from '../domain/plan/plan-for';
import { typedCells, type StatCell } from '../domain/plan/stat-cells';
import { isAskedDay, settleDates } from '../domain/reading/settle-dates';
import { OF_BLANK } from '../domain/rules/causes';
import type { InputCell } from '../domain/stamp/stamp';
import type { CheckedFile, Grounds, Measure, Observation } from '../domain/submission/submission';
import { columnKey } from '../domain/template/stat-columns';
import { templateOf } from '../domain/template/form';
import { TASK_STATES } from '../domain/template/task-states';
import { formatDate, isCivilDate } from '../text/date';
import { knownCell } from '../workbook/address';
import { knownSheet } from '../workbook/workbook';
import { bareFile } from './check-file';
import { readDesk, type Desk } from './desk';
import { DeskRefused } from './desk-refused';
import { ADJUSTED, enterAdjustment } from './enter-adjustment';
import { History } from './history';
import { issueTemplates, type IssuedForm } from './issue-templates';
import type { Undo, WorkbookPort } from './ports';

/**
 * A whole form told another way (by telephone, in a letter): every row the agency is asked, entered
 * at once with one reason and one document. What is said is typed into the very form the agency
 * would have filled, and checked as that form would be.
 */

export interface Told {
  agency: string;
  period: PeriodId;
  /** What was typed, by {@link ToldField.key}; what is left empty stays as it counts. */
  said: ReadonlyMap<string, string>;
  grounds: Grounds;
  /** Findings that were shown and stand, by {@link ToldFinding.id}. */
  seen: ReadonlySet<string>;
  /** It is stored as its run. */
  at: string;
}

/** A row the agency is asked. */
export interface ToldRow {
  of: Observation['of'];
  code: string;
  /** Of a statistics form the key of its row. */
  row?: string;
  key: string;
  name: string;
  fields: readonly ToldField[];
}

export interface ToldField {
  /** As an input of the form is named: "indicator K01 numerator". */
  key: string;
  measure: Measure;
  /** Of a statistics form: number and name of its column. */
  heading?: string;
  typed: StatCell['typed'];
  /** Of a choice: what may be said. */
  answers: readonly string[];
  /** What counts now, as it would be typed; "" for nothing. */
  counts: string;
}

/** What was found in what was said. */
export interface ToldFinding {
  id: string;
  found: Finding;
  /** The row it stands at; null where it is about the whole form. */
  row: string | null;
  /** The field, where it stands at one. */
  field: string | null;
  /** As long as it stands nothing is entered; the others stand once they were seen. */
  mustBeSettled: boolean;
}

export type Entering =
  | { isEntered: true; desk: Desk; undo: Undo | null; rows: number }
  | { isEntered: false; desk: Desk; findings: ToldFinding[] };

/** Every row an agency is asked in a period, with what counts of it. */
export function rowsAsked(desk: Desk, code: string, id: PeriodId): ToldRow[] {
  const period = periodOf(id);
  const plan = planFor(desk.plan, period);
  const agency = findAgency(plan, code);
  if (!agency) return [];
  const counting = countingOf(desk, code, id);
  const field = (
    {
      wordOf,
      ...of
    }: Omit<ToldField, 'counts' | 'answers'> & {
      answers?: readonly string[];
      wordOf?: (value: unknown) => string | null;
    },
    figure: Figure,
  ): ToldField => {
    const counts = counting.get(figureKey(figure));
    const word = counts?.state === 'ok' ? wordOf?.(counts.value) : null;
    return { answers: [], ...of, counts: word ?? said(counts, of) };
  };
  return [
    ...assignedIndicators(plan, agency).map((own): ToldRow => {
      const row = { of: 'indicator' as const, code: own.code };
      const key = `indicator ${own.code}`;
      const answers = measureOf(own).answers.map(({ word }) => word);
      const typed = answers.length > 0 ? 'choice' : 'number';
      const fields = measureOf(own).asked.map((measure) =>
        field(
          {
            key: inputKey({ ...row, measure }),
            measure,
            typed,
            answers: answers.length > 0 ? [...answers, NOT_APPLICABLE] : [],
            wordOf: (value) => measureOf(own).wordOf(value),
          },
          { ...row, measure },
        ),
      );
      return { ...row, key, name: own.name, fields };
    }),
    ...assignedTasks(plan, agency).map((own): ToldRow => {
      const row = { of: 'task' as const, code: own.code };
      const fields = TASK_FIELDS.map((one) =>
        field(
          { key: inputKey({ ...row, measure: one.measure }), ...one },
          { ...row, measure: one.measure },
        ),
      );
      return { ...row, key: `task ${own.code}`, name: own.text, fields };
    }),
    ...assignedForms(plan, agency).flatMap((form) =>
      form.rows
        .filter(({ formula }) => !formula)
        .map((own): ToldRow => {
          const row = { of: 'form' as const, code: form.code, row: own.key };
          const fields = typedCells(form, own).map(
            ({ column: { code: measure, group, name }, cell }) =>
              field(
                {
                  key: inputKey({ ...row, measure }),
                  measure,
                  heading: `(${measure}) ${[group, name].filter(Boolean).join(': ')}`,
                  typed: cell.typed,
                  answers: cell.answers.map((one) => lastOf(one.said)),
                },
                { ...row, measure },
              ),
          );
          return { ...row, key: `form ${form.code} ${own.key}`, name: own.name, fields };
        }),
    ),
  ];
}

const TASK_FIELDS: readonly { measure: Measure; typed: StatCell['typed']; answers?: string[] }[] = [
  { measure: 'status', typed: 'choice', answers: Object.values(TASK_STATES) },
  { measure: 'date', typed: 'date' },
  { measure: 'text', typed: 'text' },
  { measure: 'difficulty', typed: 'text' },
];

type Figure = Pick<Observation, 'of' | 'code' | 'row' | 'measure'>;

/** Where in the form a figure is typed: a figure alone has the name of a numerator there. */
function inputKey({ of, code, row, measure }: Figure): string {
  if (of === 'form') return `form ${code} ${row} ${columnKey(measure)}`;
  const renamed: Record<string, string> = { value: 'numerator', text: 'result' };
  return `${of} ${code} ${renamed[measure] ?? measure}`;
}

function rowKey({ of, code, row }: Omit<Figure, 'measure'>): string {
  return of === 'form' ? `form ${code} ${row}` : `${of} ${code}`;
}

/** What counts of the agency's own, by what it is. */
function countingOf(desk: Desk, agency: string, period: PeriodId): Map<string, Observation> {
  const counts = inForceOf(desk.plan, desk.ledger).of(agency, period)?.observations ?? [];
  return new Map(counts.filter(isSound).map((one) => [figureKey(one), one]));
}

function isSound({ state }: Observation): boolean {
  return state === 'ok' || state === 'not-applicable';
}

/** As a person would type it. */
function said(counts: Observation | undefined, { measure }: Pick<ToldField, 'measure'>): string {
  if (!counts) return '';
  const { value, state } = counts;
  if (state === 'not-applicable') return NOT_APPLICABLE;
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (measure === 'status') return TASK_STATES[value as keyof typeof TASK_STATES];
  return value !== null && isCivilDate(value) ? formatDate(value) : (value ?? '');
}

const NOT_APPLICABLE = 'Không phát sinh';

/**
 * Enters what was told as one version of its own, over what the agency sent if it sent anything;
 * one undo. Nothing is written where something was found that nobody has seen yet, or that has to
 * be settled first.
 */
export async function enterForm(port: WorkbookPort, told: Told): Promise<Entering> {
  const before = await readDesk(port);
  const { agency, period, grounds, at } = told;
  if (grounds.reason.trim() === '' || grounds.who.trim() === '')
    throw new DeskRefused({ code: 'reason-missing', facts: {} });
  if (before.locked.has(period))
    throw new DeskRefused({
      code: 'period-is-locked',
      facts: { period: periodLabel(periodOf(period)) },
    });
  const { findings, observations, rows } = checkTold(before, told);
  if (findings.some(({ id, mustBeSettled }) => mustBeSettled || !told.seen.has(id)))
    return { isEntered: false, desk: before, findings };
  const kept = findings.map(({ found }) => ({ ...found, sheet: ADJUSTED, cell: null }));
  const hash = `${at} ${agency}/${period} ${rows}`;
  const said = { hash, agency, period, observations, grounds, at, findings: kept };
  return { isEntered: true, rows, ...(await enterAdjustment(port, before, said)) };
}

interface Checked {
  findings: ToldFinding[];
  /** What is entered: what was said, and what it changes beside. */
  observations: Observation[];
  rows: number;
}

/** The agency's form with what counts, and what was said over it, by every rule. */
function checkTold(desk: Desk, told: Told): Checked {
  const { agency: code, period: id } = told;
  const period = periodOf(id);
  const issued = issueTemplates(desk.plan, id, [code], desk.ledger);
  if (!issued.ok) throw new DeskRefused(issued.refusal);
  const agency = knownAgency(planFor(desk.plan, period), code);
  const said = new Map([...told.said].filter(([, text]) => text.trim() !== ''));
  const rows = rowsAsked(desk, code, id);
  const touched = new Set<string>();
  for (const row of rows) if (row.fields.some(({ key }) => said.has(key))) touched.add(row.key);
  const keys = new Set(rows.flatMap(({ fields }) => fields.map(({ key }) => key)));
  const stranger = [...said.keys()].find((key) => !keys.has(key));
  if (said.size === 0 || stranger !== undefined)
    throw new DeskRefused({
      code: 'figure-not-asked',
      facts: { code: stranger ?? '', agency: agency.name },
    });
  const counting = countingOf(desk, code, id);
  const standing = new Map(
    [...counting.values()].map((one): [string, string | number] => [inputKey(one), typedAs(one)]),
  );
  const [form] = issued.value;
  const was = checkTyped(desk, form, period, standing);
  const now = checkTyped(desk, form, period, new Map([...standing, ...said]));
  const known = new Set(was.findings.map(idOf));
  const rowAt = new Map(
    now.inputs.map(({ key, sheet, cell }) => [`${sheet} ${knownCell(cell).row}`, key]),
  );
  const rowOf = ({ sheet, cell }: Finding): string | null => {
    const key = cell === null ? undefined : rowAt.get(`${sheet} ${knownCell(cell).row}`);
    return rows.find(({ key: own }) => key?.startsWith(`${own} `))?.key ?? null;
  };
  const isAboutSaid = (one: Finding) => {
    const row = rowOf(one);
    return (row !== null && touched.has(row)) || !(OF_BLANK.has(one.code) || known.has(idOf(one)));
  };
  const shown = now.findings.filter((one) => one.severity !== 'fixed' && isAboutSaid(one));
  const fieldAt = new Map(now.inputs.map((one) => [placeOf(one), one.key]));
  const undecided = new Set(
    now.observations.filter(({ state }) => state === 'undecided').map(placeOf),
  );
  const findings = shown.map((found): ToldFinding => ({
    id: idOf(found),
    found: { ...found, cause: null },
    row: rowOf(found),
    field: fieldAt.get(placeOf(found)) ?? null,
    mustBeSettled:
      found.severity === 'error' || (undecided.has(placeOf(found)) && !isAskedDay(found)),
  }));
  // Whoever saw the question and goes on has given the reason for the day.
  settleDates(
    shown.filter((one) => told.seen.has(idOf(one))),
    now.observations,
  );
  const entered = now.observations.filter((one) => {
    if (!touched.has(rowKey(one))) return false;
    const before = counting.get(figureKey(one));
    const changes = before?.value !== one.value || before.state !== one.state;
    // Columns of a statistics form agree with each other: its row is entered whole.
    return said.has(inputKey(one)) || changes || one.of === 'form';
  });
  return {
    findings,
    observations: entered.map((one) => ({ ...one, sheet: ADJUSTED, cell: '' })),
    rows: touched.size,
  };
}

/** As it is typed in the form: a number is a number there. */
function typedAs(counts: Observation): string | number {
  const { value, state } = counts;
  return state === 'ok' && typeof value === 'number' ? value : said(counts, counts);
}

/** A form of the agency with this typed in it, checked by every rule and beside the ledger. */
function checkTyped(
  desk: Desk,
  issued: IssuedForm,
  period: Period,
  typed: ReadonlyMap<string, string | number>,
): { findings: readonly Finding[]; observations: Observation[]; inputs: InputCell[] } {
  const { agency } = issued;
  const template = templateOf(planFor(desk.plan, period), agency);
  const workbook = issued.make();
  const { inputs: places } = checkForm(workbook, desk.plan, agency, period, template, []);
  for (const { key, sheet, cell } of places()) {
    const value = typed.get(key);
    if (value === undefined) continue;
    const { row, column } = knownCell(cell);
    const own = knownSheet(workbook, sheet);
    own.put(row, column, value, own.cell(row, column)?.style);
  }
  const { findings, observations, inputs } = checkForm(
    workbook,
    desk.plan,
    agency,
    period,
    template,
  );
  const file: CheckedFile = {
    ...bareFile('', ''),
    findings,
    observations,
    agency: agency.code,
    period: period.id,
    accepted: 'all',
  };
  const beside = new History(desk.plan, inForceOf(desk.plan, desk.ledger)).of(file);
  return { findings: beside.findings, observations: beside.observations, inputs: inputs() };
}

function idOf({ code, sheet, cell, facts }: Finding): string {
  return [code, sheet, cell, JSON.stringify(facts)].join('\n');
}

function placeOf({ sheet, cell }: Pick<Finding, 'sheet' | 'cell'>): string {
  return `${sheet} ${cell}`;
}
