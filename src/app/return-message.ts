import { formatDate, type CivilDate } from '../text/date';
import { dueDateOf, findAgency, type Plan } from '../domain/plan/plan';
import { periodInSentence, periodOf } from '../domain/period/period';
import { inReadingOrder, type Finding } from '../domain/finding/finding';
import type { CheckedFile } from '../domain/submission/submission';

/** So many a reader still reads; the marked copy has them all. */
const NAMED = 12;

/**
 * A message to paste to the sender of a file: what is wrong, where, and what is asked of them, with
 * the due date while it is still to come. Official, so Vietnamese.
 */
export function returnMessage(
  plan: Plan,
  file: CheckedFile,
  sentence: (finding: Finding) => string,
  today: CivilDate,
): string {
  const name = (file.agency && findAgency(plan, file.agency)?.name) ?? 'đơn vị';
  const findings = file.findings
    .filter(({ severity }) => severity !== 'fixed')
    .sort(inReadingOrder);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  // What follows from something else is mended with it.
  const causes = findings.filter(({ cause }) => cause === null);
  const period = file.period === null ? null : periodOf(file.period);
  const due = period && dueDateOf(plan, period);
  const lines = causes.slice(0, NAMED).map((one, index) => {
    const where = one.sheet === null ? '' : `[${one.sheet}] `;
    return `${index + 1}. ${where}${sentence(one)}`;
  });
  return [
    `Kính gửi ${name},`,
    `Tệp “${file.file.split('/').pop()}”${period ? ` (${periodInSentence(period)})` : ''} có ${errors} lỗi phải sửa, ${findings.length - errors} cảnh báo:`,
    ...lines,
    ...(findings.length > lines.length
      ? [
          `… và ${findings.length - lines.length} điểm khác; danh sách đầy đủ ở tệp đánh dấu lỗi (nếu gửi kèm).`,
        ]
      : []),
    `Đề nghị sửa trên tệp của đơn vị và nộp lại${due !== null && due >= today ? ` (hạn nộp của kỳ: ${formatDate(due)})` : ''}. Trân trọng./.`,
  ].join('\n');
}
