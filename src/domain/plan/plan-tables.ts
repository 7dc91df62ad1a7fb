import type { CivilDate } from '../../text/date';
import { dateFromSerial, dateToSerial, readDate } from '../../text/date';
import { matchKey, tidy } from '../../text/normal-form';
import { readNumber } from '../../text/number';
import type { CellValue } from '../../workbook/cell';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { periodLabel, periodOf, readPeriodLabel } from '../period/period';
import type { Holiday } from '../period/window';
import { accept, refuse, type Refusal, type Result } from '../result';
import { PLAN_FORMAT, type Agency, type Indicator, type Plan, type Target, type Task } from './plan';
import * as words from './words';
import { cellText, readTable, writeTable, type Column, type TableCell, type TableRow } from './table';

/**
 * The plan as tables that staff read and edit in the consolidator's workbook:
 * Kế hoạch, Đơn vị, Chỉ tiêu, Mức giao, Nhiệm vụ, Ngày nghỉ. Writing and reading back gives the same plan.
 */
export const PLAN_SHEETS = {
  plan: 'Kế hoạch',
  agencies: 'Đơn vị',
  indicators: 'Chỉ tiêu',
  targets: 'Mức giao',
  tasks: 'Nhiệm vụ',
  holidays: 'Ngày nghỉ',
} as const;

const DATE = { format: 'dd/mm/yyyy' };
const TEXT = { format: '@' };

interface Item {
  name: string;
  value: CellValue;
}

const ITEM = {
  format: 'Định dạng tệp',
  id: 'Mã kế hoạch',
  name: 'Tên kế hoạch',
  number: 'Số, ký hiệu',
  date: 'Ngày ban hành',
  issuer: 'Cơ quan ban hành',
  year: 'Năm kế hoạch',
  consolidator: 'Đơn vị tổng hợp',
  kinds: 'Kỳ báo cáo',
  window: 'Thời gian chốt số liệu',
  dueAfter: 'Hạn nộp (số ngày làm việc sau ngày chốt)',
  from: 'Báo cáo từ',
};

const ITEM_COLUMNS: Column<Item>[] = [
  { heading: 'Mục', width: 42, write: (item) => item.name },
  { heading: 'Nội dung', width: 80, write: (item) => item.value },
];

const AGENCY_COLUMNS: Column<Agency>[] = [
  { heading: 'Mã', width: 10, style: TEXT, write: (a) => a.code },
  { heading: 'Tên đơn vị', width: 48, write: (a) => a.name },
  { heading: 'Tên viết tắt', width: 28, write: (a) => a.shortName },
  { heading: 'Tên gọi khác', width: 40, write: (a) => a.aliases.join('; ') },
  { heading: 'Cấp', width: 8, write: (a) => words.levelWords.write(a.level) },
  { heading: 'Trực thuộc', width: 10, style: TEXT, write: (a) => a.parent },
  { heading: 'Hiệu lực từ', width: 12, style: DATE, write: (a) => serial(a.validFrom) },
  { heading: 'Hiệu lực đến', width: 12, style: DATE, write: (a) => serial(a.validTo) },
  { heading: 'Đơn vị kế thừa', width: 14, style: TEXT, write: (a) => a.successor },
  { heading: 'Phải báo cáo', width: 12, write: (a) => yesNo(a.reports) },
];

