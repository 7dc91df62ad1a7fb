import { Form } from '../../test/forms';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { entriesIn } from './entries';

const PLAN = 'vinh-chap-2024';

it('counts what the form asks for, and what is entered: figures and states of tasks, a note is nothing owed', async () => {
  const form = Form.of('MC', '2024-03', PLAN);
  const count = () => entriesIn(new MemoryWorkbook(form.workbook), form.plan);
  const blank = (await count())!;
  expect(blank.filled).toBe(0);
  expect(blank.owed).toBeGreaterThan(5);
  form.type('NQ01-2', 'numerator', 5);
  expect(await count()).toEqual({ filled: 1, owed: blank.owed });
  form.type('NQ01-2', 'note', 'Theo báo cáo số 9');
  expect(await count()).toEqual({ filled: 1, owed: blank.owed });
  form.fill();
  const { filled, owed } = (await count())!;
  expect([owed, filled]).toEqual([blank.owed, blank.owed]);
});

it('takes for entered what the check does: a word for both parts of a ratio, a percentage without them', async () => {
  const form = Form.of('MC', '2024-03', PLAN);
  const count = async () => (await entriesIn(new MemoryWorkbook(form.workbook), form.plan))!.filled;
  form.type('NQ01-2', 'numerator', 'Không phát sinh');
  expect(await count()).toBe(2);
  form.type('NQ01-2', 'numerator', ' ');
  expect(await count()).toBe(0);
  form.type('NQ01-2', 'denominator', 'Không phát sinh');
  expect(await count()).toBe(2);
});
