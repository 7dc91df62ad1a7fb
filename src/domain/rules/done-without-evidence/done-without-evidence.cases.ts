import { task } from '../../../../test/defects/base';
import type { DefectCase } from '../../../../test/defects/case';

/** What is written where a document belongs. */
function evidence(said: string, more: Partial<DefectCase> = {}): DefectCase {
  return {
    name: `“${said}” for a document`,
    spoil(form, pick) {
      const code = task(form, pick);
      form.done(code, '2024-05-02', said);
      return form.taskRow(code).place('result');
    },
    ...more,
  };
}

export const cases: readonly DefectCase[] = [
  {
    name: 'done, no document',
    spoil(form, pick) {
      const code = task(form, pick);
      form.done(code, '2024-05-02', '').typeTask(code, 'result', null);
      return form.taskRow(code).place('result');
    },
  },
  {
    name: 'done in other words',
    spoil(form, pick) {
      const code = task(form, pick);
      form
        .done(code, '2024-05-02')
        .typeTask(code, 'status', 'Đã hoàn thành')
        .typeTask(code, 'result', null);
      return form.taskRow(code).place('result');
    },
  },
  ...[
    '-',
    '…',
    '125',
    'x',
    'Đã hoàn thành.',
    'Không có',
    'Đã ban hành công văn',
    'Có kế hoạch của UBND xã',
    'Đã triển khai đầy đủ, đúng tiến độ',
    'Chưa có',
    'Đang trình ký',
    'Xem file kèm theo',
    'Đã gửi mail',
    'Đã nộp qua e-mail',
    'Gửi Zalo rồi',
    'Đã gửi email cho Văn phòng',
    'Đã gửi qua zalo nhóm',
    'Đã gửi qua trục liên thông',
    'Đã nộp trên phần mềm',
    'OK rồi',
    'Hoàn thành 100%',
    'Đã thực hiện xong theo chỉ đạo',
  ].map((said) => evidence(said)),
  ...[
    'Số 12/BC',
    '125/BC-UBND',
    'Báo cáo 125',
    '05/3/2024',
    'Đã tổ chức hội nghị',
    'Đã gửi Sở Nội vụ',
    'Công văn ngày 05/3/2024',
    'Đang thực hiện theo QĐ 123/QĐ-UBND',
    'Đang trình 12/TTr-UBND',
    'Đang triển khai 05/3/2024',
    'Thư điện tử ngày 05/3/2024',
    'Nghị quyết 12 (đạt 100%)',
  ].map((said) => evidence(said, { silent: true })),
  {
    name: 'not done, no document',
    silent: true,
    spoil(form, pick) {
      const code = task(form, pick);
      form.typeTask(code, 'status', 'Đang thực hiện');
      return form.taskRow(code).place('status');
    },
  },
];
