import { wordKey } from '../../text/normal-form';

/** What people count reporting units as; for a pattern over word keys. */
export const UNIT_WORDS =
  '(?:xã|phường|đặc khu|thị trấn|huyện|thị xã|thành phố|sở|ban|ngành|cơ quan|đơn vị|địa phương)';
/** Those of a level as well, and what lies within a commune: it reports nothing by itself. */
const ANY_UNIT = `(?:${UNIT_WORDS}|ubnd|cấp|thôn|ấp|khu phố)`;
const EACH = new RegExp(`(?:^|\\s)(?:mỗi|từng)\\s${ANY_UNIT}(?!\\p{L})`, 'u');
const SHARE = new RegExp(`\\d\\s?%\\s?(?:số |các |tổng số )?${ANY_UNIT}(?!\\p{L})`, 'u');
const PER_UNIT = new RegExp(`\\d[^/]{0,20}/\\s?(?:01 )?${UNIT_WORDS}(?!\\p{L})`, 'u');
const NAMED_FOR_EACH = new RegExp(`^(?:mỗi|từng) ${UNIT_WORDS}(?!\\p{L})`, 'u');

/** "Mỗi xã tối thiểu 05", "100% số xã có …": of each unit, or of how many of them. */
export function isOfEachUnit(text: string): boolean {
  const key = wordKey(text);
  return EACH.test(key) || SHARE.test(key) || PER_UNIT.test(key);
}

/** The name of an indicator that each reporting unit has by itself: "Mỗi xã …". */
export function isNamedForEachUnit(name: string): boolean {
  return NAMED_FOR_EACH.test(wordKey(name));
}

/** What is asked of every period says so: "hằng tháng", "trong quý". */
export function isOfEachPeriod(text: string): boolean {
  return /(mỗi|hằng|hàng|từng|trong) (tháng|quý|kỳ)/u.test(wordKey(text));
}
