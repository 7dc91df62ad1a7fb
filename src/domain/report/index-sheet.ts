import { Sheet } from '../../workbook/sheet';
import { actWord, type PeriodAct } from '../ledger/period-states';
import { heightFor, LOOK, REPORT_PAGE } from '../page/page';
import { periodLabel } from '../period/period';
import type { Plan } from '../plan/plan';
import { TAB } from '../table/table';
import {
  INDEX_SHEET,
  labelsOf,
  LOCKED,
  ownSheet,
  periodsIn,
  type SheetKind,
} from './workbook-guide';

/**
 * *Mục lục*: every period with its tables, how it stands and since when, and the plan's and the
 * ledger's sheets under them, each a link.
 */

const PERIOD_WIDTH = 20;
const STATE_WIDTH = 18;
const WHEN_WIDTH = 21;
const TABLE_WIDTH = 11;
/** Columns that say how a period stands. */
const FIRST = 3;
const OPEN = 'Mở';

const HINT =
  'Bảng của kỳ cũ và trang phần mềm dùng được ẩn cho gọn. Cần xem: trong ngăn Tổng Hợp chọn kỳ rồi bấm “Chỉ hiện bảng của kỳ này”, hoặc “Hiện mọi trang”; không có ngăn thì bấm chuột phải vào thẻ trang, chọn Bỏ ẩn (Unhide).';

/** `names` are all sheets of the workbook as they will be. */
export function writeIndex(
  plan: Plan,
  names: readonly string[],
  acts: readonly PeriodAct[],
): Sheet {
  const sheet = new Sheet(INDEX_SHEET);
  sheet.tabColor = TAB.index;
  sheet.comesFirst = true;
  const own = names.flatMap((name) => {
    const is = ownSheet(plan, name);
    return is ? [{ name, ...is }] : [];
  });
  const periods = periodsIn(plan, names);
  const labels = [...new Set(periods.flatMap(({ id }) => [...labelsOf(plan, id), LOCKED]))].filter(
    (label) => own.some((one) => one.period !== null && one.label === label),
  );
  const last = Math.max(FIRST, FIRST + labels.length - 1);
  [PERIOD_WIDTH, STATE_WIDTH, WHEN_WIDTH].forEach((width, c) => sheet.columnWidths.set(c, width));
  for (let column = FIRST; column <= last; column++) sheet.columnWidths.set(column, TABLE_WIDTH);
  const width = PERIOD_WIDTH + STATE_WIDTH + WHEN_WIDTH + (last - FIRST + 1) * TABLE_WIDTH;
  const across = (row: number, text: string, look: typeof LOOK.title | typeof LOOK.note) => {
    sheet.put(row, 0, text, look);
    sheet.merges.push({ top: row, bottom: row, left: 0, right: last });
    sheet.rowHeights.set(row, heightFor([[text, width, 14]]));
  };
  across(0, 'MỤC LỤC', LOOK.title);
  across(1, plan.name, LOOK.note);
  across(2, HINT, LOOK.note);

  const top = 4;
  const headings = ['Kỳ', 'Trạng thái', 'Thời điểm', ...labels];
  headings.forEach((text, column) => sheet.put(top, column, text, LOOK.tableHeading));
  sheet.rowHeights.set(top, heightFor(labels.map((text) => [text, TABLE_WIDTH, 13.5] as const)));
  const link = (row: number, column: number, to: string, text: string) => {
    sheet.put(row, column, text, { ...LOOK.textCentre, fontColor: '#0563C1', underline: true });
    sheet.links.push({ row, column, sheet: to, cell: 'A1' });
  };
  let row = top + 1;
  for (const period of periods) {
    const act = acts.findLast((one) => one.period === period.id);
    sheet.put(row, 0, periodLabel(period), LOOK.text);
    sheet.put(row, 1, act ? actWord(act) : null, LOOK.text);
    sheet.put(row, 2, act?.at ?? null, LOOK.text);
    labels.forEach((label, index) => {
      const isMeant = (one: Own) => one.period === period.id && one.label === label;
      const at = label === LOCKED ? firstOfLock(own.filter(isMeant)) : own.find(isMeant);
      if (at) link(row, FIRST + index, at.name, OPEN);
      else sheet.put(row, FIRST + index, null, LOOK.textCentre);
    });
    row++;
  }
  row++;
  const list = (title: string, kind: SheetKind) => {
    const some = own.filter((one) => one.kind === kind && one.period === null);
    if (some.length === 0) return;
    sheet.put(row++, 0, title, LOOK.bold);
    for (const { name } of some) link(row++, 0, name, name);
    row++;
  };
  list('Kế hoạch', 'plan');
  list('Sổ của phần mềm', 'working');
  sheet.showGridlines = false;
  sheet.frozenRows = top + 1;
  sheet.page = { landscape: true, margins: REPORT_PAGE.margins };
  return sheet;
}

type Own = { name: string; period: string | null; label: string };

/** Of the sheets of a period's locks the first of the last one. */
function firstOfLock(locked: readonly Own[]): Own | undefined {
  const number = (name: string) => Number(/\((\d+)\)$/.exec(name)?.[1] ?? 1);
  const last = Math.max(...locked.map(({ name }) => number(name)));
  return locked.find(({ name }) => number(name) === last);
}
