import type { CivilDate } from '../../text/date';
import { dateToSerial } from '../../text/date';
import type { Succession } from '../agency/succession';
import type { CellValue, Style } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { periodLabel, periodOf } from '../period/period';
import type { Holiday } from '../period/window';
import type { Agency } from '../agency/agency';
import {
  PLAN_FORMAT,
  type Confirmation,
  type Indicator,
  type Plan,
  type Standing,
  type Target,
  type Task,
} from './plan';
import { later, optional, phrase, required, text, word } from '../table/field';
import { SheetTable, type ValuesOf } from '../table/sheet-table';
import { TAB, writeTable, type Column } from '../table/table';
import { Words } from '../table/words';
import type { StatChoices, StatForm } from './stat-form';
import * as words from './words';
import { code, deadline, list, planDay, yes } from './plan-fields';

/**
 * The plan as tables that staff read and edit in the consolidator's workbook
 * (docs/plan-workbook.md); `readPlan` reads them back to the same plan.
 */
export const PLAN_SHEETS = {
  plan: 'Kế hoạch',
  agencies: 'Đơn vị',
  indicators: 'Chỉ tiêu',
  targets: 'Mức giao',
  tasks: 'Nhiệm vụ',
  assignments: 'Phân công',
  forms: 'Biểu thống kê',
  successions: 'Kế thừa',
  confirmations: 'Xác nhận',
  holidays: 'Ngày nghỉ',
} as const;

/** Sheets that format 1 did not have, and that an owner without any of it may delete. */
export const OPTIONAL_SHEETS: readonly string[] = [
  PLAN_SHEETS.assignments,
  PLAN_SHEETS.forms,
  PLAN_SHEETS.successions,
  PLAN_SHEETS.confirmations,
];

const DATE = { format: 'dd/mm/yyyy' };
const TEXT = { format: '@' };

/**
 * From and until when a row of an adjusted plan stands (Điều chỉnh kế hoạch); blank in most plans.
 */
const STANDING: Column<Standing>[] = [
  { heading: 'Từ ngày', width: 12, style: DATE, write: (row) => serial(row.from ?? null) },
  { heading: 'Đến ngày', width: 12, style: DATE, write: (row) => serial(row.until ?? null) },
];

/** What an owner chooses of an indicator's figures beyond its kind; blank in most plans. */
const CHOICES: Column<Indicator>[] = [
  {
    heading: 'Cộng theo đơn vị',
    width: 20,
    write: (i) => (i.overAgencies ? words.overAgenciesWords.write(i.overAgencies) : null),
  },
  {
    heading: 'Số thập phân',
    width: 16,
    write: (i) => (i.decimals ? words.decimalsWords.write(i.decimals) : null),
  },
  {
    heading: 'Có thể âm',
    width: 9,
    write: (i) => (i.sign === 'any' ? words.yesNoWords.write('yes') : null),
  },
  {
    heading: 'Nhân với',
    width: 9,
    write: (i) => (i.scale ? words.scaleWords.write(`${i.scale}`) : null),
    style: TEXT,
  },
  {
    heading: 'So với',
    width: 24,
    write: (i) => (i.compared ? words.comparedWords.write(i.compared) : null),
  },
  { heading: 'Các lựa chọn', width: 24, style: TEXT, write: (i) => i.answers?.join('; ') ?? null },
];

/** What an owner chooses of a column or row of a statistics form; blank in most. */
const FORM_CHOICES: Column<FormRow>[] = [
  { heading: 'Nhóm trên', width: 24, write: (f) => f.over ?? null },
  {
    heading: 'Kiểu nhập',
    width: 12,
    write: (f) => (f.typed ? words.statTypedWords.write(f.typed) : null),
  },
  { heading: 'Các lựa chọn', width: 28, style: TEXT, write: (f) => f.answers?.join('; ') ?? null },
  {
    heading: 'Số thập phân',
    width: 16,
    write: (f) => (f.decimals ? words.decimalsWords.write(f.decimals) : null),
  },
  {
    heading: 'Có thể âm',
    width: 9,
    write: (f) => (f.sign === 'any' ? words.yesNoWords.write('yes') : null),
  },
  {
    heading: 'Cộng theo đơn vị',
    width: 20,
    write: (f) => (f.overAgencies ? words.statOverAgenciesWords.write(f.overAgencies) : null),
  },
  { heading: 'Số dòng để ghi', width: 11, write: (f) => f.lines ?? null },
  {
    heading: 'Dòng cộng',
    width: 11,
    write: (f) => (f.totals ? words.yesNoWords.write(f.totals) : null),
  },
];

