import { later, number, optional, required, text, word } from '../table/field';
import { SheetTable, type ValuesOf } from '../table/sheet-table';
import type { Target } from './plan';
import { dayOrLastOf, planDay, yes } from './plan-fields';
import { PLAN_SHEETS } from './plan-sheets';
import * as words from './words';

/**
 * A row of Mức giao. Programs of others read the first columns by their headings; the fuller names
 * people write over them are read too (`former-words`).
 */
export const TARGETS = new SheetTable(
  PLAN_SHEETS.targets,
  {
    indicator: required(text('Mã chỉ tiêu', 12)),
    level: optional(word('Cấp', 10, words.levelWords)),
    agency: optional(text('Đơn vị', 12)),
    raw: text('Ghi trong kế hoạch', 22),
    operator: word('So sánh', 12, words.operatorWords),
    value: optional(number('Mức', 10)),
    confirmed: yes('Xác nhận', 14, words.confirmedWords),
    from: later(optional(planDay('Từ ngày', 12))),
    to: later(optional(number('Mức đến', 10))),
    scope: later(optional(word('Phạm vi', 14, words.scopeWords))),
    assess: later(optional(word('Cách đánh giá', 17, words.assessWords))),
    until: later(optional(dayOrLastOf('Đến ngày', 12))),
  },
  false,
);

export function targetRow(target: Target): ValuesOf<typeof TARGETS> {
  return {
    ...target,
    from: target.from ?? null,
    to: target.to ?? null,
    scope: target.scope ?? null,
    assess: target.assess ?? null,
    until: target.until ?? null,
  };
}
