import { as, later, optional, phrase, text, whole, word } from '../table/field';
import { SheetTable, type ValuesOf } from '../table/sheet-table';
import { answers, code, planDay, yes } from './plan-fields';
import { PLAN_SHEETS } from './plan-sheets';
import type { StatChoices, StatForm } from './stat-form';
import * as words from './words';

/** Two of our sheets' names carry it beside a period; they have 31 characters. */
const LONGEST_CODE = 12;
/** A form of more is no list somebody types. */
const MOST_LINES = 500;

function formCode(heading: string, width: number) {
  const { read } = code(heading, width);
  return as(code(heading, width), {
    takes: `tối đa ${LONGEST_CODE} chữ, số, dấu chấm, gạch nối`,
    read: (cell, date1904) => {
      const said = read(cell, date1904);
      return said === undefined || said.length > LONGEST_CODE || /[[\]']/.test(said)
        ? undefined
        : said;
    },
  });
}

function lines(heading: string, width: number) {
  const { read } = whole(heading, width);
  return as(whole(heading, width), {
    takes: `1 đến ${MOST_LINES}`,
    read: (cell, date1904) => {
      const said = read(cell, date1904);
      return said === undefined || said < 1 || said > MOST_LINES ? undefined : said;
    },
  });
}

/**
 * A row of Biểu thống kê says one thing of one form: what it is, one of its columns or rows, or an
 * identity. From and until when stand at the form alone; the choices are of its columns and rows.
 */
export const FORMS = new SheetTable(
  PLAN_SHEETS.forms,
  {
    form: formCode('Mã biểu', 10),
    part: word('Loại dòng', 11, words.formPartWords),
    code: text('Mã', 8),
    group: phrase('Nhóm', 30),
    name: phrase('Nội dung', 52),
    unit: phrase('ĐVT', 10),
    overTime: optional(word('Cách cộng qua các kỳ', 18, words.columnOverTimeWords)),
    formula: text('Công thức', 24),
    fillers: text('Đơn vị điền số liệu', 36),
    from: later(optional(planDay('Từ ngày', 12))),
    until: later(optional(planDay('Đến ngày', 12))),
    over: later(optional(phrase('Nhóm trên', 24))),
    typed: later(optional(word('Kiểu nhập', 12, words.statTypedWords))),
    answers: later(optional(answers('Các lựa chọn', 28))),
    decimals: later(optional(word('Số thập phân', 16, words.decimalsWords))),
    mayBeNegative: later(optional(yes('Có thể âm', 9))),
    overAgencies: later(optional(word('Cộng theo đơn vị', 20, words.statOverAgenciesWords))),
    lines: later(optional(lines('Số dòng để ghi', 11))),
    totals: later(optional(yes('Dòng cộng', 11))),
    printedIn: later(optional(word('Tiền in bằng', 12, words.printedInWords))),
  },
  false,
);
export type FormRow = ValuesOf<typeof FORMS>;

export function formRows(form: StatForm): FormRow[] {
  const blank: Omit<FormRow, 'part'> = {
    ...{ form: form.code, code: '', group: '', name: '', unit: '', overTime: null, formula: '' },
    ...{ fillers: '', from: null, until: null, over: null, lines: null, totals: null },
    ...choicesRow({}),
  };
  const identity = (part: FormRow['part'], formula: string) => ({ ...blank, part, formula });
  return [
    {
      ...blank,
      part: 'form',
      group: form.rowHeading,
      name: form.title,
      fillers: words.writeFillers(form.filledBy),
      from: form.from ?? null,
      until: form.until ?? null,
      totals: form.totals ? form.totals === 'yes' : null,
      lines: form.lines ?? null,
    },
    ...form.columns.map((column): FormRow => {
      const { code: own, group, over = null, name, unit, overTime } = column;
      const said = { code: own, group, over, name, unit, overTime };
      return { ...blank, ...said, ...choicesRow(column), part: 'column' };
    }),
    ...(form.lines ? [] : form.rows).map((row): FormRow => ({
      ...blank,
      ...choicesRow(row),
      part: 'row',
      code: row.key,
      group: row.group,
      name: row.name,
      unit: row.unit ?? '',
      overTime: row.overTime ?? null,
      formula: row.formula?.text ?? '',
      fillers: words.writeFillers(row.filledBy ?? []),
    })),
    ...form.identities.map(({ text: said }) => identity('identity', said)),
    ...(form.rowIdentities ?? []).map(({ text: said }) => identity('row-identity', said)),
  ];
}

function choicesRow(chosen: StatChoices) {
  return {
    typed: chosen.typed ?? null,
    answers: chosen.answers ?? null,
    decimals: chosen.decimals ?? null,
    mayBeNegative: chosen.sign === 'any' ? true : null,
    overAgencies: chosen.overAgencies ?? null,
    printedIn: chosen.printedIn ?? null,
  };
}
