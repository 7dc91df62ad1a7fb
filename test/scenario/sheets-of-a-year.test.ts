import { consolidateInto } from '../../src/app/consolidate-into';
import { lockPeriod } from '../../src/app/period-acts';
import type { Progress } from '../../src/app/ports';
import { periodOf } from '../../src/domain/period/period';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';

/** One still finds one's way in the office's workbook after a year. */

const quiet: Progress = { step: () => undefined, cancelled: false };
const OPTIONS = { acceptIncomplete: true, asOf: null };
const ACTOR = { who: 'An', at: '2024-12-20 08:00:00' };
/** So many tabs are taken in at a glance. */
const AT_MOST = 25;

it('after twelve months and four quarters, each locked, fewer than 25 sheets are seen', async () => {
  const plan = smallPlan('tra-vinh-2024', ['SNV', '842']);
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  const seen = () => port.workbook.sheets.filter(({ visibility }) => visibility === 'visible');
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  for (const month of months) {
    const ids = [`2024-${String(month).padStart(2, '0')}`];
    if (month % 3 === 0) ids.push(`2024-Q${month / 3}`);
    for (const id of ids) {
      await consolidateInto(port, periodOf(id), OPTIONS, ACTOR, quiet);
      await lockPeriod(port, id, ACTOR);
      expect(seen().length).toBeLessThan(AT_MOST);
    }
  }
  expect(port.workbook.sheets.length).toBeGreaterThan(150);
  const tables = seen().filter(({ name }) => / 2024-/.test(name));
  expect(tables.every(({ name }) => name.endsWith(' 2024-Q4'))).toBe(true);
  // A workbook of nothing but sheets that are out of sight is one no Excel opens.
  const ledger = port.workbook.sheets
    .filter(({ visibility }) => visibility === 'hidden')
    .slice(0, 2);
  const read = readWorkbook(await writeWorkbook(emptyWorkbook(ledger)));
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'visible']);
});
