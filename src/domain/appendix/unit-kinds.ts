import { wordKey } from '../../text/normal-form';
import { oneLine } from './one-line';

/** Kinds of communes, which are of one level and may be given different figures. */
export const COMMUNE_KINDS = ['xã', 'phường', 'đặc khu', 'thị trấn'] as const;
export type CommuneKind = (typeof COMMUNE_KINDS)[number];

/** A figure for some kinds of units: a level of its own, or the communes that are named. */
export interface KindFigure {
  kinds: readonly CommuneKind[] | 'tinh';
  /** The words without the units. */
  rest: string;
}

const LONGEST = 200;
const KIND = '(?:xã|phường|đặc khu|thị trấn|sở(?:,? ban)?(?:,? ngành)?)';
const KINDS = `(${KIND}(?:(?:, ?| và |\\/)(?:các )?${KIND})*)`;
const BOUND =
  '(?:tối thiểu|tối đa|ít nhất|nhiều nhất|không dưới|không thấp hơn|không quá|trên|dưới|đạt|[≥≤><])';
const LEAD = '(?:đối với |các |cấp |ubnd |khối )*';
const BEFORE = new RegExp(`^((?:${BOUND} ?)*):? ?${LEAD}${KINDS} ?:? ((?:${BOUND} ?)*\\d.*)$`);
const BEHIND = new RegExp(`^(${BOUND} .*\\d.*|\\d.*?) (?:đối với|cho|ở|tại) ${LEAD}${KINDS}$`);

/**
 * "Xã 80; phường 90", "tối thiểu 80% đối với các xã, 90% đối với các phường": figures for kinds of
 * units, each kind once; null for anything else.
 */
export function kindFiguresIn(text: string): KindFigure[] | null {
  const key = wordKey(oneLine(text)).replace(/[.;\s]+$/, '');
  if (key.length > LONGEST) return null;
  const byMark = key.split(/ ?; ?/);
  const segments =
    byMark.length > 1 ? byMark : key.split(/(?<=\d[^,]{0,60})(?:, ?(?=\D)| và (?=.*\d))/);
  if (segments.length < 2) return null;
  const found: KindFigure[] = [];
  let shared = '';
  for (const segment of segments) {
    const one = figureOf(segment.trim());
    if (!one) return null;
    if (found.length === 0) shared = one.bound;
    const isBounded = new RegExp(`^${BOUND}`).test(one.rest);
    found.push({ kinds: one.kinds, rest: isBounded ? one.rest : `${shared} ${one.rest}`.trim() });
  }
  const all = found.flatMap(({ kinds }) => kinds);
  return new Set(all).size === all.length ? found : null;
}

function figureOf(segment: string): (KindFigure & { bound: string }) | null {
  const before = BEFORE.exec(segment);
  const behind = before ? null : BEHIND.exec(segment);
  const [bound, units, rest] = before
    ? [before[1].trim(), before[2], before[3]]
    : behind
      ? [new RegExp(`^(?:${BOUND} ?)+`).exec(behind[1])?.[0].trim() ?? '', behind[2], behind[1]]
      : [];
  if (units === undefined || rest === undefined || bound === undefined) return null;
  const communes = COMMUNE_KINDS.filter((kind) =>
    new RegExp(`(^|[ ,/])${kind}($|[ ,/])`).test(units),
  );
  const isOfDepartments = /(^|[ ,/])sở/.test(units);
  if (isOfDepartments) return communes.length > 0 ? null : { kinds: 'tinh', rest, bound };
  return { kinds: communes, rest, bound };
}
