import { knownAt, theOne } from '../../known/known';
import { assignedForms, assignedIndicators, assignedTasks } from '../plan/assigned';
import { dateFromSerial, formatDate } from '../../text/date';
import { parseCell, knownCell } from '../../workbook/address';
import { isDateFormat } from '../../workbook/cell';
import type { Workbook } from '../../workbook/workbook';
import { yearUpTo, type Period } from '../period/period';
import { windowOf } from '../period/window';
import type { Agency } from '../agency/agency';
import {
  cutOff,
  tilesBefore,
  type Indicator,
  type Plan,
  type Target,
  type Task,
} from '../plan/plan';
import { planFor, plansBefore } from '../plan/plan-for';
import { asLongAs, isPutIn, type StatForm } from '../plan/stat-form';
import { cellText } from '../table/cell-text';
import { readReasons } from '../reading/form-tables';
import { targetFor } from '../plan/target';
import { foldCauses, OF_BLANK, type About } from '../rules/causes';
import { grouped } from '../grouped';
import { madeOnce } from '../made-once';
import { finding, type Finding } from '../finding/finding';
import { RULES } from '../rules/registry';
import type { FormReading, Rule } from '../rules/rule';
import type { IndicatorColumn, TaskColumn } from '../template/columns';
import { askedInForm, type AskedRows } from '../template/asked-in-form';
import { commonTemplate } from '../template/common-form';
import { templateOf } from '../template/form';
import type { InputCell } from '../stamp/stamp';
import type { FormLine } from '../template/form-lines';
import type { StatKey } from '../template/stat-columns';
import { NO_DEADLINE } from '../template/task-rows';
import {
  alignIndicators,
  alignStatForm,
  alignTasks,
  type AlignedForm,
  type AlignedRow,
} from '../reading/align';
import {
  headingOf,
  INDICATOR_KIND,
  statKind,
  TASK_KIND,
  type FormKind,
} from '../reading/form-kind';
import { findHeader, type FindHeader } from '../reading/find-header';
import { linkedByName } from '../reading/linked-names';
import type { OwedCell } from '../reading/owed-cell';
import { printedTextFindings, type PrintedText } from '../reading/printed-texts';
import { readIndicator } from '../reading/read-indicator';
import { isAnyFilled, readStatRow, readTotals } from '../reading/read-stat-form';
import { readTask, type DayContext } from '../reading/read-task';
import { isTyped } from '../reading/typed-ratio';
import type { Observation } from '../submission/submission';

export interface FormCheck {
  findings: Finding[];
  observations: Observation[];
  /** Every input cell of the form, filled or not. */
  inputs(): InputCell[];
  /** Those that have to be filled. */
  owed: OwedCell[];
}

/**
 * Checks one identified form: align, read every cell, run every rule; one pass reports everything.
 */
