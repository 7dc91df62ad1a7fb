import { Sheet } from '../../workbook/sheet';
import type { Consolidation } from '../consolidation/consolidation';
import type { Entry } from '../consolidation/coverage';
import type { InForce } from '../ledger/in-force';
import { heightFor, LOOK, writeHead } from '../page/page';
import { periodLabel, type Period } from '../period/period';
import { askedAgencies } from '../plan/assigned';
import { expectedTiles, findIndicator, type Plan } from '../plan/plan';
import type { FiguresSheet } from './figures-sheet';
import { headOf } from './report-head';
import { finishTable, writePlainHeadings } from './table-frame';

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

const COLUMNS: [string, number][] = [
  ['STT', 6],
  ['Đơn vị', 34],
  ['Kỳ', 14],
  ['Chỉ tiêu', 44],
  ['Ô trong biểu', 12],
  ['Ghi trong biểu', 20],
  ['Vì sao không tính', 40],
];

/** Forms that are missing, returned or wait, then single figures of forms that count. */
export function notCounted(plan: Plan, period: Period, inForce: InForce, figures: FiguresSheet): NotCounted[] {
  const forms = expectedTiles(plan, period).flatMap((part) =>
    askedAgencies(plan, part).flatMap(({ code, name }): NotCounted[] => {
      const own = inForce.versionsOf(code, part.id);
      const row = { agency: name, period: part, row: '', cell: '', raw: '' };
      const waits = own.filter(({ awaits }) => awaits);
      const waiting = waits.map(({ version }) => ({ ...row, why: `Nộp lại lần ${version}, chưa có người chấp nhận` }));
      if (inForce.of(code, part.id)) return waiting;
      const last = own.at(-1);
      if (!last) return [{ ...row, why: 'Chưa nộp biểu' }];
      const reason = last.decision?.kind === 'returned' ? `: ${last.decision.reason}` : ` (${last.errors} lỗi)`;
      return waiting.length > 0 ? waiting : [{ ...row, why: `Bị trả lại${reason}` }];
    }),
  );
  const single = [...figures.cells].flatMap(([code, agencies]) =>
    [...agencies.values()].flatMap(({ entries }) =>
      entries
        .filter((entry) => entry.figure.kind !== 'figure' && inForce.of(entry.agency.code, entry.period.id))
        .map((entry): NotCounted => {
          const at = [entry.numeratorAt, entry.denominatorAt].find((one) => one && one.state !== 'ok') ?? null;
          const row = `${code} – ${findIndicator(plan, code)?.name ?? ''}`;
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
  return [...forms, ...single];
}

function whyOf({ figure, numeratorAt, denominatorAt }: Entry): string {
  if (figure.kind === 'no-basis') return 'Chỉ có tỷ lệ, không có tử số và mẫu số: không đủ cơ sở tính';
  const states = [numeratorAt?.state, denominatorAt?.state];
  if (states.includes('withheld')) return 'Có lỗi chưa sửa';
  if (states.includes('undecided')) return 'Chưa xác định cách hiểu';
  if (numeratorAt || denominatorAt) return 'Thiếu tử số hoặc mẫu số';
  return 'Để trống trong biểu';
}

export function writeNotCounted(
  name: string,
  title: string,
  plan: Plan,
  period: Period,
  rows: readonly NotCounted[],
  result: Consolidation,
): Sheet {
  const sheet = new Sheet(name);
  const last = COLUMNS.length - 1;
  const top = writeHead(sheet, headOf(plan, period, result, title), 0, last);
  writePlainHeadings(sheet, COLUMNS, top);
  rows.forEach(({ agency, period: own, row: text, cell, raw, why }, index) => {
    const row = top + 2 + index;
    [index + 1, agency, periodLabel(own), text, cell, raw, why].forEach((value, column) =>
      sheet.put(row, column, value, column === 0 || column === 4 ? LOOK.textCentre : LOOK.text),
    );
    sheet.rowHeights.set(
      row,
      heightFor([
        [agency, 34, 12],
        [text, 44, 12],
        [why, 40, 12],
      ]),
    );
  });
  const lastRow = top + 1 + rows.length;
  return finishTable(sheet, { top, headingRows: 2, lastRow, lastColumn: last, frozenColumns: 0 });
}
