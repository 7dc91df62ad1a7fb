import { knownAt, lastOf, theOne } from '../../known/known';
import type { Level } from '../agency/agency';
import { wordKey } from '../../text/normal-form';
import type { Grid, GridCell } from './grid';
import {
  isGivenFromAbove,
  isWholeHeading,
  levelInHeading,
  namesAgencies,
  namesIndicators,
  readHeading,
  unitInHeading,
  unitInName,
  withoutUnit,
  yearInHeading,
  type ColumnRole,
  type Role,
} from './headings';
import { oneLine } from './one-line';

/**
 * A person's word for a column: by its place, or by its heading in the next appendix of the same
 * office.
 */
export interface ColumnChoice {
  /** Null: on every sheet. */
  sheet: string | null;
  column: number | null;
  heading: string | null;
  role: ColumnRole;
}

/** Whom, or which time, a column of targets is for. */
export type TargetScope =
  | { kind: 'level'; level: Level }
  | { kind: 'agency'; agency: string }
  | { kind: 'year'; year: number }
  /** Part of the plan's year at whose end it is to be reached: Q1, H1, 9M, "đến tháng 6". */
  | { kind: 'part'; part: string };

export interface ScopedColumn {
  scope: TargetScope;
  column: number;
}

/** One column as it was understood, for whoever looks at the reading before it is written. */
export interface HeadingColumn {
  column: number;
  /** The cell of the lowest heading. */
  cell: GridCell;
  /** Headings from the uppermost to the lowest. */
  path: readonly string[];
  role: ColumnRole;
  /** A role of the heading's words; one guessed from what stands under it is asked. */
  isGuessed: boolean;
  /** A person said so. */
  isChosen: boolean;
  /** Not read, and nothing is missed by that. */
  isAside: boolean;
}

/** A column of figures for agencies; `part`: of the measure before it, by the end of that part. */
export interface AgencyMeasure {
  column: number;
  name: string;
  unit: string;
  cell: GridCell;
  /** Its headings from the uppermost to the lowest. */
  path: readonly string[];
  part: string | null;
}

export interface Header {
  columns: Map<Role, number>;
  numberColumns: number[];
  scoped: ScopedColumn[];
  openings: { column: number; year: number | null }[];
  /**
   * Of a table of targets whose rows are agencies: where their names stand, and what each other
   * column measures.
   */
  byAgency: {
    column: number;
    measures: AgencyMeasure[];
  } | null;
  namesIndicators: boolean;
  unit: string;
  /** The target's heading says that it is what the whole year is to bring ("Cả năm"). */
  isOfYear: boolean;
  /** Year said by the target's heading; every year a heading of targets says. */
  year: number | null;
  years: number[];
  /** Whoever gives the figures stands for whoever carries the row out. */
  isFromSource: boolean;
  all: HeadingColumn[];
  /** Rows of the sheet that hold it. */
  height: number;
}

/**
 * Finds one agency or level by its name in a heading or a row; `isPlain` false: only by the
 * likeness of its name.
 */
export type AgencyFinder = (name: string) => { scope: TargetScope; isPlain: boolean } | null;

interface Context {
  year: number | null;
  choices: readonly ColumnChoice[];
  agencyOf: AgencyFinder;
}

/** Between the headings of one column. */
export const HEADING_SEPARATOR = ' – ';

const TALLEST = 3;
/** So many rows under a heading tell what its column holds. */
const TRIED_ROWS = 40;

interface Found {
  column: number;
  cell: GridCell;
  path: string[];
  role: ColumnRole | 'text-or-target' | 'unit-or-implementing' | undefined;
  scope: TargetScope | 'whole' | null;
  year: number | null;
  isChosen: boolean;
  isGuessed: boolean;
}

export function headerAt(grid: Grid, at: number, context: Context): Header | null {
  const cells = grid.cells(grid.rows[at]);
  if (cells.length < 2 || !mayBeHeader(cells, grid.name, context.choices)) return null;
  const tallest = blockHeight(grid, at, cells, context);
  for (let height = tallest; height >= 1; height--) {
    const found = readBlock(grid, at, height, context);
    const header = resolve(grid, at + height, found, context);
    if (header) return { ...header, height };
  }
  return null;
}

