import { assignedForms, assignedIndicators, assignedTasks } from '../plan/assigned';
import { formatDate } from '../../text/date';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import { slug } from '../../text/normal-form';
import { APPENDIX_PAGE } from '../page/page';
import { periodLabel } from '../period/period';
import { windowOf } from '../period/window';
import type { Agency } from '../agency/agency';
import { citedDocument } from '../plan/citation';
import { dueDateOf, findAgency, governingBody, type Plan } from '../plan/plan';
import { askedInForm } from './asked-in-form';
import {
  INDICATOR_COLUMNS,
  INDICATOR_FORM,
  TASK_COLUMNS,
  TASK_FORM,
  type FormColumn,
} from './columns';
import {
  FORM_FORMAT,
  IDENTITY_NAME,
  IDENTITY_PROPERTY,
  META_IDENTITY_LABEL,
  VISIBLE_PREFIX,
  identityText,
  type FormIdentity,
} from './identity';
import { META_SHEET } from './meta-sheet';
import { embedPlan } from './form-plan';
import { HEADER_ROW, MOST_FROZEN, type FormRequest } from './form-frame';
import { headerHeight } from './form-header';
import { writeTop } from './form-top';
import { statColumns, statSheetName } from './stat-columns';
import { writeStatRows } from './stat-rows';
import { writeIndicatorRows } from './indicator-rows';
import { writeTaskRows } from './task-rows';

/** The version of the form of an agency by a plan as it stands in a period. */
export function templateOf(plan: Plan, agency: Agency): string {
  return askedInForm(plan, agency).template;
}

export function formIdentity({ plan, agency, period }: FormRequest): FormIdentity {
  return {
    plan: plan.id,
    template: templateOf(plan, agency),
    agency: agency.code,
    period: period.id,
  };
}

/** `2024-03_29461_ubnd-thi-tran-tra-cu.xlsx` */
export function formFileName({ agency, period }: FormRequest): string {
  return `${period.id}_${agency.code}_${slug(agency.shortName || agency.name)}.xlsx`;
}

/** The form workbook of one agency: indicators, tasks, statistics, and the hidden meta sheet. */
export function makeForm(request: FormRequest): Workbook {
  const { plan, agency } = request;
  const identity = identityText(formIdentity(request));
  const workbook = emptyWorkbook();
  const indicators = assignedIndicators(plan, agency);
  const tasks = assignedTasks(plan, agency);
  if (indicators.length > 0) {
    const sheet = formSheet(
      INDICATOR_FORM,
      ['01', 'KẾT QUẢ THỰC HIỆN CHỈ TIÊU'],
      request,
      identity,
      INDICATOR_COLUMNS,
    );
    writeIndicatorRows(sheet, request, indicators);
    workbook.sheets.push(sheet);
  }
  if (tasks.length > 0) {
    const sheet = formSheet(
      TASK_FORM,
      ['02', 'TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ'],
      request,
      identity,
      TASK_COLUMNS,
    );
    writeTaskRows(sheet, request, tasks);
    workbook.sheets.push(sheet);
  }
  for (const form of assignedForms(plan, agency)) {
    const sheet = formSheet(
      statSheetName(form),
      [form.code, form.title],
      request,
      identity,
      statColumns(form),
    );
    writeStatRows(sheet, request, form);
    workbook.sheets.push(sheet);
  }
  const meta = metaSheet(request, identity);
  embedPlan(meta, plan, request.carried ?? [agency]);
  workbook.sheets.push(meta);
  for (const sheet of workbook.sheets) sheet.isProtected = true;
  workbook.properties.set(IDENTITY_PROPERTY, identity);
  workbook.properties.set('TongHop.DinhDang', String(FORM_FORMAT));
  workbook.names.set(IDENTITY_NAME, `"${identity}"`);
  return workbook;
}

/** Which decimal sign this machine reads: 0.5 typed where "," is meant is text, or a date. */
const DECIMAL_SIGN = {
  formula: '"Máy này dùng dấu “"&MID(1/2,2,1)&"” cho phần thập phân, ví dụ: "&1/2',
  value: 'Máy này dùng dấu “,” cho phần thập phân, ví dụ: 0,5',
};

function formSheet(
  name: string,
  [code, title]: readonly [string, string],
  request: FormRequest,
  identity: string,
  columns: readonly FormColumn<string>[],
): Sheet {
  const { plan, agency, period } = request;
  const sheet = new Sheet(name);
  const window = windowOf(period, plan.schedule.window);
  const days = `(Từ ngày ${formatDate(window.from)} đến ngày ${formatDate(window.to)})`;
  writeTop(sheet, columns, {
    left: [
      `Biểu số ${code}, theo ${citedDocument(plan)}`,
      VISIBLE_PREFIX + identity,
      [
        `Hạn nộp: ${formatDate(dueDateOf(plan, period))}. Chỉ nhập vào các ô nền vàng nhạt.`,
        `Tự kiểm tra bằng TongHop.html: ${plan.oneFileAt ?? 'hỏi đơn vị gửi biểu.'}`,
      ].join('\n'),
    ],
    middle: [`BIỂU ${code} – ${title}`, `Kỳ báo cáo: ${periodLabel(period)} ${days}`, ''],
    right: [
      `Đơn vị báo cáo: ${agency.name}`,
      `Đơn vị nhận báo cáo: ${findAgency(plan, plan.consolidator)?.name ?? governingBody(plan)}`,
    ],
    hint: DECIMAL_SIGN,
  });
  sheet.hiddenColumns.add(0);
  sheet.frozenRows = Math.min(MOST_FROZEN, HEADER_ROW + headerHeight(columns));
  sheet.frozenColumns = 3;
  sheet.showGridlines = false;
  const last = HEADER_ROW + headerHeight(columns) - 1;
  sheet.page = { ...APPENDIX_PAGE, titleRows: { first: HEADER_ROW, last } };
  return sheet;
}

function metaSheet(request: FormRequest, identity: string): Sheet {
  const sheet = new Sheet(META_SHEET);
  sheet.visibility = 'veryHidden';
  const rows: [string, string | number][] = [
    ['Định dạng biểu', FORM_FORMAT],
    [META_IDENTITY_LABEL, identity],
    ['Kế hoạch', request.plan.name],
    ['Đơn vị báo cáo', request.agency.name],
    ['Kỳ báo cáo', periodLabel(request.period)],
  ];
  rows.forEach(([label, value], row) => {
    sheet.put(row, 0, label);
    sheet.put(row, 1, value);
  });
  return sheet;
}
