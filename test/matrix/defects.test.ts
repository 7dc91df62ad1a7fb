import { stampForm } from '../../src/app/sender';
import { soundForm } from '../defects/base';
import { check, cleans, drifts, pairs, singles } from '../defects/measure';
import { libraries, programs } from '../defects/programs';
import { MemoryWorkbook } from '../memory-workbook';

/** Every defect alone, as every program of this machine saves it; pairs; drift; sound forms. docs/quality.md has the figures. */

const all = [...libraries(), ...programs()];

it('has a program that is none of this project to save with', () => {
  expect(all.map(([name]) => name)).toContain('LibreOffice');
});

describe.each(all)('saved by %s', (name, saveAll) => {
  it('every defect is found where it is, no borderline is', async () => {
    const scores = await singles(name, saveAll, name === 'Tổng Hợp' ? 3 : 1);
    const misses = [...scores].flatMap(([code, one]) => one.misses.map((miss) => `${code}: ${miss}`));
    expect(misses).toEqual([]);
  });

  it('a stamped form is intact, and a cell changed after it is named', async () => {
    const forms = [soundForm(), soundForm()];
    const port = new MemoryWorkbook(forms[0].workbook);
    expect(await stampForm(port, forms[0].plan, { who: 'An', at: '2024-05-15 08:00:00' })).toHaveProperty('stamp');
    await stampForm(new MemoryWorkbook(forms[1].workbook), forms[1].plan, { who: 'An', at: '2024-05-15 08:00:00' });
    forms[1].type('K01', 'numerator', 46);
    const [intact, changed] = await saveAll(forms.map(({ workbook }) => workbook));
    expect(check(forms[0], intact).findings.map(({ code }) => code)).toEqual(['stamp-intact']);
    const [found] = check(forms[1], changed).findings;
    expect(found).toMatchObject({ code: 'stamp-changed', facts: { cells: [forms[1].cell('K01', 'numerator')] } });
  });

  it('nothing is found in sound forms of any plan', async () => {
    const { forms, errors, warnings } = await cleans(saveAll, 6);
    expect([errors, warnings]).toEqual([[], []]);
    expect(forms).toBeGreaterThan(20);
  });
});

it('two defects in one form are both found', () => {
  const { pairs: count, both, misses } = pairs(600, 23);
  expect([misses, both]).toEqual([[], count]);
});

it('a form whose layout drifted is read to the same figures', () => {
  const { forms, same, misses } = drifts(400, 17);
  expect([misses, same]).toEqual([[], forms]);
});