/** A cheap look first: most rows of a sheet are no headings. */
function mayBeHeader(
  cells: readonly GridCell[],
  sheet: string,
  choices: readonly ColumnChoice[],
): boolean {
  let known = 0;
  for (const { text, column } of cells) {
    // A row with its number is none, though its words be those of headings ("Đề án").
    if (text.length > 80 || /^\(?\d{1,3}[.)]*$/.test(text.trim())) return false;
    const isKnown =
      readHeading(text) !== undefined ||
      namesAgencies(text) ||
      choices.some((one) => one.heading !== null && isChoiceFor(one, sheet, column, [text]));
    if (isKnown && ++known >= 2) return true;
  }
  return false;
}

/** A remembered choice names the headings from the uppermost to the lowest, or only the lowest. */
function isChoiceFor(
  choice: ColumnChoice,
  sheet: string,
  column: number,
  path: readonly string[],
): boolean {
  if (choice.sheet !== null && choice.sheet !== sheet) return false;
  if (choice.column !== null && choice.column !== column) return false;
  if (choice.heading === null) return choice.column !== null;
  const wanted = wordKey(choice.heading);
  return wanted === wordKey(path.join(HEADING_SEPARATOR)) || wanted === wordKey(lastOf(path));
}

/**
 * Rows of headings stand under those that are merged over several columns or rows, or under
 * nothing.
 */
function blockHeight(grid: Grid, at: number, cells: readonly GridCell[], context: Context): number {
  let height = 1;
  while (height < TALLEST && isSubHeading(grid, at, height, cells, context)) height++;
  return height;
}

function isSubHeading(
  grid: Grid,
  at: number,
  height: number,
  cells: readonly GridCell[],
  { agencyOf }: Context,
): boolean {
  const row = grid.rows[at + height];
  if (row === undefined) return false;
  const own = grid.cells(row);
  const above = grid.rows[at + height - 1];
  const isInMerge = cells.some(({ column }) => {
    const merge = grid.mergeAt(grid.rows[at], column);
    return merge !== null && merge.top >= grid.rows[at] && merge.bottom >= row;
  });
  if (own.length === 0) return isInMerge;
  if (own.some(({ text }) => text.length > 80)) return false;
  const over = new Map(grid.cells(above).map((cell) => [cell.column, cell]));
  const isUnder = own.every(({ column }) => {
    const merge = grid.mergeAt(above, column);
    if (merge !== null && merge.right > merge.left) return true;
    return (
      !over.has(column) &&
      !grid.isCovered(above, column) &&
      (isInMerge || nearestLeft(over, column) !== undefined)
    );
  });
  const isHeading = ({ text }: GridCell): boolean =>
    readHeading(text) !== undefined ||
    levelInHeading(text, true) !== null ||
    partInHeading(text) !== null ||
    isWholeHeading(text) ||
    agencyOf(text) !== null;
  if (isUnder && (isInMerge || own.every(isHeading))) return true;
  if (namesColumns(own, cells, over)) return true;
  // Without merges: the first of a group stands under the heading of all of them, and the cells
  // beside it are blank.
  return (
    own.length >= 2 &&
    own.length < cells.length + 2 &&
    own.every(isHeading) &&
    own.every(({ column }) => {
      const left = over.has(column) ? column : nearestLeft(over, column);
      return (
        left !== undefined &&
        (column !== left || (!over.has(column + 1) && own.some((one) => one.column === column + 1)))
      );
    })
  );
}

/**
 * Words side by side right of the first headings of all, where no row of the table could stand: it
 * would have a number or a name.
 */
function namesColumns(
  own: readonly GridCell[],
  cells: readonly GridCell[],
  over: ReadonlyMap<number, GridCell>,
): boolean {
  const [first, ...rest] = own;
  if (rest.length === 0 || cells.length < 3 || first.column < cells[2].column) return false;
  const isBeside = rest.every(({ column }, index) => column === own[index].column + 1);
  const isOfGroup = rest.every(({ column }) => !over.has(column));
  return (
    isBeside && isOfGroup && own.every(({ text }) => /\p{L}{2}/u.test(text) && !/^\d/u.test(text))
  );
}

function nearestLeft(over: ReadonlyMap<number, GridCell>, column: number): number | undefined {
  for (let left = column - 1; left >= Math.max(0, column - 24); left--)
    if (over.has(left)) return left;
  return undefined;
}

