import { task } from '../../../../test/defects/base';
import type { DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'done, no day',
    spoil(form, pick) {
      const code = task(form, pick);
      form.typeTask(code, 'status', 'Hoàn thành').typeTask(code, 'result', 'Số 12/BC');
      return form.taskRow(code).place('status');
    },
  },
  {
    name: 'done by a tick',
    spoil(form, pick) {
      const code = task(form, pick);
      form.typeTask(code, 'status', 'x').typeTask(code, 'result', 'Số 12/BC');
      return form.taskRow(code).place('status');
    },
  },
  {
    name: 'not done, no day',
    silent: true,
    spoil(form, pick) {
      const code = task(form, pick);
      form.typeTask(code, 'status', 'Chưa thực hiện');
      return form.taskRow(code).place('status');
    },
  },
];
