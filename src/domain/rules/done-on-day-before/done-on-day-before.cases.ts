import type { DefectCase } from '../../../../test/defects/case';

/** “hoàn thành trước ngày 25/4/2024” */
const TASK = 'T1b0';

export const cases: readonly DefectCase[] = [
  {
    name: 'on the day that is named',
    base: 'before-day',
    spoil(form) {
      form.done(TASK, '2024-04-25');
      return form.taskRow(TASK).place('date');
    },
  },
  {
    name: 'on the day that is named, typed as text',
    base: 'before-day',
    spoil(form) {
      form.done(TASK, '2024-04-25').typeTask(TASK, 'date', '25/4/2024');
      return form.taskRow(TASK).place('date');
    },
  },
  {
    name: 'on the day before it',
    base: 'before-day',
    silent: true,
    spoil(form) {
      form.done(TASK, '2024-04-24');
      return form.taskRow(TASK).place('date');
    },
  },
  {
    name: 'later: nobody takes that for in time',
    base: 'before-day',
    silent: true,
    spoil(form) {
      form.done(TASK, '2024-04-26');
      return form.taskRow(TASK).place('date');
    },
  },
];
