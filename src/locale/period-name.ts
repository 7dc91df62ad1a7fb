import {
  parsePeriod,
  periodInSentence,
  periodLabel,
  readPeriodLabel,
  type Period,
} from '../domain/period/period';
import type { Language } from './language';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const ROMAN = ['I', 'II', 'III', 'IV'];

/** What a period is called in the reader's language; official sheets say it in Vietnamese. */
export function periodName(period: Period, language: Language): string {
  return NAMES[language].alone(period);
}

interface PeriodNames {
  /** In a heading, or by itself. */
  alone(period: Period): string;
  inSentence(period: Period): string;
  /** Between the first and the last of several. */
  to: string;
}

const vi: PeriodNames = { alone: periodLabel, inSentence: periodInSentence, to: 'đến' };
const en: PeriodNames = { alone: english, inSentence: english, to: 'to' };
const NAMES: Record<Language, PeriodNames> = { vi, en };

function english(period: Period): string {
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

/** Facts as a sentence says them: what is the name of a period, whole, is named anew. */
export function withPeriodNames<Facts extends object>(facts: Facts, language: Language): Facts {
  const named = Object.entries(facts).map(([key, value]: [string, unknown]) => [
    key,
    nameOf(value, language),
  ]);
  return Object.fromEntries(named) as Facts;
}

/** Our names of periods within a list ("Sở Nội vụ, Tháng 3/2024; …"), not in what people wrote. */
const LISTED =
  /(?<=, )(?:Tháng \d{1,2}\/\d{4}|Quý [IV]+\/\d{4}|[69] tháng (?:đầu |cuối )?năm \d{4}|Năm \d{4})(?=$|;| \()/g;

function nameOf(value: unknown, language: Language): unknown {
  if (typeof value !== 'string') return value;
  if (value.includes(', '))
    return value.replace(LISTED, (one) => String(nameOf(one, language) ?? one));
  const period = readPeriodLabel(value);
  // A code of a period is written by people as it stands; only what we call it is a word of a
  // language.
  if (!period || periodLabel(period) !== value) return value;
  return NAMES[language].inSentence(period);
}

/** Periods by their codes ("2024-01, …, 2024-Q1, …") as somebody who knows no codes reads them. */
export function scheduleSaid(codes: string, language: Language): string {
  const periods = codes.split(', ').flatMap((one) => parsePeriod(one) ?? []);
  const groups = new Map<string, Period[]>();
  for (const one of periods) {
    const key = `${one.year} ${one.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const said = [...groups.values()].map((own) => {
    const [first, last] = [own[0], own[own.length - 1]];
    const { inSentence: name, to } = NAMES[language];
    const isRun = own.length > 2 && (first.kind === 'month' || first.kind === 'quarter');
    return isRun ? `${name(first)} ${to} ${name(last)}` : own.map(name).join(', ');
  });
  return said.length > 0 && periods.length === codes.split(', ').length ? said.join('; ') : codes;
}
