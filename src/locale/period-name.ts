import { periodLabel, readPeriodLabel, type Period } from '../domain/period/period';
import type { Language } from './sentence';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const ROMAN = ['I', 'II', 'III', 'IV'];

/** What a period is called in the reader's language; official sheets say it in Vietnamese. */
export function periodName(period: Period, language: Language): string {
  if (language === 'vi') return periodLabel(period);
  const { year, firstMonth, lastMonth } = period;
  switch (period.kind) {
    case 'month':
      return `${MONTHS[firstMonth - 1]} ${year}`;
    case 'quarter':
      return `quarter ${ROMAN[lastMonth / 3 - 1]}/${year}`;
    case 'half-year':
      return `the ${firstMonth === 1 ? 'first' : 'second'} half of ${year}`;
    case 'nine-months':
      return `nine months of ${year}`;
    case 'year':
      return `the year ${year}`;
  }
}

/** Facts as the reader's language says them: what is the name of a period, whole, is named anew. */
export function withPeriodNames<Facts extends object>(facts: Facts, language: Language): Facts {
  if (language === 'vi') return facts;
  const named = Object.entries(facts).map(([key, value]: [string, unknown]) => [
    key,
    nameOf(value, language),
  ]);
  return Object.fromEntries(named) as Facts;
}

function nameOf(value: unknown, language: Language): unknown {
  if (typeof value !== 'string') return value;
  const period = readPeriodLabel(value);
  // A code of a period is written by people as it stands; only what we call it is a word of a
  // language.
  return period && periodLabel(period) === value ? periodName(period, language) : value;
}
