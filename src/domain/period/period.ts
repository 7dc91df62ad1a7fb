/**
 * Reporting periods. One grammar everywhere: 2024-03, 2024-Q1…Q4, 2024-H1, 2024-H2, 2024-9M, 2024.
 * A period's id sorts and compares as text only among its own kind.
 */

export type PeriodId = string;
export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year';

export interface Period {
  id: PeriodId;
  kind: PeriodKind;
  year: number;
  /** Months of the year it covers, 1–12, inclusive. */
  firstMonth: number;
  lastMonth: number;
}

export const PERIOD_GRAMMAR = '2024-03, 2024-Q1, 2024-H1, 2024-9M, 2024';

const GRAMMAR = /^(\d{4})(?:-(0[1-9]|1[0-2])|-Q([1-4])|-H([12])|-(9M))?$/;

/** Null when the text is not of the grammar. */
export function parsePeriod(text: string): Period | null {
  const match = GRAMMAR.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2]) return month(year, Number(match[2]));
  if (match[3]) return quarter(year, Number(match[3]));
  if (match[4]) return halfYear(year, Number(match[4]));
  if (match[5]) return { id: text, kind: 'nine-months', year, firstMonth: 1, lastMonth: 9 };
  return { id: text, kind: 'year', year, firstMonth: 1, lastMonth: 12 };
}

/** For ids this program made itself. */
export function periodOf(id: PeriodId): Period {
  const period = parsePeriod(id);
  if (!period) throw new Error(`not a period: ${id}`);
  return period;
}

export function month(year: number, number: number): Period {
  const id = `${year}-${String(number).padStart(2, '0')}`;
  return { id, kind: 'month', year, firstMonth: number, lastMonth: number };
}

export function quarter(year: number, number: number): Period {
  return {
    id: `${year}-Q${number}`,
    kind: 'quarter',
    year,
    firstMonth: number * 3 - 2,
    lastMonth: number * 3,
  };
}

function halfYear(year: number, number: number): Period {
  return {
    id: `${year}-H${number}`,
    kind: 'half-year',
    year,
    firstMonth: number * 6 - 5,
    lastMonth: number * 6,
  };
}

/**
 * The smallest report of a schedule: a monthly plan gives every longer period, a quarterly one all
 * but months.
 */
export type BaseKind = 'month' | 'quarter';

/**
 * The base periods that tile a period, in order; null when they do not (a month of a quarterly
 * plan).
 */
export function tiles(period: Period, base: BaseKind): Period[] | null {
  const step = base === 'month' ? 1 : 3;
  if ((period.firstMonth - 1) % step !== 0 || period.lastMonth % step !== 0) return null;
  const parts: Period[] = [];
  for (let last = period.firstMonth + step - 1; last <= period.lastMonth; last += step) {
    parts.push(base === 'month' ? month(period.year, last) : quarter(period.year, last / 3));
  }
  return parts;
}

/** The period of the same kind just before; nine months and a year compare with the year before. */
export function previousPeriod(period: Period): Period {
  const { year, firstMonth } = period;
  switch (period.kind) {
    case 'month':
      return firstMonth === 1 ? month(year - 1, 12) : month(year, firstMonth - 1);
    case 'quarter':
      return firstMonth === 1 ? quarter(year - 1, 4) : quarter(year, (firstMonth - 1) / 3);
    case 'half-year':
      return firstMonth === 1 ? halfYear(year - 1, 2) : halfYear(year, 1);
    case 'nine-months':
      return periodOf(`${year - 1}-9M`);
    case 'year':
      return periodOf(String(year - 1));
  }
}

/** The same period of the year before. */
export function sameLastYear(period: Period): Period {
  return periodOf(period.id.replace(/^\d{4}/, String(period.year - 1)));
}

/** The year up to a period's end: a period of the grammar where there is one. */
export function yearUpTo(period: Period): Period {
  const suffix = { 3: '-Q1', 6: '-H1', 9: '-9M', 12: '' }[period.lastMonth];
  return suffix === undefined ? { ...period, firstMonth: 1 } : periodOf(`${period.year}${suffix}`);
}

/** Negative when `a` ends before `b`. */
export function compareEnds(a: Period, b: Period): number {
  return a.year - b.year || a.lastMonth - b.lastMonth;
}

/**
 * Whether a period is another one, or a longer one that ends with it: their reports come together.
 */
export function endsWith(period: Period, other: Period): boolean {
  return compareEnds(period, other) === 0 && period.firstMonth <= other.firstMonth;
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/**
 * How an official form names it; forms and reports are Vietnamese whatever the interface language.
 */
export function periodLabel(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `Tháng ${period.firstMonth}/${period.year}`;
    case 'quarter':
      return `Quý ${ROMAN[period.lastMonth / 3 - 1]}/${period.year}`;
    case 'half-year':
      return period.firstMonth === 1
        ? `6 tháng đầu năm ${period.year}`
        : `6 tháng cuối năm ${period.year}`;
    case 'nine-months':
      return `9 tháng năm ${period.year}`;
    case 'year':
      return `Năm ${period.year}`;
  }
}

/** How a sentence names it: "tháng 3/2024", "quý I/2024". */
export function periodInSentence(period: Period): string {
  const label = periodLabel(period);
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/**
 * Reads what {@link periodLabel} writes, what people write ("tháng 03/2024", "quí 1 năm 2024") and
 * the grammar.
 */
export function readPeriodLabel(text: string): Period | null {
  const direct = parsePeriod(text.trim());
  if (direct) return direct;
  const tidied = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  const byMonth = /^tháng (\d{1,2})(?:\/| năm )(\d{4})$/.exec(tidied);
  if (byMonth && Number(byMonth[1]) >= 1 && Number(byMonth[1]) <= 12)
    return month(Number(byMonth[2]), Number(byMonth[1]));
  const byQuarter = /^qu[ýí] (iv|iii|ii|i|[1-4])(?:\/| năm )(\d{4})$/.exec(tidied);
  if (byQuarter) {
    const roman = ROMAN.indexOf(byQuarter[1].toUpperCase());
    return quarter(Number(byQuarter[2]), roman >= 0 ? roman + 1 : Number(byQuarter[1]));
  }
  const longer = /^(6 tháng đầu năm|6 tháng cuối năm|9 tháng năm|9 tháng|năm) (\d{4})$/.exec(
    tidied,
  );
  if (!longer) return null;
  const suffix = {
    '6 tháng đầu năm': '-H1',
    '6 tháng cuối năm': '-H2',
    '9 tháng năm': '-9M',
    '9 tháng': '-9M',
    năm: '',
  };
  return parsePeriod(longer[2] + suffix[longer[1] as keyof typeof suffix]);
}