const INDICATOR_COLUMNS: Column<Indicator>[] = [
  { heading: 'Mã', width: 11, style: TEXT, write: (i) => i.code },
  { heading: 'STT', width: 6, style: TEXT, write: (i) => i.stt },
  { heading: 'Nhóm', width: 28, write: (i) => i.group },
  { heading: 'Tiêu đề trên', width: 28, write: (i) => i.heading },
  { heading: 'Chỉ tiêu', width: 52, write: (i) => i.name },
  { heading: 'ĐVT', width: 7, write: (i) => i.unit },
  { heading: 'Loại', width: 16, write: (i) => words.indicatorKindWords.write(i.kind) },
  { heading: 'Cộng theo thời gian', width: 18, write: (i) => words.overTimeWords.write(i.overTime) },
  {
    heading: 'Cách tính từ nhiệm vụ',
    width: 18,
    write: (i) => (i.taskCount ? words.taskCountWords.write(i.taskCount) : null),
  },
  { heading: 'Tử số', width: 36, write: (i) => i.numerator.name },
  { heading: 'ĐVT tử số', width: 12, write: (i) => i.numerator.unit },
  { heading: 'Mẫu số', width: 36, write: (i) => i.denominator?.name ?? null },
  { heading: 'ĐVT mẫu số', width: 12, write: (i) => i.denominator?.unit ?? null },
  { heading: 'Tử là một phần của mẫu', width: 12, write: (i) => yesNo(i.partOfWhole) },
  { heading: 'Đánh giá', width: 13, write: (i) => words.assessWords.write(i.assess) },
  { heading: 'Thời hạn', width: 16, style: TEXT, write: (i) => words.writeDeadline(i.deadline) },
  { heading: 'Thuộc nhiệm vụ', width: 10, style: TEXT, write: (i) => i.task },
  { heading: 'Cơ quan chủ trì', width: 24, write: (i) => i.lead },
  { heading: 'Cơ quan phối hợp', width: 24, write: (i) => i.coordinating },
  { heading: 'Cơ quan thực hiện', width: 36, write: (i) => i.implementing },
  { heading: 'Đơn vị điền số liệu', width: 36, style: TEXT, write: (i) => words.writeFillers(i.filledBy) },
  { heading: 'Trùng với', width: 10, style: TEXT, write: (i) => i.sameAs },
  { heading: 'Định nghĩa tử, mẫu', width: 16, write: (i) => words.namesWords.write(i.proposedNames ? 'yes' : 'no') },
];

const TARGET_COLUMNS: Column<Target>[] = [
  { heading: 'Mã chỉ tiêu', width: 12, style: TEXT, write: (t) => t.indicator },
  { heading: 'Cấp', width: 10, write: (t) => t.level && words.levelWords.write(t.level) },
  { heading: 'Đơn vị', width: 12, style: TEXT, write: (t) => t.agency },
  { heading: 'Ghi trong kế hoạch', width: 22, style: TEXT, write: (t) => t.raw },
  { heading: 'So sánh', width: 12, write: (t) => words.operatorWords.write(t.operator) },
  { heading: 'Mức', width: 10, write: (t) => t.value },
  { heading: 'Xác nhận', width: 14, write: (t) => words.confirmedWords.write(t.confirmed ? 'yes' : 'no') },
];

const TASK_COLUMNS: Column<Task>[] = [
  { heading: 'Mã', width: 9, style: TEXT, write: (t) => t.code },
  { heading: 'STT', width: 6, style: TEXT, write: (t) => t.stt },
  { heading: 'Phần', width: 7, style: TEXT, write: (t) => t.section },
  { heading: 'Tên phần', width: 26, write: (t) => t.sectionTitle },
  { heading: 'Thuộc nhiệm vụ', width: 10, style: TEXT, write: (t) => t.parent },
  { heading: 'Loại', width: 14, write: (t) => words.taskKindWords.write(t.kind) },
  { heading: 'Nhiệm vụ', width: 70, write: (t) => t.text },
  { heading: 'Cơ quan chủ trì', width: 24, write: (t) => t.lead },
  { heading: 'Cơ quan phối hợp', width: 24, write: (t) => t.coordinating },
  { heading: 'Cơ quan thực hiện', width: 36, write: (t) => t.implementing },
  { heading: 'Sản phẩm', width: 24, write: (t) => t.product },
  { heading: 'Thời gian hoàn thành', width: 26, style: TEXT, write: (t) => t.deadlineText },
  { heading: 'Thời hạn', width: 16, style: TEXT, write: (t) => words.writeDeadline(t.deadline) },
  { heading: 'Đơn vị điền số liệu', width: 36, style: TEXT, write: (t) => words.writeFillers(t.filledBy) },
];

const HOLIDAY_COLUMNS: Column<Holiday>[] = [
  { heading: 'Ngày', width: 12, style: DATE, write: (h) => serial(h.date) },
  { heading: 'Tên', width: 36, write: (h) => h.name },
  { heading: 'Loại', width: 10, write: (h) => words.holidayWords.write(h.kind) },
];

function serial(date: CivilDate | null): CellValue {
  return date === null ? null : dateToSerial(date);
}

function yesNo(value: boolean): string {
  return words.yesNoWords.write(value ? 'yes' : 'no');
}