export function checkForm(
  workbook: Workbook,
  whole: Plan,
  agency: Agency,
  period: Period,
  template: string,
  rules: readonly Rule[] = RULES,
  find: FindHeader = findHeader,
): FormCheck {
  const { plan, isAsIssued, findings } = askedBy(whole, agency, period, template);
  const aligned = alignAll(workbook, plan, agency, isAsIssued, find);
  const { indicators, tasks, forms } = aligned;
  const all = [indicators, tasks, ...forms.map((one) => one.aligned)];
  for (const one of all) findings.push(...one.findings);
  findings.push(...printedTextFindings(printedTexts(aligned, plan, whole, agency, isAsIssued)));
  if (isAsIssued) findings.push(...mangledNumbers(aligned, plan, workbook.date1904));

  const days = {
    date1904: workbook.date1904,
    window: windowOf(period, plan.schedule.window),
    term: termOf(plan, period),
  };
  const byCode = codesOf(plan);
  const form: FormReading = {
    plan,
    agency,
    period,
    cutOff: cutOff(plan, period),
    periodsBefore: tilesBefore(plan, period).length,
    indicators: indicators.rows.map((row) =>
      readIndicator(knownAt(byCode.indicators, row.code), row, workbook.date1904, findings),
    ),
    tasks: tasks.rows.map((row) => {
      const task = knownAt(byCode.tasks, row.code);
      return readTask(task, row, days, findings);
    }),
    forms: forms.map(({ form: own, aligned: { rows, sums } }) => {
      const isListFilled = own.lines !== undefined && isAnyFilled(own, rows);
      return {
        form: own,
        rows: rows.map((row) => readStatRow(own, row, workbook.date1904, findings, isListFilled)),
        totals: readTotals(own, sums),
      };
    }),
  };
  findings.push(...linkFindings(workbook, aligned));
  const observations = observationsOf(form);
  const doubted = all.filter(({ stateOf }) => stateOf !== null);
  const stateAt = ({ sheet, cell }: Observation) => {
    if (doubted.length === 0) return null;
    const place = knownCell(cell);
    const states = doubted
      .filter(({ header }) => header?.sheet.name === sheet)
      .map(({ stateOf }) => stateOf!(place.row, place.column));
    return states.find((one) => one !== null) ?? null;
  };
  // What stands in the wrong rows is compared with nothing; what is only hidden is, and then waits.
  for (const observation of observations)
    if (stateAt(observation) === 'withheld') observation.state = 'withheld';
  const about = runRules(rules, form, findings);
  for (const observation of observations) {
    if (isDoubtful(observation, aligned)) observation.state = 'withheld';
    const counts = observation.state === 'ok' || observation.state === 'not-applicable';
    if (counts && stateAt(observation) === 'undecided') observation.state = 'undecided';
  }
  const isCalculated = findings.some(({ code }) => code === 'formula-without-value');
  if (!isCalculated && isBlankForm(workbook, aligned, whatIsAsked(plan, agency)))
    findings.unshift(blankForm([...inputCells(aligned)], findings));
  nameRows(findings, all);
  const owed = [
    ...form.indicators,
    ...form.tasks,
    ...form.forms.flatMap(({ rows }) => rows),
  ].flatMap((reading) => reading.owed);
  return {
    findings: foldCauses(findings, about),
    observations,
    inputs: () => [...inputCells(aligned)],
    owed,
  };
}

/** Every form of the agency, found in the workbook. */
interface Aligned {
  indicators: AlignedForm<IndicatorColumn>;
  tasks: AlignedForm<TaskColumn>;
  forms: { form: StatForm; aligned: AlignedForm<StatKey> }[];
}

const NO_LINES: readonly FormLine[] = [];

/** From when on days of completion are of the year that is reported, and of the plan. */
function termOf(plan: Plan, period: Period): DayContext['term'] {
  const from = (year: number) => windowOf(yearUpTo({ ...period, year }), plan.schedule.window).from;
  return { year: from(period.year), plan: from(Math.min(plan.year, period.year)) };
}

function alignAll(
  workbook: Workbook,
  plan: Plan,
  agency: Agency,
  isAsIssued: boolean,
  find: FindHeader,
): Aligned {
  const { indicators, tasks, forms } = askedInForm(plan, agency);
  const linesOf = ({ lines }: AskedRows) => (isAsIssued ? lines : NO_LINES);
  return {
    indicators: alignIndicators(workbook, plan, indicators.expected, linesOf(indicators), find),
    tasks: alignTasks(workbook, plan, tasks.expected, linesOf(tasks), find),
    forms: forms.map((form) => {
      const aligned = alignStatForm(workbook, form, find);
      return {
        form: asLongAs(
          form,
          aligned.rows.map(({ code }) => code),
        ),
        aligned,
      };
    }),
  };
}

/**
 * What the sender typed, by what it is: the same wherever rows and columns stand. A formula of ours
 * is no input.
 */
function* inputCells({ indicators, tasks, forms }: Aligned): Generator<InputCell> {
  yield* inputsOf('indicator', indicators.rows, ['numerator', 'denominator', 'ratio', 'note']);
  yield* inputsOf('task', tasks.rows, ['result', 'date', 'status', 'difficulty']);
  for (const { form, aligned } of forms)
    yield* inputsOf(`form ${form.code}`, aligned.rows, statKind(form).inputs);
}

function* inputsOf<Key extends string>(
  of: string,
  rows: readonly AlignedRow<Key>[],
  keys: readonly Key[],
): Generator<InputCell> {
  for (const row of rows)
    for (const key of keys) {
      const cell = row.cell(key);
      const isOfForm = cell?.formula !== undefined && !isTyped(row.row, cell);
      if (key === 'ratio' && isOfForm) continue;
      yield { key: `${of} ${row.code} ${key}`, ...row.place(key), value: cell?.value ?? null };
    }
}

/**
 * Input cells that take their value from another workbook by a defined name (defect 27); a formula
 * that says so itself was seen when it was read.
 */
