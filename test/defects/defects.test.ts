import { checkFile } from '../../src/app/check-file';
import type { CheckedFile } from '../../src/domain/submission/submission';
import { readReceived } from '../../src/xlsx/read/workbook';
import type { Form } from '../forms';
import { PRODUCERS } from '../producers';
import { defectCases } from './all';
import { soundForm } from './base';
import type { DefectCase, Place } from './case';

/**
 * Every defect alone, and one of every third code as another program saves it: found where it is,
 * and nothing else with it. `npm run test:all` tries each at three places, and as six programs save
 * it (test/matrix/defects).
 */

const OPTIONS = { period: null, partial: false };

function check(form: Form): CheckedFile {
  const opened = { ok: true as const, value: { workbook: form.workbook, converted: null } };
  return checkFile(form.plan, form.fileName, 'hash', opened, OPTIONS);
}

async function checkSaved(form: Form, producer: string): Promise<CheckedFile> {
  const read = readReceived(await PRODUCERS[producer](form.workbook));
  if (!read.ok) throw new Error(read.refusal.code);
  return checkFile(
    form.plan,
    form.fileName,
    'hash',
    { ok: true, value: { workbook: read.value, converted: null } },
    OPTIONS,
  );
}

const place = (one: { sheet: string | null; cell: string | null }) => `${one.sheet}!${one.cell}`;

function judge(code: string, one: DefectCase, expected: Place | null, file: CheckedFile): void {
  const own = file.findings.filter((found) => found.code === code);
  if (one.silent) expect(own.map(place)).toEqual([]);
  else {
    expect(file.findings.map((found) => found.code)).toContain(code);
    if (expected) expect(own.map(place)).toContain(place(expected));
  }
  const allowed = new Set([...(one.silent ? [] : [code]), ...(one.also ?? [])]);
  const strays = file.findings.filter(
    ({ severity, code: other }) => severity !== 'fixed' && !allowed.has(other),
  );
  expect(strays.map((found) => `${found.code} ${place(found)}`)).toEqual([]);
}

it.each(['month', 'linked'] as const)(
  'a sound form (%s) has nothing to find, whoever saved it',
  async (base) => {
    expect(check(soundForm(base)).findings).toEqual([]);
    for (const producer of Object.keys(PRODUCERS)) {
      expect((await checkSaved(soundForm(base), producer)).findings).toEqual([]);
    }
  },
);

const CODES = [...defectCases().keys()];

describe.each([...defectCases()])('%s', (code, cases) => {
  it('has a way to find it and one that is none', () => {
    expect(cases.filter(({ silent }) => !silent).length).toBeGreaterThanOrEqual(1);
    expect(cases.filter(({ silent }) => silent).length).toBeGreaterThanOrEqual(1);
    expect(cases.length).toBeGreaterThanOrEqual(2);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const own = soundForm(one.base);
    judge(code, one, one.spoil(own, cases.indexOf(one) % 3), check(own));
    if (one !== cases[0] || CODES.indexOf(code) % 3 > 0) return;
    const form = soundForm(one.base);
    const expected = one.spoil(form, 1);
    judge(code, one, expected, await checkSaved(form, 'exceljs'));
  });
});