/** Columns that format 1 (from and until when) or 2 (choices) did not have. */
export const OPTIONAL_COLUMNS: readonly string[] = [
  ...STANDING,
  ...CHOICES,
  ...FORM_CHOICES,
  { heading: 'Mức đến' },
  { heading: 'Phạm vi' },
  { heading: 'Cách đánh giá' },
].map(({ heading }) => heading);

interface Item {
  name: string;
  value: CellValue;
  style?: Style;
}

export const ITEM = {
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
  /** Only where the owner says so; absent is Không. */
  quarterReplacesLastMonth: 'Báo cáo quý thay báo cáo tháng cuối quý',
};

export const ITEM_COLUMNS: Column<Item>[] = [
  { heading: 'Mục', width: 42, write: (item) => item.name },
  { heading: 'Nội dung', width: 80, write: (item) => item.value, styleOf: (item) => item.style },
];

export const AGENCIES = new SheetTable<Agency>(
  PLAN_SHEETS.agencies,
  {
    code: code('Mã', 10),
    name: required(phrase('Tên đơn vị', 48)),
    shortName: phrase('Tên viết tắt', 28),
    aliases: list('Tên gọi khác', 40),
    level: word('Cấp', 8, words.levelWords),
    parent: optional(text('Trực thuộc', 10)),
    validFrom: optional(planDay('Hiệu lực từ', 12)),
    validTo: optional(planDay('Hiệu lực đến', 12)),
    successor: optional(text('Đơn vị kế thừa', 14)),
    reports: yes('Phải báo cáo', 12),
  },
  false,
);

export const INDICATOR_COLUMNS: Column<Indicator>[] = [
  { heading: 'Mã', width: 11, style: TEXT, write: (i) => i.code },
  { heading: 'STT', width: 6, style: TEXT, write: (i) => i.stt },
  { heading: 'Nhóm', width: 28, write: (i) => i.group },
  { heading: 'Tiêu đề nhóm', width: 28, write: (i) => i.heading },
  { heading: 'Chỉ tiêu', width: 52, write: (i) => i.name },
  { heading: 'ĐVT', width: 7, write: (i) => i.unit },
  { heading: 'Loại', width: 16, write: (i) => words.indicatorKindWords.write(i.kind) },
  {
    heading: 'Cách cộng qua các kỳ',
    width: 18,
    write: (i) => words.overTimeWords.write(i.overTime),
  },
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
  ...CHOICES,
  { heading: 'Đánh giá', width: 13, write: (i) => words.assessWords.write(i.assess) },
  { heading: 'Thời hạn', width: 16, style: TEXT, write: (i) => words.writeDeadline(i.deadline) },
  { heading: 'Thuộc nhiệm vụ', width: 10, style: TEXT, write: (i) => i.task },
  { heading: 'Cơ quan chủ trì', width: 24, write: (i) => i.lead },
  { heading: 'Cơ quan phối hợp', width: 24, write: (i) => i.coordinating },
  { heading: 'Cơ quan thực hiện', width: 36, write: (i) => i.implementing },
  {
    heading: 'Đơn vị điền số liệu',
    width: 36,
    style: TEXT,
    write: (i) => words.writeFillers(i.filledBy),
  },
  { heading: 'Trùng với', width: 10, style: TEXT, write: (i) => i.sameAs },
  {
    heading: 'Định nghĩa tử, mẫu',
    width: 16,
    write: (i) => words.namesWords.write(i.proposedNames ? 'yes' : 'no'),
  },
  ...STANDING,
];

const TARGET_END: Column<Target> = {
  heading: 'Mức đến',
  width: 10,
  write: (t) => t.to ?? null,
};

export const TARGET_COLUMNS: Column<Target>[] = [
  { heading: 'Mã chỉ tiêu', width: 12, style: TEXT, write: (t) => t.indicator },
  { heading: 'Cấp', width: 10, write: (t) => t.level && words.levelWords.write(t.level) },
  { heading: 'Đơn vị', width: 12, style: TEXT, write: (t) => t.agency },
  { heading: 'Ghi trong kế hoạch', width: 22, style: TEXT, write: (t) => t.raw },
  { heading: 'So sánh', width: 12, write: (t) => words.operatorWords.write(t.operator) },
  { heading: 'Mức', width: 10, write: (t) => t.value },
  {
    heading: 'Xác nhận',
    width: 14,
    write: (t) => words.confirmedWords.write(t.confirmed ? 'yes' : 'no'),
  },
  STANDING[0],
  TARGET_END,
  {
    heading: 'Phạm vi',
    width: 14,
    write: (t) => (t.scope ? words.scopeWords.write(t.scope) : null),
  },
  {
    heading: 'Cách đánh giá',
    width: 17,
    write: (t) => (t.assess ? words.assessWords.write(t.assess) : null),
  },
  { heading: 'Đến ngày', width: 12, style: DATE, write: (t) => serial(t.until ?? null) },
];