function linkFindings(workbook: Workbook, { indicators, tasks, forms }: Aligned): Finding[] {
  const isLinked = linkedByName(workbook);
  if (!isLinked) return [];
  const look = <Key extends string>(
    rows: readonly AlignedRow<Key>[],
    keys: readonly Key[],
  ): Finding[] =>
    rows.flatMap((row) =>
      keys.flatMap((key): Finding[] => {
        const formula = row.cell(key)?.formula;
        if (formula === undefined || formula.includes('[') || !isLinked(formula)) return [];
        return [finding('external-link', row.place(key), { formula })];
      }),
    );
  return [
    ...look(indicators.rows, INDICATOR_KIND.inputs),
    ...look(tasks.rows, TASK_KIND.inputs),
    ...forms.flatMap(({ form, aligned }) => look(aligned.rows, statKind(form).inputs)),
  ];
}

/**
 * Runs every rule; one that throws is named, and the others run. What each finding is about tells
 * what follows from what.
 */
function runRules(rules: readonly Rule[], form: FormReading, findings: Finding[]): About {
  const about = new Map<Finding, readonly (Observation | null)[]>();
  const withheld = new Set<Observation>();
  for (const rule of rules) {
    try {
      rule.check(form, (found, touched, looked = touched) => {
        findings.push(found);
        about.set(found, looked);
        for (const observation of touched) if (observation) withheld.add(observation);
      });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      findings.push(finding('rule-fault', null, { rule: rule.code, detail }));
    }
  }
  for (const observation of withheld) observation.state = 'withheld';
  return about;
}

function isDoubtful(
  { of, code, row }: Observation,
  { indicators, tasks, forms }: Aligned,
): boolean {
  if (of === 'indicator') return indicators.doubtful.has(code);
  if (of === 'task') return tasks.doubtful.has(code);
  return forms.some(({ form, aligned }) => form.code === code && aligned.doubtful.has(row!));
}

/** What a form asks of an agency, by kind. */
function whatIsAsked(plan: Plan, agency: Agency): { indicators: boolean; tasks: boolean } {
  const { indicators, tasks } = askedInForm(plan, agency);
  return { indicators: indicators.expected.length > 0, tasks: tasks.expected.length > 0 };
}

/**
 * A form in which no cell was filled says nothing of its agency (biểu trống). One that asks for
 * nothing is none, nor is one that holds a reason or any text; where a sheet of it could not be
 * found, that is said instead.
 */
function isBlankForm(
  workbook: Workbook,
  aligned: Aligned,
  asked: { indicators: boolean; tasks: boolean },
): boolean {
  const { indicators, tasks, forms } = aligned;
  const isWhole =
    (indicators.found || !asked.indicators) &&
    (tasks.found || !asked.tasks) &&
    forms.every((one) => one.aligned.found);
  if (!isWhole) return false;
  let count = 0;
  for (const { value } of inputCells(aligned)) {
    // One that is filled is enough, and nearly always among the first.
    if (cellText(value).trim() !== '') return false;
    count++;
  }
  return count > 0 && readReasons(workbook).every(({ reason }) => reason.trim() === '');
}

/** One thing to say of a blank form, not one for each cell. */
function blankForm([first]: readonly InputCell[], findings: readonly Finding[]): Finding {
  const count = findings.filter(({ code }) => OF_BLANK.has(code)).length;
  return finding('form-blank', { sheet: first.sheet, cell: first.cell }, { count });
}

/** Findings at a cell of a form's row take the row's name. */
function nameRows(
  findings: readonly Finding[],
  forms: readonly Pick<AlignedForm<string>, 'rows'>[],
): void {
  const labels = new Map<string, string>();
  for (const { rows } of forms)
    for (const { sheet, row, label } of rows) labels.set(`${sheet.name} ${row}`, label);
  for (const found of findings) {
    const place = found.cell === null ? null : parseCell(found.cell);
    if (place) found.label = labels.get(`${found.sheet} ${place.row}`) ?? null;
  }
}

interface Codes {
  indicators: ReadonlyMap<string, Indicator>;
  tasks: ReadonlyMap<string, Task>;
}

const CODES = new WeakMap<Plan, Codes>();

/** A form of a thousand rows looks each of them up. */
function codesOf(plan: Plan): Codes {
  const before = CODES.get(plan);
  if (before) return before;
  const codes = {
    indicators: new Map(plan.indicators.map((one) => [one.code, one])),
    tasks: new Map(plan.tasks.map((one) => [one.code, one])),
  };
  CODES.set(plan, codes);
  return codes;
}

