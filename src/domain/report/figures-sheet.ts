import { knownAt } from '../../known/known';
import { absoluteName, quoteSheet } from '../../workbook/address';
import type { Cell } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import type { Basis } from '../consolidation/basis';
import type { Entry } from '../consolidation/coverage';
import {
  askedOf,
  denominatorEntries,
  entriesByPeriod,
  figuresOf,
  total,
} from '../consolidation/coverage';
import { toldBeside, type Told } from '../consolidation/told-beside';
import { sum } from '../decimal/decimal';
import type { Figure } from '../consolidation/consolidation';
import { derivedWord } from '../consolidation/quarter-reports';
import type { InForce } from '../ledger/in-force';
import { measureOf } from '../measure/measure';
import { previousPeriod, sameLastYear, type Period, type PeriodId } from '../period/period';
import type { Observation } from '../submission/submission';
import { findAgency, yearToDate, type Indicator, type Plan, type Task } from '../plan/plan';
import { judgeTask, type JudgedTask } from '../consolidation/task-result';
import { answerLook } from './answer-look';
import { FIGURE_HEADING } from './figure-row';
import { TASK_STATUS } from './words';
import { REPORT_PAGE, figureLook, LOOK } from '../page/page';

/**
 * The figures in force that the tables add up: a row for each indicator, base period and agency, in
 * that order, so that every total is a SUM over one contiguous range and every figure names the
 * file, sheet and cell it came from.
 */
export interface FigureRanges {
  /** Ranges of one measure over the rows of a period; null when there are none. */
  period: Range | null;
  cumulative: Range | null;
  previous: Range | null;
  /**
   * The same period of the year before, and what it comes to; null when nothing of that year is
   * there.
   */
  lastYear: { range: Range; figure: Figure } | null;
  /** How much of what a figure beside the period's own is made of was reported. */
  told: Record<'cumulative' | 'previous' | 'lastYear', Told>;
  /** Of an indicator whose months are summed, the rows of each base period of the year so far. */
  tiles: Map<PeriodId, Range>;
}

export interface Range {
  numerator: string;
  denominator: string;
}

const HEADINGS: [string, number][] = [
  ['Mã', 11],
  ['Kỳ', 10],
  ['Mã đơn vị', 10],
  ['Đơn vị', 40],
  [FIGURE_HEADING, 14],
  ['Mẫu số / được giao', 14],
  ['Trạng thái', 18],
  ['Tệp nguồn', 48],
  ['Trang tính', 16],
  ['Ô tử số', 9],
  ['Ô mẫu số', 9],
  ['Lần nộp', 8],
];
const NUMERATOR = 4;
const DENOMINATOR = 5;

export interface FiguresSheet {
  sheet: Sheet;
  ranges: Map<string, FigureRanges>;
  /**
   * Of each task: done (numerator) of the times it was due (denominator), over its agencies; null
   * when nobody has it.
   */
  tasks: Map<string, Range | null>;
  /** The rows of an indicator in the period itself, by agency: what the matrix adds up. */
  cells: Map<string, Map<string, AgencyCells>>;
}

/**
 * An agency's figures of a period: references to its cells ("" for a denominator that does not
 * count), and what they hold.
 */
export interface AgencyCells {
  references: Range[];
  entries: Entry[];
}

/** The sheet of figures, followed by the period. */
export const FIGURES_WORD = 'Số liệu tổng hợp';

