import { later, optional, phrase, required, text, word } from '../table/field';
import { SheetTable, type ValuesOf } from '../table/sheet-table';
import type { Indicator } from './plan';
import { answers, code, deadline, planDay, scale, yes } from './plan-fields';
import { PLAN_SHEETS } from './plan-sheets';
import * as words from './words';

/** A row of Chỉ tiêu; what is chosen beyond the kind came with format 3 and is mostly blank. */
export const INDICATORS = new SheetTable(
  PLAN_SHEETS.indicators,
  {
    code: code('Mã', 11),
    stt: text('STT', 6),
    group: phrase('Nhóm', 28),
    heading: phrase('Tiêu đề nhóm', 28),
    name: required(phrase('Chỉ tiêu', 52)),
    unit: required(phrase('ĐVT', 7)),
    kind: word('Loại', 16, words.indicatorKindWords),
    overTime: word('Cách cộng qua các kỳ', 18, words.overTimeWords),
    taskCount: optional(word('Cách tính từ nhiệm vụ', 18, words.taskCountWords)),
    numerator: phrase('Tử số', 36),
    numeratorUnit: phrase('ĐVT tử số', 12),
    denominator: optional(phrase('Mẫu số', 36)),
    denominatorUnit: optional(phrase('ĐVT mẫu số', 12)),
    partOfWhole: yes('Tử là một phần của mẫu', 12),
    overAgencies: later(optional(word('Cộng theo đơn vị', 20, words.overAgenciesWords))),
    decimals: later(optional(word('Số thập phân', 16, words.decimalsWords))),
    mayBeNegative: later(optional(yes('Có thể âm', 9))),
    scale: later(optional(scale('Nhân với', 9))),
    compared: later(optional(word('So với', 24, words.comparedWords))),
    answers: later(optional(answers('Các lựa chọn', 24))),
    printedIn: later(optional(word('Tiền in bằng', 12, words.printedInWords))),
    assess: word('Đánh giá', 13, words.assessWords),
    deadline: deadline('Thời hạn', 16),
    task: text('Thuộc nhiệm vụ', 10),
    lead: phrase('Cơ quan chủ trì', 24),
    coordinating: phrase('Cơ quan phối hợp', 24),
    implementing: phrase('Cơ quan thực hiện', 36),
    fillers: text('Đơn vị điền số liệu', 36),
    sameAs: text('Trùng với', 10),
    proposedNames: yes('Định nghĩa tử, mẫu', 16, words.namesWords),
    from: later(optional(planDay('Từ ngày', 12))),
    until: later(optional(planDay('Đến ngày', 12))),
  },
  false,
);

export function indicatorRow(indicator: Indicator): ValuesOf<typeof INDICATORS> {
  const { numerator, denominator } = indicator;
  return {
    ...indicator,
    taskCount: indicator.taskCount ?? null,
    numerator: numerator.name,
    numeratorUnit: numerator.unit,
    denominator: denominator?.name ?? null,
    denominatorUnit: denominator?.unit ?? null,
    overAgencies: indicator.overAgencies ?? null,
    decimals: indicator.decimals ?? null,
    mayBeNegative: indicator.sign === 'any' ? true : null,
    scale: indicator.scale ?? null,
    compared: indicator.compared ?? null,
    answers: indicator.answers ?? null,
    printedIn: indicator.printedIn ?? null,
    fillers: words.writeFillers(indicator.filledBy),
    from: indicator.from ?? null,
    until: indicator.until ?? null,
  };
}
