import type { Actor } from '../domain/actor';
import { dueDate } from '../domain/period/window';
import { periodLabel, readPeriodLabel, type Period } from '../domain/period/period';
import { citedDocument } from '../domain/plan/citation';
import { dueDateOf, findAgency, scheduledPeriods, type Plan } from '../domain/plan/plan';
import { CHASE_SHEET } from '../domain/report/chase-sheet';
import type { HandIn } from '../domain/report/hand-in';
import { text } from '../domain/table/field';
import { SheetTable } from '../domain/table/sheet-table';
import { asWorking, writeTable, type Column } from '../domain/table/table';
import { formatDate, type CivilDate } from '../text/date';
import type { CalendarDay } from '../text/calendar-file';
import type { Sheet } from '../workbook/sheet';
import type { Undo, WorkbookPort } from './ports';

/** Why an agency is written to. */
export type ChaseReason = 'missing' | 'incomplete' | 'returned' | 'late';

export interface Chased {
  row: HandIn;
  reason: ChaseReason;
}

/**
 * Everyone who owes something of a period, in the order of what is owed; who came late is among
 * them, for the office notes it.
 */
export function chaseList(rows: readonly HandIn[]): Chased[] {
  const reasonOf = ({ state, latest }: HandIn): ChaseReason | null => {
    if (state === 'missing' || state === 'incomplete' || state === 'returned') return state;
    return latest?.late ? 'late' : null;
  };
  const found = rows.flatMap((row): Chased[] => {
    const reason = reasonOf(row);
    return reason ? [{ row, reason }] : [];
  });
  return found.sort((a, b) => REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason));
}

const REASONS: readonly ChaseReason[] = ['missing', 'incomplete', 'returned', 'late'];

/** The words of what is sent, which is Vietnamese whatever the interface language. */
const SAID: Record<ChaseReason, string> = {
  missing: 'chưa nộp',
  incomplete: 'nộp chưa đủ kỳ',
  returned: 'biểu đã nộp bị trả lại để sửa, chưa nộp lại',
  late: 'đã nộp muộn',
};

/** Working days to answer a reminder in, once the due date has passed. */
const DAYS_TO_ANSWER = 2;

/**
 * The day an agency is asked for: the due date, or where it has passed one that is still to come.
 */
export function dayAskedFor(plan: Plan, period: Period, today: CivilDate): CivilDate {
  const due = dueDateOf(plan, period);
  return due >= today ? due : dueDate(today, DAYS_TO_ANSWER, plan.holidays);
}

/** What is sent to one agency, or to all that are chased at once. */
export function chaseText(
  plan: Plan,
  period: Period,
  chased: readonly Chased[],
  day: CivilDate,
): { subject: string; body: string } {
  const report = `báo cáo ${lowered(periodLabel(period))}`;
  const due = formatDate(dueDateOf(plan, period));
  const subject = `Đôn đốc ${report} (${plan.number})`;
  const one = chased.length === 1 ? chased[0] : null;
  const signed = findAgency(plan, plan.consolidator)?.name;
  const ask = `Đề nghị ${one ? 'đơn vị' : 'các đơn vị'} kiểm tra và nộp trước hết ngày ${formatDate(day)}. Nếu đã nộp, đề nghị bỏ qua thông báo này.`;
  const body = one
    ? [
        `Kính gửi ${one.row.agency.name},`,
        '',
        `Thực hiện ${plan.name} (${citedDocument(plan)}), ${report} của đơn vị (hạn nộp ${due}): ${SAID[one.reason]}.`,
        ask,
      ]
    : [
        'Kính gửi các đơn vị,',
        '',
        `Thực hiện ${plan.name} (${citedDocument(plan)}), ${report} (hạn nộp ${due}) còn ${chased.length} đơn vị:`,
        ...chased.map(
          ({ row, reason }, index) => `${index + 1}. ${row.agency.name}: ${SAID[reason]}`,
        ),
        '',
        ask,
      ];
  return { subject, body: [...body, '', 'Trân trọng.', ...(signed ? [signed] : [])].join('\n') };
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Where those of them can be written to whose address the register has, each once. */
export function addressesOf(chased: readonly Chased[]): string[] {
  const all = chased.flatMap(({ row }) =>
    (row.agency.contact?.email ?? '').split(';').map((one) => one.trim()),
  );
  return [...new Set(all.filter((one) => one !== ''))];
}

/** The list as a sheet of its own, to be put into a letter or sorted. */
export function chaseTable(period: Period, chased: readonly Chased[], day: CivilDate): Sheet {
  const columns: Column<Chased>[] = [
    {
      heading: 'Mã đơn vị',
      width: 12,
      style: { format: '@' },
      write: ({ row }) => row.agency.code,
    },
    { heading: 'Đơn vị', width: 40, write: ({ row }) => row.agency.name },
    { heading: 'Tình trạng', width: 36, write: ({ reason }) => SAID[reason] },
    { heading: 'Hạn nộp', width: 12, write: ({ row }) => formatDate(row.due) },
    { heading: 'Đề nghị nộp trước hết ngày', width: 16, write: () => formatDate(day) },
    { heading: 'Đầu mối', width: 26, write: ({ row }) => row.agency.contact?.person ?? null },
    {
      heading: 'Điện thoại',
      width: 16,
      style: { format: '@' },
      write: ({ row }) => row.agency.contact?.phone ?? null,
    },
    {
      heading: 'Thư điện tử',
      width: 28,
      style: { format: '@' },
      write: ({ row }) => row.agency.contact?.email ?? null,
    },
  ];
  return writeTable(`Đôn đốc ${period.id}`, columns, chased);
}

/** Every due date of the plan's year, for a calendar. */
export function dueDays(plan: Plan): CalendarDay[] {
  return scheduledPeriods(plan).map((period) => ({
    id: `${plan.id}-${period.id}@tong-hop`,
    day: dueDateOf(plan, period),
    title: `Hạn nộp ${lowered(periodLabel(period))} (${plan.number})`,
  }));
}

export interface ChaseNote extends Actor {
  period: string;
  agency: string;
  reason: string;
}

const NOTES = new SheetTable<ChaseNote>(
  CHASE_SHEET,
  {
    at: text('Thời điểm', 20),
    period: text('Kỳ', 10),
    agency: text('Mã đơn vị', 12),
    reason: text('Nội dung', 40),
    who: text('Người thực hiện (tự khai)', 28),
  },
  true,
);

/** Notes that a reminder was sent to each; one undo. */
export function noteChased(
  port: WorkbookPort,
  period: Period,
  chased: readonly Chased[],
  actor: Actor,
): Promise<Undo> {
  const notes = chased.map(({ row, reason }) => ({
    ...actor,
    period: period.id,
    agency: row.agency.code,
    reason: SAID[reason],
  }));
  return port.appendRows([asWorking(NOTES.write(notes))]);
}

/** When each agency was last written to about a period, by code. */
export async function chasedBefore(
  port: WorkbookPort,
  period: Period,
): Promise<Map<string, string>> {
  const last = new Map<string, string>();
  for (const row of NOTES.rowsOf(await port.readSheets([CHASE_SHEET]))) {
    const [at, agency] = [row.text('at'), row.text('agency')];
    const isOwn = readPeriodLabel(row.text('period'))?.id === period.id;
    if (isOwn && at > (last.get(agency) ?? '')) last.set(agency, at);
  }
  return last;
}