/** The figures in force, a row each, that the formulas of the tables add up. */
export function writeFigures(name: string, basis: Basis): FiguresSheet {
  const { plan, period, inForce, day } = basis;
  const sheet = new Sheet(name);
  sheet.frozenRows = 1;
  sheet.page = { ...REPORT_PAGE, titleRows: { first: 0, last: 0 } };
  HEADINGS.forEach(([heading, width], column) => {
    sheet.put(0, column, heading, LOOK.heading);
    sheet.columnWidths.set(column, width);
  });
  const written: FiguresSheet = { sheet, ranges: new Map(), tasks: new Map(), cells: new Map() };
  let row = 1;
  for (const indicator of plan.indicators) {
    const measure = measureOf(indicator);
    const own = basis.coverage(indicator);
    const before = basis.coverage(indicator, previousPeriod(period));
    const cumulative = basis.cumulative(indicator);
    const lastYear = basis.coverage(indicator, sameLastYear(period));
    const told = (beside: readonly Entry[]) => toldBeside(plan, period, own, beside);
    const write = writerOf(sheet, indicator, inForce);
    const places = new Map<string, number>();
    for (const { place, entries } of inOrder([lastYear, before, own, cumulative])) {
      write(row, entries);
      places.set(place, row++);
    }
    const over = (wanted: readonly Entry[]): Range | null => {
      const rows = wanted.map((entry) => knownAt(places, entry.place));
      if (rows.length === 0) return null;
      const range = rangesOf(name, rows);
      if (measure.timeRule('denominator') !== 'last-said') return range;
      const lasts = denominatorEntries(indicator, wanted).map((entry) =>
        knownAt(places, entry.place),
      );
      const said = runsOf(lasts).map(([first, last]) =>
        first === last
          ? reference(name, first, DENOMINATOR)
          : rangeOf(name, first, last).denominator,
      );
      return { ...range, denominator: said.join(',') };
    };
    const lastRange = over(lastYear);
    const byPeriod = entriesByPeriod(cumulative);
    written.ranges.set(indicator.code, {
      period: over(own),
      cumulative: over(cumulative),
      previous: over(before),
      lastYear: measure.isTotalled
        ? lastRange && {
            range: lastRange,
            figure: total(indicator, lastYear),
          }
        : null,
      told: {
        // A first month, or a figure of the period's end: the period's own n/N says it.
        cumulative: told(cumulative.length === own.length ? [] : cumulative),
        previous: told(before),
        lastYear: told(lastYear),
      },
      tiles: new Map(
        (measure.isSummed ? yearToDate(plan, period) : []).flatMap(({ id }) => {
          const range = over(byPeriod.get(id) ?? []);
          return range ? [[id, range] as const] : [];
        }),
      ),
    });
    written.cells.set(indicator.code, byAgency(name, indicator, own, places));
  }
  for (const task of plan.tasks) {
    const judged = judgeTask(plan, task, period, inForce, day);
    written.tasks.set(
      task.code,
      judged.length === 0 ? null : rangeOf(name, row, row + judged.length - 1),
    );
    for (const one of judged) writeTask(sheet, row++, plan, task, period, one, inForce);
  }
  return written;
}

/** A task at one agency; its source is the last form of the period that says how it stands. */
function writeTask(
  sheet: Sheet,
  row: number,
  plan: Plan,
  task: Task,
  period: Period,
  judged: JudgedTask,
  inForce: InForce,
): void {
  const { agency, status } = judged.result;
  const told = yearToDate(plan, period)
    .map((part) => inForce.of(agency, part.id))
    .map((submission) => ({
      submission,
      at: submission?.observations.find(
        (one) => one.of === 'task' && one.code === task.code && one.measure === 'status',
      ),
    }))
    .findLast(({ at }) => at !== undefined);
  const isDerived = inForce.isDerived(told?.at) && status !== 'not-reported';
  const source = told?.submission && inForce.sourceOf(told.submission, told.at);
  sheet.putRow(row, [
    { value: task.code, style: LOOK.code },
    { value: period.id, style: LOOK.code },
    { value: agency, style: LOOK.code },
    { value: findAgency(plan, agency)?.name ?? null, style: LOOK.text },
    { value: judged.done, style: LOOK.count },
    { value: judged.occurrences, style: LOOK.count },
    {
      value: isDerived ? `${TASK_STATUS[status]} (theo báo cáo quý)` : TASK_STATUS[status],
      style: LOOK.text,
    },
    ...sourceCells(source, [told?.at]),
  ]);
}

/** Where a figure was read: the file, its sheet, the cells of its parts, its version. */
function sourceCells(
  source: { file: string; version: number } | undefined,
  [numerator, denominator]: readonly (Observation | null | undefined)[],
): Cell[] {
  return [
    { value: source?.file ?? null, style: LOOK.text },
    { value: numerator?.sheet ?? denominator?.sheet ?? null, style: LOOK.text },
    { value: numerator?.cell ?? null, style: LOOK.code },
    { value: denominator?.cell ?? null, style: LOOK.code },
    { value: source?.version ?? null, style: LOOK.count },
  ];
}

/**
 * Each place once, by the end of its period, by the totals it is in, and then by agency: however
 * many agencies tell wholes of their own, a total is over a few ranges (a SUM takes 255). The
 * tasks a computed indicator counts share the place of their agency; how each of them stands is in
 * the rows of the task.
 */
function inOrder(spans: readonly (readonly Entry[])[]): Placed[] {
  const places = new Map<string, Placed>();
  for (const [index, span] of spans.entries())
    for (const entry of span) {
      const { place } = entry;
      const own = places.get(place);
      if (!own) {
        places.set(place, { place, entries: [entry], in: 1 << index });
        continue;
      }
      own.in |= 1 << index;
      const before = own.entries.findIndex(({ task }) => task === entry.task);
      if (before < 0) own.entries.push(entry);
      else own.entries[before] = entry;
    }
  return [...places.values()].sort((a, b) => {
    const [one, other] = [a.entries[0], b.entries[0]];
    return byEnd(one, other) || a.in - b.in || compareCodes(one.agency.code, other.agency.code);
  });
}

/** A row of the sheet: its entries, and the totals they are in. */
interface Placed {
  place: string;
  entries: Entry[];
  in: number;
}

