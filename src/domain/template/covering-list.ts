import { assignedForms, assignedIndicators, assignedTasks } from '../plan/assigned';
import { formatDate } from '../../text/date';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import { APPENDIX_PAGE, heightFor, LOOK, writeHead } from '../page/page';
import { periodLabel, type Period } from '../period/period';
import type { Agency } from '../agency/agency';
import { dueDateOf, findAgency, governingBody, type Plan } from '../plan/plan';

const COLUMNS: readonly [string, number][] = [
  ['STT', 6],
  ['Mã', 10],
  ['Đơn vị', 46],
  ['Tệp biểu mẫu', 46],
  ['Số chỉ tiêu', 9],
  ['Số nhiệm vụ', 9],
  ['Biểu thống kê', 16],
  ['Hạn nộp', 12],
  ['Ngày gửi', 12],
  ['Ghi chú', 18],
];

/** A list of this name lies among the forms; nobody takes it for a submission. */
export function coveringListName(period: Period): string {
  return `danh-sach-bieu-mau-${period.id}.xlsx`;
}

/**
 * What goes out with the forms: who gets which file, what it asks, by when (danh sách kèm theo).
 */
export function coveringList(
  plan: Plan,
  period: Period,
  forms: readonly { agency: Agency; fileName: string }[],
): Workbook {
  const sheet = new Sheet('Danh sách biểu mẫu');
  const last = COLUMNS.length - 1;
  const top = writeHead(
    sheet,
    {
      parent: governingBody(plan).toUpperCase(),
      agency: (findAgency(plan, plan.consolidator)?.name ?? '').toUpperCase(),
      title: 'DANH SÁCH BIỂU MẪU PHÁT HÀNH',
      mark: '',
      lines: [`Kỳ báo cáo: ${periodLabel(period)}`, `(${plan.number}: ${plan.name})`],
    },
    0,
    last,
  );
  COLUMNS.forEach(([heading, width], column) => {
    sheet.columnWidths.set(column, width);
    sheet.put(top, column, heading, LOOK.heading);
  });
  sheet.rowHeights.set(top, 32);
  const due = formatDate(dueDateOf(plan, period));
  forms.forEach(({ agency, fileName }, index) => {
    const row = top + 1 + index;
    const stats = assignedForms(plan, agency).map(({ code }) => code);
    const values = [
      index + 1,
      agency.code,
      agency.name,
      fileName,
      assignedIndicators(plan, agency).length,
      assignedTasks(plan, agency).length,
      stats.join(', '),
      due,
      null,
      null,
    ];
    values.forEach((value, column) => {
      const isName = column === 2 || column === 3 || column === 9;
      sheet.put(
        row,
        column,
        value,
        column === 1 ? LOOK.code : isName ? LOOK.text : LOOK.textCentre,
      );
    });
    sheet.rowHeights.set(
      row,
      heightFor([
        [agency.name, 46, 12],
        [fileName, 46, 12],
      ]),
    );
  });
  sheet.frozenRows = top + 1;
  sheet.showGridlines = false;
  sheet.page = {
    ...APPENDIX_PAGE,
    titleRows: { first: top, last: top },
    printArea: { top: 0, left: 0, bottom: top + forms.length, right: last },
  };
  return emptyWorkbook([sheet]);
}