export const TASKS = new SheetTable(
  PLAN_SHEETS.tasks,
  {
    code: code('Mã', 9),
    stt: text('STT', 6),
    section: text('Phần', 7),
    sectionTitle: phrase('Tên phần', 26),
    parent: text('Thuộc nhiệm vụ', 10),
    kind: word('Loại', 14, words.taskKindWords),
    text: required(phrase('Nhiệm vụ', 70)),
    lead: phrase('Cơ quan chủ trì', 24),
    coordinating: phrase('Cơ quan phối hợp', 24),
    implementing: phrase('Cơ quan thực hiện', 36),
    product: phrase('Sản phẩm', 24),
    deadlineText: text('Thời gian hoàn thành', 26),
    deadline: deadline('Thời hạn', 16),
    fillers: text('Đơn vị điền số liệu', 36),
    from: later(optional(planDay('Từ ngày', 12))),
    until: later(optional(planDay('Đến ngày', 12))),
  },
  false,
);
type TaskRow = ValuesOf<typeof TASKS>;

type AssignedTable = 'indicators' | 'tasks' | 'forms';
const ASSIGNED = new Words<AssignedTable>({
  indicators: PLAN_SHEETS.indicators,
  tasks: PLAN_SHEETS.tasks,
  forms: PLAN_SHEETS.forms,
});

/**
 * A row of Phân công: what is given to an agency beyond, or taken from it in spite of, what the row
 * itself says.
 */
interface AssignmentRow {
  table: AssignedTable;
  code: string;
  agency: string;
  isGiven: boolean;
}

export const ASSIGNMENTS = new SheetTable<AssignmentRow>(
  PLAN_SHEETS.assignments,
  {
    table: word('Bảng', 14, ASSIGNED),
    code: required(text('Mã', 11)),
    agency: required(text('Đơn vị', 14)),
    isGiven: yes('Phân công', 14, words.assignmentWords),
  },
  false,
);

/**
 * A row of Biểu thống kê says one thing of one form: what it is, one of its columns or rows, or an
 * identity.
 */
interface FormRow extends Standing, StatChoices {
  over?: string;
  totals?: StatForm['totals'];
  lines?: number;
  form: string;
  part: words.FormPart;
  code: string;
  group: string;
  name: string;
  unit: string;
  overTime: string;
  formula: string;
  fillers: string;
}

export const FORM_COLUMNS: Column<FormRow>[] = [
  { heading: 'Mã biểu', width: 10, style: TEXT, write: (f) => f.form },
  { heading: 'Loại dòng', width: 11, write: (f) => words.formPartWords.write(f.part) },
  { heading: 'Mã', width: 8, style: TEXT, write: (f) => f.code },
  { heading: 'Nhóm', width: 30, write: (f) => f.group },
  { heading: 'Nội dung', width: 52, write: (f) => f.name },
  { heading: 'ĐVT', width: 10, write: (f) => f.unit },
  { heading: 'Cách cộng qua các kỳ', width: 18, write: (f) => f.overTime },
  { heading: 'Công thức', width: 24, style: TEXT, write: (f) => f.formula },
  { heading: 'Đơn vị điền số liệu', width: 36, style: TEXT, write: (f) => f.fillers },
  ...STANDING,
  ...FORM_CHOICES,
];

export const SUCCESSIONS = new SheetTable<Succession>(
  PLAN_SHEETS.successions,
  {
    from: required(text('Đơn vị cũ', 14)),
    to: required(text('Đơn vị mới', 14)),
    kind: word('Hình thức', 14, words.successionWords),
    date: planDay('Kế thừa từ ngày', 15),
  },
  false,
);

export const CONFIRMATIONS = new SheetTable<Confirmation>(
  PLAN_SHEETS.confirmations,
  {
    table: phrase('Bảng', 14),
    code: text('Mã', 16),
    heading: phrase('Cột', 24),
    question: text('Nội dung cần xác nhận', 120),
    who: text('Người xác nhận', 28),
    day: optional(planDay('Ngày xác nhận', 14)),
  },
  false,
);

export const HOLIDAYS = new SheetTable<Holiday>(
  PLAN_SHEETS.holidays,
  {
    date: planDay('Ngày', 12),
    name: phrase('Tên', 36),
    kind: word('Loại', 10, words.holidayWords),
  },
  false,
);

function serial(date: CivilDate | null): CellValue {
  return date === null ? null : dateToSerial(date);
}

function yesNo(value: boolean): string {
  return words.yesNoWords.write(value ? 'yes' : 'no');
}

