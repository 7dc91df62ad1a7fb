import { wordKey } from '../../text/normal-form';
import type { Level } from '../agency/agency';
import { UNIT_WORDS } from '../plan/each-unit-words';

/** Units that report by themselves, and the level they are of; null: of whichever level reports. */
const UNITS: readonly (readonly [RegExp, Level | null])[] = [
  [
    /^(?:ubnd )?(?:cấp )?(?:xã|phường|đặc khu|thị trấn)(?:(?:,| và|\/) ?(?:xã|phường|đặc khu|thị trấn))*$/,
    'xa',
  ],
  [/^(?:ubnd )?(?:cấp )?huyện(?:(?:,| và) ?(?:thị xã|thành phố))*$/, 'huyen'],
  [/^(?:sở|sở, ?(?:ban, ?)?ngành|sở, ban ngành)(?: (?:cấp )?tỉnh)?$/, 'tinh'],
  [/^(?:cơ quan|đơn vị|cơ quan, đơn vị|cơ quan, đơn vị, địa phương|địa phương)$/, null],
];
const NAMES = `(?:ubnd |cấp )*(?:${UNIT_WORDS}|tỉnh)`;
const LIST = `(${NAMES}(?:(?:, ?| và |\\/| )${NAMES})*)`;
const BEFORE = new RegExp(
  `^(?:mỗi|từng) ${LIST}\\s*:?\\s+((?:có |phải |đạt |thực hiện |xây dựng |triển khai )*.*\\d.*)$`,
);
const BEHIND = new RegExp(`^(.*\\d.*?)\\s*\\/\\s*(?:0?1 )?${LIST}$`);
const BEHIND_WORDS = new RegExp(
  `^(.*\\d.*?)\\s+(?:(?:đối với|cho|ở|tại) )?(?:mỗi|từng|một) ${LIST}$`,
);

export interface EachUnit {
  /** The words without the units. */
  rest: string;
  level: Level | null;
}

/**
 * "Mỗi xã tối thiểu 05", "05 mô hình/xã", "tối thiểu 80%/đơn vị": what each unit has to reach by
 * itself. A share of units ("100% số xã") is none: it may count how many of them.
 */
export function eachUnitIn(text: string): EachUnit | null {
  const key = wordKey(text)
    .replace(/[.;\s]+$/, '')
    .trim();
  if (key.length > 200) return null;
  const before = BEFORE.exec(key);
  const behind = before ? null : (BEHIND.exec(key) ?? BEHIND_WORDS.exec(key));
  const [units, rest] = before ? [before[1], before[2]] : behind ? [behind[2], behind[1]] : [];
  if (units === undefined || rest === undefined) return null;
  const level = UNITS.find(([pattern]) => pattern.test(units));
  return level
    ? { rest: rest.replace(/^(?:có|phải|đạt|thực hiện)\s+/, ''), level: level[1] }
    : null;
}

/** The name of an indicator says of whom: "Mỗi xã, phường có tối thiểu 05 tuyến phố". */
export function levelOfEach(name: string): { level: Level | null } | null {
  const units = new RegExp(`^(?:mỗi|từng) ${LIST}(?= |$)`).exec(wordKey(name))?.[1];
  const level = units === undefined ? undefined : UNITS.find(([pattern]) => pattern.test(units));
  return level ? { level: level[1] } : null;
}
