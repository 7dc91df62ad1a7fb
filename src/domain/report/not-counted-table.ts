import type { Sheet } from '../../workbook/sheet';
import type { Consolidation } from '../consolidation/consolidation';
import type { Entry } from '../consolidation/coverage';
import { completedBefore } from '../consolidation/task-result';
import type { InForce } from '../ledger/in-force';
import { periodInSentence, periodLabel, type Period } from '../period/period';
import { askedAgencies } from '../plan/assigned';
import {
  expectedTiles,
  findIndicator,
  isFilledBy,
  reportingAgencies,
  type Plan,
} from '../plan/plan';
import type { FiguresSheet } from './figures-sheet';
import { writeAnnex, type AnnexColumn } from './annex';
import type { TableTitle } from './report-head';
import type { ReportContext } from './report-context';
import { tableOfRows } from './report-table';

/** What of a period does not count, and why: nothing that was asked for is left out in silence. */
export interface NotCounted {
  agency: string;
  period: Period;
  /** "K07 – Tỷ lệ…", "" where the whole form is missing. */
  row: string;
  cell: string;
  raw: string;
  why: string;
}

const COLUMNS: AnnexColumn[] = [
  { heading: 'Đơn vị', width: 34 },
  { heading: 'Kỳ', width: 14 },
  { heading: 'Chỉ tiêu', width: 44 },
  { heading: 'Ô trong biểu', width: 12, isCentred: true },
  { heading: 'Ghi trong biểu', width: 20 },
  { heading: 'Lý do', width: 40 },
];

/** Forms that are missing, returned or wait, then single figures of forms that count. */
export function notCounted(
  plan: Plan,
  period: Period,
  inForce: InForce,
  figures: FiguresSheet,
): NotCounted[] {
  const forms = expectedTiles(plan, period).flatMap((part) =>
    askedAgencies(plan, part).flatMap(({ code, name }): NotCounted[] => {
      const own = inForce.versionsOf(code, part.id).filter(({ origin }) => origin !== 'adjustment');
      const row = { agency: name, period: part, row: '', cell: '', raw: '' };
      const waits = own.filter(({ awaits }) => awaits);
      const waiting = waits.map(({ version }) => ({
        ...row,
        why: `Nộp lại lần ${version}, chưa có người chấp nhận`,
      }));
      if (inForce.formOf(code, part.id)) return waiting;
      const last = own.at(-1);
      if (!last) {
        const isBlank = inForce.hasOnlyBlank(code, part.id);
        return [
          {
            ...row,
            why: isBlank
              ? 'Biểu trống, đã tiếp nhận trước đây: coi như chưa báo cáo'
              : 'Chưa nộp biểu',
          },
        ];
      }
      const reason =
        last.decision?.kind === 'returned' ? `: ${last.decision.reason}` : ` (${last.errors} lỗi)`;
      return waiting.length > 0 ? waiting : [{ ...row, why: `Bị trả lại${reason}` }];
    }),
  );
  const single = [...figures.cells].flatMap(([code, agencies]) =>
    [...agencies.values()].flatMap(({ entries }) =>
      entries
        .filter(({ figure }) => figure.kind === 'missing' || figure.kind === 'no-basis')
        .filter((entry) => inForce.formOf(entry.agency.code, entry.period.id))
        .map((entry): NotCounted => {
          const at =
            [entry.numeratorAt, entry.denominatorAt].find((one) => one && one.state !== 'ok') ??
            null;
          const task = entry.task ? `, nhiệm vụ ${entry.task}` : '';
          const row = `${code} – ${findIndicator(plan, code)?.name ?? ''}${task}`;
          const { name } = entry.agency;
          return {
            agency: name,
            period: entry.period,
            row,
            cell: at?.cell ?? '',
            raw: at?.raw ?? '',
            why: whyOf(entry),
          };
        }),
    ),
  );
  return [...forms, ...single, ...takenBack(plan, period, inForce)];
}

/**
 * Statuses that take back a completion of an earlier period: it counts until a person enters what
 * holds.
 */
function takenBack(plan: Plan, period: Period, inForce: InForce): NotCounted[] {
  return expectedTiles(plan, period).flatMap((part) =>
    reportingAgencies(plan, part).flatMap((agency) => {
      const submission = inForce.of(agency.code, part.id);
      return plan.tasks.flatMap((task): NotCounted[] => {
        if (!submission || !isFilledBy(task, agency)) return [];
        const at = submission.observations.find(
          (one) =>
            one.of === 'task' &&
            one.code === task.code &&
            one.measure === 'status' &&
            one.state === 'ok',
        );
        if (!at || at.value === 'done' || inForce.sourceOf(submission, at).origin === 'adjustment')
          return [];
        const done = completedBefore(plan, task, agency, part, inForce);
        if (!done) return [];
        const why = `Đã báo cáo hoàn thành ở kỳ ${periodInSentence(done)}: vẫn tính là đã hoàn thành cho đến khi có người điều chỉnh`;
        return [
          {
            agency: agency.name,
            period: part,
            row: `${task.code} – ${task.text}`,
            cell: at.cell,
            raw: at.raw,
            why,
          },
        ];
      });
    }),
  );
}

function whyOf({ figure, task, numeratorAt, denominatorAt }: Entry): string {
  if (task !== undefined) return 'Nhiệm vụ có thời hạn chưa được báo cáo';
  if (figure.kind === 'no-basis')
    return 'Chỉ có tỷ lệ, không có tử số và mẫu số: không đủ cơ sở tính';
  const states = [numeratorAt?.state, denominatorAt?.state];
  if (states.includes('withheld')) return 'Có lỗi chưa sửa';
  if (states.includes('undecided')) return 'Chưa rõ số liệu (cần xác nhận)';
  if (numeratorAt || denominatorAt) return 'Thiếu tử số hoặc mẫu số';
  return 'Để trống trong biểu';
}

export function writeNotCounted(
  name: string,
  title: TableTitle,
  plan: Plan,
  period: Period,
  rows: readonly NotCounted[],
  result: Consolidation,
): Sheet {
  const texts = rows.map(({ agency, period: own, row, cell, raw, why }) => [
    agency,
    periodLabel(own),
    row,
    cell,
    raw,
    why,
  ]);
  return writeAnnex(name, title, plan, period, result, COLUMNS, texts);
}

export function notCountedIn({ plan, period, inForce, figures }: ReportContext): NotCounted[] {
  return notCounted(plan, period, inForce, figures);
}

export const notCountedTable = tableOfRows<NotCounted>({
  key: 'notCounted',
  word: 'Không tính',
  title: 'SỐ LIỆU KHÔNG ĐƯỢC TỔNG HỢP VÀ LÝ DO',
  isForOffice: true,
  rowsOf: notCountedIn,
  write: writeNotCounted,
});