/** The six tables of a plan, in the order staff read them. */
export function writePlan(plan: Plan): Sheet[] {
  const items: Item[] = [
    { name: ITEM.format, value: PLAN_FORMAT },
    { name: ITEM.id, value: plan.id },
    { name: ITEM.name, value: plan.name },
    { name: ITEM.number, value: plan.number },
    { name: ITEM.date, value: serial(plan.date) },
    { name: ITEM.issuer, value: plan.issuer },
    { name: ITEM.year, value: plan.year },
    { name: ITEM.consolidator, value: plan.consolidator },
    { name: ITEM.kinds, value: plan.schedule.kinds.map((kind) => words.periodKindWords.write(kind)).join('; ') },
    { name: ITEM.window, value: words.windowWords.write(plan.schedule.window) },
    { name: ITEM.dueAfter, value: plan.schedule.dueAfter },
    { name: ITEM.from, value: periodLabel(periodOf(plan.schedule.from)) },
  ];
  const front = writeTable(PLAN_SHEETS.plan, ITEM_COLUMNS, items);
  const dateRow = items.findIndex((item) => item.name === ITEM.date) + 1;
  front.put(dateRow, 1, serial(plan.date), { ...front.cell(dateRow, 1)!.style, ...DATE, align: 'left' });
  for (const row of [1, dateRow + 2, dateRow + 6]) {
    const cell = front.cell(row, 1)!;
    front.set(row, 1, { ...cell, style: { ...cell.style, align: 'left' } });
  }
  return [
    front,
    writeTable(PLAN_SHEETS.agencies, AGENCY_COLUMNS, plan.agencies),
    writeTable(PLAN_SHEETS.indicators, INDICATOR_COLUMNS, plan.indicators),
    writeTable(PLAN_SHEETS.targets, TARGET_COLUMNS, plan.targets),
    writeTable(PLAN_SHEETS.tasks, TASK_COLUMNS, plan.tasks),
    writeTable(PLAN_SHEETS.holidays, HOLIDAY_COLUMNS, plan.holidays),
  ];
}

export type PlanRefusalCode =
  | 'plan-no-sheet'
  | 'plan-no-column'
  | 'plan-no-item'
  | 'plan-newer-format'
  | 'plan-bad-cell'
  | 'plan-duplicate-code'
  | 'plan-unknown-agency'
  | 'plan-unknown-indicator';

/** Thrown inside this file only, so that a reader of one cell can stop the whole; turned into a refusal at the door. */
class Refused extends Error {
  constructor(readonly refusal: Refusal<PlanRefusalCode>) {
    super(refusal.code);
  }
}

function stop(code: PlanRefusalCode, facts: Refusal['facts']): never {
  throw new Refused({ code, facts });
}

/** Reads a plan from its tables, or says which sheet and cell is not as expected. */
export function readPlan(workbook: Workbook): Result<Plan, Refusal<PlanRefusalCode>> {
  try {
    return accept(readTables(workbook));
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal.code, error.refusal.facts);
    throw error;
  }
}

/** Whether a workbook holds a plan at all: it has the sheet Kế hoạch with a plan id. */
export function hasPlan(workbook: Workbook): boolean {
  const sheet = findSheet(workbook, PLAN_SHEETS.plan);
  return (
    !!sheet &&
    [...sheet.rows.values()].some((row) => matchKey(cellText(row.get(0)?.value ?? null)) === matchKey(ITEM.id))
  );
}

function readTables(workbook: Workbook): Plan {
  const item = readItems(workbook);
  const format = integer(item(ITEM.format));
  if (format > PLAN_FORMAT) stop('plan-newer-format', { found: format, known: PLAN_FORMAT });
  const from = item(ITEM.from);
  const plan: Plan = {
    id: required(item(ITEM.id)),
    name: item(ITEM.name).text,
    number: item(ITEM.number).text,
    date: item(ITEM.date).text === '' ? null : date(item(ITEM.date)),
    issuer: item(ITEM.issuer).text,
    year: integer(item(ITEM.year)),
    consolidator: required(item(ITEM.consolidator)),
    schedule: {
      kinds: words
        .splitList(item(ITEM.kinds).text)
        .map((part) => word(words.periodKindWords, { ...item(ITEM.kinds), text: part })),
      window: word(words.windowWords, item(ITEM.window)),
      dueAfter: integer(item(ITEM.dueAfter)),
      from: (readPeriodLabel(from.text) ?? bad(from, 'Tháng 1/2024, Quý I/2024')).id,
    },
    agencies: table(workbook, PLAN_SHEETS.agencies, AGENCY_COLUMNS).map(readAgency),
    indicators: table(workbook, PLAN_SHEETS.indicators, INDICATOR_COLUMNS).map(readIndicator),
    targets: table(workbook, PLAN_SHEETS.targets, TARGET_COLUMNS).map(readTarget),
    tasks: table(workbook, PLAN_SHEETS.tasks, TASK_COLUMNS).map(readTask),
    holidays: table(workbook, PLAN_SHEETS.holidays, HOLIDAY_COLUMNS).map(readHoliday),
  };
  checkReferences(plan);
  return plan;
}

