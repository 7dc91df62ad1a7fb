import { LEVELS, type Level } from '../../domain/agency/agency';
import type { HandIn, HandInState } from '../../domain/report/hand-in';
import { plainKey } from '../../text/normal-form';
import { agencyName } from '../agency-name';
import { isOpen } from '../month/month';

/** Of whom the board shows. */
export type Filter = 'all' | 'missing' | 'waiting' | 'returned' | 'accepted';

export const SHOWN: Record<Filter, readonly HandInState[]> = {
  all: ['accepted', 'partial', 'waiting', 'returned', 'missing', 'incomplete'],
  missing: ['missing', 'incomplete'],
  waiting: ['waiting'],
  returned: ['returned'],
  accepted: ['accepted', 'partial'],
};

/**
 * In which order: what needs a person first, as the register has them, by name, the latest first.
 */
export const ORDERS = ['problems', 'register', 'name', 'late'] as const;
export type Order = (typeof ORDERS)[number];

/** A line of the board. */
export type BoardItem =
  | { kind: 'level'; level: Level; taken: number; total: number }
  | { kind: 'agency'; row: HandIn }
  /** So many of whom there is nothing to say. */
  | { kind: 'usual'; count: number };

/** So few are not worth folding away. */
const FOLDED_FROM = 6;

/** Of whom there is nothing to say: in, in time, and nothing in doubt. */
export function isUsual(row: HandIn): boolean {
  const { state, latest } = row;
  if (state !== 'accepted' || isOpen(row)) return false;
  return latest === null || (latest.warnings === 0 && !latest.late && latest.version === 1);
}

const RANK: Record<HandInState, number> = {
  returned: 0,
  waiting: 0,
  partial: 1,
  incomplete: 2,
  missing: 3,
  accepted: 4,
};

function rankOf(row: HandIn): number {
  if (isOpen(row)) return 0;
  return isUsual(row) ? 5 : RANK[row.state];
}

interface Wanted {
  filter: Filter;
  order: Order;
  words: string;
  /** Those of whom there is nothing to say are listed too. */
  isUsualShown: boolean;
}

/**
 * The lines of the board as a person wants them; by levels where the order leaves them together and
 * there are several.
 */
export function boardItems(
  rows: readonly HandIn[],
  { filter, order, words, isUsualShown }: Wanted,
): BoardItem[] {
  const key = plainKey(words);
  const named = ({ agency }: HandIn) =>
    plainKey(`${agency.code} ${agency.name} ${agency.shortName}`).includes(key);
  const wanted = rows.filter(
    (row) => SHOWN[filter].includes(row.state) && (key === '' || named(row)),
  );
  if (order === 'name')
    return asItems(
      [...wanted].sort((a, b) => agencyName(a.agency).localeCompare(agencyName(b.agency), 'vi')),
    );
  if (order === 'late')
    return asItems(
      [...wanted].sort(
        (a, b) => (b.latest?.late ?? -1) - (a.latest?.late ?? -1) || rankOf(a) - rankOf(b),
      ),
    );
  const sorted = order === 'problems' ? [...wanted].sort((a, b) => rankOf(a) - rankOf(b)) : wanted;
  const usual = sorted.filter(isUsual).length;
  const folds = order === 'problems' && filter === 'all' && key === '' && usual >= FOLDED_FROM;
  const shown = folds && !isUsualShown ? sorted.filter((row) => !isUsual(row)) : sorted;
  const levels = LEVELS.filter((level) => rows.some(({ agency }) => agency.level === level));
  const grouped = levels.flatMap((level): BoardItem[] => {
    const own = shown.filter(({ agency }) => agency.level === level);
    if (own.length === 0) return [];
    const all = rows.filter(({ agency }) => agency.level === level);
    const taken = all.filter(({ state }) => SHOWN.accepted.includes(state)).length;
    return [{ kind: 'level', level, taken, total: all.length }, ...asItems(own)];
  });
  const items = levels.length > 1 ? grouped : asItems(shown);
  return folds ? [...items, { kind: 'usual', count: usual }] : items;
}

function asItems(rows: readonly HandIn[]): BoardItem[] {
  return rows.map((row) => ({ kind: 'agency', row }));
}