function readBlock(grid: Grid, at: number, height: number, context: Context): Found[] {
  const rows = grid.rows.slice(at, at + height);
  const columns = new Set(rows.flatMap((row) => grid.cells(row).map(({ column }) => column)));
  const first = new Map(grid.cells(rows[0]).map((cell) => [cell.column, cell]));
  const found: Found[] = [];
  const used = new Set<string>();
  for (const column of [...columns].sort((a, b) => a - b)) {
    const shown = rows.map((row) => grid.shown(row, column)).filter(({ text }) => text !== '');
    if (height > 1 && !grid.shown(rows[0], column).text) {
      const left = nearestLeft(first, column);
      if (left !== undefined) shown.unshift(knownAt(first, left));
    }
    const path: string[] = [];
    for (const { text } of shown) if (oneLine(text) !== path.at(-1)) path.push(oneLine(text));
    const cell = shown.at(-1);
    if (!cell || used.has(`${cell.row} ${cell.column}`)) continue;
    if (path.length === 1 && isOverOthers(grid, rows, column, cell)) continue;
    used.add(`${cell.row} ${cell.column}`);
    found.push({ column, cell, path, ...roleOf(path, context), isChosen: false, isGuessed: false });
  }
  takeChoices(found, grid, context);
  return found;
}

/** A heading over several columns that has headings of its own under it is none of theirs. */
function isOverOthers(
  grid: Grid,
  rows: readonly number[],
  column: number,
  cell: GridCell,
): boolean {
  const merge = grid.mergeAt(cell.row, cell.column);
  return (
    rows.slice(1).some((row) => hasUnder(grid, row, merge)) &&
    !grid.cells(lastOf(rows)).some((one) => one.column === column)
  );
}

/** What a person says of the columns goes before their headings. */
function takeChoices(found: Found[], grid: Grid, { choices }: Context): void {
  for (const one of found) {
    const choice = choices.find((each) => isChoiceFor(each, grid.name, one.column, one.path));
    if (choice)
      Object.assign(one, {
        role: choice.role,
        scope: choice.role === 'target' ? one.scope : null,
        isChosen: true,
      });
  }
  // What a person says is that column alone; numbers, earlier figures and targets may stand in
  // several.
  for (const { role } of found.filter(({ isChosen }) => isChosen)) {
    if (role === 'stt' || role === 'opening' || role === 'target' || role === 'none') continue;
    for (const other of found) if (other.role === role && !other.isChosen) other.role = undefined;
  }
}

function hasUnder(
  grid: Grid,
  row: number,
  merge: { left: number; right: number; bottom: number } | null,
): boolean {
  if (!merge || merge.right === merge.left || merge.bottom >= row) return false;
  return grid.cells(row).some(({ column }) => column >= merge.left && column <= merge.right);
}

/**
 * "6 tháng đầu năm", "Quý II", "9 tháng", "Cả năm" ("" for the whole year); null for anything else.
 */
export function partInHeading(text: string): string | null {
  const key = wordKey(text)
    .replace(/((?<!(?:cả|cuối|hết) )năm )?20\d\d/g, '')
    .replace(/[.:()\s]+$/g, '')
    .trim();
  const quarter = /^(?:hết |đến )?qu[ýí] (iv|iii|ii|i|[1-4])$/.exec(key)?.[1];
  if (quarter)
    return `Q${/\d/.test(quarter) ? quarter : ['i', 'ii', 'iii', 'iv'].indexOf(quarter) + 1}`;
  if (/^(?:hết |đến )?0?6 tháng( đầu năm)?$/.test(key)) return 'H1';
  if (/^(?:hết |đến )?0?9 tháng( đầu năm)?$/.test(key)) return '9M';
  if (/^((cả|cuối|hết) )*năm$/.test(key)) return '';
  // "Đến tháng 6", "Đến 30/6/2026": what it names is a day of the plan's year.
  const day = wordKey(text).replace(/[.:()\s]+$/g, '');
  if (/^tháng (0?[1-9]|1[0-2])$/.test(day)) return day;
  return /^(đến|hết|trước|đến hết|đến ngày|trước ngày) (tháng \d{1,2}|\d{1,2}\/\d{1,2})(?:(?:\/| năm )20\d\d)?$/.test(
    day,
  )
    ? day
    : null;
}

