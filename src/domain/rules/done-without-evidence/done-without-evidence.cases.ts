import { task } from '../../../../test/defects/base';
import type { DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'done, no document',
    spoil(form, pick) {
      const code = task(form, pick);
      form.done(code, '2024-05-02', '').typeTask(code, 'result', null);
      return form.taskRow(code).place('status');
    },
  },
  {
    name: 'done in other words',
    spoil(form, pick) {
      const code = task(form, pick);
      form.done(code, '2024-05-02').typeTask(code, 'status', 'Đã hoàn thành').typeTask(code, 'result', null);
      return form.taskRow(code).place('status');
    },
  },
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
