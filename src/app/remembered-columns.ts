import type { ColumnChoice } from '../domain/appendix/header';
import { COLUMN_ROLES } from '../domain/appendix/read-appendix';
import { matchKey } from '../text/normal-form';

/** Where a few words are kept between two sittings of one person at one machine. */
export interface Keeper {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

const KEY = 'tonghop.appendix-columns';
/** So many offices are remembered, the latest last; no appendix has more columns to say. */
const MOST_OFFICES = 30;
const MOST_COLUMNS = 60;

type Remembered = Record<string, { heading: string; role: ColumnChoice['role'] }[]>;

/** What a person said of the columns of this office's appendix before, by their headings. */
export function rememberedColumns(keeper: Keeper | undefined, office: string): ColumnChoice[] {
  const known = read(keeper)[matchKey(office)] ?? [];
  return known.map(({ heading, role }) => ({ sheet: null, column: null, heading, role }));
}

/**
 * Keeps what a person said of columns for the next appendix of the office; what was said before of
 * another heading stays.
 */
export function rememberColumns(
  keeper: Keeper | undefined,
  office: string,
  said: readonly Pick<ColumnChoice, 'heading' | 'role'>[],
): void {
  const named = said.flatMap(({ heading, role }) => (heading === null ? [] : [{ heading, role }]));
  if (!keeper || named.length === 0 || office.trim() === '') return;
  const all = read(keeper);
  const key = matchKey(office);
  const others = (all[key] ?? []).filter(
    (one) => !named.some(({ heading }) => matchKey(heading) === matchKey(one.heading)),
  );
  const { [key]: _, ...rest } = all;
  const offices = Object.entries(rest).slice(-(MOST_OFFICES - 1));
  keeper.write(
    KEY,
    JSON.stringify(
      Object.fromEntries([...offices, [key, [...named, ...others].slice(0, MOST_COLUMNS)]]),
    ),
  );
}

/** What somebody else wrote there is nothing. */
function read(keeper: Keeper | undefined): Remembered {
  const text = keeper?.read(KEY) ?? null;
  if (text === null) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof parsed !== 'object' || parsed === null) return {};
  const isChoice = (one: unknown): one is Remembered[string][number] => {
    const { heading, role } = (one ?? {}) as { heading?: unknown; role?: unknown };
    return typeof heading === 'string' && (COLUMN_ROLES as readonly unknown[]).includes(role);
  };
  return Object.fromEntries(
    Object.entries(parsed).map(([office, columns]) => [
      office,
      Array.isArray(columns) ? columns.filter(isChoice) : [],
    ]),
  );
}
