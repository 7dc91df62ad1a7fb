import { addDays, type CivilDate } from '../../text/date';
import type { Agency } from './agency';
import { datedAlias } from './dated-alias';

/**
 * An agency's identifier (mã định danh điện tử, QĐ 20/2020/QĐ-TTg) and its time: of a merged
 * province one is kept and the others are closed (QĐ 09/2025/QĐ-TTg).
 */
export interface Identifier {
  code: string;
  from: CivilDate | null;
  until: CivilDate | null;
}

/** What a cell may hold, as its fault says it. */
export const IDENTIFIERS_TAKE = 'H61.3; H59.3 (đến 30/6/2025)';
const CODE = /^[A-Z0-9]{1,8}(\.[A-Z0-9]{1,8}){0,9}$/;

/** Undefined where something else stands there. */
export function readIdentifier(written: string): Identifier | undefined {
  const { name, from, until } = datedAlias(written);
  const code = name.trim().toUpperCase();
  const isReversed = from !== null && until !== null && until < from;
  return CODE.test(code) && !isReversed ? { code, from, until } : undefined;
}

/** The identifiers of an agency, none of them longer than it stands. */
export function identifiersOf({ identifiers, validFrom, validTo }: Agency): Identifier[] {
  const read = (identifiers ?? []).flatMap((written) => readIdentifier(written) ?? []);
  return read.map((one) => ({
    code: one.code,
    from: later(one.from ?? afterOthers(one, read), validFrom),
    until: earlier(one.until, validTo),
  }));
}

/** The one that is kept, written without a day, follows those that were closed. */
function afterOthers(one: Identifier, all: readonly Identifier[]): CivilDate | null {
  const ends = all.flatMap(({ until }) => until ?? []).sort();
  return one.until === null && ends.length > 0 ? addDays(ends.at(-1)!, 1) : null;
}

const OPEN = '9999-12-31';

/** Whether two stand on one day. */
export function overlap(one: Identifier, other: Identifier): boolean {
  return (one.from ?? '') <= (other.until ?? OPEN) && (other.from ?? '') <= (one.until ?? OPEN);
}

function later(a: CivilDate | null, b: CivilDate | null): CivilDate | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function earlier(a: CivilDate | null, b: CivilDate | null): CivilDate | null {
  return a === null || (b !== null && b < a) ? b : a;
}