/** All rows of a plan by code, as they stood before and after it was adjusted. */
interface Versions {
  indicators: ReadonlyMap<string, readonly Indicator[]>;
  tasks: ReadonlyMap<string, readonly Task[]>;
  targets: ReadonlyMap<string, Target[]>;
}

const VERSIONS = new WeakMap<Plan, Versions>();

function versionsOf(plan: Plan): Versions {
  return madeOnce(VERSIONS, plan, () => ({
    indicators: grouped(plan.indicators, ({ code }) => code),
    tasks: grouped(plan.tasks, ({ code }) => code),
    targets: grouped(plan.targets, ({ indicator }) => indicator),
  }));
}

/** What a form prints of each row of its plan, now and as the plan said it before. */
interface SaidOfRows {
  indicators: ReadonlyMap<string, Said<'name' | 'unit' | 'implementing' | 'coordinating'>>;
  tasks: ReadonlyMap<string, Said<'text' | 'lead' | 'coordinating' | 'product' | 'deadline'>>;
}

type Said<Key extends string> = Readonly<Record<Key, readonly [string, ...string[]]>>;

const SAID = new WeakMap<Plan, WeakMap<Plan, SaidOfRows>>();

/** The same of every form of a plan, so made once of it. */
function saidBy(plan: Plan, whole: Plan): SaidOfRows {
  const ofWhole = madeOnce(SAID, whole, () => new WeakMap<Plan, SaidOfRows>());
  return madeOnce(ofWhole, plan, () => saidOfRows(plan, versionsOf(whole)));
}

function saidOfRows(plan: Plan, versions: Versions): SaidOfRows {
  const indicators = plan.indicators.map((own) => {
    const all = [own, ...(versions.indicators.get(own.code) ?? [])];
    return [
      own.code,
      {
        name: said(all, ({ name }) => name),
        unit: said(all, ({ unit }) => unit),
        implementing: said(all, ({ implementing, lead }) => implementing || lead),
        coordinating: said(all, ({ coordinating }) => coordinating),
      },
    ] as const;
  });
  const tasks = plan.tasks.map((own) => {
    const all = [own, ...(versions.tasks.get(own.code) ?? [])];
    return [
      own.code,
      {
        text: said(all, ({ text }) => text),
        lead: said(all, ({ lead }) => lead),
        coordinating: said(all, ({ coordinating }) => coordinating),
        product: said(all, ({ product }) => product),
        deadline: said(all, ({ deadlineText }) => deadlineText || NO_DEADLINE),
      },
    ] as const;
  });
  return { indicators: new Map(indicators), tasks: new Map(tasks) };
}

/**
 * Texts of the plan as the form prints them; of a form for all only those that are the same for
 * everybody.
 */
function printedTexts(
  { indicators, tasks, forms }: Aligned,
  plan: Plan,
  whole: Plan,
  agency: Agency,
  isAsIssued: boolean,
): PrintedText[] {
  const printed: PrintedText[] = [];
  const look = <Key extends string>(
    aligned: AlignedForm<Key>,
    kind: FormKind<Key>,
    row: AlignedRow<Key>,
    expected: Partial<Record<Key, readonly [string, ...string[]]>>,
  ) => {
    for (const key of Object.keys(expected) as Key[]) {
      if (!aligned.header?.columns.has(key) || aligned.doubtful.has(row.code)) continue;
      const texts = expected[key]!;
      const found = row.cell(key)?.value ?? null;
      // As it was issued, as nearly all are.
      if (found === texts[0]) continue;
      const [now, ...before] = texts;
      printed.push({
        column: headingOf(kind, key),
        place: row.place(key),
        found,
        expected: now,
        before,
      });
    }
  };
  const rows = saidBy(plan, whole);
  const versions = versionsOf(whole);
  const { targets } = versionsOf(plan);
  for (const row of indicators.rows) {
    const { code } = row;
    look(indicators, INDICATOR_KIND, row, knownAt(rows.indicators, code));
    if (!isAsIssued) continue;
    const ofRow = { targets: targets.get(code) ?? [] };
    const target = targetFor(ofRow, code, { agency, level: agency.level })?.raw ?? '';
    const levels = versions.targets.get(code) ?? [];
    // Another level's target is no earlier one: only where the plan was adjusted there are any.
    const before = levels.some(({ from }) => from !== undefined)
      ? levels.map(({ raw }) => raw)
      : [];
    look(indicators, INDICATOR_KIND, row, { target: [target, ...before] });
  }
  for (const row of tasks.rows) look(tasks, TASK_KIND, row, knownAt(rows.tasks, row.code));
  for (const { form, aligned } of forms) {
    // A line somebody put into a list was issued with no name.
    const issued = aligned.rows.filter(({ code }) => !isPutIn(form, code));
    for (const row of issued)
      look(aligned, statKind(form), row, {
        name: [theOne(form.rows, ({ key }) => key === row.code).name],
      });
  }
  for (const { lines } of [indicators, tasks, ...forms.map(({ aligned }) => aligned)])
    for (const { text: expected, found, place } of lines)
      printed.push({ column: null, place, found, expected, before: [] });
  return printed;
}