function roleOf(
  path: readonly string[],
  { agencyOf }: Context,
): Pick<Found, 'role' | 'scope' | 'year'> {
  const leaf = lastOf(path);
  const parents = path.slice(0, -1);
  const own = readHeading(leaf)?.role;
  const years = path.map(yearInHeading);
  const year = years.findLast((one) => one !== null) ?? null;
  const over = parents.map((text) => readHeading(text)?.role);
  const isUnderTarget = over.some(
    (role) => role === 'target' || role === 'text-or-target' || role === 'result',
  );
  const level = levelInHeading(leaf, isUnderTarget);
  if (level) return { role: 'target', scope: { kind: 'level', level }, year };
  const part = partUnder(leaf, over, isUnderTarget);
  if (part !== null)
    return { role: 'target', scope: part === '' ? null : { kind: 'part', part }, year };
  if (isUnderTarget && isWholeHeading(leaf)) return { role: 'target', scope: 'whole', year };
  // Under "Lộ trình thực hiện" years are no deadline: they are what is to be reached in each.
  if (/^(đến |hết )?(cuối )?(năm )?20\d\d$/.test(wordKey(leaf)) && !over.includes('opening'))
    return { role: 'target', scope: null, year };
  if (over.includes('opening') && own !== 'target') return { role: 'opening', scope: null, year };
  if (isDoneInYear(leaf, years)) return { role: 'opening', scope: null, year };
  const agency = own === undefined ? agencyOf(leaf) : null;
  if (agency) return { role: 'target', scope: agency.scope, year };
  return { role: own, scope: null, year };
}

/**
 * The part of the year a heading under others names: under one of targets, or under words nobody
 * knows. "Tỷ lệ giải ngân" over "Quý I | 6 tháng | cả năm": whatever the group is called, these are
 * what each part of the year is to reach.
 */
function partUnder(
  leaf: string,
  over: readonly Found['role'][],
  isUnderTarget: boolean,
): string | null {
  if (isUnderTarget) return /^(năm )?\d{4}$/.test(wordKey(leaf)) ? null : partInHeading(leaf);
  const isUnderWords = over.length > 0 && over.every((role) => role === undefined);
  return isUnderWords ? partInHeading(leaf) : null;
}

/** "Năm 2025" over "Kế hoạch" and "Thực hiện": the latter is what was reached. */
function isDoneInYear(leaf: string, years: readonly (number | null)[]): boolean {
  return (
    years.slice(0, -1).some((one) => one !== null) &&
    years.at(-1) === null &&
    /^(ước )?(th|thực hiện)$/.test(wordKey(leaf))
  );
}

function resolve(
  grid: Grid,
  from: number,
  found: Found[],
  context: Context,
): Omit<Header, 'height'> | null {
  const known = knownIn(found);
  if (known < 2) return null;
  const byAgency = agencyTable(grid, from, found, context);
  if (byAgency) return byAgency;
  const isScoped = resolveScoped(found);
  readLooseParts(found);
  const text = resolveText(found, isScoped) ?? guessedText(found, known);
  if (!text) return null;
  text.role = 'text';
  const measures = text.isGuessed ? undefined : namesIndicators(text.cell.text);
  const mayMeasure = measures === true || found.some(isAlone('unit'));
  resolveResults(found, mayMeasure, isScoped || targetsIn(found).length > 0);
  const { main, later } = resolveYears(found, context.year);
  for (const one of found) if (one.role === 'text-or-target') one.role = undefined;
  resolveEithers(grid, from, found, context, measures ?? false, main !== undefined);
  const isMeasured = main !== undefined || isScoped || later.length > 0;
  guessByContent(grid, from, found, context, (measures ?? false) && !isMeasured);
  const isFromSource = resolveSource(found);
  return headerOf(found, context, text, { isFromSource, measures });
}

/** How many headings are understood; all that name agencies or levels count for one. */
function knownIn(found: readonly Found[]): number {
  const known = found.filter(
    ({ role, scope, isChosen }) => role !== undefined && (scope === null || isChosen),
  );
  // A row of the table may name agencies too; its number is no heading of numbers.
  const hasNumbers = found.some(({ role }) => role === 'stt');
  const isOfAgencies =
    hasNumbers && found.some(({ role, cell }) => role === undefined && namesAgencies(cell.text));
  const isScoped = found.some(({ scope }) => scope !== null);
  return known.length + Number(isScoped) + Number(isOfAgencies);
}

function isAlone(wanted: Found['role']): (one: Found) => boolean {
  return ({ role, scope }) => role === wanted && scope === null;
}