function byAgency(
  sheet: string,
  indicator: Indicator,
  entries: readonly Entry[],
  places: ReadonlyMap<string, number>,
): Map<string, AgencyCells> {
  const agencies = new Map<string, AgencyCells>();
  const counted = new Set(denominatorEntries(indicator, entries));
  for (const entry of entries) {
    const cells = agencies.get(entry.agency.code) ?? { references: [], entries: [] };
    const row = knownAt(places, entry.place);
    if (!cells.entries.some(({ place }) => place === entry.place))
      cells.references.push({
        numerator: reference(sheet, row, NUMERATOR),
        denominator: counted.has(entry) || entry.task ? reference(sheet, row, DENOMINATOR) : '',
      });
    cells.entries.push(entry);
    agencies.set(entry.agency.code, cells);
  }
  return agencies;
}

function byEnd(a: Entry, b: Entry): number {
  return (
    a.period.year - b.period.year ||
    a.period.lastMonth - b.period.lastMonth ||
    a.period.firstMonth - b.period.firstMonth
  );
}

function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const KIND_WORD: Record<Entry['figure']['kind'], string> = {
  figure: 'Được tính',
  nothing: 'Không phát sinh',
  'no-basis': 'Không đủ cơ sở tính',
  missing: 'Chưa báo cáo',
  'not-due': 'Chưa đến hạn',
};

/** Writes the places of an indicator: of each one entry, or the tasks of an agency. */
function writerOf(
  sheet: Sheet,
  indicator: Indicator,
  inForce: InForce,
): (row: number, entries: readonly Entry[]) => void {
  const answer = answerLook(measureOf(indicator));
  return (row, entries) => {
    const [{ agency, period, task, submission, numeratorAt, denominatorAt }] = entries;
    const figures = figuresOf(entries);
    const isCount = figures.every(({ denominator }) => denominator === null);
    const numerator = figures.length === 0 ? null : sum(figures.map((one) => one.numerator));
    const denominator = isCount ? null : sum(figures.map((one) => one.denominator ?? 0));
    const source = submission && inForce.sourceOf(submission, numeratorAt ?? denominatorAt);
    const state = task === undefined ? stateWord(entries[0], inForce) : tasksWord(entries);
    sheet.putRow(row, [
      { value: indicator.code, style: LOOK.code },
      { value: period.id, style: LOOK.code },
      { value: agency.code, style: LOOK.code },
      { value: agency.name, style: LOOK.text },
      { value: numerator, style: answer ?? figureLook(numerator) },
      { value: denominator, style: figureLook(denominator) },
      { value: state, style: LOOK.text },
      ...sourceCells(source, [numeratorAt, denominatorAt]),
    ]);
  };
}

/** The tasks an agency says nothing of, by their codes; else how its figure stands. */
function tasksWord(entries: readonly Entry[]): string {
  const gaps = entries.filter(({ figure }) => figure.kind === 'missing');
  if (gaps.length > 0) return `Thiếu nhiệm vụ ${gaps.map(({ task }) => task).join(', ')}`;
  return KIND_WORD[askedOf(entries).length > 0 ? 'figure' : 'not-due'];
}

/**
 * Why a figure is not there is never hidden: an error, a doubt and a missing form are different
 * things.
 */
function stateWord(entry: Entry, inForce: InForce): string {
  if (inForce.isDerived(entry.numeratorAt) || inForce.isDerived(entry.denominatorAt))
    return derivedWord(entry.figure.kind === 'figure');
  const states = [entry.numeratorAt?.state, entry.denominatorAt?.state];
  if (entry.figure.kind !== 'missing')
    return states.includes('not-applicable') ? 'Không phát sinh' : KIND_WORD[entry.figure.kind];
  if (states.includes('withheld')) return 'Có lỗi, không tính';
  if (states.includes('undecided')) return 'Chưa rõ';
  return KIND_WORD.missing;
}

function reference(sheet: string, row: number, column: number): string {
  return `${quoteSheet(sheet)}!${absoluteName(row, column)}`;
}

/**
 * One range over the rows; several, with commas, where a whole quarter of one agency stands among
 * the months of others.
 */
function rangesOf(sheet: string, rows: readonly number[]): Range {
  const ranges = runsOf(rows).map(([first, last]) => rangeOf(sheet, first, last));
  const over = (part: keyof Range) => ranges.map((range) => range[part]).join(',');
  return { numerator: over('numerator'), denominator: over('denominator') };
}

function runsOf(rows: readonly number[]): [first: number, last: number][] {
  const isInOrder = rows.every((row, at) => at === 0 || rows[at - 1] < row);
  const runs: [first: number, last: number][] = [];
  for (const row of isInOrder ? rows : [...new Set(rows)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}

function rangeOf(sheet: string, first: number, last: number): Range {
  const over = (column: number) =>
    `${quoteSheet(sheet)}!${absoluteName(first, column)}:${absoluteName(last, column)}`;
  return { numerator: over(NUMERATOR), denominator: over(DENOMINATOR) };
}