/** A text as the plan says it now, and as it said it before it was adjusted. */
function said<Row>(
  versions: readonly Row[],
  text: (row: Row) => string,
): readonly [string, ...string[]] {
  const [now, ...before] = versions.map(text);
  return [now, ...before];
}

/**
 * "6.1" became a date, "1.10" the number 1,1 (defect 41): rows are known by their code, so nothing
 * is lost.
 */
function mangledNumbers({ indicators, tasks }: Aligned, plan: Plan, date1904: boolean): Finding[] {
  const byCode = codesOf(plan);
  const look = <Key extends string>(
    { rows, header }: AlignedForm<Key>,
    sttOf: (code: string) => string,
  ): Finding[] =>
    rows.flatMap((row): Finding[] => {
      const value = header?.columns.has('stt' as Key) ? row.cell('stt' as Key)?.value : undefined;
      const expected = sttOf(row.code);
      if (typeof value !== 'number' || String(value) === expected) return [];
      const found = dateFromSerial(value, date1904);
      const shown =
        found && isDateFormat(row.cell('stt' as Key)?.style?.format)
          ? formatDate(found)
          : String(value);
      return [finding('stt-mangled', row.place('stt' as Key), { found: shown, expected })];
    });
  return [
    ...look(indicators, (code) => knownAt(byCode.indicators, code).stt),
    ...look(tasks, (code) => knownAt(byCode.tasks, code).stt),
  ];
}

/**
 * The plan a form was made from: as it stands in the period or, of a form that was out before an
 * adjustment, as it stood then. The form is accepted; what it does not ask is said.
 */
function askedBy(
  whole: Plan,
  agency: Agency,
  period: Period,
  template: string,
): { plan: Plan; isAsIssued: boolean; findings: Finding[] } {
  const now = planFor(whole, period);
  const isOwn = (plan: Plan) => template === '' || templateOf(plan, agency) === template;
  if (isOwn(now)) return { plan: now, isAsIssued: true, findings: [] };
  if (commonTemplate(now, period) === template)
    return { plan: now, isAsIssued: false, findings: [] };
  const isOf = (plan: Plan) => isOwn(plan) || commonTemplate(plan, period) === template;
  const before = plansBefore(whole, period).find(({ plan }) => isOf(plan));
  if (!before) return { plan: now, isAsIssued: false, findings: [] };
  const asked = codesAsked(before.plan, agency);
  const added = codesAsked(now, agency);
  const rows = added.filter((code) => !asked.includes(code)).join(', ');
  const dropped = asked.filter((code) => !added.includes(code)).join(', ');
  const facts = { adjusted: before.adjusted, rows, dropped };
  return {
    plan: before.plan,
    isAsIssued: isOwn(before.plan),
    findings: [finding('form-before-adjustment', null, facts)],
  };
}

function codesAsked(plan: Plan, agency: Agency): string[] {
  const rows = [...assignedIndicators(plan, agency), ...assignedTasks(plan, agency)].map(
    ({ code }) => code,
  );
  return [...rows, ...assignedForms(plan, agency).map(({ code }) => `biểu ${code}`)];
}

function observationsOf(form: FormReading): Observation[] {
  return [
    ...form.indicators.flatMap((reading) => [
      reading.numerator,
      reading.denominator,
      reading.value,
    ]),
    ...form.tasks.flatMap((reading) => [
      reading.status,
      reading.date,
      reading.text,
      reading.difficulty,
    ]),
    ...form.forms.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()])),
  ].filter((observation) => observation !== null);
}
