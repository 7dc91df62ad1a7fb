import { Form } from '../../test/forms';
import { checkFile } from './check-file';

const options = { period: null, partial: false };

it('a form of a thousand faults and more lists a thousand, errors first, and says how many are not', () => {
  const form = Form.of('29461', '2024-03').fill().type('K01', 'numerator', 'bốn mươi');
  const sheet = form.row('K01').sheet;
  const label = Number(/\d+/.exec(form.cell('K01', 'name'))![0]) - 1;
  const columns = [...sheet.rows.get(label)!.keys()];
  const bottom = Math.max(...sheet.rows.keys());
  for (let row = 0; row < 1200; row++) {
    for (const column of columns) sheet.put(bottom + 1 + row, column, column === 0 ? `X${row}` : 1);
  }
  const opened = { ok: true as const, value: { workbook: form.workbook, converted: null } };
  const checked = checkFile(form.plan, 'a.xlsx', '', opened, options);
  expect(checked.verdict).toBe('errors');
  expect(checked.findings).toHaveLength(1001);
  expect(checked.findings[0]).toMatchObject({ code: 'not-a-number', severity: 'error' });
  expect(checked.findings.at(-1)).toMatchObject({ code: 'findings-more', facts: { count: 201 } });
});