/** The columns of targets that are of the whole of the plan. */
function targetsIn(found: readonly Found[]): Found[] {
  return found.filter(
    ({ role, scope }) => role === 'target' && (scope === null || scope === 'whole'),
  );
}

/**
 * Whether targets stand there by agency, level or part of the year; then a heading of the whole is
 * one more of them. One agency's or level's name in a heading may be chance.
 */
function resolveScoped(found: readonly Found[]): boolean {
  const scoped = found.filter(({ scope }) => scope !== null && scope !== 'whole');
  const agencies = scoped.filter(({ scope }) => (scope as TargetScope).kind === 'agency');
  if (agencies.length === 1) Object.assign(agencies[0], { role: undefined, scope: null });
  if (scoped.every(({ scope }) => scope === null)) return false;
  const whole = found.find(
    ({ role, path }) => role === undefined && isWholeHeading(path.at(-1) ?? ''),
  );
  if (whole) Object.assign(whole, { role: 'target', scope: 'whole' });
  return true;
}

/**
 * The column that says what a row is about. "Chỉ tiêu" alone is that, or what is to be reached
 * where another column has the words; beside "Mục tiêu" it is what is measured, and the other what
 * it must reach.
 */
function resolveText(found: readonly Found[], isScoped: boolean): Found | undefined {
  const either = found.find(isAlone('text-or-target'));
  let text = found.find(isAlone('text'));
  const second = found.find((one) => one.role === 'text-or-target' && one !== either);
  if (second && targetsIn(found).length === 0 && !isScoped) second.role = 'target';
  else if (either && second) {
    // With the targets in a column of their own the first is only a group of the second.
    either.role = 'group';
    text ??= second;
  }
  if (either?.role === 'text-or-target') {
    const hasTargets = targetsIn(found).length > 0 || isScoped;
    text = wordsOrTarget(either, text, hasTargets);
  }
  return text ?? found.find(isAlone('group'));
}

/** "Chỉ tiêu" is the target where another column has the words and none the targets. */
function wordsOrTarget(either: Found, text: Found | undefined, hasTargets: boolean): Found {
  if (text && (text.isChosen || !hasTargets)) {
    either.role = 'target';
    return text;
  }
  if (text) text.role = isMeasureHeading(text) ? undefined : 'group';
  return either;
}

/** Of targets by year one is in force; the others are of later years, or were reached before. */
function resolveYears(
  found: readonly Found[],
  year: number | null,
): { main?: Found; later: Found[] } {
  const targets = targetsIn(found);
  const { main, later, openings } = byYear(targets, year);
  for (const one of targets) {
    if (openings.includes(one)) one.role = 'opening';
    else if (one.year !== null && later.includes(one)) one.scope = { kind: 'year', year: one.year };
    else if (one !== main) one.role = undefined;
  }
  return { main, later };
}

/** Of several columns of one of these the first is read. */
const SINGLE: readonly Role[] = [
  'target',
  'code',
  'group',
  'unit',
  'lead',
  'coordinating',
  'implementing',
  'person',
  'product',
  'result',
  'deadline',
  'schedule',
];

function singleColumns(found: readonly Found[], text: Found): Map<Role, number> {
  const columns = new Map<Role, number>([['text', text.column]]);
  for (const role of SINGLE) {
    const one =
      role === 'target' ? targetsIn(found).at(0) : found.find((each) => each.role === role);
    if (one && !columns.has(role)) columns.set(role, one.column);
  }
  return columns;
}

/** Null where too little is understood for a table. */
function headerOf(
  found: readonly Found[],
  context: Context,
  text: Found,
  { isFromSource, measures }: { isFromSource: boolean; measures: boolean | undefined },
): Omit<Header, 'height'> | null {
  const columns = singleColumns(found, text);
  const numberColumns = found.filter(({ role }) => role === 'stt').map(({ column }) => column);
  if (numberColumns.length > 0) columns.set('stt', numberColumns[0]);
  const scoped = found.flatMap(({ role, scope, column }) =>
    role === 'target' && scope !== null && scope !== 'whole' ? [{ scope, column }] : [],
  );
  const size =
    [...columns.keys()].filter((role) => role !== 'person').length + (scoped.length > 0 ? 1 : 0);
  if (size < (found.some(({ isChosen }) => isChosen) ? 2 : 3)) return null;
  const target = found.find(({ column }) => column === columns.get('target'));
  return {
    columns,
    numberColumns,
    scoped,
    openings: found.flatMap(({ role, column, year }) =>
      role === 'opening' ? [{ column, year }] : [],
    ),
    byAgency: null,
    namesIndicators: measures ?? (columns.has('unit') || columns.has('target')),
    unit: target ? unitInHeading(target.cell.text) || unitInHeading(target.path[0]) : '',
    isOfYear: target !== undefined && isOfWholeYear(target, scoped),
    year: target?.year ?? null,
    years: yearsOf(found),
    isFromSource,
    all: columnsOf(found, columns, context.year),
  };
}

