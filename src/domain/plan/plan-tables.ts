import type { Succession } from '../agency/succession';
import type { Sheet } from '../../workbook/sheet';
import type { Holiday } from '../period/window';
import type { Agency } from '../agency/agency';
import type { Confirmation, PathChoice, Plan, Task } from './plan';
import { later, optional, phrase, required, text, word } from '../table/field';
import { SheetTable, type ValuesOf } from '../table/sheet-table';
import { TAB } from '../table/table';
import { Words } from '../table/words';
import { formRows, FORMS } from './form-table';
import { indicatorRow, INDICATORS } from './indicator-table';
import * as words from './words';
import {
  code,
  deadline,
  email,
  identifiers,
  list,
  period,
  phone,
  planDay,
  yes,
} from './plan-fields';
import { ITEMS, itemsOf } from './plan-items';
import { PLAN_SHEETS } from './plan-sheets';
import { targetRow, TARGETS } from './target-table';

/** An agency as its row holds it: what nobody wrote is blank there and absent in the plan. */
type AgencyRow = Omit<Agency, 'identifiers' | 'contact'> & {
  identifiers: string[];
  person: string;
  phone: string;
  email: string;
};

export const AGENCIES = new SheetTable<AgencyRow>(
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
    identifiers: later(identifiers('Mã định danh', 22)),
    person: later(phrase('Đầu mối', 26)),
    phone: later(phone('Điện thoại', 16)),
    email: later(email('Thư điện tử', 28)),
  },
  false,
);

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

export const PATHS = new SheetTable<PathChoice>(
  PLAN_SHEETS.paths,
  {
    period: period('Kỳ', 16),
    table: word('Bảng', 16, words.pathTableWords),
    code: text('Mã', 16),
    path: word('Số được tính', 20, words.pathWords),
    who: required(text('Người chọn', 28)),
    day: optional(planDay('Ngày chọn', 14)),
    at: later(text('Thời điểm', 20)),
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

function agencyRow({ identifiers = [], contact, ...agency }: Agency): AgencyRow {
  return { ...agency, identifiers, ...(contact ?? { person: '', phone: '', email: '' }) };
}

/** What a row of Đơn vị says, without what is blank. */
export function agencyOf({ identifiers, person, phone, email, ...agency }: AgencyRow): Agency {
  const isReachable = person !== '' || phone !== '' || email !== '';
  return {
    ...agency,
    ...(identifiers.length > 0 ? { identifiers } : {}),
    ...(isReachable ? { contact: { person, phone, email } } : {}),
  };
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

/**
 * The tables of a plan, in the order staff read them; `readPlan` reads them back to the same plan.
 */
export function writePlan(plan: Plan): Sheet[] {
  const sheets = [
    ITEMS.write(itemsOf(plan)),
    AGENCIES.write(plan.agencies.map(agencyRow)),
    INDICATORS.write(plan.indicators.map(indicatorRow)),
    TARGETS.write(plan.targets.map(targetRow)),
    TASKS.write(plan.tasks.map(taskRow)),
    ASSIGNMENTS.write(assignmentRows(plan)),
    FORMS.write(plan.forms.flatMap(formRows)),
    SUCCESSIONS.write(plan.successions),
    CONFIRMATIONS.write(plan.confirmations),
    ...(plan.paths?.length ? [PATHS.write(plan.paths)] : []),
    HOLIDAYS.write(plan.holidays),
  ];
  for (const sheet of sheets) sheet.tabColor = TAB.plan;
  return sheets;
}