function readItems(workbook: Workbook): (name: string) => TableCell {
  const rows = table(workbook, PLAN_SHEETS.plan, ITEM_COLUMNS);
  const items = new Map(rows.map((row) => [matchKey(row.get('Mục').text), row.get('Nội dung')]));
  return (name) => items.get(matchKey(name)) ?? stop('plan-no-item', { sheet: PLAN_SHEETS.plan, item: name });
}

function table<Row>(workbook: Workbook, name: string, columns: Column<Row>[]): TableRow[] {
  const sheet = findSheet(workbook, name) ?? stop('plan-no-sheet', { sheet: name });
  const headings = columns.map((column) => column.heading);
  const { rows, missing } = readTable(sheet, headings);
  if (missing.length > 0) stop('plan-no-column', { sheet: name, column: missing.join(', ') });
  return rows;
}

function readAgency(row: TableRow): Agency {
  return {
    code: required(row.get('Mã')),
    name: required(row.get('Tên đơn vị')),
    shortName: row.get('Tên viết tắt').text,
    aliases: words.splitList(row.get('Tên gọi khác').text),
    level: word(words.levelWords, row.get('Cấp')),
    parent: row.get('Trực thuộc').text || null,
    validFrom: optionalDate(row.get('Hiệu lực từ')),
    validTo: optionalDate(row.get('Hiệu lực đến')),
    successor: row.get('Đơn vị kế thừa').text || null,
    reports: word(words.yesNoWords, row.get('Phải báo cáo')) === 'yes',
  };
}

function readIndicator(row: TableRow): Indicator {
  const taskCount = row.get('Cách tính từ nhiệm vụ');
  const denominator = { name: row.get('Mẫu số').text, unit: row.get('ĐVT mẫu số').text };
  return {
    code: required(row.get('Mã')),
    stt: row.get('STT').text,
    group: row.get('Nhóm').text,
    heading: row.get('Tiêu đề trên').text,
    name: required(row.get('Chỉ tiêu')),
    unit: required(row.get('ĐVT')),
    kind: word(words.indicatorKindWords, row.get('Loại')),
    overTime: word(words.overTimeWords, row.get('Cộng theo thời gian')),
    ...(taskCount.text === '' ? {} : { taskCount: word(words.taskCountWords, taskCount) }),
    numerator: { name: row.get('Tử số').text, unit: row.get('ĐVT tử số').text },
    denominator: denominator.name === '' && denominator.unit === '' ? null : denominator,
    partOfWhole: word(words.yesNoWords, row.get('Tử là một phần của mẫu')) === 'yes',
    assess: word(words.assessWords, row.get('Đánh giá')),
    deadline: deadline(row.get('Thời hạn')),
    task: row.get('Thuộc nhiệm vụ').text,
    lead: row.get('Cơ quan chủ trì').text,
    coordinating: row.get('Cơ quan phối hợp').text,
    implementing: row.get('Cơ quan thực hiện').text,
    filledBy: words.readFillers(row.get('Đơn vị điền số liệu').text),
    sameAs: row.get('Trùng với').text,
    proposedNames: word(words.namesWords, row.get('Định nghĩa tử, mẫu')) === 'yes',
  };
}