function isOfWholeYear({ path }: Found, scoped: Header['scoped']): boolean {
  return (
    /(cả|cuối|hết) năm/.test(wordKey(path.at(-1) ?? '')) ||
    scoped.some(({ scope }) => scope.kind === 'part')
  );
}

function yearsOf(found: readonly Found[]): number[] {
  return found.flatMap(({ role, year }) => (role === 'target' && year !== null ? [year] : []));
}

/** Of several columns of one role the first is read. */
function columnsOf(
  found: readonly Found[],
  columns: ReadonlyMap<Role, number>,
  year: number | null,
): HeadingColumn[] {
  return found.map((one) => {
    const { column, cell, path, role, scope, isGuessed, isChosen } = one;
    const isMany = role === 'stt' || role === 'opening' || (role === 'target' && scope !== null);
    const isRead = role !== undefined && (isMany || columns.get(role as Role) === column);
    return {
      column,
      cell,
      path,
      role: isRead ? (role as ColumnRole) : 'none',
      isGuessed: isRead && isGuessed,
      isChosen,
      isAside: !isRead && isAside(one, year),
    };
  });
}

function isMeasureHeading({ cell }: Found): boolean {
  return namesIndicators(cell.text);
}

/**
 * The words of the rows under a heading nobody knows: the first column that is not known, where the
 * others are.
 */
function guessedText(found: readonly Found[], known: number): Found | undefined {
  if (known < 3 || !found.some(({ role }) => role === 'stt' || role === 'unit')) return undefined;
  const text = found.find(({ role, scope }) => role === undefined && scope === null);
  if (text) text.isGuessed = true;
  return text;
}

/**
 * "Quý I | 6 tháng | Cả năm" side by side in a table that has units are targets without a heading
 * over them, or with one over some.
 */
function readLooseParts(found: readonly Found[]): void {
  if (!found.some(({ role }) => role === 'unit')) return;
  const parts = found.flatMap((one) => {
    const part =
      one.role === undefined && !one.isChosen && one.path.length === 1
        ? partInHeading(one.path[0])
        : null;
    return part === null ? [] : [{ one, part }];
  });
  const beside = found.filter(
    ({ scope }) => scope !== null && scope !== 'whole' && scope.kind === 'part',
  );
  if (parts.length === 0 || parts.length + beside.length < 2) return;
  for (const { one, part } of parts)
    Object.assign(one, {
      role: 'target',
      scope: part === '' ? null : ({ kind: 'part', part } satisfies TargetScope),
    });
}

/** "Kết quả", "Yêu cầu": what an indicator must reach, or what a task brings about. */
function resolveResults(found: readonly Found[], measures: boolean, hasTarget: boolean): void {
  let isTaken = hasTarget;
  let hasProduct = found.some(({ role }) => role === 'product');
  for (const one of found) {
    if (one.role !== 'result' || one.isChosen) continue;
    if (measures && !isTaken) [one.role, isTaken] = ['target', true];
    else if (!measures && !hasProduct) [one.role, hasProduct] = ['product', true];
  }
}

/** Of figures by different givers that of the province is in force for its agencies. */
function inForce(targets: readonly Found[]): Found | undefined {
  return targets.find(({ path }) => !isGivenFromAbove(lastOf(path))) ?? targets[0];
}

/**
 * Of targets by year that of the plan's year is in force, later ones follow it, earlier ones are
 * what was reached.
 */
