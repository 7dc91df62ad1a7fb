import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../../text/date';
import { BUILTIN_FORMS } from './builtin-forms';
import { basisOfForm, LEGAL_BASES } from './legal-bases';
import { windowWords } from './words';

it('the page lists every document with its validity', () => {
  const page = readFileSync(join(__dirname, '../../../docs/plan-check.md'), 'utf8');
  const day = (date: string | null) => (date === null ? '' : formatDate(date));
  const cells = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  for (const { document, use, from, until, followedBy } of LEGAL_BASES)
    expect(cells).toContainEqual(['', document, use, day(from), day(until), followedBy, '']);
});

it('what follows another is in the list, from the day after', () => {
  for (const { followedBy, until } of LEGAL_BASES) {
    if (followedBy === '') continue;
    const next = LEGAL_BASES.find(({ document }) => document === followedBy)!;
    expect(new Date(next.from!).getTime() - new Date(until!).getTime()).toBe(86_400_000);
  }
});

it('forms and words of the product name only documents of the list', () => {
  for (const { forms } of LEGAL_BASES)
    for (const code of forms) expect(BUILTIN_FORMS.map((form) => form.code)).toContain(code);
  expect(basisOfForm('II.06a')?.until).toBe('2026-02-14');
  expect(basisOfForm('TTHC')).toBeNull();
  const named = windowWords.all.flatMap((word) => word.match(/Nghị định [\d/]+NĐ-CP/g) ?? []);
  expect(named).not.toEqual([]);
  for (const document of named) expect(LEGAL_BASES.map((one) => one.document)).toContain(document);
});
