import type { CivilDate } from '../../text/date';
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
  return CODE.test(code) ? { code, from, until } : undefined;
}

/** The identifiers of an agency, none of them longer than it stands. */
export function identifiersOf({ identifiers, validFrom, validTo }: Agency): Identifier[] {
  return (identifiers ?? []).flatMap((written) => {
    const read = readIdentifier(written);
    if (!read) return [];
    const from = later(read.from, validFrom);
    const until = earlier(read.until, validTo);
    return [{ code: read.code, from, until }];
  });
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
