import { periodOf } from '../period/period';
import { builtinPlan } from '../plan/builtin';
import { BUILTIN_FORMS } from '../plan/builtin-forms';
import { findAgency, type Plan } from '../plan/plan';
import type { Sheet } from '../../workbook/sheet';
import { INDICATOR_FORM, TASK_FORM } from './columns';
import { makeCommonForm } from './common-form';
import { makeForm, templateOf } from './form';

const plan: Plan = {
  ...builtinPlan('tra-vinh-2024')!,
  forms: [BUILTIN_FORMS[0]] as Plan['forms'],
};
const agency = findAgency(plan, 'SNV')!;
const form = makeForm({ plan, agency, period: periodOf('2024-03'), previous: null });
const sheetOf = (name: string) => form.sheets.find((sheet) => sheet.name === name)!;

const isSeen = ({ visibility }: Sheet) => visibility === 'visible';

/** A screen of 1366 less a pane of 350, the row numbers and the scroll bar. */
const SEEN = 1366 - 350 - 30 - 20;

/** Up to which pixel a column stands, as Excel draws widths at 100 %. */
function endOf(sheet: Sheet, column: number): number {
  let end = 0;
  for (let c = 0; c <= column; c++)
    if (!sheet.hiddenColumns.has(c)) end += Math.trunc(7 * (sheet.columnWidths.get(c) ?? 8.43) + 5);
  return end;
}

function columnOf(sheet: Sheet, heading: string): number {
  for (let row = 0; row < 6; row++)
    for (const [column, { value }] of sheet.rows.get(row)!) if (value === heading) return column;
  throw new Error(`no ${heading}`);
}

describe('a form on a small screen', () => {
  it.each([INDICATOR_FORM, TASK_FORM])(
    '%s: every cell that is filled, and the check, are in view beside the pane',
    (name) => {
      const sheet = sheetOf(name);
      const open = [...sheet.rows.values()].flatMap((cells) =>
        [...cells].filter(([, { style }]) => style?.unlocked).map(([column]) => column),
      );
      const check = name === INDICATOR_FORM ? [columnOf(sheet, 'Kiểm tra')] : [];
      expect(Math.max(...open)).toBeGreaterThan(3);
      for (const column of new Set([...open, ...check]))
        expect([column, endOf(sheet, column) <= SEEN]).toEqual([column, true]);
    },
  );

  it('no more than six rows stay when it is scrolled, and the code of a row is hidden', () => {
    for (const sheet of form.sheets.slice(0, -1)) {
      expect([sheet.frozenRows <= 6, sheet.frozenRows >= 5]).toEqual([true, true]);
      expect([...sheet.hiddenColumns]).toEqual([0]);
    }
  });

  it('says which form it is, by which document, for whom and to whom', () => {
    const texts = [...sheetOf(INDICATOR_FORM).rows]
      .filter(([row]) => row < 3)
      .flatMap(([, cells]) => [...cells.values()].map(({ value }) => value));
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Biểu số 01, theo Quyết định số/),
        'Đơn vị báo cáo: Sở Nội vụ',
        'Đơn vị nhận báo cáo: Văn phòng Ủy ban nhân dân tỉnh',
        expect.stringMatching(/^Kỳ báo cáo: Tháng 3\/2024 \(Từ ngày/),
        expect.stringMatching(/^Mã biểu: TH2\//),
      ]),
    );
    // True in whatever shows it: a formula.
    const formulas = [...sheetOf(INDICATOR_FORM).rows.get(2)!.values()].map((one) => one.formula);
    expect(formulas).toEqual(expect.arrayContaining([expect.stringContaining('1/2')]));
  });
});

describe('where TongHop.html is to be had', () => {
  const PLACE = 'https://tonghop.travinh.gov.vn/TongHop.html';
  const noticeIn = (sheet: Sheet) =>
    [...sheet.rows]
      .filter(([row]) => row < 3)
      .flatMap(([, cells]) => [...cells.values()])
      .flatMap(({ value }) => (/Tự kiểm tra/.test(`${value}`) ? [`${value}`] : []));
  const request = { agency, period: periodOf('2024-03'), previous: null };

  it('stands once in every sheet of a form, as the plan says it', () => {
    const made = makeForm({ ...request, plan: { ...plan, oneFileAt: PLACE } });
    const common = makeCommonForm({ ...plan, oneFileAt: PLACE }, request.period);
    for (const sheet of [...made.sheets, ...common.sheets].filter(isSeen))
      expect(noticeIn(sheet)).toEqual([
        expect.stringMatching(/Tự kiểm tra bằng TongHop\.html: https:\/\/tonghop\.travinh/),
      ]);
  });

  it('is with whoever sent the form where the plan says nothing, and the template is the same', () => {
    for (const sheet of form.sheets.filter(isSeen))
      expect(noticeIn(sheet)).toEqual([
        expect.stringMatching(/Tự kiểm tra bằng TongHop\.html: hỏi đơn vị gửi biểu\.$/),
      ]);
    expect(templateOf({ ...plan, oneFileAt: PLACE }, agency)).toBe(templateOf(plan, agency));
  });
});

describe('a figure without parts', () => {
  it('is typed under Kết quả and under no Tử; where nothing has parts there are none', () => {
    const ktxh = builtinPlan('ktxh-mau-2026')!;
    const made = (code: string) =>
      makeForm({
        plan: ktxh,
        agency: findAgency(ktxh, code)!,
        period: periodOf('2026-01'),
        previous: null,
      }).sheets[0];
    const mixed = made('X01');
    const [name, parts, result] = ['Chỉ tiêu', 'Tử', 'Kết quả'].map((one) => columnOf(mixed, one));
    const open = [...mixed.rows.values()].flatMap((cells) =>
      [parts, result].some((column) => cells.get(column)?.style?.unlocked)
        ? [[cells.get(name)!.value, [parts, result].map((c) => !!cells.get(c)?.style?.unlocked)]]
        : [],
    );
    expect(open).toEqual([
      ['Sản phẩm OCOP được công nhận mới', [false, true]],
      ['Mỗi xã có tối thiểu 05 tuyến phố không dùng tiền mặt', [false, true]],
      ['Tỷ lệ hồ sơ nộp trực tuyến', [true, false]],
    ]);
    const alone = made('SNV');
    expect(alone.hiddenColumns).toContain(parts);
    expect(alone.hiddenColumns).not.toContain(result);
  });

  it('is shown by its unit: things and đồng grouped, decimals as chosen', () => {
    const ktxh = builtinPlan('ktxh-mau-2026')!;
    const sheet = makeForm({
      plan: ktxh,
      agency: findAgency(ktxh, 'STC')!,
      period: periodOf('2026-01'),
      previous: null,
    }).sheets[0];
    const result = columnOf(sheet, 'Kết quả');
    const formats = [...sheet.rows.values()].flatMap((cells) =>
      cells.get(result)?.style?.unlocked ? [cells.get(result)!.style!.format] : [],
    );
    // GRDP and KTS have two decimals; THU is in tỷ đồng.
    expect(formats).toEqual(['#,##0.00', '#,##0.00', '#,##0.0#####']);
  });
});