function readTarget(row: TableRow): Target {
  const level = row.get('Cấp');
  const value = row.get('Mức');
  return {
    indicator: required(row.get('Mã chỉ tiêu')),
    level: level.text === '' ? null : word(words.levelWords, level),
    agency: row.get('Đơn vị').text || null,
    raw: row.get('Ghi trong kế hoạch').text,
    operator: word(words.operatorWords, row.get('So sánh')),
    value: value.text === '' ? null : number(value),
    confirmed: word(words.confirmedWords, row.get('Xác nhận')) === 'yes',
  };
}

function readTask(row: TableRow): Task {
  return {
    code: required(row.get('Mã')),
    stt: row.get('STT').text,
    section: row.get('Phần').text,
    sectionTitle: row.get('Tên phần').text,
    parent: row.get('Thuộc nhiệm vụ').text,
    kind: word(words.taskKindWords, row.get('Loại')),
    text: required(row.get('Nhiệm vụ')),
    lead: row.get('Cơ quan chủ trì').text,
    coordinating: row.get('Cơ quan phối hợp').text,
    implementing: row.get('Cơ quan thực hiện').text,
    product: row.get('Sản phẩm').text,
    deadlineText: row.get('Thời gian hoàn thành').text,
    deadline: deadline(row.get('Thời hạn')),
    filledBy: words.readFillers(row.get('Đơn vị điền số liệu').text),
  };
}

function readHoliday(row: TableRow): Holiday {
  return {
    date: date(row.get('Ngày')),
    name: row.get('Tên').text,
    kind: word(words.holidayWords, row.get('Loại')),
  };
}

function bad(cell: TableCell, expected: string): never {
  return stop('plan-bad-cell', { sheet: cell.sheet, cell: cell.cell, found: cell.text, expected });
}

function required(cell: TableCell): string {
  return cell.text === '' ? bad(cell, '…') : cell.text;
}

function word<T extends string>(list: { read(text: string): T | undefined; all: string[] }, cell: TableCell): T {
  return list.read(cell.text) ?? bad(cell, list.all.join(' / '));
}

function number(cell: TableCell): number {
  if (typeof cell.value === 'number') return cell.value;
  const reading = readNumber(cell.text, { counted: false });
  return reading.kind === 'number' ? reading.value : bad(cell, '80');
}

function integer(cell: TableCell): number {
  const value = number(cell);
  return Number.isInteger(value) ? value : bad(cell, '1, 2, 3…');
}

function date(cell: TableCell): CivilDate {
  return optionalDate(cell) ?? bad(cell, '04/3/2024');
}

function optionalDate(cell: TableCell): CivilDate | null {
  if (cell.text === '') return null;
  const read = typeof cell.value === 'number' ? dateFromSerial(cell.value) : readDate(cell.text);
  return read ?? bad(cell, '04/3/2024');
}

function deadline(cell: TableCell): Indicator['deadline'] {
  const read = words.readDeadline(cell.text);
  return read === undefined
    ? bad(cell, 'Tháng 10/2024, Quý I/2024, Năm 2024, Ngày 09/8/2024, Hằng tháng, Thường xuyên')
    : read;
}

function checkReferences(plan: Plan): void {
  const agencies = unique(PLAN_SHEETS.agencies, plan.agencies);
  const indicators = unique(PLAN_SHEETS.indicators, plan.indicators);
  unique(PLAN_SHEETS.tasks, plan.tasks);
  const known = (sheet: string, code: string | null) => {
    if (code !== null && !agencies.has(tidy(code))) stop('plan-unknown-agency', { sheet, code });
  };
  known(PLAN_SHEETS.plan, plan.consolidator);
  for (const agency of plan.agencies) known(PLAN_SHEETS.agencies, agency.parent);
  for (const [sheet, rows] of [
    [PLAN_SHEETS.indicators, plan.indicators],
    [PLAN_SHEETS.tasks, plan.tasks],
  ] as const) {
    for (const row of rows) for (const filler of row.filledBy) if ('agency' in filler) known(sheet, filler.agency);
  }
  for (const target of plan.targets) {
    if (!indicators.has(target.indicator)) {
      stop('plan-unknown-indicator', { sheet: PLAN_SHEETS.targets, code: target.indicator });
    }
    known(PLAN_SHEETS.targets, target.agency);
  }
}

function unique(sheet: string, rows: { code: string }[]): Set<string> {
  const codes = new Set<string>();
  for (const { code } of rows) {
    if (codes.has(code)) stop('plan-duplicate-code', { sheet, code });
    codes.add(code);
  }
  return codes;
}
