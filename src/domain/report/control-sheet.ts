import { Sheet } from '../../workbook/sheet';
import { LEVELS } from '../agency/agency';
import { lockedPeriods, locksOf, type PeriodAct } from '../ledger/period-states';
import { heightFor, LOOK, REPORT_PAGE } from '../page/page';
import { periodLabel } from '../period/period';
import { cellText } from '../table/cell-text';
import { writeControl, type Controlled } from './control-line';
import { type HandIn, type HandInState } from './hand-in';
import { HAND_IN_WORDS } from './hand-in-words';
import type { NotCounted } from './not-counted-table';
import type { ReportContext } from './report-context';
import { chosenPathNotes, pathNotes } from './path-notes';
import { tableChanges, type TableChange } from './table-changes';
import { LEVEL_GROUP } from './words';

/**
 * *Kiểm soát*: what the office looks at before a period is signed, and nobody prints. Sums of each
 * unit by two ways, who is in the figures, what does not count, what the tables say otherwise than
 * at the run before, and the hash of the lock.
 */

const WIDTHS = [6, 46, 20, 20, 20, 20];
const LAST = WIDTHS.length - 1;
/** So many changed cells are listed; the others are counted. */
const LISTED = 200;

/** What the period was before this run. */
export interface RunBefore {
  /** Tables that stood, values only; none where the period is consolidated for the first time. */
  tables: readonly Sheet[];
  /** All that was done with the periods. */
  acts: readonly PeriodAct[];
}

/** What the sheet is made from: the sums, what does not count, the tables as they are now. */
export interface ControlSource extends Controlled {
  left: readonly NotCounted[];
  tables: readonly Sheet[];
}

/** The sheet is called so, followed by the period. */
export const CONTROL_WORD = 'Kiểm soát';