function taskRow({ filledBy, from, until, ...task }: Task): TaskRow {
  const fillers = words.writeFillers(filledBy);
  return { ...task, fillers, from: from ?? null, until: until ?? null };
}

/** What a plan takes from single agencies of a level, as the sheet Phân công lists it. */
function assignmentRows(plan: Plan): AssignmentRow[] {
  const tables = [
    ['indicators', plan.indicators],
    ['tasks', plan.tasks],
    ['forms', plan.forms],
  ] as const;
  return tables.flatMap(([table, rows]) =>
    rows.flatMap(({ code, filledBy }) =>
      filledBy.flatMap((filler) =>
        'except' in filler ? [{ table, code, agency: filler.except, isGiven: false }] : [],
      ),
    ),
  );
}

function formRows(plan: Plan): FormRow[] {
  const blank = { code: '', group: '', name: '', unit: '', overTime: '', formula: '', fillers: '' };
  return plan.forms.flatMap((form): FormRow[] => [
    {
      ...blank,
      form: form.code,
      part: 'form',
      group: form.rowHeading,
      name: form.title,
      fillers: words.writeFillers(form.filledBy),
      from: form.from,
      until: form.until,
      totals: form.totals,
      lines: form.lines,
    },
    ...form.columns.map((column): FormRow => ({
      ...blank,
      ...column,
      form: form.code,
      part: 'column',
      overTime: words.columnOverTimeWords.write(column.overTime),
    })),
    ...(form.lines ? [] : form.rows).map(
      ({ key, unit, overTime, formula, filledBy, ...row }): FormRow => ({
        ...blank,
        ...row,
        form: form.code,
        part: 'row',
        code: key,
        unit: unit ?? '',
        overTime: overTime ? words.columnOverTimeWords.write(overTime) : '',
        formula: formula?.text ?? '',
        fillers: words.writeFillers(filledBy ?? []),
      }),
    ),
    ...form.identities.map(({ text }): FormRow => ({
      ...blank,
      form: form.code,
      part: 'identity',
      formula: text,
    })),
    ...(form.rowIdentities ?? []).map(({ text }): FormRow => ({
      ...blank,
      form: form.code,
      part: 'row-identity',
      formula: text,
    })),
  ]);
}

/** The tables of a plan, in the order staff read them. */
export function writePlan(plan: Plan): Sheet[] {
  const items: Item[] = [
    { name: ITEM.format, value: PLAN_FORMAT },
    { name: ITEM.id, value: plan.id },
    { name: ITEM.name, value: plan.name },
    { name: ITEM.number, value: plan.number, style: TEXT },
    { name: ITEM.date, value: serial(plan.date) },
    { name: ITEM.issuer, value: plan.issuer },
    { name: ITEM.year, value: plan.year },
    { name: ITEM.consolidator, value: plan.consolidator },
    {
      name: ITEM.kinds,
      value: plan.schedule.kinds.map((kind) => words.periodKindWords.write(kind)).join('; '),
    },
    { name: ITEM.window, value: words.windowWords.write(plan.schedule.window) },
    { name: ITEM.dueAfter, value: plan.schedule.dueAfter },
    { name: ITEM.from, value: periodLabel(periodOf(plan.schedule.from)) },
    ...(plan.schedule.quarterReplacesLastMonth
      ? [{ name: ITEM.quarterReplacesLastMonth, value: yesNo(true) }]
      : []),
  ];
  const front = writeTable(PLAN_SHEETS.plan, ITEM_COLUMNS, items);
  const dateRow = items.findIndex((item) => item.name === ITEM.date) + 1;
  front.put(dateRow, 1, serial(plan.date), {
    ...front.cell(dateRow, 1)!.style,
    ...DATE,
    align: 'left',
  });
  for (const row of [1, dateRow + 2, dateRow + 6]) {
    const cell = front.cell(row, 1)!;
    front.set(row, 1, { ...cell, style: { ...cell.style, align: 'left' } });
  }
  const sheets = [
    front,
    AGENCIES.write(plan.agencies),
    writeTable(PLAN_SHEETS.indicators, INDICATOR_COLUMNS, plan.indicators),
    writeTable(PLAN_SHEETS.targets, TARGET_COLUMNS, plan.targets),
    TASKS.write(plan.tasks.map(taskRow)),
    ASSIGNMENTS.write(assignmentRows(plan)),
    writeTable(PLAN_SHEETS.forms, FORM_COLUMNS, formRows(plan)),
    SUCCESSIONS.write(plan.successions),
    CONFIRMATIONS.write(plan.confirmations),
    HOLIDAYS.write(plan.holidays),
  ];
  for (const sheet of sheets) sheet.tabColor = TAB.plan;
  return sheets;
}