function byYear(
  targets: readonly Found[],
  year: number | null,
): { main?: Found; later: Found[]; openings: Found[] } {
  const chosen = targets.find(({ isChosen }) => isChosen);
  const dated = targets.filter((one) => one.year !== null && one !== chosen);
  const open = targets.filter((one) => one.year === null);
  if (year === null) return { main: chosen ?? inForce(targets), later: [], openings: [] };
  const ofYear = dated.filter((one) => one.year === year);
  const main =
    chosen ??
    inForce(ofYear.filter(({ scope }) => scope === null)) ??
    inForce(ofYear) ??
    inForce(open);
  const later = dated.filter((one) => one.year! > year);
  // "Kế hoạch năm 2025" of a plan of 2026 is what was planned then and not what was reached.
  const openings = dated.filter(
    ({ year: one, path }) =>
      one! < year && /^(đến |hết )?(cuối )?(năm )?\d{4}$/.test(wordKey(lastOf(path))),
  );
  return {
    main: main ?? (later.length === 0 ? targets.find((one) => !openings.includes(one)) : undefined),
    later,
    openings,
  };
}

/** "Đơn vị" is a unit where the table measures something, unless agencies stand under it. */
function resolveEithers(
  grid: Grid,
  from: number,
  found: readonly Found[],
  context: Context,
  measures: boolean,
  hasTarget: boolean,
): void {
  for (const one of found) {
    if (one.role !== 'unit-or-implementing') continue;
    const isWho =
      found.some(({ role }) => role === 'unit') || holdsAgencies(grid, from, one.column, context);
    one.role = (measures || hasTarget) && !isWho ? 'unit' : 'implementing';
  }
}

/** Whoever gives the figures answers for the row where nobody else does; else they fill it. */
function resolveSource(found: readonly Found[]): boolean {
  const source = found.find(({ role }) => role === 'source');
  if (!source) return false;
  const hasLead = found.some(({ role }) => role === 'lead');
  const hasImplementing = found.some(({ role }) => role === 'implementing');
  if (!hasLead && !hasImplementing) source.role = 'lead';
  else if (!hasImplementing) source.role = 'implementing';
  return source.role === 'implementing';
}

function cellsUnder(grid: Grid, from: number, column: number): string[] {
  return grid.rows
    .slice(from, from + TRIED_ROWS)
    .map((row) => oneLine(grid.shown(row, column).text))
    .filter((text) => text !== '');
}

function holdsAgencies(grid: Grid, from: number, column: number, { agencyOf }: Context): boolean {
  const texts = cellsUnder(grid, from, column);
  return (
    texts.length > 0 && texts.filter((text) => agencyOf(text) !== null).length * 2 > texts.length
  );
}

/**
 * A column nobody named: numbers left of the words, the agencies, or the figures of a table that
 * has no others.
 */
function guessByContent(
  grid: Grid,
  from: number,
  found: readonly Found[],
  context: Context,
  wantsTarget: boolean,
): void {
  const text = theOne(found, ({ role }) => role === 'text');
  const open = found.filter(({ role, isChosen }) => role === undefined && !isChosen);
  for (const one of open) {
    const texts = cellsUnder(grid, from, one.column);
    if (texts.length === 0) continue;
    const isNumbers = texts.every((each) =>
      /^\(?(\d{1,3}([.,]\d{1,3})*|[a-zđA-ZĐ]|[IVX]{1,5})[.)]*$/.test(each),
    );
    if (one.column < text.column && isNumbers) one.role = 'stt';
  }
  const isOwned = found.some(
    ({ role }) => role === 'lead' || role === 'implementing' || role === 'source',
  );
  const owners = open.filter(
    ({ role, column }) => role === undefined && holdsAgencies(grid, from, column, context),
  );
  if (!isOwned && owners.length === 1) Object.assign(owners[0], { role: 'lead', isGuessed: true });
  const figures = open.filter(({ role, column }) => {
    if (role !== undefined) return false;
    const texts = cellsUnder(grid, from, column);
    return (
      texts.length > 0 && texts.filter((each) => /\d/.test(each)).length * 3 > texts.length * 2
    );
  });
  if (wantsTarget && figures.length === 1)
    Object.assign(figures[0], { role: 'target', isGuessed: true });
}

/** "Thu ngân sách (triệu đồng)" without its unit. */
function withoutHeadingUnit(text: string): string {
  return unitInHeading(text) === '' ? text : oneLine(text.slice(0, text.lastIndexOf('(')));
}

const ASIDE_COLUMN = /^(ghi chú|ký nhận|kinh phí|nguồn vốn|căn cứ)/;

