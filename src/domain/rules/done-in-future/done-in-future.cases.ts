import { task } from '../../../../test/defects/base';
import type { DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'after the cut-off',
    spoil(form, pick) {
      const code = task(form, pick);
      form.done(code, '2024-12-25');
      return form.taskRow(code).place('date');
    },
  },
  {
    name: 'the day after the cut-off',
    spoil(form, pick) {
      const code = task(form, pick);
      form.done(code, '2024-05-15');
      return form.taskRow(code).place('date');
    },
  },
  {
    name: 'on the cut-off',
    silent: true,
    spoil(form, pick) {
      const code = task(form, pick);
      form.done(code, '2024-05-14');
      return form.taskRow(code).place('date');
    },
  },
];
