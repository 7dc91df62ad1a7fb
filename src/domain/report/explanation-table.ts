import { Sheet } from '../../workbook/sheet';
import { heightFor, LOOK, writeHead } from '../page/page';
import type { InForce } from '../ledger/in-force';
import { periodLabel, periodOf, type Period } from '../period/period';
import { expectedTiles, type Plan } from '../plan/plan';
import type { Explanation, Submission } from '../submission/submission';
import type { Consolidation } from '../consolidation/consolidation';
import { headOf } from './report-head';
import { finishTable, writePlainHeadings } from './table-frame';

const COLUMNS: [string, number][] = [
  ['STT', 6],
  ['Đơn vị', 34],
  ['Kỳ', 14],
  ['Chỉ tiêu, nhiệm vụ', 40],
  ['Ô trong biểu', 10],
  ['Cảnh báo', 22],
  ['Giải trình', 50],
  ['Người giải trình (tự khai)', 18],
];

/** What was explained about the figures in force of a period: warnings that stand, and how undecided cells were read. */
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

/** What was entered for an agency, or accepted in place of an earlier version, as far as it counts. */
function isSaid({ origin, decision, version, accepted }: Submission, counts: Submission | undefined): boolean {
  if (accepted === 'none' || !counts) return false;
  return origin === 'adjustment'
    ? version > counts.version || counts.origin === origin
    : version === counts.version && !!decision;
}

function said({ origin, grounds, decision, version, observations }: Submission): Explanation {
  const { reason, document, who } = (origin ? grounds : decision) ?? { reason: '', document: '', who: '' };
  const text = [reason, document && `(${document})`].filter(Boolean).join(' ');
  const code = origin ? 'Nhập hộ, điều chỉnh' : `Chấp nhận bản nộp lần ${version}`;
  const figures = observations.map(({ code: own, value }) => `${own}: ${value}`).join('; ');
  return { sheet: '', cell: '', label: origin === 'adjustment' ? figures : '', code, text, who };
}

/** The annex of exceptions: every warning its sender explained, with the figure it is about. */
export function writeExplanationTable(
  name: string,
  title: string,
  plan: Plan,
  period: Period,
  rows: readonly Explained[],
  result: Consolidation,
): Sheet {
  const sheet = new Sheet(name);
  const last = COLUMNS.length - 1;
  const top = writeHead(sheet, headOf(plan, period, result, title), 0, last);
  writePlainHeadings(sheet, COLUMNS, top);
  rows.forEach(({ agency, period: own, explanation: { label, cell, code, text, who } }, index) => {
    const row = top + 2 + index;
    const values = [index + 1, agency, periodLabel(own), label, cell, code, text, who];
    values.forEach((value, column) =>
      sheet.put(row, column, value, column === 0 || column === 4 ? LOOK.textCentre : LOOK.text),
    );
    sheet.rowHeights.set(
      row,
      heightFor([
        [agency, 34, 12],
        [label, 40, 12],
        [text, 50, 12],
      ]),
    );
  });
  return finishTable(sheet, {
    top,
    headingRows: 2,
    lastRow: top + 1 + rows.length,
    lastColumn: last,
    frozenColumns: 0,
  });
}
