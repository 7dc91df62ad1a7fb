import type { Sheet } from '../../workbook/sheet';
import type { InForce } from '../ledger/in-force';
import { periodLabel, periodOf, type Period } from '../period/period';
import { expectedTiles, type Plan } from '../plan/plan';
import type { Explanation, Observation, Submission } from '../submission/submission';
import type { Consolidation } from '../consolidation/consolidation';
import { writeAnnex, type AnnexColumn } from './annex';
import type { TableTitle } from './report-head';
import { tableOfRows } from './report-table';

const COLUMNS: AnnexColumn[] = [
  { heading: 'Đơn vị', width: 34 },
  { heading: 'Kỳ', width: 14 },
  { heading: 'Chỉ tiêu, nhiệm vụ', width: 40 },
  { heading: 'Ô trong biểu', width: 10, isCentred: true },
  { heading: 'Cảnh báo', width: 22 },
  { heading: 'Giải trình', width: 50 },
  { heading: 'Người giải trình (tự khai)', width: 18 },
];

/**
 * What was explained about the figures in force of a period: warnings that stand, and how undecided
 * cells were read.
 */
export interface Explained {
  agency: string;
  period: Period;
  explanation: Explanation;
}

export function explainedIn(plan: Plan, period: Period, inForce: InForce): Explained[] {
  return plan.agencies.flatMap(({ code, name }) =>
    expectedTiles(plan, period).flatMap(({ id }) => {
      const counts = inForce.of(code, id);
      const entered = inForce.versionsOf(code, id).filter((one) => isSaid(one, counts));
      const own = [...(counts?.explanations ?? []), ...entered.map(said)];
      return own.map((explanation) => ({ agency: name, period: periodOf(id), explanation }));
    }),
  );
}

/**
 * What was entered for an agency, or accepted in place of an earlier version, as far as it counts.
 */
function isSaid(
  { origin, decision, version, part, accepted }: Submission,
  counts: Submission | undefined,
): boolean {
  if (accepted === 'none' || !counts) return false;
  return origin === 'adjustment'
    ? version > counts.version || counts.origin === origin
    : (part === undefined ? version === counts.version : version >= counts.version) && !!decision;
}

function said({ origin, grounds, decision, version, observations }: Submission): Explanation {
  const { reason, document, who } = (origin ? grounds : decision) ?? {
    reason: '',
    document: '',
    who: '',
  };
  const text = [reason, document && `(${document})`].filter(Boolean).join(' ');
  const code = origin ? 'Nhập hộ, điều chỉnh' : `Chấp nhận bản nộp lần ${version}`;
  const figures = observations.map(saidOf).join('; ');
  return { sheet: '', cell: '', label: origin === 'adjustment' ? figures : '', code, text, who };
}

/** "K07: 36", "II.06a, dòng 1, cột (4): 3", "T1: Hoàn thành". */
function saidOf({ of, code, row, measure, value, raw }: Observation): string {
  if (of === 'form') return `${code}, dòng ${row}, cột (${measure}): ${value}`;
  return `${code}: ${of === 'task' ? raw : value}`;
}

/** The annex of exceptions: every warning its sender explained, with the figure it is about. */
export function writeExplanationTable(
  name: string,
  title: TableTitle,
  plan: Plan,
  period: Period,
  rows: readonly Explained[],
  result: Consolidation,
): Sheet {
  const texts = rows.map(
    ({ agency, period: own, explanation: { label, cell, code, text, who } }) => [
      agency,
      periodLabel(own),
      label,
      cell,
      code,
      text,
      who,
    ],
  );
  return writeAnnex(name, title, plan, period, result, COLUMNS, texts);
}

export const explanationTable = tableOfRows<Explained>({
  key: 'explanations',
  word: 'Giải trình',
  title: 'GIẢI TRÌNH CẢNH BÁO, SỐ LIỆU ĐÃ CHỌN',
  rowsOf: ({ plan, period, inForce }) => explainedIn(plan, period, inForce),
  write: writeExplanationTable,
});
