import { periodLabel, periodOf } from '../period/period';
import { as, later, optional, phrase, required, text, whole, word } from '../table/field';
import { ItemSheet } from '../table/item-sheet';
import { PLAN_FORMAT, type Plan } from './plan';
import { code, planDay, severalWords, yes } from './plan-fields';
import { PLAN_ID, PLAN_SHEETS } from './plan-sheets';
import { periodKindWords, windowWords } from './words';

const YEARS = { first: 2000, last: 2100 };

export function isPlanYear(year: number): boolean {
  return Number.isInteger(year) && year >= YEARS.first && year <= YEARS.last;
}

const count = (heading: string) => as(whole(heading, 80), { takes: '1, 2, 3…' });

function year(heading: string) {
  const read = whole(heading, 80).read;
  return as(whole(heading, 80), {
    takes: '2024',
    read: (cell, date1904) => {
      const said = read(cell, date1904);
      return said !== undefined && isPlanYear(said) ? said : undefined;
    },
  });
}

/** It is a line in the head of every form, which stays in view with the headings. */
const LONGEST_PLACE = 120;

const place = (heading: string) =>
  as(text(heading, 80), {
    takes: `địa chỉ, hoặc câu chữ đến ${LONGEST_PLACE} chữ`,
    read: ({ text: said }) => (said.length > LONGEST_PLACE ? undefined : said),
  });

/** What the sheet Kế hoạch says of the plan as a whole, a line each. */
export const ITEMS = new ItemSheet(
  PLAN_SHEETS.plan,
  [
    ['Mục', 42],
    ['Nội dung', 80],
  ],
  {
    format: count('Định dạng tệp'),
    id: code(PLAN_ID, 80),
    name: phrase('Tên kế hoạch', 80),
    number: text('Số, ký hiệu', 80),
    date: optional(planDay('Ngày ban hành', 80)),
    issuer: phrase('Cơ quan ban hành', 80),
    year: year('Năm kế hoạch'),
    consolidator: required(phrase('Đơn vị tổng hợp', 80)),
    kinds: severalWords('Kỳ báo cáo', 80, periodKindWords),
    window: word('Thời gian chốt số liệu', 80, windowWords),
    dueAfter: count('Hạn nộp (số ngày làm việc sau ngày chốt)'),
    from: as(phrase('Báo cáo từ', 80), {
      takes: 'Tháng 1/2024, Quý I/2024',
      read: ({ text: said }) => (said === '' ? undefined : said),
    }),
    /** Only where the owner says so; absent is Không. */
    quarterReplacesLastMonth: later(optional(yes('Báo cáo quý thay báo cáo tháng cuối quý', 80))),
    oneFileAt: later(optional(place('Nơi tải TongHop.html'))),
  },
);

export function itemsOf({ schedule, ...plan }: Plan): Parameters<typeof ITEMS.write>[0] {
  return {
    ...plan,
    ...schedule,
    format: PLAN_FORMAT,
    from: periodLabel(periodOf(schedule.from)),
    quarterReplacesLastMonth: schedule.quarterReplacesLastMonth ?? null,
    oneFileAt: plan.oneFileAt ?? null,
  };
}