export function writeControlSheet(
  name: string,
  { plan, period, result, board, options, inForce }: ReportContext,
  source: ControlSource,
  before: RunBefore,
): Sheet {
  const sheet = new Sheet(name);
  WIDTHS.forEach((width, column) => sheet.columnWidths.set(column, width));
  let row = 0;
  const line = (text: string, look: typeof LOOK.note | typeof LOOK.bold | typeof LOOK.title) => {
    sheet.put(row, 0, text, look);
    sheet.merges.push({ top: row, bottom: row, left: 0, right: LAST });
    sheet.rowHeights.set(row, heightFor([[text, WIDTHS.reduce((a, b) => a + b), 12]]));
    row++;
  };
  const rows = (headings: readonly string[], cells: readonly (string | number | null)[][]) => {
    [headings, ...cells].forEach((texts, index) => {
      texts.forEach((text, column) => {
        const look =
          index === 0
            ? LOOK.tableHeading
            : typeof text === 'number'
              ? LOOK.count
              : column === 0
                ? LOOK.textCentre
                : LOOK.text;
        sheet.put(row, column, text, look);
      });
      const wide = texts.map((text, column) => [String(text ?? ''), WIDTHS[column], 13] as const);
      sheet.rowHeights.set(row++, heightFor(wide));
    });
    row++;
  };

  line(`KIỂM SOÁT SỐ LIỆU, ${periodLabel(period)}`, LOOK.title);
  line('Trang của cơ quan tổng hợp; không in và không gửi kèm báo cáo.', LOOK.note);
  row++;

  line('1. Tổng theo từng đơn vị tính, cộng theo hai cách', LOOK.bold);
  row = writeControl(sheet, row, plan, source) + 1;

  line('2. Đơn vị có trong số liệu', LOOK.bold);
  const closed = options.acceptIncomplete ? '; đã chốt số liệu khi chưa đủ đơn vị' : '';
  const { accepted, received, expected } = result;
  line(
    `Đã tiếp nhận ${accepted}/${expected} đơn vị; đã nộp ${received}/${expected}${closed}.`,
    LOOK.note,
  );
  rows(['', 'Cấp', 'Phải nộp', 'Đã tiếp nhận', 'Còn vướng', 'Chưa nộp'], coverageOf(board));
  const others = board.filter(({ state }) => state !== 'accepted');
  if (others.length > 0)
    rows(
      ['STT', 'Đơn vị', 'Trạng thái', 'Kỳ đã nộp'],
      others.map(({ agency, state, received: own, owed }, index) => [
        index + 1,
        agency.name,
        HAND_IN_WORDS[state],
        `${own}/${owed}`,
      ]),
    );

  line('3. Số liệu không tính', LOOK.bold);
  const reasons = countBy(source.left.map(({ why }) => why));
  if (reasons.length === 0) line('Không có số liệu nào không được tính.', LOOK.note);
  else
    rows(
      ['', 'Lý do', 'Số trường hợp'],
      reasons.map(([why, count]) => ['', why, count]),
    );

  line('4. Thay đổi so với lần tổng hợp trước', LOOK.bold);
  const last = before.acts.findLast(
    ({ period: own, kind }) => own === period.id && (kind === 'consolidated' || kind === 'closed'),
  );
  const compared = source.tables.flatMap((table) => {
    const stood = before.tables.find((one) => one.name === table.name);
    return stood ? [tableChanges(stood, table)] : [];
  });
  const changes = compared.flat();
  line(compared.length > 0 ? changesSaid(changes, last) : FIRST_RUN, LOOK.note);
  if (changes.length > 0)
    rows(
      ['STT', 'Dòng', 'Bảng', 'Cột', 'Trước', 'Nay'],
      changes
        .slice(0, LISTED)
        .map((one, index) => [
          index + 1,
          one.row,
          one.sheet,
          one.column,
          cellText(one.before),
          cellText(one.after),
        ]),
    );

  line('5. Khóa kỳ', LOOK.bold);
  const lock = before.acts.findLast(
    ({ period: own, kind }) => own === period.id && kind === 'locked',
  );
  const isLocked = lockedPeriods(plan, before.acts).has(period.id);
  if (!lock) line('Kỳ này chưa khóa.', LOOK.note);
  else {
    const times = locksOf(before.acts, period.id);
    const state = isLocked ? 'Đang khóa' : 'Đã mở lại sau khi khóa';
    line(
      `${state}; khóa lần ${times} lúc ${lock.at}, người thực hiện (tự khai): ${lock.who || '–'}.`,
      LOOK.note,
    );
    line(`Mã đối chiếu bảng khóa (SHA-256): ${lock.hash ?? 'không còn'}`, LOOK.note);
  }

  line('6. Hai đường báo cáo', LOOK.bold);
  const paths = [...pathNotes(plan, period, inForce), ...chosenPathNotes(plan, period)];
  for (const text of paths.length > 0 ? paths : [ONE_PATH]) line(text, LOOK.note);
  sheet.showGridlines = false;
  // No print area and no numbers of pages: it is no part of what is printed.
  sheet.page = { landscape: true, margins: REPORT_PAGE.margins };
  return sheet;
}

function coverageOf(board: readonly HandIn[]): (string | number)[][] {
  return LEVELS.flatMap((level) => {
    const own = board.filter(({ agency }) => agency.level === level);
    const count = (...states: HandInState[]) =>
      own.filter(({ state }) => states.includes(state)).length;
    return own.length === 0
      ? []
      : [
          [
            '',
            LEVEL_GROUP[level],
            own.length,
            count('accepted'),
            count('partial', 'waiting', 'returned', 'incomplete'),
            count('missing'),
          ],
        ];
  });
}

function countBy(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

const ONE_PATH =
  'Không có số liệu nào mà đơn vị cấp trên và đơn vị trực thuộc cùng báo cáo, hoặc đã xác nhận là số riêng.';
const FIRST_RUN = 'Đây là lần tổng hợp đầu tiên của kỳ.';

function changesSaid(changes: readonly TableChange[], last: PeriodAct | undefined): string {
  const since = last ? ` (lúc ${last.at}${last.who ? `, ${last.who}` : ''})` : '';
  if (changes.length === 0) return `Không có thay đổi so với lần trước${since}.`;
  const rest = changes.length > LISTED ? `; liệt kê ${LISTED} ô đầu` : '';
  return `${changes.length} ô khác với lần trước${since}${rest}.`;
}
