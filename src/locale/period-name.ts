import { parsePeriod, periodLabel, readPeriodLabel, type Period } from '../domain/period/period';

/** What periods are called in one language. */
export interface PeriodNames {
  /** In a heading, or by itself. */
  alone(period: Period): string;
  inSentence(period: Period): string;
  /** Between the first and the last of several. */
  to: string;
}

/** Facts as a sentence says them: what is the name of a period, whole, is named anew. */
export function withPeriodNames<Facts extends object>(facts: Facts, names: PeriodNames): Facts {
  const named = Object.entries(facts).map(([key, value]: [string, unknown]) => [
    key,
    nameOf(value, names),
  ]);
  return Object.fromEntries(named) as Facts;
}

/** Our names of periods within a list ("Sở Nội vụ, Tháng 3/2024; …"), not in what people wrote. */
const LISTED =
  /(?<=, )(?:Tháng \d{1,2}\/\d{4}|Quý [IV]+\/\d{4}|[69] tháng (?:đầu |cuối )?năm \d{4}|Năm \d{4})(?=$|;| \()/g;

function nameOf(value: unknown, names: PeriodNames): unknown {
  if (typeof value !== 'string') return value;
  if (value.includes(', '))
    return value.replace(LISTED, (one) => String(nameOf(one, names) ?? one));
  const period = readPeriodLabel(value);
  // A code of a period is written by people as it stands; only what we call it is a word of a
  // language.
  if (!period || periodLabel(period) !== value) return value;
  return names.inSentence(period);
}

/** Periods by their codes ("2024-01, …, 2024-Q1, …") as somebody who knows no codes reads them. */
export function scheduleSaid(codes: string, names: PeriodNames): string {
  const periods = codes.split(', ').flatMap((one) => parsePeriod(one) ?? []);
  const groups = new Map<string, Period[]>();
  for (const one of periods) {
    const key = `${one.year} ${one.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const said = [...groups.values()].map((own) => {
    const [first, last] = [own[0], own[own.length - 1]];
    const { inSentence: name, to } = names;
    const isRun = own.length > 2 && (first.kind === 'month' || first.kind === 'quarter');
    return isRun ? `${name(first)} ${to} ${name(last)}` : own.map(name).join(', ');
  });
  return said.length > 0 && periods.length === codes.split(', ').length ? said.join('; ') : codes;
}
