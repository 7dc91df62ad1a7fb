import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plannedPage } from './plan-workbook-page';

it('docs/plan-workbook.md lists the columns of a plan as they are declared (npm run tables)', () => {
  const page = readFileSync(join(__dirname, '../../docs/plan-workbook.md'), 'utf8');
  expect(page).toBe(plannedPage(page));
});