/**
 * Headings that are understood and of which a plan keeps nothing: remarks, comparisons that follow
 * from the figures, what was planned for a year before.
 */
function isAside({ path, year }: Found, planYear: number | null): boolean {
  const leaf = wordKey(lastOf(path));
  const isOfBefore = year !== null && planYear !== null && year < planYear;
  return (
    /^(ghi chú|ghi chú khác|so với|so sánh|(tỷ lệ|tỉ lệ|tăng|tăng, giảm|tăng\/giảm|chênh lệch)( \(?%\)?)? so (với|sánh))/.test(
      leaf,
    ) ||
    /^(tăng|giảm|tăng, giảm|tăng\/giảm|tăng \(giảm\)|chênh lệch)( \(.{1,10}\))?$/.test(leaf) ||
    (isOfBefore && /^(kế hoạch|kh|chỉ tiêu|mức giao|nghị quyết)/.test(leaf))
  );
}

/** The heading of a figure that an agency is given. */
function saysGiven(text: string): boolean {
  return /(?<!\p{L})(giao|kế hoạch|kh|chỉ tiêu|mục tiêu|phấn đấu|định mức)(?!\p{L})/u.test(
    wordKey(text),
  );
}

/**
 * A table of targets whose rows are agencies: nobody's words stand in it but names, and figures
 * beside them.
 */
function agencyTable(
  grid: Grid,
  from: number,
  found: Found[],
  context: Context,
): Omit<Header, 'height'> | null {
  if (found.some(({ role }) => role === 'text' || role === 'lead' || role === 'deadline'))
    return null;
  const isWords = ({ role, column }: Found): boolean =>
    role === 'text-or-target' &&
    !cellsUnder(grid, from, column).every((text) => /\d/.test(text) || text.length < 3);
  if (found.some(isWords)) return null;
  const names = found.find(
    ({ cell, isChosen, role }) =>
      (namesAgencies(cell.text) && !isChosen) || (isChosen && role === 'implementing'),
  );
  if (!names) return null;
  const texts = cellsUnder(grid, from, names.column);
  const known = texts.filter((text) => context.agencyOf(text) !== null).length;
  if (known === 0 || known * 2 < texts.length - 2) return null;
  const measures = found.filter(
    ({ column, role, path }) =>
      column !== names.column &&
      (role === undefined || role === 'target' || role === 'text-or-target' || role === 'result') &&
      !ASIDE_COLUMN.test(wordKey(lastOf(path))) &&
      cellsUnder(grid, from, column).some((text) => /\d/.test(text)),
  );
  if (measures.length === 0) return null;
  // "Dân số" beside "Số người giao năm 2026" is what the figure was made from.
  const given = measures.filter(({ path }) => path.some(saysGiven));
  const isBase = (one: Found): boolean =>
    given.length > 0 && !given.includes(one) && one.role === undefined;
  const asked = measures.filter((one) => !isBase(one));
  for (const one of found) {
    if (one === names) Object.assign(one, { role: 'implementing', scope: null });
    else if (asked.includes(one)) Object.assign(one, { role: 'target', scope: 'whole' });
    else if (one.role !== 'stt') one.role = undefined;
  }
  const number = found.find(({ role }) => role === 'stt');
  return {
    columns: new Map<Role, number>([
      ['implementing', names.column],
      ...(number ? [['stt', number.column] as const] : []),
    ]),
    numberColumns: number ? [number.column] : [],
    scoped: [],
    openings: [],
    byAgency: {
      column: names.column,
      measures: asked.map(({ column, cell, path }) => {
        const unit =
          unitInHeading(lastOf(path)) || (path.map(unitInName).find((one) => one !== '') ?? '');
        const names = path.filter(
          (text) =>
            readHeading(text) === undefined &&
            partInHeading(text) === null &&
            !/^(trong đó|chia ra|gồm)\s*:?$/i.test(text),
        );
        return {
          column,
          cell,
          path,
          name: names
            .map((text) => (text === path.at(-1) ? withoutHeadingUnit : withoutUnit)(text))
            .join(HEADING_SEPARATOR),
          unit,
          part: partInHeading(lastOf(path)),
        };
      }),
    },
    namesIndicators: true,
    unit: '',
    isOfYear: false,
    year: asked[0].year,
    years: yearsOf(asked),
    isFromSource: false,
    all: columnsOf(found, new Map<Role, number>([['implementing', names.column]]), context.year),
  };
}
