import { stampForm } from '../../src/app/sender';
import { MemoryWorkbook } from '../memory-workbook';
import { soundForm } from './base';
import { check, cleans, singles } from './measure';
import type { SaveAll } from './programs';

/**
 * What every program that saves a form must leave of it: each defect where it is, a stamp that
 * tells, nothing found in sound forms.
 */
export function heldBy(all: Iterable<readonly [string, SaveAll]>): void {
  describe.each([...all])('saved by %s', (name, saveAll) => {
    it('every defect is found where it is, no borderline is', async () => {
      const scores = await singles(name, saveAll, name === 'Tổng Hợp' ? 3 : 1);
      const misses = [...scores].flatMap(([code, one]) =>
        one.misses.map((miss) => `${code}: ${miss}`),
      );
      expect(misses).toEqual([]);
    });

    it('a stamped form is intact, and a cell changed after it is named', async () => {
      const forms = [soundForm(), soundForm()];
      const port = new MemoryWorkbook(forms[0].workbook);
      expect(
        await stampForm(port, forms[0].plan, { who: 'An', at: '2024-05-15 08:00:00' }),
      ).toHaveProperty('stamp');
      await stampForm(new MemoryWorkbook(forms[1].workbook), forms[1].plan, {
        who: 'An',
        at: '2024-05-15 08:00:00',
      });
      forms[1].type('K01', 'numerator', 46);
      const [intact, changed] = await saveAll(forms.map(({ workbook }) => workbook));
      expect(check(forms[0], intact).findings.map(({ code }) => code)).toEqual(['stamp-intact']);
      const [found] = check(forms[1], changed).findings;
      expect(found).toMatchObject({
        code: 'stamp-changed',
        facts: { cells: [forms[1].cell('K01', 'numerator')] },
      });
    });

    it('nothing is found in sound forms of any plan', async () => {
      const { forms, errors, warnings } = await cleans(saveAll, 6);
      expect([errors, warnings]).toEqual([[], []]);
      expect(forms).toBeGreaterThan(20);
    });
  });
}
