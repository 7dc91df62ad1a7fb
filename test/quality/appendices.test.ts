import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { added, APPENDICES, appendicesReport, measureAppendices, shareRight } from './appendices';

/** Appendices in the structures of real ones, held against what a person read: nothing may be wrong without a question. */
it('nothing is wrong in silence, and the page says what was measured', async () => {
  const measured = await measureAppendices();
  const wrong = measured.flatMap(({ name, tally }) =>
    Object.entries(tally).flatMap(([field, one]) => one.wrong.map((what) => `${name} ${field}: ${what}`)),
  );
  expect(wrong).toEqual([]);
  const total = added(measured.map(({ tally }) => tally));
  for (const field of ['row', 'section', 'owner', 'deadline'] as const)
    expect([field, shareRight(total[field])]).toEqual([field, expect.any(Number)]);
  // The small inputs from outside are part of the page, and only beside the project where it is developed.
  if (!measured.some(({ source }) => source === 'case')) return;
  const path = join(__dirname, '../../docs/quality.md');
  const page = readFileSync(path, 'utf8');
  const at = page.indexOf(APPENDICES);
  if (process.env.WRITE_QUALITY && existsSync(path))
    writeFileSync(path, `${page.slice(0, at < 0 ? undefined : at)}${at < 0 ? '\n' : ''}${appendicesReport(measured)}`);
  else expect(page.slice(at)).toBe(appendicesReport(measured));
});
