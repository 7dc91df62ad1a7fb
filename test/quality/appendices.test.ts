import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELDS } from '../appendix/measure-reading';
import { added, APPENDICES, appendicesReport, measureAppendices, shareRight } from './appendices';

/**
 * Appendices in the structures of real ones, held against what a person read: nothing may be wrong
 * without a question.
 */
it('nothing is wrong in silence, and the page says what was measured', async () => {
  const measured = await measureAppendices();
  const wrong = measured.flatMap(({ name, tally }) =>
    Object.entries(tally).flatMap(([field, one]) =>
      one.wrong.map((what) => `${name} ${field}: ${what}`),
    ),
  );
  expect(wrong).toEqual([]);
  const total = added(measured.map(({ tally }) => tally));
  for (const field of FIELDS) expect(shareRight(total[field])).toBeGreaterThanOrEqual(0.95);
  // The small inputs from outside are part of the page, and only beside the project where it is
  // developed.
  if (!measured.some(({ source }) => source === 'case')) return;
  const page = readFileSync(join(__dirname, '../../docs/quality.md'), 'utf8');
  expect(page.slice(page.indexOf(APPENDICES))).toBe(appendicesReport(measured));
});
